"""The order in which the lines of a PDF page are read: columns down the page, a box, columns on a part of it."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from kanalstrategi.intake.pdf_columns import Gutter
from kanalstrategi.intake.pdf_lines import Line

_WORDS: Final = 2
"""Fewer words in a line than this, on the average, are labels and numbers, which are read row by row."""

_LINES_OF_A_CELL: Final = 3


def in_order(lines: list[Line], strip: float | None, between: list[Gutter]) -> list[Line]:
    """The lines in the order they are read: the left column, the right one; a line across both parts what is above."""
    if strip is None:
        return _parted(lines, between)
    ordered: list[Line] = []
    left: list[Line] = []
    right: list[Line] = []
    for line in lines:
        if line.x1 <= strip:
            left.append(line)
        elif line.x0 >= strip:
            right.append(line)
        else:
            ordered += [*_read(left, right, between), line]
            left, right = [], []
    return [*ordered, *_read(left, right, between)]


def _parted(lines: list[Line], between: list[Gutter]) -> list[Line]:
    """The lines with those on the two sides of a gutter one side after the other, the longest gutter first."""
    for gutter in sorted(between, key=lambda each: each.top - each.bottom):
        inside = [line for line in lines if gutter.top < (line.top + line.bottom) / 2 < gutter.bottom]
        left, right = [line for line in inside if line.x1 <= gutter.x], [line for line in inside if line.x0 >= gutter.x]
        if left and right and len(left) + len(right) == len(inside):
            above = [line for line in lines if (line.top + line.bottom) / 2 <= gutter.top]
            below = [line for line in lines if (line.top + line.bottom) / 2 >= gutter.bottom]
            return [*_parted(above, between), *_read(left, right, between), *_parted(below, between)]
    return _one_after_another(lines)


def _one_after_another(lines: list[Line]) -> list[Line]:
    """The lines of a page with no text in the middle of another: what stands to the left is read first."""
    ordered: list[Line] = []
    index = 0
    while index < len(lines):
        left, right = _beside(lines[index:])
        if _is_text(left) and _is_text(right):
            ordered += _read(left, right, [])
            index += len(left) + len(right)
        else:
            ordered.append(lines[index])
            index += 1
    return ordered


def _beside(lines: list[Line]) -> tuple[list[Line], list[Line]]:
    """The lines from the first on, as many as stand on two sides of an empty strip, with the end of the text on either."""
    first, *rest = lines
    other = next((line for line in rest[:1] if _overlap(first, line)), None)
    if other is None or (other.x0 < first.x1 and first.x0 < other.x1):
        return [], []
    left, right = ([first], []) if first.x0 < other.x0 else ([], [first])
    for place, line in enumerate(rest):
        if not right or (left and line.x0 > max(each.x1 for each in left)):
            side, opposite = right, left
        elif not left or line.x1 < min(each.x0 for each in right):
            side, opposite = left, right
        else:
            break
        is_beside = any(_overlap(each, line) for each in opposite)
        follows = rest[place + 1] if place + 1 < len(rest) else line
        both_go_on = _overlap(line, follows) and _is_near(side, line) and _is_near(opposite, follows)
        if not is_beside and not (side and _goes_on(side[-1], line)) and not both_go_on:
            break
        side.append(line)
    return left, right


def _read(left: list[Line], right: list[Line], between: list[Gutter]) -> list[Line]:
    """The left text and then the right one; where both begin anew at the same heights again and again, they are the
    cells of a table, which is read row by row."""
    return _cells(left, right) or [*_parted(left, between), *_parted(right, between)]


def _cells(left: list[Line], right: list[Line]) -> list[Line]:
    """The lines row by row, if they are the cells of a table: short, and new ones on both sides at the same heights."""
    starts = [line.top for line in (*right[:1], *_after_gaps(right))]
    heights = [line.top for line in (*left[:1], *_after_gaps(left)) if any(abs(line.top - start) < 2 for start in starts)]
    if len(heights) < 2:
        return []
    lines = sorted([*left, *right], key=lambda line: (line.top, line.x0))
    end = min((line.top for line in _after_gaps(lines) if line.top > heights[-1] + 2), default=float("inf"))
    rows = [
        [line for side in (left, right) for line in side if start - 2 < line.top < stop - 2]
        for start, stop in pairwise([*heights, end])
    ]
    if sum(map(len, rows)) > 2 * _LINES_OF_A_CELL * len(rows):
        return []
    above = [line for line in lines if line.top <= heights[0] - 2]
    return [*above, *(line for row in rows for line in row), *(line for line in lines if line.top >= end - 2)]


def _after_gaps(lines: list[Line]) -> list[Line]:
    """The lines that stand further below the line before than the lines of one text do."""
    steps = [line.top - before.top for before, line in pairwise(lines)]
    least = min((step for step in steps if step > 0), default=0)
    return [line for line, step in zip(lines[1:], steps, strict=True) if step > 1.2 * least]


def _is_near(side: list[Line], line: Line) -> bool:
    """Whether a line stands no more than a paragraph's distance below the text on its side."""
    return bool(side) and side[-1].x0 - 2 <= line.x0 <= side[-1].x1 and line.top - side[-1].bottom < 2 * line.size


def _overlap(one: Line, other: Line) -> bool:
    """Whether two lines are at one height, or as close as lines of one text never are."""
    return other.top < one.bottom + 1 and one.top < other.bottom + 1


def _goes_on(before: Line, line: Line) -> bool:
    """Whether a line is the next of the same paragraph."""
    return line.size == before.size and line.top - before.top < 1.6 * line.size and line.x0 >= before.x0 - 2


def _is_text(lines: list[Line]) -> bool:
    return len(lines) > 1 and sum(len(line.text.split()) for line in lines) > _WORDS * len(lines)
