"""Two channels at the same place of a ranking: the document may say so, or a number was copied and never changed."""

from collections.abc import Iterator

from kanalstrategi.diagnostics import Finding, Rule, Severity
from kanalstrategi.site import Library, Strategy
from kanalstrategi.strategy.vocabulary import Theme

RULE = Rule("KS369", "rank-shared", Severity.ADVICE)


def check(strategy: Strategy, library: Library) -> Iterator[Finding]:
    if any(gap.theme is Theme.RANKING for gap in strategy.edition.gaps):
        return
    for ranking in strategy.edition.channels.rankings if strategy.edition.channels else ():
        first: dict[int, str] = {}
        for rank in ranking.ranks:
            number = rank.place_number
            if number in first:
                yield RULE.at(rank.span_at("place_number"), number=number, first=first[number], name=rank.name)
            first.setdefault(number, rank.name)
