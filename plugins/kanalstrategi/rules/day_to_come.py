"""A day of something that is said to have happened, and that has not come yet: most often a year that was mistyped."""

from collections.abc import Iterator
from datetime import date

from kanalstrategi.diagnostics import Finding, Rule, Severity
from kanalstrategi.site import Library, Strategy
from kanalstrategi.strategy.fields import Part

RULE = Rule("KS394", "day-to-come", Severity.ADVICE)


def check_on(strategy: Strategy, library: Library, on: date) -> Iterator[Finding]:
    for day, part, name in _happened(strategy):
        if day and day > on:
            yield RULE.at(part.span_at(name), day=day.isoformat())


def _happened(strategy: Strategy) -> Iterator[tuple[date | None, Part, str]]:
    """The days that are written when something has happened, and the part and the field of it where they stand."""
    document = strategy.edition.document
    if document.adoption and not document.is_draft:
        yield document.adoption.day, document.adoption, "day"
    for held in strategy.hearings:
        procedure = held.hearing.procedure
        yield procedure.closed, procedure, "closed"
        yield procedure.decided, procedure, "decided"
        for response in held.hearing.responses:
            yield response.received, response, "received"
            for remark in response.remarks:
                if remark.answer:
                    yield remark.answer.day, remark.answer, "day"
