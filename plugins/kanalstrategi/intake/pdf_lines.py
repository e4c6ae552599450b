"""The characters of a PDF page as lines: each height by itself, cut where columns stand beside each other."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from statistics import median_low
from typing import Any, Final

from kanalstrategi.intake.blocks import Run
from kanalstrategi.intake.characters import clean_words, lowered, raised
from kanalstrategi.intake.pdf_columns import GAP, Gutter, gutters, is_free, left_of, right_of, strip_of

_BOLD: Final = re.compile(r"(?i)bold|black|heavy|semibold|demi")
_ITALIC: Final = re.compile(r"(?i)italic|oblique")
_SMALLER: Final = 0.9
"""How large a raised or a lowered number is at the most, in sizes of the letters around it."""
_LOST: Final = re.compile(r"\(cid:\d+\)")
_WIDE: Final = 1.8
_WIDER: Final = 6
"""How wide a gap cuts a row, in heights of a letter; words of a narrow column may stand far apart."""
_BETWEEN_WORDS: Final = 0.5


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
) -> tuple[list[Line], float | None, list[Gutter]]:
    """The lines of a page, from the top, the strip between its columns where it has two, and its gutters; `before` is
    the strip of the page before, for the last page of a document may hold too little to tell."""
    inked = [each for each in characters if each["text"].strip()]
    strip = strip_of(inked) or (before if is_free(inked, before) else None)
    sides = [_rows(characters)] if strip is None else [_rows(left_of(characters, strip)), _rows(right_of(characters, strip))]
    between = [gutter for side in sides for gutter in gutters(side)]
    rows = sides[0] if strip is None else _beside(*sides)
    wide = _WIDE if strip is None else _WIDER
    found = [_line(part, links, page) for row in rows for part in _parts(row, wide, between)]
    return sorted((line for line in found if line.text), key=lambda line: (line.top, line.x0)), strip, between


def _rows(characters: Sequence[Any]) -> list[list[Any]]:
    """The characters of one height together, each row from the left."""
    rows: list[list[Any]] = []
    heights: list[dict[tuple[float, float], Any]] = []
    for character in sorted(characters, key=lambda each: (each["bottom"], each["x0"])):
        for row, own in zip(reversed(rows[-6:]), reversed(heights[-6:]), strict=True):
            if any(_overlap(each, character) for each in (row[0], row[-1])) and not _is_another(character, own):
                break
        else:
            rows.append(row := [])
            heights.append(own := {})
        row.append(character)
        own.setdefault((round(character["top"]), round(character["bottom"])), character)
    return [sorted(row, key=lambda each: each["x0"]) for row in rows]


def _is_another(character: Any, heights: dict[tuple[float, float], Any]) -> bool:
    """Whether the letters of a row's size stand wholly above a character of that size: those of a column beside it, at
    heights between, would else make one row of two lines. Raised and lowered numbers are smaller."""
    if (round(character["top"]), round(character["bottom"])) in heights:
        return False
    large = _SMALLER * max((each["size"] for each in heights.values()), default=0)
    return character["size"] > large and any(each["size"] > large and not _overlap(each, character) for each in heights.values())


def _overlap(one: Any, other: Any) -> bool:
    """Whether two characters stand on the same line; a raised or a lowered number does."""
    shared = min(one["bottom"], other["bottom"]) - max(one["top"], other["top"])
    return bool(shared > 0.5 * min(one["bottom"] - one["top"], other["bottom"] - other["top"]))


def _parts(row: list[Any], wide: float, between: list[Gutter]) -> Iterator[list[Any]]:
    """A row cut where a wide gap or a gutter is."""
    part: list[Any] = []
    last: Any = None
    for character in row:
        if character["text"].strip():
            if last is not None and (_is_apart(last, character, wide) or any(each.parts(last, character) for each in between)):
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


def _runs_on(left: list[Any], right: list[Any]) -> bool:
    ends, begins = ([each for each in row if each["text"].strip()] for row in (left, right))
    if not ends or not begins:
        return False
    return bool(abs(begins[0]["bottom"] - ends[-1]["bottom"]) < 1.5 and begins[0]["x0"] - ends[-1]["x1"] < GAP - 0.5)


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
