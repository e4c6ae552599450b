"""A table of a document: as data where its cells are short, as text where it only serves to set things side by side."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from kanalstrategi.intake.blocks import Block, Doubt, Grid, Paragraph, Run, Where, Words, doubted
from kanalstrategi.intake.characters import clean_words

LONGEST_CELL: Final = 600
Cells = tuple[tuple[tuple[Block, ...], ...], ...]


def table(rows: Cells, head: bool | None, where: Where) -> Iterator[Block]:
    """The rows as one grid, or the blocks of the cells one after the other. `head` is unknown where it is `None`."""
    rows = tuple(row for row in rows if any(row))
    if not rows:
        return
    width = max(len(row) for row in rows)
    rows = tuple((*row, *((),) * (width - len(row))) for row in rows)
    if reason := _why_text(rows, width):
        first, *others = rows
        blocks = [replace(block, is_cell=bool(others)) if isinstance(block, Paragraph) else block for cell in first for block in cell]
        blocks += [block for row in others for cell in row for block in cell]
        for index, block in enumerate(blocks):
            yield doubted(block, Doubt(reason)) if index == 0 else block
        return
    cells = tuple(tuple(_words(cell) for cell in row) for row in rows)
    doubts = []
    if head is None:
        doubts.append(Doubt("table_head"))
    doubts += [doubt for row in rows for cell in row for block in cell for doubt in block.doubts]
    yield Grid(cells, head is not False, where, tuple({doubt.kind: doubt for doubt in doubts}.values()))


def _why_text(rows: Cells, width: int) -> str | None:
    """The doubt that says why a table cannot be data, if it cannot."""
    cells = [cell for row in rows for cell in row if cell]
    if len(cells) == 1:
        return "frame"
    if width < 2 or len(rows) < 2:
        return "table_single"
    if any(not isinstance(block, Paragraph) for cell in cells for block in cell):
        return "table_nested"
    return "table_as_text" if any(sum(len(_text(block)) for block in cell) > LONGEST_CELL for cell in cells) else None


def _text(block: Block) -> str:
    return block.text if isinstance(block, Paragraph) else ""


def _words(cell: tuple[Block, ...]) -> Words:
    """The paragraphs of a cell as one."""
    runs: list[Run] = []
    for block in cell:
        if isinstance(block, Paragraph):
            runs += [Run(" "), *block.words] if runs else block.words
    return clean_words(runs)
