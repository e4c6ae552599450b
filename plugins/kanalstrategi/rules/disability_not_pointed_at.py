"""The document names disabled people, but nothing points at it, so the comparison says that it does not."""

from collections.abc import Iterator

from kanalstrategi.diagnostics import Finding, Rule, Severity
from kanalstrategi.language import forms
from kanalstrategi.site import Library, Strategy
from kanalstrategi.strategy.vocabulary import Theme

RULE = Rule("KS364", "disability-not-pointed-at", Severity.ADVICE)


def check(strategy: Strategy, library: Library) -> Iterator[Finding]:
    edition = strategy.edition
    said = {*(excerpt.theme for excerpt in edition.excerpts), *(gap.theme for gap in edition.gaps)}
    words = forms("disability")
    if Theme.DISABILITY in said or not words.stands_in(strategy.words):
        return
    naming = [passage for passage in strategy.passages.values() if words.stands_in(passage.words)]
    if naming:
        narrowest = min(reversed(naming), key=lambda passage: len(passage.words))
        word = next(words.found_in(narrowest.words))
        yield RULE.at(narrowest.parts[0].span, word=word, place=narrowest.anchor)
