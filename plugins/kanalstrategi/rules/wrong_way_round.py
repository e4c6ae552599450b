"""A period or opening hours that end before they begin."""

from collections.abc import Iterator

from kanalstrategi.diagnostics import Finding, Rule, Severity
from kanalstrategi.site import Library, Strategy
from kanalstrategi.strategy.channels import HelpPlace
from kanalstrategi.strategy.passages import addressed

PERIOD = Rule("KS330", "period-wrong-way-round", Severity.ERROR)
HOURS = Rule("KS331", "hours-wrong-way-round", Severity.ERROR)


def check(strategy: Strategy, library: Library) -> Iterator[Finding]:
    period = strategy.edition.document.period
    if period and period.last < period.first:
        yield PERIOD.at(period.span_at("last"), first=period.first, last=period.last)
    places = [part for part in addressed(strategy.edition.help) if isinstance(part, HelpPlace)]
    for part in (*strategy.channels, *places):
        for hours in part.opening_hours:
            if hours.opens and hours.closes and hours.closes <= hours.opens and not hours.closes_at_midnight:
                opens, closes = (time.strftime("%H:%M") for time in (hours.opens, hours.closes))
                yield HOURS.at(hours.span_at("closes"), opens=opens, closes=closes)
