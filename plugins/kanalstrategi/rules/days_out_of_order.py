"""Days of a hearing that cannot follow each other: a deadline before the beginning, an end before the deadline, an answer before the response."""

from collections.abc import Iterator
from datetime import date

from kanalstrategi.diagnostics import Finding, Rule, Severity
from kanalstrategi.site import Library, Strategy
from kanalstrategi.strategy.fields import Part
from kanalstrategi.strategy.hearing import Hearing

RULE = Rule("KS351", "days-out-of-order", Severity.WARNING)


def check(strategy: Strategy, library: Library) -> Iterator[Finding]:
    for held in strategy.hearings:
        for first, second, part, key in _pairs(held.hearing):
            if first and second and second < first:
                yield RULE.at(part.span_of(key), day=second.isoformat(), earlier=first.isoformat())


def _pairs(hearing: Hearing) -> Iterator[tuple[date | None, date | None, Part, str]]:
    """Two days, the first of which comes first, and the part and the key of it where the second is written."""
    procedure = hearing.procedure
    yield procedure.opened, procedure.deadline, procedure, "frist"
    yield procedure.opened, procedure.closed, procedure, "lukket"
    yield procedure.deadline, procedure.closed, procedure, "lukket"
    yield procedure.closed or procedure.opened, procedure.decided, procedure, "afgjort"
    for response in hearing.responses:
        yield procedure.opened, response.received, response, "modtaget"
        for remark in response.remarks:
            if remark.answer:
                yield response.received or procedure.opened, remark.answer.day, remark.answer, "dato"
