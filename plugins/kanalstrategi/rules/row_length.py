"""A table row with more or fewer cells than there are columns for."""

from collections.abc import Iterator

from kanalstrategi.diagnostics import Finding, Rule, Severity
from kanalstrategi.site import Library, Strategy
from kanalstrategi.strategy.text import Table

RULE = Rule("KS307", "row-length", Severity.ERROR)


def check(strategy: Strategy, library: Library) -> Iterator[Finding]:
    for table in strategy.tables_and_notes:
        for row in table.rows if isinstance(table, Table) else ():
            if len(row.cells) + 1 != len(table.columns):
                yield RULE.at(
                    row.span_of("celler"), label=row.label or "~", cells=len(row.cells), columns=len(table.columns) - 1
                )
