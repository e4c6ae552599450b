"""A list of the parties to a hearing without the disability council, which the law says must be heard."""

from collections.abc import Iterator

from kanalstrategi.diagnostics import Finding, Rule, Severity
from kanalstrategi.site import Library, Strategy

RULE = Rule("KS349", "council-not-heard", Severity.ADVICE)


def check(strategy: Strategy, library: Library) -> Iterator[Finding]:
    for held in strategy.hearings:
        procedure = held.hearing.procedure
        if procedure.others and not procedure.council:
            yield RULE.at(procedure.span_of("parter"))
