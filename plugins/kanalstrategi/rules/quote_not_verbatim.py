"""A quote that does not stand, word for word, where it is said to stand."""

from collections.abc import Iterator

from kanalstrategi.diagnostics import Finding, Rule, Severity
from kanalstrategi.site import Library, Strategy
from kanalstrategi.site.references import references

RULE = Rule("KS303", "quote-not-verbatim", Severity.ERROR)


def check(strategy: Strategy, library: Library) -> Iterator[Finding]:
    for reference in references(strategy):
        passage = strategy.passages.get(reference.place)
        for quote in reference.quotes:
            if passage and not passage.says(quote):
                yield RULE.at(reference.quote_span, quote=quote, place=reference.place)
