"""A citizen's personal number, anywhere in a file: in its text, its keys or its comments."""

import re
from collections.abc import Iterator

from kanalstrategi.diagnostics import Finding, Rule, Severity, Source, Span
from kanalstrategi.site import Library, Strategy

RULE = Rule("KS327", "personal-number", Severity.ERROR)

_NUMBER = re.compile(r"[0-3](?<![\w-].)(?:(?<=0)[1-9]|(?<=[12])\d|(?<=3)[01])(?:0[1-9]|1[0-2])\d\d-\d{4}(?![\w-])")
"""That it stands alone is asked after its first digit: what begins with one of few characters is found much sooner."""


def check(strategy: Strategy, library: Library) -> Iterator[Finding]:
    for part in (strategy.edition, *(held.hearing for held in strategy.hearings)):
        source = part.span.source
        for match in _NUMBER.finditer(source.text):
            yield RULE.at(_span(source, match))


def _span(source: Source, match: re.Match[str]) -> Span:
    line = next(number for number, text in enumerate(source.lines, 1) if match.group() in text)
    column = source.line(line).index(match.group()) + 1
    return Span(source, line, column, line, column + len(match.group()))
