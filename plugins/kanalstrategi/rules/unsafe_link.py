"""A link that is shown as plain text, because its address could lead a reader astray."""

from collections.abc import Iterator

from kanalstrategi.diagnostics import Finding, Rule, Severity
from kanalstrategi.site import Library, Strategy
from kanalstrategi.strategy.links import WRITTEN, is_safe

RULE = Rule("KS306", "unsafe-link", Severity.WARNING)


def check(strategy: Strategy, library: Library) -> Iterator[Finding]:
    for piece in strategy.texts_with(["]("]):
        for address in WRITTEN.findall(piece.text):
            if not is_safe(address.strip()):
                yield RULE.at(piece.place_of(address), link=address)
