"""A private person's name where a party to a hearing is expected."""

from collections.abc import Iterator

from kanalstrategi.diagnostics import Finding, Rule, Severity, Span
from kanalstrategi.site import Library, Strategy
from kanalstrategi.strategy.hearing import Hearing
from kanalstrategi.strategy.persons import private_name

RULE = Rule("KS350", "private-person-named", Severity.WARNING)


def check(strategy: Strategy, library: Library) -> Iterator[Finding]:
    for held in strategy.hearings:
        for party, span in _parties(held.hearing):
            if name := private_name(party):
                yield RULE.at(span, name=name)


def _parties(hearing: Hearing) -> Iterator[tuple[str, Span]]:
    for party, span in hearing.procedure.heard:
        yield party, span.of(party)
    for response in hearing.responses:
        yield response.party, response.span_of("fra")
