"""A key, an item or a chapter that is indented so far that it is read as part of the text above it."""

from collections.abc import Iterator

from kanalstrategi.diagnostics import Finding, Rule, Severity
from kanalstrategi.site import Library, Strategy
from kanalstrategi.strategy.keys_in_text import key_in, place_of_key

RULE = Rule("KS371", "key-in-text", Severity.WARNING)


def check(strategy: Strategy, library: Library) -> Iterator[Finding]:
    for piece in strategy.texts:
        if line := key_in(piece.text, type(piece.part)):
            yield RULE.at(place_of_key(line, piece.span), key=line["key"], beside=piece.key)
