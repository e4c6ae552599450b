"""A period that has ended, in the municipality's newest edition."""

from collections.abc import Iterator
from datetime import date

from kanalstrategi.diagnostics import Finding, Rule, Severity
from kanalstrategi.site import Library, Strategy
from kanalstrategi.strategy.vocabulary import Status

RULE = Rule("KS318", "period-ended", Severity.ADVICE)


def check_on(strategy: Strategy, library: Library, on: date) -> Iterator[Finding]:
    document = strategy.edition.document
    period = document.period
    if not period or document.status is Status.REPLACED or not period.first <= period.last < on.year:
        return
    municipality = library.municipality(strategy)
    if strategy is municipality.newest:
        yield RULE.at(period.span_at("last"), year=period.last)
