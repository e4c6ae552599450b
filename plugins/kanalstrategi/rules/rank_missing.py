"""A ranking that jumps over a place."""

from collections.abc import Iterator

from kanalstrategi.diagnostics import Finding, Rule, Severity
from kanalstrategi.site import Library, Strategy
from kanalstrategi.strategy.channels import Ranking

RULE = Rule("KS317", "rank-missing", Severity.WARNING)


def check(strategy: Strategy, library: Library) -> Iterator[Finding]:
    for ranking in strategy.edition.channels.rankings if strategy.edition.channels else ():
        yield from _gaps(ranking)


def _gaps(ranking: Ranking) -> Iterator[Finding]:
    """Two that share a place may be followed by the next one, or by the one after as many as they are."""
    last, sharing = 0, 1
    for rank in sorted(ranking.ranks, key=lambda rank: rank.place_number):
        number = rank.place_number
        if number == last:
            sharing += 1
            continue
        if number not in (last + 1, last + sharing):
            yield RULE.at(rank.span_at("place_number"), missing=last + 1, number=number, name=rank.name)
        last, sharing = number, 1
