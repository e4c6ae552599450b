"""A reminder or a place to fill in that was left in the text."""

import re
from collections.abc import Iterator

from kanalstrategi.diagnostics import Finding, Rule, Severity, Span
from kanalstrategi.language import forms
from kanalstrategi.site import Library, Strategy
from kanalstrategi.strategy.running_text import prose

RULE = Rule("KS337", "placeholder-left", Severity.WARNING)

_MARK = re.compile(r"\?{3,}|_{4,}|\[(?:\.{3}|…|[xX]+)\]")


def check(strategy: Strategy, library: Library) -> Iterator[Finding]:
    document = strategy.edition.document
    summary = prose(strategy.edition.summary) if strategy.edition.summary else ()
    texts = [(document.title, document.span_at("title")), *summary, *strategy.prose]
    texts += [text for held in strategy.hearings for text in prose(held.hearing)]
    for text, span in texts:
        for word in _left_in(text, strategy):
            yield _at(span, word)


def _left_in(text: str, strategy: Strategy) -> Iterator[str]:
    yield from (match.group() for match in _MARK.finditer(text))
    yield from forms("placeholder").found_in(text)


def _at(span: Span, word: str) -> Finding:
    return RULE.at(span.of(word), word=word)
