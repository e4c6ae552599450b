"""A table row with more or fewer cells than there are columns for, often because a comma has cut a number in two.

Where all rows agree, it is the columns that are told.
"""

import re
from collections.abc import Iterator

from kanalstrategi.diagnostics import Finding, Rule, Severity, Span
from kanalstrategi.site import Library, Strategy
from kanalstrategi.strategy.text import Table

RULE = Rule("KS307", "row-length", Severity.ERROR)
COLUMNS = Rule("KS372", "columns-count", Severity.ERROR)
CUT = Rule("KS362", "number-cut-by-comma", Severity.ERROR)

_WHOLE = re.compile(r"[-+−]?\d+(?:\.\d{3})*")


def check(strategy: Strategy, library: Library) -> Iterator[Finding]:
    for table in strategy.tables_and_notes:
        if not isinstance(table, Table):
            continue
        lengths = {len(row.cells) for row in table.rows}
        if len(table.rows) > 1 and len(lengths) == 1 and table.columns and lengths != {len(table.columns) - 1}:
            cells = lengths.pop()
            values = {"cells": cells, "columns": len(table.columns), "right": cells + 1}
            if not all(_cut(row.cells, row.span_of("celler")) for row in table.rows):
                yield COLUMNS.at(table.span_of("kolonner"), **values)
                continue
        for row in table.rows:
            surplus = len(row.cells) + 1 - len(table.columns)
            if not surplus:
                continue
            numbers = _cut(row.cells, row.span_of("celler"))
            if len(numbers) == surplus:
                first = numbers[0]
                span = row.span_of("celler").of(first.partition(",")[0])
                yield CUT.at(span, number=first, all=", ".join(f'"{number}"' for number in numbers))
            else:
                yield RULE.at(
                    row.span_of("celler"), label=row.label or "~", cells=len(row.cells), columns=len(table.columns) - 1
                )


def _cut(cells: tuple[str | None, ...], where: Span) -> list[str]:
    """The numbers that stand in two cells, the decimals in the second, with no space after the comma in the file."""
    found, line = [], where.source.line(where.line)
    pairs = iter(zip(cells, cells[1:], strict=False))
    for first, second in pairs:
        if first and second and _WHOLE.fullmatch(first) and second[0].isdigit() and f"{first},{second}" in line:
            found.append(f"{first},{second}")
            next(pairs, None)
    return found
