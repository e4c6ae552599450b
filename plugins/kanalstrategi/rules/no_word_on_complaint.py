"""Decisions on the spot, and not a word on how to complain of them."""

from collections.abc import Iterator
from itertools import islice

from kanalstrategi.diagnostics import Finding, Rule, Severity
from kanalstrategi.language import forms
from kanalstrategi.site import Library, Strategy

RULE = Rule("KS322", "no-word-on-complaint", Severity.ADVICE)


def check(strategy: Strategy, library: Library) -> Iterator[Finding]:
    decided, complaint = forms("immediate_decision"), forms("complaint")
    if not decided.stands_in(strategy.said) or complaint.stands_in(strategy.said):
        return
    if any(complaint.stands_in(gap.text) for gap in strategy.edition.gaps):
        return
    pieces = strategy.prose_with(decided.found_in(strategy.said))
    found = ((piece, word) for piece in pieces for word in decided.found_in(piece.text))
    for piece, word in islice(found, 1):
        yield RULE.at(piece.place_of(word), word=word)
