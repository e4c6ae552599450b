"""A quote that does not stand, word for word, where it is said to stand."""

from collections.abc import Iterator
from typing import Final

from kanalstrategi.diagnostics import Finding, Rule, Severity
from kanalstrategi.language import placeholders_in
from kanalstrategi.site import Library, Strategy
from kanalstrategi.site.references import references
from kanalstrategi.strategy.anchoring import find
from kanalstrategi.strategy.document import Adoption
from kanalstrategi.strategy.fields import Part
from kanalstrategi.strategy.passages import CHAPTERS, one_line, shortened
from kanalstrategi.strategy.sections import Addressed

FAR = Rule("KS303", "quote-not-verbatim", Severity.ERROR)
NEAR = Rule("KS353", "quote-not-verbatim", Severity.ERROR)
MOVED = Rule("KS363", "quote-not-verbatim", Severity.ERROR)

SHOWN: Final = 200
"""How many characters of a rewritten place are shown: enough to choose other words from."""


def check(strategy: Strategy, library: Library) -> Iterator[Finding]:
    for reference in references(strategy):
        if reference.place in strategy.repeated:
            continue  # Which of the two is meant is not known before one has another id, and that is said.
        passage = strategy.passages.get(reference.place) if reference.quotes else None
        for quote in reference.quotes:
            if passage and not passage.says(quote):
                if now := find(one_line(quote), passage.words).words:
                    yield NEAR.at(reference.quote_span, quote=quote, place=reference.place, now=now)
                elif elsewhere := _elsewhere(quote, strategy, _own_place(reference.part)):
                    yield MOVED.at(reference.place_span, quote=quote, place=reference.place, elsewhere=elsewhere)
                elif not placeholders_in(quote, alone=True):  # What has to be filled in is told as that.
                    there = shortened(passage.words, SHOWN) or "…"
                    yield FAR.at(reference.quote_span, quote=quote, place=reference.place, there=there)


def _own_place(part: Part) -> str:
    """Where the page shows what points at a place: its own words stand there in any case."""
    if isinstance(part, Addressed):
        return part.anchor
    return CHAPTERS["document"] if isinstance(part, Adoption) else ""


def _elsewhere(quote: str, strategy: Strategy, own: str) -> str | None:
    """The narrowest other place that says the words of a quote, where there is one."""
    saying = [passage for passage in strategy.passages.values() if passage.anchor != own and passage.says(quote)]
    return min(saying, key=lambda passage: len(passage.words)).anchor if saying else None
