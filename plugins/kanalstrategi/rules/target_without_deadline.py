"""A target that does not say by when. What is promised of the service holds from day to day and has no such day."""

import re
from collections.abc import Iterator

from kanalstrategi.diagnostics import Finding, Rule, Severity
from kanalstrategi.language import forms
from kanalstrategi.site import Library, Strategy
from kanalstrategi.site.evidence import StatedTarget, targets
from kanalstrategi.strategy.statements import Criterion, ServiceTarget
from kanalstrategi.strategy.vocabulary import Finality, Theme

RULE = Rule("KS315", "target-without-deadline", Severity.ADVICE)

def check(strategy: Strategy, library: Library) -> Iterator[Finding]:
    said_missing = {gap.theme for gap in strategy.edition.gaps}
    for stated in targets(strategy):
        target = stated.target
        theme = Theme.CRITERIA if isinstance(stated.item, Criterion) else Theme.TARGETS
        if said_missing & {theme, Theme.TARGETS} or target.finality is Finality.PROVISIONAL:
            continue
        if isinstance(stated.item, ServiceTarget) or _is_a_promise(stated):
            continue
        if not target.deadline:
            yield RULE.at(target.span_at("what"), what=target.what, value=target.value.written)
        elif not _is_a_time(target.deadline):
            yield RULE.at(target.span_at("deadline"), what=target.what, value=target.value.written)


def _is_a_promise(stated: StatedTarget) -> bool:
    """Whether a length of time is promised, such as an answer within two days, and no change from what is now."""
    is_length = forms("length").stands_in(stated.target.value.unit)
    return is_length and not stated.item.direction and not stated.target.baseline


def _is_a_time(deadline: str) -> bool:
    """Whether a deadline holds a number or a word of time, so that a day can come when it has passed."""
    return bool(re.search(r"\d", deadline)) or forms("time").stands_in(deadline)
