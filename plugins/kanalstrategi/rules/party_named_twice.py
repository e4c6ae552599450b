"""The same party twice in the list of those that were heard: most often one line that should have been another's."""

from collections import Counter
from collections.abc import Iterator

from kanalstrategi.diagnostics import Finding, Rule, Severity
from kanalstrategi.site import Library, Strategy

RULE = Rule("KS395", "party-named-twice", Severity.ADVICE)


def check(strategy: Strategy, library: Library) -> Iterator[Finding]:
    for held in strategy.hearings:
        procedure = held.hearing.procedure
        for party, times in Counter(procedure.heard).items():
            if times > 1:
                yield RULE.at(procedure.place_of(party), party=party)
