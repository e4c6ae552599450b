"""A period that is not the one that the document's own title names."""

import re
from collections.abc import Iterator

from kanalstrategi.diagnostics import Finding, Rule, Severity
from kanalstrategi.site import Library, Strategy

RULE = Rule("KS332", "period-differs", Severity.ADVICE)

_YEARS = re.compile(r"\b((?:19|20)\d\d)\s*[-–—/ ]\s*((?:19|20)\d\d)\b")


def check(strategy: Strategy, library: Library) -> Iterator[Finding]:
    document = strategy.edition.document
    period, named = document.period, _YEARS.search(document.title)
    if not period or not named or period.last < period.first:
        return
    if (int(named[1]), int(named[2])) != (period.first, period.last):
        wrong = "first" if int(named[1]) != period.first else "last"
        yield RULE.at(period.span_at(wrong), first=period.first, last=period.last, named=named.group())
