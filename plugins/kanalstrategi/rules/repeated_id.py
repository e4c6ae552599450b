"""Two places with the same address: a link to the second would lead to the first."""

from collections.abc import Iterator

from kanalstrategi.diagnostics import Finding, Rule, Severity
from kanalstrategi.site import Library, Strategy
from kanalstrategi.strategy.passages import CHAPTERS, addressed
from kanalstrategi.strategy.sections import Addressed

RULE = Rule("KS301", "repeated-id", Severity.ERROR)


def check(strategy: Strategy, library: Library) -> Iterator[Finding]:
    for parts in (strategy.addressed, *(tuple(addressed(held.hearing)) for held in strategy.hearings)):
        anchors = {*CHAPTERS.values(), *[part.anchor for part in parts]}
        if len(anchors) < len(CHAPTERS) + len(parts):
            yield from _repeated(parts)


def _repeated(parts: tuple[Addressed, ...]) -> Iterator[Finding]:
    first: dict[str, int] = {anchor: 1 for anchor in CHAPTERS.values()}
    for part in parts:
        if part.anchor in first:
            yield RULE.at(part.span_of("id"), anchor=part.anchor, line=first[part.anchor])
        first.setdefault(part.anchor, part.span.line)
