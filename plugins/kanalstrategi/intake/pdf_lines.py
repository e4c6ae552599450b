"""The characters of a PDF page as lines in the order they are read: column after column, running lines set apart."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import count, groupby
from statistics import median, median_low
from typing import Any, Final

from kanalstrategi.intake.blocks import LeftOut, Run, Where
from kanalstrategi.intake.characters import clean, clean_words, lowered, raised

_BOLD: Final = re.compile(r"(?i)bold|black|heavy|semibold|demi")
_ITALIC: Final = re.compile(r"(?i)italic|oblique")
_SMALLER: Final = 0.9
"""How large a raised or a lowered number is at the most, in sizes of the letters around it."""
_LOST: Final = re.compile(r"\(cid:\d+\)")
_PAGE_NUMBER: Final = re.compile(r"(?i)[-–— ]*(?:side|page|s\.)?\s*\d{1,4}\s*(?:(?:af|of|/)\s*\d{1,4})?[-–— ]*")
_MARGIN: Final = 0.12
_GAP: Final = 6
_WIDE: Final = 1.8
_WIDER: Final = 6
"""How wide a gap cuts a row, in heights of a letter; words of a narrow column may stand far apart."""
_BETWEEN_WORDS: Final = 0.5
_ROWS_OF_COLUMNS: Final = 6
_PAGES_TO_REPEAT: Final = 3


@dataclass(frozen=True)
class Line:
    """Characters on one height, without a wide gap between them."""

    runs: tuple[Run, ...]
    page: int
    x0: float
    x1: float
    top: float
    bottom: float
    size: float

    @property
    def text(self) -> str:
        return " ".join("".join(run.text for run in self.runs).split())


def lines_of(
    characters: Sequence[Any], links: Sequence[Any], page: int, before: float | None
) -> tuple[list[Line], float | None]:
    """The lines of a page, from the top, and the strip between its columns where it has two; `before` is that of the
    page before, for the last page of a document may hold too little to tell."""
    inked = [each for each in characters if each["text"].strip()]
    strip = _strip(inked) or (before if _is_free(inked, before) else None)
    rows = _rows(characters)
    if strip is not None:
        rows = _beside(_rows(_left_of(characters, strip)), _rows(_right_of(characters, strip)))
    found = [_line(part, links, page) for row in rows for part in _parts(row, _WIDE if strip is None else _WIDER)]
    return sorted((line for line in found if line.text), key=lambda line: (line.top, line.x0)), strip


def _rows(characters: Sequence[Any]) -> list[list[Any]]:
    """The characters of one height together, each row from the left."""
    rows: list[list[Any]] = []
    for character in sorted(characters, key=lambda each: (each["bottom"], each["x0"])):
        row = next((row for row in reversed(rows[-6:]) if any(_overlap(each, character) for each in (row[0], row[-1]))), None)
        if row is None:
            rows.append([character])
        else:
            row.append(character)
    return [sorted(row, key=lambda each: each["x0"]) for row in rows]


def _overlap(one: Any, other: Any) -> bool:
    """Whether two characters stand on the same line; a raised or a lowered number does."""
    shared = min(one["bottom"], other["bottom"]) - max(one["top"], other["top"])
    return bool(shared > 0.5 * min(one["bottom"] - one["top"], other["bottom"] - other["top"]))


def _parts(row: list[Any], wide: float) -> Iterator[list[Any]]:
    """A row cut where a wide gap is."""
    part: list[Any] = []
    last: Any = None
    for character in row:
        if character["text"].strip():
            if last is not None and _is_apart(last, character, wide):
                yield part
                part = []
            last = character
        if last is not None:
            part.append(character)
    if part:
        yield part


def _is_apart(last: Any, character: Any, wide: float) -> bool:
    """Whether a gap is wide, or wider than between words, with lines of different heights on its two sides."""
    gap, size = character["x0"] - last["x1"], max(character["size"], last["size"])
    uneven = abs(last["bottom"] - character["bottom"]) > 1 and last["size"] == character["size"]
    return bool(gap > (_BETWEEN_WORDS if uneven else wide) * size)


def _line(characters: list[Any], links: Sequence[Any], page: int) -> Line:
    sizes = Counter(round(each["size"], 1) for each in characters if each["text"].strip())
    size = sizes.most_common(1)[0][0] if sizes else 0.0
    runs: list[Run] = []
    before: Any = None
    for each, text in _at_heights(characters, size):
        if not text.strip():
            runs.append(Run(" "))
            continue
        if before is not None and each["x0"] - before["x1"] > 0.18 * size:
            runs.append(Run(" "))
        runs.append(Run(text, bool(_BOLD.search(each["fontname"])), bool(_ITALIC.search(each["fontname"])), _link(each, links)))
        before = each
    inked = [each for each in characters if each["text"].strip()]
    return Line(
        _joined(runs),
        page,
        min(each["x0"] for each in inked),
        max(each["x1"] for each in inked),
        min(each["top"] for each in inked),
        max(each["bottom"] for each in inked),
        size,
    )


def _at_heights(characters: list[Any], size: float) -> Iterator[tuple[Any, str]]:
    """The characters with their text; numbers that stand raised or lowered as the characters that do."""
    foot = median_low([each["bottom"] for each in characters if round(each["size"], 1) == size] or [0])

    def height(each: Any) -> int:
        from_foot = each["bottom"] - foot
        is_beside = each["size"] < _SMALLER * size and abs(from_foot) > 0.1 * size
        return (1 if from_foot < 0 else -1) if is_beside else 0

    for level, found in groupby(characters, height):
        group = list(found)
        texts = [_LOST.sub("\ufffd", each["text"]) for each in group]
        if level and all(len(text) == 1 for text in texts):
            texts = list(raised("".join(texts)) if level > 0 else lowered("".join(texts)))
        yield from zip(group, texts, strict=True)


def _joined(runs: list[Run]) -> tuple[Run, ...]:
    """Runs of one look together; a space takes the look of what stands before it. A hyphen that may be soft stays."""
    looked: list[Run] = []
    for run in runs:
        if not run.text.strip() and looked and not looked[-1].text.strip():
            continue
        if not run.text.strip() and looked:
            run = Run(run.text, looked[-1].bold, looked[-1].italic, looked[-1].link)
        looked.append(Run(run.text.replace("\u00ad", "\u2010"), run.bold, run.italic, run.link))
    return clean_words(looked)


def _link(character: Any, links: Sequence[Any]) -> str:
    x, y = (character["x0"] + character["x1"]) / 2, (character["top"] + character["bottom"]) / 2
    for link in links:
        if link["x0"] <= x <= link["x1"] and link["top"] <= y <= link["bottom"] and link.get("uri"):
            return str(link["uri"])
    return ""


# --- Columns


def _strip(characters: Sequence[Any]) -> float | None:
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
    wide = [group for group in groups if steps[group[-1]] - steps[group[0]] >= _GAP]
    for group in sorted(wide, key=len, reverse=True):
        left, right = median(ink[: group[0]]), median(ink[group[-1] + 1 :])
        if min(left, right) >= 0.4 * usual:
            return (steps[group[0]] + steps[group[-1]]) / 2
    return None


def _runs_on(left: list[Any], right: list[Any]) -> bool:
    ends, begins = ([each for each in row if each["text"].strip()] for row in (left, right))
    if not ends or not begins:
        return False
    return bool(abs(begins[0]["bottom"] - ends[-1]["bottom"]) < 1.5 and begins[0]["x0"] - ends[-1]["x1"] < _GAP)


def _is_free(characters: Sequence[Any], x: float | None) -> bool:
    """Whether a strip of the page before is free on this one too, with characters on both sides."""
    if x is None or any(each["x0"] - 1 <= x <= each["x1"] + 1 for each in characters):
        return False
    return bool(_left_of(characters, x) and _right_of(characters, x))


def _left_of(characters: Sequence[Any], x: float) -> list[Any]:
    return [each for each in characters if (each["x0"] + each["x1"]) / 2 < x]


def _right_of(characters: Sequence[Any], x: float) -> list[Any]:
    return [each for each in characters if (each["x0"] + each["x1"]) / 2 >= x]


def _beside(left: list[list[Any]], right: list[list[Any]]) -> list[list[Any]]:
    """The rows of both sides; those that run on from the left to the right are one."""
    rows: list[list[Any]] = []
    rest = list(right)
    for row in left:
        other = next((each for each in rest if _runs_on(row, each)), None)
        if other is not None:
            rest = [each for each in rest if each is not other]
        rows.append([*row, *(other or [])])
    return [*rows, *rest]


def in_columns(lines: list[Line], strip: float) -> list[Line]:
    """The lines in the order they are read: the left column, the right one; a line across both parts what is above."""
    ordered: list[Line] = []
    left: list[Line] = []
    right: list[Line] = []
    for line in lines:
        if line.x1 <= strip:
            left.append(line)
        elif line.x0 >= strip:
            right.append(line)
        else:
            ordered += [*left, *right, line]
            left, right = [], []
    return [*ordered, *left, *right]


# --- Lines that stand on every page


def without_running(pages: list[list[Line]], heights: list[float]) -> tuple[list[list[Line]], list[LeftOut]]:
    """The pages without the lines that repeat in their margins, and those lines, each once, and the page numbers."""
    repeated: dict[str, set[int]] = defaultdict(set)
    for number, (lines, height) in enumerate(zip(pages, heights, strict=True)):
        for line in _in_margin(lines, height):
            repeated[_pattern(line)].add(number)
    running = {pattern for pattern, found in repeated.items() if len(found) >= _PAGES_TO_REPEAT}
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
