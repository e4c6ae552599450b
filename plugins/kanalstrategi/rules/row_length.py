"""A table row with more or fewer cells than there are columns for."""

from collections.abc import Iterator

from kanalstrategi.diagnostics import Finding, Rule, Severity
from kanalstrategi.site import Library, Strategy
from kanalstrategi.strategy.running_text import tables

RULE = Rule("KS307", "row-length", Severity.ERROR)


def check(strategy: Strategy, library: Library) -> Iterator[Finding]:
    for table in tables(strategy.edition):
        for row in table.rows:
            if len(row.cells) + 1 != len(table.columns):
                yield RULE.at(
                    row.span_of("celler"), label=row.label or "~", cells=len(row.cells), columns=len(table.columns) - 1
                )
