"""A citizen's personal number, anywhere in a file: in its text, its keys or its comments."""

import re
from collections.abc import Iterator

from kanalstrategi.diagnostics import Finding, Rule, Severity, Source, Span
from kanalstrategi.site import Library, Strategy

RULE = Rule("KS327", "personal-number", Severity.ERROR)

_NUMBER = re.compile(r"-(?<=(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])\d\d-)(?<![\w-].{7})\d{4}(?![\w-])")
"""The hyphen of a number that stands alone, and what follows: one sign is found much sooner than any of ten digits."""
DAY_OF_BIRTH = 6
"""The digits before the hyphen."""


def check(strategy: Strategy, library: Library) -> Iterator[Finding]:
    for part in (strategy.edition, *(held.hearing for held in strategy.hearings)):
        source = part.span.source
        text = source.text
        for match in _NUMBER.finditer(text):
            yield RULE.at(_span(source, text[match.start() - DAY_OF_BIRTH : match.end()]))


def _span(source: Source, number: str) -> Span:
    line = next(line for line, text in enumerate(source.lines, 1) if number in text)
    column = source.line(line).index(number) + 1
    return Span(source, line, column, line, column + len(number))
