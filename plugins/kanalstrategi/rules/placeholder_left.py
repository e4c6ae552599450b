"""A reminder or a place to fill in that was left in the text."""

from collections.abc import Iterable, Iterator

from kanalstrategi.diagnostics import Finding, Rule, Severity
from kanalstrategi.language import may_hold_placeholders, placeholders_in
from kanalstrategi.site import Library, Strategy
from kanalstrategi.strategy.definitions import Excerpt
from kanalstrategi.strategy.running_text import Piece, prose, short_texts

RULE = Rule("KS337", "placeholder-left", Severity.WARNING)


def check(strategy: Strategy, library: Library) -> Iterator[Finding]:
    for part in (strategy.edition, *(held.hearing for held in strategy.hearings)):
        if may_hold_placeholders(part.span.source.text):
            yield from _left_in(prose(part), alone=False)
            # The words of an excerpt are those of a text, where they are told.
            yield from _left_in((each for each in short_texts(part) if not isinstance(each.part, Excerpt)), alone=True)


def _left_in(pieces: Iterable[Piece], *, alone: bool) -> Iterator[Finding]:
    for piece in pieces:
        for word in placeholders_in(piece.text, alone=alone):
            yield RULE.at(piece.place_of(word), word=word)
