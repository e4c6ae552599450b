"""A reminder or a place to fill in that was left in the text."""

import re
from collections.abc import Iterator

from kanalstrategi.diagnostics import Finding, Rule, Severity
from kanalstrategi.language import forms
from kanalstrategi.site import Library, Strategy
from kanalstrategi.strategy.running_text import Piece

RULE = Rule("KS337", "placeholder-left", Severity.WARNING)

_SIGNS = ("???", "____", "[")
_MARK = re.compile(r"\?{3,}|_{4,}|\[(?:\.{3}|…|[xX]+)\]")


def check(strategy: Strategy, library: Library) -> Iterator[Finding]:
    document, left = strategy.edition.document, forms("placeholder")
    for piece in (Piece(document.title, document, "titel"), *strategy.texts):
        marks = _MARK.findall(piece.text) if any(sign in piece.text for sign in _SIGNS) else ()
        for word in (*marks, *left.found_in(piece.text)):
            yield RULE.at(piece.place_of(word), word=word)
