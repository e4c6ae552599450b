"""Where a PDF page has columns: the strip between two of them down the page, and gutters between rows that stand beside each other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import count, groupby, pairwise
from statistics import median
from typing import Any, Final

GAP: Final = 6
"""The least width of a strip, in points."""
_ROWS_OF_COLUMNS: Final = 6
_SPACE: Final = 0.18
_NARROW: Final = 0.5
"""The least width of a gutter, in heights of a letter."""
_PLAIN: Final = 0.6
_WIDER: Final = 1.5
"""What makes a gap plain: its width in heights of a letter, and beside that of the other gaps of its row."""
_ROWS: Final = 3
_STRAIGHT: Final = 0.6
"""How many of the rows have to begin right behind a gutter."""
_JUSTIFIED: Final = 0.8
"""How many of them have to end right before it too, where it is no wider than the other gaps."""
_LEADING: Final = 0.6
_COLUMN: Final = 8
"""How wide a column is at the least, in heights of a letter."""
_WORDS: Final = 2
_GOES_ON: Final = 0.25
"""How many lines of running text go on with a small letter at the least; cells of a table hardly do."""


def strip_of(characters: Sequence[Any]) -> float | None:
    """The middle of an upright strip with hardly any character in it, and running text on both sides."""
    if len(characters) < 200:
        return None
    start, end = min(each["x0"] for each in characters), max(each["x1"] for each in characters)
    steps = [start + (end - start) * step / 200 for step in range(201)]
    ink = [sum(each["x0"] <= x <= each["x1"] for each in characters) for x in steps]
    usual = median(ink)
    if usual < _ROWS_OF_COLUMNS:
        return None
    empty = [step for step in range(60, 141) if ink[step] <= 0.2 * usual]
    groups = [list(group) for _, group in groupby(empty, key=lambda step, count=count(): step - next(count))]  # type: ignore[misc]
    wide = [group for group in groups if steps[group[-1]] - steps[group[0]] >= GAP]
    for group in sorted(wide, key=len, reverse=True):
        left, right = median(ink[: group[0]]), median(ink[group[-1] + 1 :])
        if min(left, right) >= 0.4 * usual:
            emptiest = [step for step in group if ink[step] == min(ink[group[0] : group[-1] + 1])]
            return steps[emptiest[len(emptiest) // 2]]
    return None


def is_free(characters: Sequence[Any], x: float | None) -> bool:
    """Whether a strip of the page before is free on this one too, with characters on both sides."""
    if x is None or any(each["x0"] - 1 <= x <= each["x1"] + 1 for each in characters):
        return False
    return bool(left_of(characters, x) and right_of(characters, x))


def left_of(characters: Sequence[Any], x: float) -> list[Any]:
    return [each for each in characters if (each["x0"] + each["x1"]) / 2 < x]


def right_of(characters: Sequence[Any], x: float) -> list[Any]:
    return [each for each in characters if (each["x0"] + each["x1"]) / 2 >= x]


# --- Gutters: an empty strip through some rows of a page, with running text on both sides


@dataclass(frozen=True)
class Gutter:
    x: float
    top: float
    bottom: float

    def parts(self, last: Any, character: Any) -> bool:
        """Whether two characters that follow each other stand on its two sides."""
        height = (character["top"] + character["bottom"]) / 2
        return bool(self.top <= height <= self.bottom and last["x1"] <= self.x <= character["x0"])


@dataclass(frozen=True)
class _Gap:
    """A space between two words of a row, with how many words stand before and after it up to the next plain gap."""

    left: float
    right: float
    is_plain: bool
    before: int
    after: int
    starts: str
    """The character after it."""


@dataclass(frozen=True)
class _Row:
    x0: float
    x1: float
    top: float
    bottom: float
    size: float
    first: str
    gaps: tuple[_Gap, ...]


def gutters(rows: Sequence[list[Any]]) -> list[Gutter]:
    """The gutters between rows of a page, or of one side of it, from the top. It goes on down the rows, which mostly
    begin right behind it, and either is plainly wider than the other gaps of most rows or has straight text before it too."""
    measured = sorted((row for each in rows if (row := _measured(each))), key=lambda row: row.top)
    found: list[Gutter] = []
    for index, row in enumerate(measured):
        for gap in row.gaps:
            known = any(each.top <= row.bottom and row.top <= each.bottom and gap.left <= each.x <= gap.right for each in found)
            if not known and (gutter := _gutter(measured, index, gap)) and _is_roomy(gutter, measured, found):
                found.append(gutter)
    return found


def _gutter(rows: list[_Row], index: int, gap: _Gap) -> Gutter | None:
    left, right = gap.left, gap.right
    beside: list[tuple[_Row, _Gap]] = []
    after: list[_Row] = []
    for before, row in pairwise([rows[index], *rows[index:]]):
        free = _free(row, left, right)
        if free is None or row.top - before.bottom > 3 * row.size:
            break
        left, right, other = free
        after.append(row)
        if other:
            beside.append((row, other))
            after.clear()
    many = _STRAIGHT * len(beside)
    begins = [each for _, each in beside if each.right - right < 2]
    is_wide = sum(each.is_plain for _, each in beside) >= max(_ROWS, len(beside) / 2)
    is_justified = len(beside) >= 2 * _ROWS and sum(left - each.left < 2 for each in begins) >= _JUSTIFIED * len(beside)
    if len(begins) < many or not (is_wide or is_justified) or not _is_running(beside):
        return None
    top = _as_far_as(rows[index::-1], left, right)
    return Gutter((left + right) / 2, top.top, _as_far_as([beside[-1][0], *after], left, right).bottom)


def _is_roomy(gutter: Gutter, rows: list[_Row], others: list[Gutter]) -> bool:
    """Whether there is room for columns on both sides, between the edges of the text and the gutters beside it."""
    along = [row for row in rows if gutter.top <= row.top <= gutter.bottom]
    edges = [min(row.x0 for row in along), max(row.x1 for row in along)]
    edges += [other.x for other in others if other.top < gutter.bottom and gutter.top < other.bottom]
    return min(abs(gutter.x - edge) for edge in edges) > _COLUMN * median(row.size for row in along)


def _as_far_as(rows: list[_Row], left: float, right: float) -> _Row:
    """The last of the rows, up or down from the first, that one paragraph on one side of the gutter runs on to."""
    for before, row in pairwise(rows):
        is_far = max(row.top - before.bottom, before.top - row.bottom) > _LEADING * row.size
        if is_far or row.x0 < left < row.x1 or row.x0 < right < row.x1:
            return before
    return rows[-1]


def _free(row: _Row, left: float, right: float) -> tuple[float, float, _Gap | None] | None:
    """What of a strip is free in one more row, and the row's gap there where it has text on both sides."""
    least = _NARROW * row.size
    if row.x1 <= right - least:
        return max(left, row.x1), right, None
    if row.x0 >= left + least:
        return left, min(right, row.x0), None
    for gap in row.gaps:
        if min(right, gap.right) - max(left, gap.left) >= least:
            return max(left, gap.left), min(right, gap.right), gap
    return None


