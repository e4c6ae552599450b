"""A target as data under the words it comes from."""

from __future__ import annotations

from markupsafe import Markup

from kanalstrategi.components.html import EMPTY, Html, lines
from kanalstrategi.components.page import PageInMaking
from kanalstrategi.strategy.statements import Item, Measurable, ServiceTarget, Target

_TARGETS = Html('<div class="ks-targets">\n<p class="ks-targets__lead">{}</p>\n<ul>\n{}\n</ul>\n</div>')
_TARGET = Html(
    "<li><strong>{}{}</strong>\n<span{}>{}</span>{}"
    '{}{}{}</li>'
)
_WHEN = Html('<span class="ks-targets__when">{}: {}</span>\n')
_BASELINE = Html('<span class="ks-targets__when">{}: <span{}>{}{}</span></span>\n')
_SHARE = Html(" <span>({} <span{}>{}</span>)</span>")
_WORDS = Html("<span{}>{}</span>")
_FINALITY = Html('<span class="ks-chip">{}</span>')


def targets(page: PageInMaking, item: Item) -> Markup:
    if not isinstance(item, Measurable) or not item.targets:
        return EMPTY
    return _TARGETS(page.words("target.label"), lines(*(_target(page, item, target) for target in item.targets)))


def amount(page: PageInMaking, target: Target) -> str:
    """The value as written, or both ends of a range."""
    if not target.up_to:
        return target.value.written
    return page.words("target.range", least=target.value.written, most=target.up_to.written)


def holds_from_day_to_day(item: Item, target: Target) -> bool:
    """Whether a target is a promise of the service, which has no day by when it is reached."""
    return isinstance(item, ServiceTarget) and not target.deadline


def _target(page: PageInMaking, item: Item, target: Target) -> Markup:
    words, danish = page.words, page.danish
    comparator = f"{words(f'comparator.{target.comparator.value}')} " if target.comparator else ""
    share = _SHARE(words("target.of"), danish, target.share_of) if target.share_of else EMPTY
    deadline = _WORDS(danish, target.deadline) if target.deadline else words("absence.ikke-angivet")
    when = EMPTY if holds_from_day_to_day(item, target) else _WHEN(words("target.deadline"), deadline)
    finality = _FINALITY(words(f"finality.{target.finality.value}")) if target.finality else EMPTY
    return _TARGET(comparator, amount(page, target), danish, target.what, share, when, _baseline(page, target), finality)


def _baseline(page: PageInMaking, target: Target) -> Markup:
    """What the target starts from."""
    if not target.baseline:
        return EMPTY
    when = f" ({target.baseline_when})" if target.baseline_when else ""
    return _BASELINE(page.words("target.baseline"), page.danish, target.baseline.written, when)
