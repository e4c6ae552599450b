"""Decisions on the spot, and not a word on how to complain of them."""

from collections.abc import Iterator
from itertools import islice

from kanalstrategi.diagnostics import Finding, Rule, Severity
from kanalstrategi.language import forms
from kanalstrategi.site import Library, Strategy

RULE = Rule("KS322", "no-word-on-complaint", Severity.ADVICE)


def check(strategy: Strategy, library: Library) -> Iterator[Finding]:
    decided, complaint = forms("immediate_decision"), forms("complaint")
    written = tuple(decided.found_in(strategy.said))
    if not written or complaint.stands_in(strategy.said):
        return
    if any(complaint.stands_in(gap.text) for gap in strategy.edition.gaps):
        return
    found = ((piece, word) for piece in strategy.prose_with(written) for word in decided.found_in(piece.text))
    for piece, word in islice(found, 1):
        yield RULE.at(piece.place_of(word), word=word)
