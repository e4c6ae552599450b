"""Finds a quote again in a text that has moved or was corrected: exact, then alike but for signs, then near.

A function from values to values: it knows no edition and no hearing, and the same quote in the same text is
always found in the same place.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import Enum
from typing import Final

NEAR: Final = 65
"""The likeness in percent from which words count as the quote corrected, not as other words."""
NEAR_IN_CONTEXT: Final = 40
"""The same where the words before and after the quote still stand around them."""
CANDIDATES: Final = 8
"""How many places are compared letter by letter."""

_QUOTATION_MARKS: Final = "\"'`´‘’‚‛“”„‟«»‹›"
_HYPHENS: Final = "-‐‑‒–—―−"
_UNSEEN: Final = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
_WORD: Final = re.compile(r"\S+")
_EDGE: Final = re.compile(r"^\W+|\W+$")


class Likeness(Enum):
    """How a quote was found."""

    EXACT = "exact"
    NORMALISED = "normalised"
    """But for spaces, quotation marks, dashes and capitals."""
    NEAR = "near"
    ORPHANED = "orphaned"
    """Not found."""


@dataclass(frozen=True)
class Found:
    """Where a quote stands in a text: the words that stand there now, and how like the quote they are in percent."""

    likeness: Likeness
    words: str = ""
    percent: int = 0


ORPHANED: Final = Found(Likeness.ORPHANED)


def find(quote: str, text: str, before: str = "", after: str = "") -> Found:
    """The quote in the text; where it stands there more than once, the place with the same words around it."""
    quote = " ".join(quote.split())
    if place := _best(_places(quote, text), text, before, after):
        return Found(Likeness.EXACT, text[slice(*place)], 100)
    folded, origin = _folded(text)
    places = [(origin[start], origin[end - 1] + 1) for start, end in _places(_folded(quote)[0].strip(), folded)]
    if place := _best(places, text, before, after):
        return Found(Likeness.NORMALISED, text[slice(*place)], 100)
    return _near(quote, text, before, after)


def _places(quote: str, text: str) -> list[tuple[int, int]]:
    return [(match.start(), match.end()) for match in re.finditer(re.escape(quote), text)] if quote else []


def _best(places: list[tuple[int, int]], text: str, before: str, after: str) -> tuple[int, int] | None:
    """The place whose surroundings are most like those of the quote; the first of several that are as good."""
    if len(places) < 2:  # as nearly always; what is around is costly to compare
        return places[0] if places else None
    return max(places, key=lambda place: _context(text[: place[0]], text[place[1] :], before, after))


def _context(left: str, right: str, before: str, after: str) -> int:
    """How many characters beside a place are those that stood beside the quote."""
    return _shared(_flat(left)[::-1], _flat(before)[::-1]) + _shared(_flat(right), _flat(after))


def _flat(text: str) -> str:
    return _folded(text)[0].strip()


def _shared(one: str, other: str) -> int:
    return next((index for index, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))


def _folded(text: str) -> tuple[str, list[int]]:
    """Text without what a correction of signs changes, and for each of its characters the one it came from."""
    letters: list[str] = []
    origin: list[int] = []
    for index, letter in enumerate(text):
        if letter in _QUOTATION_MARKS or letter in _UNSEEN:
            continue
        plain = " " if letter.isspace() else "-" if letter in _HYPHENS else _plain(letter)
        if plain == " " and letters and letters[-1] == " ":
            continue
        letters += plain
        origin += [index] * len(plain)
    return "".join(letters), origin


def _plain(letter: str) -> str:
    return unicodedata.normalize("NFKC", letter).casefold()


def _near(quote: str, text: str, before: str, after: str) -> Found:
    """The words most like the quote, where they are like enough."""
    spots = list(_WORD.finditer(text))
    wanted, words = _words(quote), [_word(spot.group()) for spot in spots]
    best, limit = ORPHANED, NEAR
    if around := _between(text, before, after):
        best, limit = Found(Likeness.NEAR, around, _percent(quote, around)), NEAR_IN_CONTEXT
    if wanted and sum((Counter(wanted) & Counter(words)).values()) * 3 >= len(wanted):
        for first, last in _alignments(wanted, words):
            here = text[spots[first].start() : spots[last].end()]
            if (percent := _percent(quote, here)) >= NEAR and percent > best.percent:
                best = Found(Likeness.NEAR, here, percent)
    return best if best.percent >= limit else ORPHANED


def _between(text: str, before: str, after: str) -> str:
    """What stands between the words before and after the quote, where both are still there in their order."""
    if not before or not after:
        return ""
    folded, origin = _folded(text)
    start = folded.find(_flat(before))
    begin = start + len(_flat(before))
    end = folded.find(_flat(after), begin)
    return text[origin[begin] : origin[end]].strip() if start >= 0 and end > begin else ""


def _percent(one: str, other: str) -> int:
    """The likeness of two texts, 0 to 99: those that are found here are never the same."""
    return min(99, round(100 * SequenceMatcher(None, _flat(one), _flat(other), autojunk=False).ratio()))


def _words(text: str) -> list[str]:
    return [_word(match.group()) for match in _WORD.finditer(text)]


def _word(written: str) -> str:
    return _EDGE.sub("", _flat(written)) or written


def _alignments(wanted: list[str], words: list[str]) -> list[tuple[int, int]]:
    """The first and last of the words that take the fewest words put in, left out or exchanged (Sellers' algorithm).

    Several that are about as good; their letters decide between them.
    """
    # A row for each word of the quote so far: what it costs to end at this word of the text, and where that began.
    costs = [(0, index) for index in range(len(words) + 1)]
    for row, word in enumerate(wanted, 1):
        previous, costs = costs, [(row, 0)]
        for column, other in enumerate(words, 1):
            same = previous[column - 1][0] + (word != other), previous[column - 1][1]
            left_out = previous[column][0] + 1, previous[column][1]
            put_in = costs[column - 1][0] + 1, costs[column - 1][1]
            costs.append(min(same, left_out, put_in, key=_cheapest))
    ends = sorted(range(1, len(costs)), key=lambda column: (costs[column][0], column))[:CANDIDATES]
    return [(costs[end][1], end - 1) for end in ends if costs[end][1] < end]


def _cheapest(step: tuple[int, int]) -> tuple[int, int]:
    """The lowest cost; of several, the one that begins latest and so is shortest."""
    return step[0], -step[1]
