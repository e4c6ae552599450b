"""What two rows, or two texts, have in common and where they differ.

Most that is compared differs in few places. What is equal is set aside first, from both ends and then sentence by
sentence, so that the careful search for the best alignment only sees what is left.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Hashable, Sequence
from difflib import SequenceMatcher
from functools import lru_cache
from typing import Final, TypeVar

T = TypeVar("T", bound=Hashable)

Step = tuple[str, int, int, int, int]
"""A step from one row to the other, as difflib has it: equal, replace, delete or insert, from where to where in both."""

_SENTENCE: Final = re.compile(r"(?!\Z)\s?[^.!?:;\n]*(?:[.!?:;]+(?=\S)[^.!?:;\n]*)*[.!?:;]*")
"""The space before a sentence, and the sentence to a sign before a space or to the end of its line."""
_SHORT_SENTENCE: Final = 20
"""A sentence with fewer letters may stand in many places: alone it does not show where two texts meet."""
_MORE_SENTENCES: Final = re.compile(r"[.!?:;]\s|\n")
_SPACE: Final = re.compile(r"\s")


def ends(before: Sequence[object], after: Sequence[object]) -> tuple[int, int]:
    """How many items two rows begin with alike, and how many of the others they end with alike."""
    length = min(len(before), len(after))
    start = 0
    while start < length and before[start] == after[start]:
        start += 1
    length, stop = length - start, 0
    while stop < length and before[-1 - stop] == after[-1 - stop]:
        stop += 1
    return start, stop


def steps(
    before: Sequence[T], after: Sequence[T], is_common: Callable[[T], bool] | None = None
) -> list[Step]:
    """The way from one row to the other. What `is_common` is no sign by itself that two rows meet."""
    start, stop = ends(before, after)
    old, new = len(before) - stop, len(after) - stop
    found: list[Step] = [("equal", 0, start, 0, start)] if start else []
    if start == old or start == new or set(before[start:old]).isdisjoint(after[start:new]):
        if start < old or start < new:
            kind = "insert" if start == old else "delete" if start == new else "replace"
            found.append((kind, start, old, start, new))
    else:
        matcher = SequenceMatcher(is_common, before[start:old], after[start:new], autojunk=False)
        found += [(kind, start + a, start + b, start + c, start + d) for kind, a, b, c, d in matcher.get_opcodes()]
    if stop:
        found.append(("equal", old, len(before), new, len(after)))
    return found


@lru_cache(maxsize=64)
def pieces(before: str, after: str) -> tuple[tuple[str, str], ...]:
    """Two texts cut, before spaces, into what stands in both (twice the same) and what the rest has become.

    One comparison asks several times of the same texts.
    """
    head, old, new, tail = _trimmed(before, after)
    if not (_MORE_SENTENCES.search(old) or _MORE_SENTENCES.search(new)):
        found = [(head, head), (old, new), (tail, tail)]
    else:
        found = [(head, head)]
        old_ones, new_ones = _SENTENCE.findall(old), _SENTENCE.findall(new)
        for kind, a, b, c, d in steps(old_ones, new_ones, _is_short):
            one, other = "".join(old_ones[a:b]), "".join(new_ones[c:d])
            if kind == "equal":
                found.append((one, other))
            else:
                start, one, other, end = _trimmed(one, other)
                found += [(start, start), (one, other), (end, end)]
        found.append((tail, tail))
    return tuple([piece for piece in found if piece[0] or piece[1]])


def _is_short(sentence: str) -> bool:
    return len(sentence) < _SHORT_SENTENCE


def _trimmed(before: str, after: str) -> tuple[str, str, str, str]:
    """The words that two texts begin with alike, what is between in each, and the words that they end with alike."""
    start = _alike(before, after)
    if not (_ends_word(before, start) and _ends_word(after, start)):
        # The last word is another one; a letter more makes it a word even where none of it is alike.
        words = f"{before[:start]}x".rsplit(None, 1)
        start = len(words[0]) if len(words) > 1 else 0
    head, before, after = before[:start], before[start:], after[start:]
    stop = _alike(before[::-1], after[::-1])
    tail = before[len(before) - stop :]
    space = _SPACE.search(tail)
    tail = tail[space.start() :] if space else ""
    return head, before[: len(before) - len(tail)], after[: len(after) - len(tail)], tail


def _ends_word(text: str, place: int) -> bool:
    return place == len(text) or text[place].isspace()


def _alike(before: str, after: str) -> int:
    """How many letters two texts begin with alike."""
    least, most = 0, min(len(before), len(after))
    while least < most:
        middle = (least + most + 1) // 2
        if before.startswith(after[least:middle], least):
            least = middle
        else:
            most = middle - 1
    return least


def moved(places: Sequence[int]) -> set[int]:
    """The indexes of the fewest items that must have moved to bring `places` out of order."""
    tails: list[int] = []
    ends: list[int] = []
    previous: list[int] = []
    for index, place in enumerate(places):
        spot = bisect_left(tails, place)
        previous.append(ends[spot - 1] if spot else -1)
        tails[spot : spot + 1], ends[spot : spot + 1] = [place], [index]
    stayed, index = set[int](), ends[-1] if ends else -1
    while index >= 0:
        stayed.add(index)
        index = previous[index]
    return set(range(len(places))) - stayed
