"""What two rows, or two texts, have in common and where they differ.

Most that is compared differs in few places. What is equal is set aside first, sentence by sentence and from both ends,
so that the careful search for the best alignment only sees what is left.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Iterator, Sequence
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
_WORD: Final = re.compile(r"\s*\S+")


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
    old, new = _SENTENCE.findall(before), _SENTENCE.findall(after)
    found: list[tuple[str, str]] = []
    for kind, a, b, c, d in steps(old, new, _is_short):
        one, other = "".join(old[a:b]), "".join(new[c:d])
        found += [(one, other)] if kind == "equal" else _trimmed(one, other)
    return tuple(found)


def _is_short(sentence: str) -> bool:
    return len(sentence) < _SHORT_SENTENCE


def _trimmed(before: str, after: str) -> Iterator[tuple[str, str]]:
    """What differs, with the words before and after it that stand in both."""
    old, new = _WORD.findall(before), _WORD.findall(after)
    start, stop = ends(old, new)
    head, tail = "".join(old[:start]), "".join(old[len(old) - stop :])
    middle = "".join(old[start : len(old) - stop]), "".join(new[start : len(new) - stop])
    return (piece for piece in ((head, head), middle, (tail, tail)) if any(piece))
