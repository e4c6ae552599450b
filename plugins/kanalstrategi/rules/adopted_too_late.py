"""A document that was adopted when the years it is for were over: most often a year that was mistyped."""

from collections.abc import Iterator
from datetime import date

from kanalstrategi.diagnostics import Finding, Rule, Severity
from kanalstrategi.site import Library, Strategy

RULE = Rule("KS396", "adopted-too-late", Severity.ADVICE)


def check_on(strategy: Strategy, library: Library, on: date) -> Iterator[Finding]:
    document = strategy.edition.document
    period, adoption = document.period, document.adoption
    if not period or not adoption or not adoption.day or adoption.day > on:  # Of a day to come it is said that it is one.
        return
    # Where the title or the file's name has that year, it is the period that is wrong, and that is said.
    if period.first <= period.last < adoption.day.year and str(adoption.day.year) not in document.title + strategy.slug:
        yield RULE.at(adoption.span_at("day"), day=adoption.day.isoformat(), last=period.last)
