"""A word that the document's own list of terms explains twice."""

from collections.abc import Iterator

from kanalstrategi.diagnostics import Finding, Rule, Severity
from kanalstrategi.site import Library, Strategy

RULE = Rule("KS370", "explained-twice", Severity.WARNING)


def check(strategy: Strategy, library: Library) -> Iterator[Finding]:
    first: dict[str, int] = {}
    for term in strategy.edition.terms:
        line = first.setdefault(term.name.casefold(), term.span.line)
        if line != term.span.line:
            yield RULE.at(term.span_at("name"), name=term.name, line=line)
