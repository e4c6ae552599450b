"""Days of a hearing that cannot follow each other: a deadline before the beginning, an answer before the response."""

from collections.abc import Iterator
from datetime import date

from kanalstrategi.diagnostics import Finding, Rule, Severity, Span
from kanalstrategi.site import Library, Strategy
from kanalstrategi.strategy.hearing import Hearing

RULE = Rule("KS351", "days-out-of-order", Severity.WARNING)


def check(strategy: Strategy, library: Library) -> Iterator[Finding]:
    for held in strategy.hearings:
        for first, second, span in _pairs(held.hearing):
            if first and second and second < first:
                yield RULE.at(span, day=second.isoformat(), earlier=first.isoformat())


def _pairs(hearing: Hearing) -> Iterator[tuple[date | None, date | None, Span]]:
    """Two days, the first of which comes first, and where the second is written."""
    procedure = hearing.procedure
    yield procedure.opened, procedure.deadline, procedure.span_of("frist")
    yield procedure.opened, procedure.closed, procedure.span_of("lukket")
    yield procedure.closed or procedure.opened, procedure.decided, procedure.span_of("afgjort")
    for response in hearing.responses:
        yield procedure.opened, response.received, response.span_of("modtaget")
        for remark in response.remarks:
            if remark.answer:
                yield response.received or procedure.opened, remark.answer.day, remark.answer.span_of("dato")