def _is_running(beside: list[tuple[_Row, _Gap]]) -> bool:
    """Whether both sides are running text rather than the cells of a table."""
    words = min(sum(gap.before for _, gap in beside), sum(gap.after for _, gap in beside))
    small = sum(row.first.islower() + gap.starts.islower() for row, gap in beside)
    return words > _WORDS * len(beside) and small >= _GOES_ON * 2 * len(beside)


def _measured(row: list[Any]) -> _Row | None:
    inked = [each for each in row if each["text"].strip()]
    if not inked:
        return None
    size = median(each["size"] for each in inked)
    wide = [(a, b) for a, b in pairwise(inked) if b["x0"] - a["x1"] > _SPACE * size]
    widths = [b["x0"] - a["x1"] for a, b in wide]
    plain = [
        width >= _PLAIN * size and width >= _WIDER * median([*widths[:place], *widths[place + 1 :]] or [0])
        for place, width in enumerate(widths)
    ]
    gaps = []
    for place, (a, b) in enumerate(wide):
        before = next((place - each for each in range(place - 1, -1, -1) if plain[each]), place + 1)
        after = next((each - place for each in range(place + 1, len(wide)) if plain[each]), len(wide) - place)
        gaps.append(_Gap(a["x1"], b["x0"], plain[place], before, after, b["text"]))
    top, bottom = min(each["top"] for each in inked), max(each["bottom"] for each in inked)
    return _Row(inked[0]["x0"], max(each["x1"] for each in inked), top, bottom, size, inked[0]["text"], tuple(gaps))
