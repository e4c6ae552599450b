"""A reference to a place that is not in the document."""

from collections.abc import Iterator

from kanalstrategi.diagnostics import Finding, Rule, Severity
from kanalstrategi.site import Library, Strategy
from kanalstrategi.site.references import references
from kanalstrategi.strategy.nearest import nearest_word

NEAR = Rule("KS302", "unknown-place", Severity.ERROR)
FAR = Rule("KS308", "unknown-place", Severity.ERROR)


def check(strategy: Strategy, library: Library) -> Iterator[Finding]:
    for reference in references(strategy):
        if reference.place in strategy.passages:
            continue
        nearest = nearest_word(reference.place, list(strategy.passages))
        if nearest:
            yield NEAR.at(reference.place_span, place=reference.place, nearest=nearest)
        else:
            yield FAR.at(reference.place_span, place=reference.place)
