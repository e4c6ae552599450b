"""A key, an item or a chapter that is indented so far that it is read as part of the text above it."""

from collections.abc import Iterator

from kanalstrategi.diagnostics import Finding, Rule, Severity
from kanalstrategi.site import Library, Strategy
from kanalstrategi.strategy.keys_in_text import key_in

RULE = Rule("KS371", "key-in-text", Severity.WARNING)


def check(strategy: Strategy, library: Library) -> Iterator[Finding]:
    for piece in strategy.texts:
        if found := key_in(piece.text, type(piece.part), piece.span):
            key, place = found
            yield RULE.at(place, key=key, beside=piece.key)
