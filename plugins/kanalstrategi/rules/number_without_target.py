"""A goal that states a share, but not as data, so it is missing from the table of targets."""

import re
from collections.abc import Iterator

from kanalstrategi.diagnostics import Finding, Rule, Severity
from kanalstrategi.site import Library, Strategy
from kanalstrategi.strategy.edition import Measurable
from kanalstrategi.strategy.passages import addressed
from kanalstrategi.strategy.running_text import prose

RULE = Rule("KS316", "number-without-target", Severity.ADVICE)

_SHARE = re.compile(r"(?<![\w,.])\d+(?:[.,]\d+)?\s*(?:%|pct\b\.?|procent\b)")


def check(strategy: Strategy, library: Library) -> Iterator[Finding]:
    edition = strategy.edition
    for chapter in (edition.goals, edition.channels, edition.criteria, edition.service_targets):
        for part in addressed(chapter):
            if isinstance(part, Measurable) and not part.targets:
                found = ((match.group(), span) for text, span in prose(part) for match in _SHARE.finditer(text))
                for share, span in list(found)[:1]:
                    yield RULE.at(span.of(share), share=share)
