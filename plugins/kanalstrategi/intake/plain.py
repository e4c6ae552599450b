"""Plain text to blocks: an empty line parts paragraphs, signs at the start of a line make lists."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from kanalstrategi.intake.blocks import Block, Grid, Heading, Paragraph, Reading, Refusal, Run, Where, Words
from kanalstrategi.intake.characters import clean
from kanalstrategi.intake.shape import LONGEST_HEADING, is_marked, shaped

_ENCODINGS: Final = {b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16", b"\xef\xbb\xbf": "utf-8-sig"}
_GAP: Final = re.compile(r" {3,}|\t+")
_UNDERLINE: Final = re.compile(r"={3,}|-{3,}|~{3,}")
_WIDEST: Final = 120
"""The longest line of a text that a program has broken for width."""
_FULL: Final = 0.85
_FULL_LINES: Final = 3
_DIVIDED: Final = re.compile(r"\w-$")
_APART: Final = re.compile(r"(?:og|eller|samt|som)\b|\W|[A-ZÆØÅ\d]")


def text_of(data: bytes) -> str | None:
    """The text of a file in the encodings that Danish programs write; nothing where it is no text."""
    named = next((name for mark, name in _ENCODINGS.items() if data.startswith(mark)), None)
    if named is None and b"\0" in data:
        return None
    for encoding in (named,) if named else ("utf-8", "cp1252", "latin-1"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return None


def read(data: bytes) -> Reading | Refusal:
    text = text_of(data)
    if text is None:
        return Refusal("not_text")
    return Reading(shaped(tuple(_blocks(text))))


def _blocks(text: str) -> Iterator[Block]:
    lines = text.replace("\r\n", "\n").replace("\r", "\n").replace("\f", "\n\n").split("\n")
    width = _width(lines)
    group: list[tuple[int, str]] = []
    for number, line in enumerate([*lines, ""], 1):
        if group and _underlines(line.strip(), group[-1][1].strip()):
            *before, (at, title) = group
            yield from _group(before, width) if before else ()
            yield Heading(1 if line.strip()[0] == "=" else 2, _words(title), Where("line", at))
            group = []
        elif line.strip():
            group.append((number, line))
        elif group:
            yield from _group(group, width)
            group = []


def _width(lines: list[str]) -> int:
    """The width that the text is broken for, or 0 where each line is a paragraph or an item of its own."""
    going_on = (line for line, after in pairwise(lines) if line.strip() and after.strip() and not _underlines(after.strip(), line.strip()))
    lengths = [len(line.rstrip()) for line in going_on if not _GAP.search(line.strip())]
    widest = max(lengths, default=0)
    return widest if widest <= _WIDEST and sum(each >= _FULL * widest for each in lengths) >= _FULL_LINES else 0


def _underlines(line: str, title: str) -> bool:
    """Whether a line of one sign underlines the words above it, as headings of plain text are."""
    return bool(_UNDERLINE.fullmatch(line)) and len(title) <= min(LONGEST_HEADING, 2 * len(line)) and title[-1] not in ".,;"


def _group(lines: list[tuple[int, str]], width: int) -> Iterator[Block]:
    """The lines between two empty ones: a table, or paragraphs and items that may run over several lines."""
    rows = [_GAP.split(line.strip()) for _, line in lines]
    if len(rows) > 1 and len(rows[0]) > 1 and all(len(row) == len(rows[0]) for row in rows):
        cells = tuple(tuple(_words(cell) for cell in row) for row in rows)
        yield Grid(cells, head=False, where=Where("line", lines[0][0]))
        return
    paragraph: list[str] = []
    start = lines[0][0]
    for number, line in lines:
        if paragraph and (is_marked(line.strip()) or not _runs_on(paragraph[-1], line.strip(), width)):
            yield _paragraph(paragraph, start, alone=len(lines) == 1)
            paragraph = []
        start = start if paragraph else number
        paragraph.append(line.rstrip())
    yield _paragraph(paragraph, start, alone=len(lines) == 1)


def _runs_on(before: str, line: str, width: int) -> bool:
    """Whether a line goes on with the one before, for its first word had no room there."""
    return bool(width) and len(before) + 1 + len(line.split()[0].split("-")[0]) >= width


def _paragraph(lines: list[str], number: int, alone: bool) -> Paragraph:
    text = ""
    for line in map(str.strip, lines):
        together = _DIVIDED.search(text) and not _APART.match(line)
        text += line if together or not text else f" {line}"
    return Paragraph(_words(text), Where("line", number), alone=alone)


def _words(text: str) -> Words:
    text = " ".join(clean(text).split())
    return (Run(text),) if text else ()
