"""The lines that stand on every page of a PDF, above and below its text."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Final

from kanalstrategi.intake.blocks import LeftOut, Where
from kanalstrategi.intake.characters import clean
from kanalstrategi.intake.pdf_lines import Line

_PAGE_NUMBER: Final = re.compile(r"(?i)[-–— ]*(?:side|page|s\.)?\s*\d{1,4}\s*(?:(?:af|of|/)\s*\d{1,4})?[-–— ]*")
_MARGIN: Final = 0.12
_PAGES_TO_REPEAT: Final = 3


def without_running(pages: list[list[Line]], heights: list[float]) -> tuple[list[list[Line]], list[LeftOut]]:
    """The pages without the lines that repeat in their margins, and those lines, each once, and the page numbers."""
    repeated: dict[str, set[int]] = defaultdict(set)
    for number, (lines, height) in enumerate(zip(pages, heights, strict=True)):
        for line in _in_margin(lines, height):
            repeated[_pattern(line)].add(number)
    enough = min(_PAGES_TO_REPEAT, max(2, len(pages)))
    running = {pattern for pattern, found in repeated.items() if len(found) >= enough}
    kept, left_out, numbers = [], {}, []
    for lines, height in zip(pages, heights, strict=True):
        margin = list(_in_margin(lines, height))
        away = [line for line in margin if _pattern(line) in running]
        kept.append([line for line in lines if not any(line is each for each in away)])
        for line in away:
            if _PAGE_NUMBER.fullmatch(line.text):
                numbers.append(line.text)
            else:
                left_out.setdefault(line.text, LeftOut("running", line.text, Where("page", line.page)))
    found = [*left_out.values()]
    if numbers:
        found.append(LeftOut("page_number", " · ".join(numbers)))
    return kept, found


def _in_margin(lines: Iterable[Line], height: float) -> Iterator[Line]:
    for line in lines:
        if line.bottom < height * _MARGIN or line.top > height * (1 - _MARGIN):
            yield line


def _pattern(line: Line) -> str:
    """A line's words and height, whatever number stands in it."""
    return f"{re.sub(r'[0-9]+', '#', clean(line.text))} {round(line.top / 4)}"
