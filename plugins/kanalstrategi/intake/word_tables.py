"""The rows and cells of a Word table, through what Word may wrap around them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from docx.oxml.ns import qn


def rows_of(element: Any) -> Iterator[Any]:
    for child in element:
        if child.tag == qn("w:tr"):
            yield child
        elif child.tag in (qn("w:sdt"), qn("w:sdtContent"), qn("w:ins"), qn("w:customXml")):
            yield from rows_of(child)


def cells_of(row: Any) -> Iterator[Any]:
    for child in row:
        if child.tag == qn("w:tc"):
            yield child
        elif child.tag in (qn("w:sdt"), qn("w:sdtContent"), qn("w:customXml")):
            yield from cells_of(child)


def before_cells(row: Any) -> int:
    """How many columns a row leaves free before its first cell."""
    free = row.find(f"{qn('w:trPr')}/{qn('w:gridBefore')}")
    return int(free.get(qn("w:val"), "0")) if free is not None else 0


def names_columns(element: Any) -> bool | None:
    """Whether the first row names the columns: yes where Word repeats it, unknown otherwise."""
    first = next(rows_of(element), None)
    if first is None:
        return None
    flag = first.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}")
    if flag is not None and flag.get(qn("w:val"), "true") not in ("0", "false", "off"):
        return True
    return None
