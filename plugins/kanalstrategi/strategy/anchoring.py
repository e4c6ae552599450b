"""Finds a quote again in a text that has moved or was corrected: exact, then alike but for signs, then near.

A function from values to values: it knows no edition and no hearing, and the same quote in the same text is
always found in the same place.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import Enum
from functools import lru_cache
from typing import Final

NEAR: Final = 65
"""The likeness in percent from which words count as the quote corrected, not as other words."""
NEAR_IN_CONTEXT: Final = 40
"""The same where the words before and after the quote still stand around them."""
CANDIDATES: Final = 8
"""How many places are compared letter by letter."""
REACH: Final = 80
"""How many characters are added at most to show the whole of a sentence."""

_QUOTATION_MARKS: Final = "\"'`´‘’‚‛“”„‟«»‹›"
_HYPHENS: Final = "-‐‑‒–—―−"
_UNSEEN: Final = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
_CAPITAL: Final = re.compile(r"(?<!\S)[A-ZÆØÅ]")
_STOP: Final = re.compile(r"[.?!](?!\S)")
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
    places = [
        (origin[start], origin[end - 1] + 1)
        for start, end in _places(_flat(quote), folded)
        if not folded[start - 1 : start].isalnum() and not folded[end : end + 1].isalnum()
    ]
    if place := _best(places, text, before, after):
        return Found(Likeness.NORMALISED, text[slice(*place)], 100)
    return _near(quote, text, before, after)


def _places(quote: str, text: str) -> list[tuple[int, int]]:
    places: list[tuple[int, int]] = []
    start = text.find(quote) if quote else -1
    while start >= 0:
        places.append((start, start + len(quote)))
        start = text.find(quote, start + len(quote))
    return places


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
    """How many characters two texts have in common from their beginning."""
    differ = (index for index, (a, b) in enumerate(zip(one, other, strict=False)) if a != b)
    return next(differ, min(len(one), len(other)))


@lru_cache(maxsize=1024)
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
    wanted, words = _words(quote), _words(text)
    best, limit = ORPHANED, NEAR
    if around := _between(text, before, after):
        best, limit = Found(Likeness.NEAR, around, _percent(quote, around)), NEAR_IN_CONTEXT
    if wanted and _in_common(wanted, words) * 3 >= len(wanted):
        spots = list(_WORD.finditer(text))
        for first, last in _alignments(wanted, words):
            here = _sentences(text, spots[first].start(), spots[last].end(), quote)
            if (percent := _percent(quote, here)) >= NEAR and percent > best.percent:
                best = Found(Likeness.NEAR, here, percent)
    return best if best.percent >= limit else ORPHANED


def _sentences(text: str, start: int, end: int, quote: str) -> str:
    """The words from start to end; from a capital and to a full stop where the quote is so too."""
    if quote[0].isupper() and not text[start].isupper():
        capitals = [match.start() for match in _CAPITAL.finditer(text, max(0, start - REACH), start)]
        start = capitals[-1] if capitals else start
    if quote[-1] in ".?!" and (stop := _STOP.search(text, end - 1, end + REACH)):
        end = stop.end()
    return text[start:end]


def _in_common(wanted: tuple[str, ...], words: tuple[str, ...]) -> int:
    held = set(words)
    return sum(word in held for word in wanted)


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


@lru_cache(maxsize=1024)
def _words(text: str) -> tuple[str, ...]:
    """The words of a text without signs around them, as the search compares them."""
    return tuple(_word(match.group()) for match in _WORD.finditer(text))


def _word(written: str) -> str:
    return _EDGE.sub("", _flat(written)) or written


def _alignments(wanted: tuple[str, ...], words: tuple[str, ...]) -> list[tuple[int, int]]:
    """The first and last of the words that take the fewest words put in, left out or exchanged (Sellers' algorithm).

    Several that are about as good; their letters decide between them.
    """
    # A row for each word of the quote so far: what it costs to end at each word of the text, and where that began.
    # Of two that cost the same, the one that begins later and so is shorter.
    vocabulary = set(words)
    costs, starts = [0] * (len(words) + 1), list(range(len(words) + 1))
    for row, word in enumerate(wanted, 1):
        difference = {other: _difference(word, other) for other in vocabulary}
        cost, start = 2 * row, 0
        new_costs, new_starts = [cost], [start]
        for column, other in enumerate(words):
            cost += 2
            if (left_out := costs[column + 1] + 2) < cost or (left_out == cost and starts[column + 1] > start):
                cost, start = left_out, starts[column + 1]
            if (exchanged := costs[column] + difference[other]) < cost or (exchanged == cost and starts[column] > start):
                cost, start = exchanged, starts[column]
            new_costs.append(cost)
            new_starts.append(start)
        costs, starts = new_costs, new_starts
    ends = sorted(range(1, len(costs)), key=lambda column: (costs[column], column))[:CANDIDATES]
    return [(starts[end], end - 1) for end in ends if starts[end] < end]


def _difference(one: str, other: str) -> int:
    """What it costs to exchange a word: little for another form of it, more than leaving out for another word."""
    if one == other:
        return 0
    return 1 if _shared(one, other) * 2 >= max(len(one), len(other)) else 3
