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
from typing import Final

from kanalstrategi.language.forms import abbreviations
from kanalstrategi.language.sentences import running_text, sentences

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
    found = [sentence for text in texts for paragraph in running_text(text) for sentence in sentences(paragraph)]
    words = [word for sentence in found for word in words_of(sentence)]
    return Count(len(words), sum(_letters(word) >= LONG for word in words), len(found))


def words_of(sentence: str) -> list[str]:
    """The words of a sentence as LIX counts them."""
    words: list[str] = []
    for token in sentence.split():
        long = abbreviations().get(_bare(token).replace(".", "").casefold()) if _is_short(token) else None
        parts = long.split() if long else [token] if _is_address(token) else re.split(r"[/–—]", token)
        words += [part for part in parts if any(character.isalnum() for character in part)]
    return words


def _bare(token: str) -> str:
    return token.strip("\"”»«’'()[],;:!?")


def _is_short(token: str) -> bool:
    bare = _bare(token)
    return (bare.endswith(".") and not bare.replace(".", "").isupper()) or bare.casefold() == "fx"


def _is_address(token: str) -> bool:
    return "://" in token or "www." in token or "@" in token


def _letters(word: str) -> int:
    return sum(character.isalpha() for character in word)
