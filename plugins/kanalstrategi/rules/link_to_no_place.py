"""A link to a place on its own page, where no place has that address but another's is nearly the same."""

import re
from collections.abc import Iterator

from kanalstrategi.diagnostics import Finding, Rule, Severity
from kanalstrategi.site import Library, Strategy
from kanalstrategi.strategy.nearest import nearest_word

RULE = Rule("KS397", "link-to-no-place", Severity.WARNING)

_LINK = re.compile(r"\]\(#(?P<place>[^)\s]+)\)")


def check(strategy: Strategy, library: Library) -> Iterator[Finding]:
    # A page has places of its own beside the passages, so an address unlike all of them may well lead somewhere.
    pieces = [piece for piece in strategy.texts_with(("](#",)) if piece.span.source.name == strategy.file]
    for piece in pieces:
        for match in _LINK.finditer(piece.text):
            place = match["place"]
            if place not in strategy.passages and (nearest := nearest_word(place, list(strategy.passages), 0.8)):
                yield RULE.at(piece.place_of(f"#{place}"), place=place, nearest=nearest)
