"""Texts that stand beside each other on a part of a page: a box, or columns between texts across the whole page.

Columns from top to bottom are found by the empty strip between them, in `pdf_lines`; here only lines tell.
"""

from __future__ import annotations

from typing import Final

from kanalstrategi.intake.pdf_lines import Line

_WORDS: Final = 2
"""Fewer words in a line than this, on the average, are labels and numbers, which are read row by row."""


def one_after_another(lines: list[Line]) -> list[Line]:
    """The lines of a page with no text in the middle of another: what stands to the left is read first."""
    ordered: list[Line] = []
    index = 0
    while index < len(lines):
        left, right = _beside(lines[index:])
        if _is_text(left) and _is_text(right):
            ordered += [*left, *right]
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
    for line in rest:
        if not right or (left and line.x0 > max(each.x1 for each in left)):
            side, opposite = right, left
        elif not left or line.x1 < min(each.x0 for each in right):
            side, opposite = left, right
        else:
            break
        is_beside = any(_overlap(each, line) for each in opposite)
        if not is_beside and not (side and _goes_on(side[-1], line)):
            break
        side.append(line)
    return left, right


def _overlap(one: Line, other: Line) -> bool:
    """Whether two lines are at one height, or as close as lines of one text never are."""
    return other.top < one.bottom + 1 and one.top < other.bottom + 1


def _goes_on(before: Line, line: Line) -> bool:
    """Whether a line is the next of the same paragraph."""
    return line.size == before.size and line.top - before.top < 1.6 * line.size and line.x0 >= before.x0 - 2


def _is_text(lines: list[Line]) -> bool:
    return len(lines) > 1 and sum(len(line.text.split()) for line in lines) > _WORDS * len(lines)
