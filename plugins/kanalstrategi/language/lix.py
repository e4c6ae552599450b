"""LIX: how long the words and the sentences of a text are, as one number (Björnsson 1968).

    LIX = words / sentences + 100 * long words / words, rounded to a whole number

The counting rule, which moves a text by a whole band and is therefore fixed:

- Only running text counts: paragraphs with a full stop in them. Headings, list items, tables, figures,
  notes of the editors' and lines that only lead up to a list are left out.
- A sentence ends where `sentences` says so; what follows the last full stop of a paragraph is one too.
- A word is what stands between spaces and holds a letter or a digit; a slash parts words, unless it
  stands in a web address. An abbreviation counts as the words that it stands for.
- A long word has seven letters or more; hyphens, points and digits are no letters.
- Under a hundred words or five sentences there is no LIX: the text is too short to measure.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache
from typing import Final

from kanalstrategi.language.forms import abbreviations
from kanalstrategi.language.sentences import blocks, paragraph, sentences

LONG: Final = 7
FEWEST_WORDS: Final = 100
FEWEST_SENTENCES: Final = 5


class Band(Enum):
    """The Danish scale, by the highest LIX of each band."""

    VERY_EASY = 24
    EASY = 34
    MEDIUM = 44
    HARD = 54
    VERY_HARD = 10_000


@dataclass(frozen=True)
class Count:
    """What was counted in a text."""

    words: int
    long_words: int
    sentences: int

    def __add__(self, other: Count) -> Count:
        return Count(
            self.words + other.words, self.long_words + other.long_words, self.sentences + other.sentences
        )

    @property
    def measurable(self) -> bool:
        return self.words >= FEWEST_WORDS and self.sentences >= FEWEST_SENTENCES

    @property
    def lix(self) -> int | None:
        """The LIX, or none where the text is too short to measure."""
        if not self.measurable:
            return None
        return int(self.words / self.sentences + 100 * self.long_words / self.words + 0.5)

    @property
    def band(self) -> Band | None:
        lix = self.lix
        return None if lix is None else next(band for band in Band if lix <= band.value)


def count(texts: Iterable[str]) -> Count:
    """Count the running text of pieces of prose."""
    counted = [_count(block) for text in texts for block in blocks(text)]
    return Count(*map(sum, zip(*counted, strict=True))) if counted else Count(0, 0, 0)


@lru_cache(maxsize=1024)
def _count(block: str) -> tuple[int, int, int]:
    """The words, long words and sentences of a block; editions of one municipality share many."""
    text = paragraph(block)
    words = long_words = 0
    for some, long in map(_counted, text.split()):
        words += some
        long_words += long
    return words, long_words, len(sentences(text))


@lru_cache(maxsize=16_384)
def _counted(token: str) -> tuple[int, int]:
    """The words and long words of what stands between two spaces; most of it stands in every text."""
    words = _words_of(token)
    return len(words), sum(map(_is_long, words))


def _words_of(token: str) -> list[str]:
    """The words of what stands between two spaces, as LIX counts them."""
    if token.isalpha() and token not in _SHORT_WITHOUT_POINT:
        return [token]
    bare = token.strip(_AROUND)
    if (bare.endswith(".") or bare in _SHORT_WITHOUT_POINT) and (long := _spelled_out(bare)):
        return long.split()
    if ("/" in token or "–" in token or "—" in token) and not _is_address(token):
        return [part for part in re.split(r"[/–—]", token) if _is_word(part)]
    return [bare] if _is_word(bare) else []


_SHORT_WITHOUT_POINT: Final = {"fx", "Fx"}
_AROUND: Final = "\"”»«’'()[],;:!?"


def _spelled_out(bare: str) -> str | None:
    letters = bare.replace(".", "")
    return None if len(letters) > 1 and letters.isupper() else abbreviations().get(letters.casefold())


def _is_address(token: str) -> bool:
    return "://" in token or "www." in token or "@" in token


def _is_word(text: str) -> bool:
    return any(character.isalnum() for character in text)


def _is_long(word: str) -> bool:
    return len(word) >= LONG and (word.isalpha() or sum(character.isalpha() for character in word) >= LONG)
