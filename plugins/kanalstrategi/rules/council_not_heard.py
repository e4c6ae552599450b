"""The disability council, which the law says must be heard: not among the parties, or yes and no where its name belongs."""

from collections.abc import Iterator

from kanalstrategi.diagnostics import Finding, Rule, Severity
from kanalstrategi.site import Library, Strategy

RULE = Rule("KS349", "council-not-heard", Severity.ADVICE)
NO_NAME = Rule("KS399", "council-not-heard", Severity.WARNING)

_NO_NAMES = frozenset(("ja", "nej", "yes", "no", "true", "false"))


def check(strategy: Strategy, library: Library) -> Iterator[Finding]:
    for held in strategy.hearings:
        procedure = held.hearing.procedure
        if procedure.others and not procedure.council:
            yield RULE.at(procedure.span_of("parter"))
        if procedure.council and procedure.council.casefold() in _NO_NAMES:
            yield NO_NAME.at(procedure.span_at("council"), written=procedure.council)
