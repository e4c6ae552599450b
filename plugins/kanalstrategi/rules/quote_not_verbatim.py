"""A quote that does not stand, word for word, where it is said to stand."""

from collections.abc import Iterator
from typing import Final

from kanalstrategi.diagnostics import Finding, Rule, Severity
from kanalstrategi.site import Library, Strategy
from kanalstrategi.site.references import references
from kanalstrategi.strategy.anchoring import find
from kanalstrategi.strategy.passages import one_line, shortened

FAR = Rule("KS303", "quote-not-verbatim", Severity.ERROR)
NEAR = Rule("KS353", "quote-not-verbatim", Severity.ERROR)
MOVED = Rule("KS363", "quote-not-verbatim", Severity.ERROR)

SHOWN: Final = 200
"""How many characters of a rewritten place are shown: enough to choose other words from."""


def check(strategy: Strategy, library: Library) -> Iterator[Finding]:
    for reference in references(strategy):
        passage = strategy.passages.get(reference.place) if reference.quotes else None
        for quote in reference.quotes:
            if passage and not passage.says(quote):
                if now := find(one_line(quote), passage.words).words:
                    yield NEAR.at(reference.quote_span, quote=quote, place=reference.place, now=now)
                elif elsewhere := _elsewhere(quote, strategy):
                    yield MOVED.at(reference.place_span, quote=quote, place=reference.place, elsewhere=elsewhere)
                else:
                    there = shortened(passage.words, SHOWN) or "…"
                    yield FAR.at(reference.quote_span, quote=quote, place=reference.place, there=there)


def _elsewhere(quote: str, strategy: Strategy) -> str | None:
    """The narrowest place that says the words of a quote, where there is one."""
    saying = [passage for passage in strategy.passages.values() if passage.says(quote)]
    return min(saying, key=lambda passage: len(passage.words)).anchor if saying else None
