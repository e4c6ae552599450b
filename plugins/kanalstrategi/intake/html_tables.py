"""The cells of an HTML table in their places: a cell that spans several columns or rows leaves the others empty."""

from __future__ import annotations

from collections.abc import Iterator

from bs4 import Tag


def cells_of(tag: Tag) -> Iterator[list[Tag | None]]:
    pending: dict[int, int] = {}
    for row in _rows(tag):
        cells: list[Tag | None] = []
        for cell in row.find_all(["td", "th"], recursive=False):
            while pending.get(len(cells), 0):
                pending[len(cells)] -= 1
                cells.append(None)
            first, span = len(cells), _span(cell, "colspan")
            cells += [cell, *[None] * (span - 1)]
            for column in range(first, first + span):
                pending[column] = _span(cell, "rowspan") - 1
        while pending.get(len(cells), 0):
            pending[len(cells)] -= 1
            cells.append(None)
        yield cells


def names_columns(tag: Tag) -> bool:
    """Whether the first row is the head of the table."""
    first = next(iter(_rows(tag)), None)
    cells = first.find_all(["td", "th"], recursive=False) if first else []
    return bool(first and cells) and (first.find_parent("thead") is not None or all(cell.name == "th" for cell in cells))


def _rows(tag: Tag) -> list[Tag]:
    return [row for row in tag.find_all("tr") if row.find_parent("table") is tag]


def _span(cell: Tag, name: str) -> int:
    value = str(cell.get(name, "1"))
    return max(1, min(50, int(value))) if value.isdecimal() else 1
