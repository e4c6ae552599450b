"""A reminder or a place to fill in that was left in the text."""

import re
from collections.abc import Iterator

from kanalstrategi.diagnostics import Finding, Rule, Severity
from kanalstrategi.language import forms
from kanalstrategi.site import Library, Strategy

RULE = Rule("KS337", "placeholder-left", Severity.WARNING)

_MARK = re.compile(r"\?{3,}|_{4,}|\[(?:\.{3}|…|[xX]+)\]")


def check(strategy: Strategy, library: Library) -> Iterator[Finding]:
    document = strategy.edition.document
    for text, span in ((document.title, document.span_at("title")), *strategy.texts):
        for word in (*_MARK.findall(text), *forms("placeholder").found_in(text)):
            yield RULE.at(span.of(word), word=word)
