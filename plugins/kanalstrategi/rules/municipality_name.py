"""Two editions of one municipality that call it by different names."""

from collections.abc import Iterator

from kanalstrategi.diagnostics import Finding, Rule, Severity
from kanalstrategi.site import Library, Strategy

RULE = Rule("KS309", "municipality-name-differs", Severity.ERROR)


def check(strategy: Strategy, library: Library) -> Iterator[Finding]:
    municipality = library.municipality(strategy)
    if strategy.edition.municipality != municipality.name:
        span = strategy.edition.span_of("kommune")
        yield RULE.at(span, name=strategy.edition.municipality, other=municipality.name, file=municipality.newest.file)
