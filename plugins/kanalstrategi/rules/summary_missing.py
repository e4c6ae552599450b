"""A text that is long enough to need a summary, and has none."""

from collections.abc import Iterator

from kanalstrategi.diagnostics import Finding, Rule, Severity
from kanalstrategi.language import number_of_words
from kanalstrategi.site import Library, Strategy

RULE = Rule("KS324", "summary-missing", Severity.ADVICE)

LONG_ENOUGH = 60
"""Words of running text. A summary of less would be as long as the text itself."""


def check(strategy: Strategy, library: Library) -> Iterator[Finding]:
    edition = strategy.edition
    if edition.summary:
        return
    words = 0
    for piece in strategy.prose:
        words += number_of_words(piece.text)
        if words >= LONG_ENOUGH:
            yield RULE.at(edition.span_at("document"))
            return
