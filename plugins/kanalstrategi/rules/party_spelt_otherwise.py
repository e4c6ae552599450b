"""A response from a party whose name is nearly that of one that was heard, so that both stand in the list of parties."""

from collections.abc import Iterator

from kanalstrategi.diagnostics import Finding, Rule, Severity
from kanalstrategi.site import Library, Strategy
from kanalstrategi.strategy.nearest import nearest_word

RULE = Rule("KS352", "party-spelt-otherwise", Severity.WARNING)


def check(strategy: Strategy, library: Library) -> Iterator[Finding]:
    for held in strategy.hearings:
        heard = held.hearing.procedure.heard
        responded = {response.party for response in held.hearing.responses}
        silent = [name for name in heard if name not in responded]
        for response in held.hearing.responses:
            if response.party not in heard and (other := _same(response.party, silent)):
                yield RULE.at(response.span_of("fra"), party=response.party, other=other)


def _same(party: str, heard: list[str]) -> str | None:
    """The party that was heard under a name with more or fewer words, or spelt a little otherwise."""
    for name in heard:
        shorter, longer = sorted((name.casefold().split(), party.casefold().split()), key=len)
        if longer[: len(shorter)] == shorter:
            return name
    return nearest_word(party, heard)
