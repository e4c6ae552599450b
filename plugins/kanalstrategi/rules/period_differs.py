"""A period that is not the one that the document's own title names, or the name of its file."""

import re
from collections.abc import Iterator

from kanalstrategi.diagnostics import Finding, Rule, Severity
from kanalstrategi.site import Library, Strategy

RULE = Rule("KS332", "period-differs", Severity.ADVICE)
FILE = Rule("KS392", "period-differs", Severity.ADVICE)

_YEARS = re.compile(r"\b((?:19|20)\d\d)\s*[-–—/ ]\s*((?:19|20)\d\d)\b")


def check(strategy: Strategy, library: Library) -> Iterator[Finding]:
    document = strategy.edition.document
    period = document.period
    if not period or period.last < period.first:
        return
    for rule, named in ((RULE, _YEARS.search(document.title)), (FILE, _YEARS.fullmatch(strategy.slug))):
        if not named or (int(named[1]), int(named[2])) == (period.first, period.last):
            continue
        if rule is FILE and int(named[1]) == period.first and int(named[2]) < period.last:
            continue  # It was extended, and the file keeps its name.
        wrong = "first" if int(named[1]) != period.first else "last"
        yield rule.at(period.span_at(wrong), first=period.first, last=period.last, named=named.group())
        return
