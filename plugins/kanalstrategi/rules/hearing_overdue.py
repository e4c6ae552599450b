"""A hearing whose deadline has passed: still open, with remarks that nobody has answered, or with no response at all."""

from collections.abc import Iterator
from datetime import date

from kanalstrategi.diagnostics import Finding, Rule, Severity, listed
from kanalstrategi.site import Library, Strategy

UNANSWERED = Rule("KS320", "hearing-unanswered", Severity.ADVICE)
EMPTY = Rule("KS321", "hearing-without-responses", Severity.ADVICE)
OPEN_AND_CLOSED = Rule("KS368", "hearing-open-and-closed", Severity.ADVICE)
STILL_OPEN = Rule("KS356", "hearing-not-closed", Severity.ADVICE)


def check_on(strategy: Strategy, library: Library, on: date) -> Iterator[Finding]:
    for held in strategy.hearings:
        procedure, remarks = held.hearing.procedure, held.hearing.remarks
        if not procedure.deadline or procedure.deadline >= on or (procedure.opened and procedure.opened > procedure.deadline):
            continue  # A deadline before the beginning is wrong, and that is said.
        span = procedure.span_at("deadline")
        if procedure.is_open and procedure.closed:
            yield OPEN_AND_CLOSED.at(procedure.span_of("status"), closed=procedure.closed.isoformat())
        elif procedure.is_open:
            yield STILL_OPEN.at(span, deadline=procedure.deadline.isoformat())
        open_ones = [remark for remark in remarks if not remark.answer]
        if not held.hearing.responses:
            yield EMPTY.at(span, deadline=procedure.deadline.isoformat())
        elif open_ones:
            lines = listed(remark.span.line for remark in open_ones)
            yield UNANSWERED.at(
                span, deadline=procedure.deadline.isoformat(), open=len(open_ones), all=len(remarks), lines=lines
            )
