"""An evaluation that the document promised for a time that has gone by, with nothing written since."""

import math
import re
from collections.abc import Iterator
from datetime import date

from kanalstrategi.diagnostics import Finding, Rule, Severity
from kanalstrategi.site import Library, Strategy
from kanalstrategi.strategy.document import Document
from kanalstrategi.strategy.edition import FollowUp
from kanalstrategi.strategy.vocabulary import Status

RULE = Rule("KS319", "evaluation-overdue", Severity.ADVICE)


def check_on(strategy: Strategy, library: Library, on: date) -> Iterator[Finding]:
    document, follow_up = strategy.edition.document, strategy.edition.follow_up
    if not follow_up or document.status in (Status.REPLACED, Status.DRAFT, Status.IN_HEARING):
        return
    municipality = library.municipality(strategy)
    ended = document.period and document.period.last < on.year
    if ended or strategy is not municipality.newest:
        return  # that the period has ended, or that there is a newer edition, says it already
    due = _due(document, follow_up)
    if due and due < on.year:
        field = next(name for name in ("years", "interval_years", "interval_months") if getattr(follow_up, name))
        yield RULE.at(follow_up.span_at(field), due=due)


def _due(document: Document, follow_up: FollowUp) -> int | None:
    """The year of the first evaluation of which nothing is written, if the document lets it be known."""
    revised = [int(year) for revision in document.revisions for year in re.findall(r"\b(?:19|20)\d\d\b", revision.when)]
    if follow_up.years:
        return min((year for year in follow_up.years if not any(done >= year for done in revised)), default=None)
    adopted = document.adoption.day.year if document.adoption and document.adoption.day else None
    begun = [year for year in (adopted, document.period.first if document.period else None, *revised) if year]
    years = follow_up.interval_years or (follow_up.interval_months and math.ceil(follow_up.interval_months / 12))
    return max(begun) + years if begun and years else None
