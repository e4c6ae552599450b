"""A private person's name where a party to a hearing is expected."""

from collections.abc import Iterator

from kanalstrategi.diagnostics import Finding, Rule, Severity
from kanalstrategi.site import Library, Strategy
from kanalstrategi.strategy.persons import private_name

RULE = Rule("KS350", "private-person-named", Severity.WARNING)


def check(strategy: Strategy, library: Library) -> Iterator[Finding]:
    for held in strategy.hearings:
        procedure = held.hearing.procedure
        for party in procedure.heard:
            if name := private_name(party):
                yield RULE.at(procedure.place_of(party), name=name)
        for response in held.hearing.responses:
            if name := private_name(response.party):
                yield RULE.at(response.span_of("fra"), name=name)
