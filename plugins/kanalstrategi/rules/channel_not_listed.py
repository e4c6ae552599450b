"""A channel that a guideline speaks of, but that is not among the channels."""

from collections.abc import Iterator

from kanalstrategi.diagnostics import Finding, Rule, Severity
from kanalstrategi.language import forms
from kanalstrategi.site import Library, Strategy
from kanalstrategi.strategy.running_text import prose
from kanalstrategi.strategy.vocabulary import CommonChannel

RULE = Rule("KS314", "channel-not-listed", Severity.ADVICE)

_NOT_KNOWN_BY_WORDS = {CommonChannel.DEPARTMENT, CommonChannel.OTHER}


def check(strategy: Strategy, library: Library) -> Iterator[Finding]:
    listed = strategy.channels
    common = strategy.edition.channels
    owners = [common, *listed] if common else listed
    guidelines = [piece for owner in owners if owner.guidelines for piece in prose(owner.guidelines)]
    if not guidelines:
        return
    rankings = strategy.edition.channels.rankings if strategy.edition.channels else ()
    held = [*listed, *(rank for ranking in rankings for rank in ranking.ranks)]
    known = {common for part in held for common in part.common}
    names = " ".join(part.name for part in held)
    said = "\n\n".join(piece.text for piece in guidelines)
    for common in CommonChannel:
        if common in known or common in _NOT_KNOWN_BY_WORDS:
            continue
        words = forms(f"channels.{common.value}")
        if not words.stands_in(said):
            continue
        found = next(((piece, word) for piece in guidelines for word in words.found_in(piece.text)), None)
        if found and not words.stands_in(names):
            piece, word = found
            yield RULE.at(piece.place_of(word), word=word, common=common.value)
