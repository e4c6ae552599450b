"""When two texts are the same but for the writing, and how like each other two are.

The rule: a change is *editorial* when the words are the same apart from capitals, punctuation, quotation marks,
dashes, spaces, line breaks and list marks, or when a word was plainly misspelt or a telephone number is spaced otherwise. Numbers, signs that count
(%, §, <) and every other word make it a change of *substance*: rather once too often than once too seldom.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Collection, Sequence
from functools import lru_cache
from itertools import chain
from typing import Final

from kanalstrategi.changes.alignment import pieces, steps
from kanalstrategi.language.forms import SMALL_LETTERS

_WORD: Final = re.compile(r"\d+(?:[.,:/]\d+)*|[^\W\d_]+|[%‰§€$£<>=+±−½¼¾]")
_REFERENCE: Final = re.compile(r"\[\^[^\]]+\]")
_HYPHEN: Final = re.compile(r"[-\u2010\u2011](?<=[^\W\d_].)(?=[^\W\d_])")
_ADDRESS: Final = re.compile(r"\S*\w@\w\S*|(?:https?://|www\.)\S+|\S*\w\.dk\b\S*")
_IN_ADDRESSES: Final = re.compile(r"@|://|www\.|\.dk")
_AROUND: Final = re.compile(r"\A\W+|\W+\Z")
_WITHOUT_ACCENT: Final = str.maketrans("áéíóúàè", "aeiouae")
_CLOCK: Final = re.compile(r"(\d{1,2})\.(\d{2})")
_NO_LETTERS: Final = bytes(code for code in range(256) if not chr(code).isalnum() or chr(code) == "µ")
"""Of the characters of Latin-1. The micro sign is a Greek letter when it is small."""
_THOUSANDS: Final = re.compile(r"\d{1,3}(?:\.\d{3})+")

TELEPHONE: Final = 8
"""The digits of a Danish telephone number, which is the same number however it is spaced."""

LONG_WORD: Final = 12
"""Words as long as this differ in one inner letter only by a slip of the pen."""


@lru_cache(maxsize=1024)
def folded(text: str) -> tuple[str, ...]:
    """The words of a text as they are compared: without capitals, punctuation and footnote marks."""
    plain = _REFERENCE.sub(" ", text) if "[^" in text else text
    return tuple(chain.from_iterable(map(_folded, plain.split())))


@lru_cache(maxsize=4096)
def _folded(piece: str) -> Sequence[str]:
    """The words of what stands between two spaces; a document has the same ones again and again."""
    words = _WORD.findall(unicodedata.normalize("NFC", piece).casefold().replace("\u00ad", ""))
    return [_number(word) if "." in word else word for word in words]


@lru_cache(maxsize=1024)
def letters(text: str) -> bytes:
    """What texts of the same words share, and many others do not: a quick look before their words are folded."""
    plain = _REFERENCE.sub("", text) if "[^" in text else text
    try:
        found = plain.encode("latin-1")
    except UnicodeEncodeError:
        found = unicodedata.normalize("NFC", plain).casefold().encode("latin-1", "ignore")
    return found.translate(SMALL_LETTERS, _NO_LETTERS).replace(b"\xdf", b"ss")


def _number(word: str) -> str:
    """A number as it is compared: 10.00 is 10:00, and 2.526 is 2526."""
    if match := _CLOCK.fullmatch(word):
        return f"{match[1]}:{match[2]}"
    return word.replace(".", "") if _THOUSANDS.fullmatch(word) else word


def is_editorial(before: str, after: str, misprints: Collection[str] = ()) -> bool:
    """Whether two texts say the same. `misprints` are words that the editors have noted as wrongly spelt."""
    return all(
        old == new or _addresses(old) == _addresses(new) and _says_the_same(old, new, misprints)
        for old, new in pieces(before, after)
    )


def _addresses(text: str) -> list[str]:
    """The addresses in a text: there every sign leads somewhere else."""
    plain = text.casefold()
    return [_AROUND.sub("", found) for found in _ADDRESS.findall(plain)] if _IN_ADDRESSES.search(plain) else []


def _says_the_same(before: str, after: str, misprints: Collection[str]) -> bool:
    old, new = folded(before), folded(after)
    return old == new or all(
        _same_words(old[a:b], new[c:d], misprints) for kind, a, b, c, d in steps(old, new) if kind != "equal"
    ) or _has_hyphens(before, after) and _says_the_same(_HYPHEN.sub("", before), _HYPHEN.sub("", after), misprints)


def _has_hyphens(before: str, after: str) -> bool:
    """Whether a word may be written with a hyphen on one side and without on the other, however short (pc-brug, pcbrug)."""
    return bool(_HYPHEN.search(before) or _HYPHEN.search(after))


def _same_words(old: Sequence[str], new: Sequence[str], misprints: Collection[str]) -> bool:
    if not old or not new:
        return False
    if len(old) == len(new):
        return all(is_misspelt(one, other, misprints) for one, other in zip(old, new, strict=True))
    # A compound that was written in two words; short ones may mean something else (hver dag, hverdag).
    joined = "".join(old)
    is_number = joined.isdigit() and len(joined) == TELEPHONE
    return joined == "".join(new) and (is_number or joined.isalpha() and len(joined) >= 9)


def is_misspelt(before: str, after: str, misprints: Collection[str] = ()) -> bool:
    """Whether one word is plainly the other, wrongly spelt. Beginnings and endings carry meaning and must agree."""
    if not (before.isalpha() and after.isalpha()):
        return False
    if before in misprints:
        return True
    shorter, longer = sorted((before, after), key=len)
    if len(shorter) >= 6 and before.translate(_WITHOUT_ACCENT) == after.translate(_WITHOUT_ACCENT):
        return True  # Danish lets the writer choose; in a short word it may tell two words apart (alle, allé)
    if len(shorter) < 6 or before[:2] != after[:2] or before[-2:] != after[-2:]:
        return False
    if _without_doubles(before) == _without_doubles(after):
        return True
    if len(before) == len(after):
        places = [place for place, (one, other) in enumerate(zip(before, after, strict=True)) if one != other]
        return len(places) == 2 and places[1] == places[0] + 1 and before[places[0]] == after[places[1]] and (
            before[places[1]] == after[places[0]]
        )
    if len(longer) != len(shorter) + 1 or len(shorter) < LONG_WORD - 1:
        return False
    return any(longer[:place] + longer[place + 1 :] == shorter for place in range(3, len(longer) - 4))


def _without_doubles(word: str) -> str:
    return re.sub(r"(.)\1", r"\1", word)


def likeness(before: str, after: str, least: float = 0.4) -> float:
    """How much of two texts' words they share, and in the same order: 0 nothing, 1 everything.

    What is below `least` is nothing.
    """
    old, new = folded(before), folded(after)
    if old == new:
        return 1.0
    total = len(old) + len(new)
    if not total or not old or not new:
        return 0.0
    # What they could share at best, cheaply: most pairs end here, many by their lengths alone, others by how many words
    # stand in both and are said again.
    if 2 * min(len(old), len(new)) / total < least:
        return 0.0
    olds, news = _counted(before), _counted(after)
    common = olds.keys() & news.keys()
    if 2 * (len(common) + min(len(old) - len(olds), len(new) - len(news))) / total < least:
        return 0.0
    shared = 2 * sum(map(min, map(olds.get, common), map(news.get, common))) / total  # type: ignore[arg-type]
    if shared < least:
        return 0.0
    in_order = sum(b - a for kind, a, b, _, _ in steps(old, new) if kind == "equal")
    return (shared + 2 * in_order / total) / 2


@lru_cache(maxsize=1024)
def _counted(text: str) -> Counter[str]:
    return Counter(folded(text))
