"""Plain text to blocks: an empty line parts paragraphs, signs at the start of a line make lists."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from kanalstrategi.intake.blocks import Block, Grid, Paragraph, Reading, Refusal, Run, Where, Words
from kanalstrategi.intake.characters import clean
from kanalstrategi.intake.shape import MARK, shaped

_ENCODINGS: Final = {b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16", b"\xef\xbb\xbf": "utf-8-sig"}
_GAP: Final = re.compile(r" {3,}|\t+")


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
    group: list[tuple[int, str]] = []
    for number, line in enumerate([*lines, ""], 1):
        if line.strip():
            group.append((number, line))
        elif group:
            yield from _group(group)
            group = []


def _group(lines: list[tuple[int, str]]) -> Iterator[Block]:
    """The lines between two empty ones: a table, or paragraphs and items that may run over several lines."""
    rows = [_GAP.split(line.strip()) for _, line in lines]
    if len(rows) > 1 and len(rows[0]) > 1 and all(len(row) == len(rows[0]) for row in rows):
        cells = tuple(tuple(_words(cell) for cell in row) for row in rows)
        yield Grid(cells, head=False, where=Where("line", lines[0][0]))
        return
    wrapped = _is_wrapped([line for _, line in lines])
    paragraph: list[str] = []
    start = lines[0][0]
    for number, line in lines:
        if paragraph and (MARK.match(line.strip()) or not wrapped):
            yield _paragraph(paragraph, start, alone=len(lines) == 1)
            paragraph = []
        start = start if paragraph else number
        paragraph.append(line.strip())
    yield _paragraph(paragraph, start, alone=len(lines) == 1)


def _is_wrapped(lines: list[str]) -> bool:
    """Whether the lines are one paragraph broken for width: all but the last of much the same length."""
    inner = [len(line.rstrip()) for line in lines[:-1]]
    return bool(inner) and max(inner) <= 120 and min(inner) >= 45


def _paragraph(lines: list[str], number: int, alone: bool) -> Paragraph:
    return Paragraph(_words(" ".join(lines)), Where("line", number), alone=alone)


def _words(text: str) -> Words:
    text = " ".join(clean(text).split())
    return (Run(text),) if text else ()
