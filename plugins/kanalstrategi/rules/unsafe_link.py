"""A link that is shown as plain text, because its address could lead a reader astray."""

from collections.abc import Iterator

from kanalstrategi.diagnostics import Finding, Rule, Severity
from kanalstrategi.site import Library, Strategy
from kanalstrategi.strategy.links import WRITTEN, is_safe
from kanalstrategi.strategy.running_text import prose

RULE = Rule("KS306", "unsafe-link", Severity.WARNING)


def check(strategy: Strategy, library: Library) -> Iterator[Finding]:
    for part in (strategy.edition, *(held.hearing for held in strategy.hearings)):
        for text, span in prose(part):
            for address in WRITTEN.findall(text):
                if not is_safe(address.strip()):
                    yield RULE.at(span.of(address), link=address)
