"""A reminder or a place to fill in that was left in the text."""

import re
from collections.abc import Iterator

from kanalstrategi.diagnostics import Finding, Rule, Severity
from kanalstrategi.language import forms
from kanalstrategi.site import Library, Strategy
from kanalstrategi.strategy.running_text import Piece

RULE = Rule("KS337", "placeholder-left", Severity.WARNING)

_SIGNS = ("???", "____", "[...]", "[…]", "[x", "[X")
"""How a mark begins, which a plain search finds sooner."""
_MARK = re.compile(r"\?{3,}|_{4,}|\[(?:\.{3}|…|[xX]+)\]")


def check(strategy: Strategy, library: Library) -> Iterator[Finding]:
    document, left = strategy.edition.document, forms("placeholder")
    # What the document says is one text already, in which other rules look for their words.
    held = (strategy.said, strategy.said_beside, document.title)
    if any(sign in text for text in held for sign in _SIGNS) or any(left.stands_in(text) for text in held):
        pieces = (Piece(document.title, document, "titel"), *strategy.texts)
        for piece in pieces:
            for word in (*_MARK.findall(piece.text), *left.found_in(piece.text)):
                yield RULE.at(piece.place_of(word), word=word)
