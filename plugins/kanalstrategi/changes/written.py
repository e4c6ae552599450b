"""A value as a reader writes it, and what is another in a target."""

from __future__ import annotations

from datetime import date, time
from enum import Enum
from typing import Any, Final

from kanalstrategi.changes.sentence import Own, Row, joined, row
from kanalstrategi.changes.titles import shown_words
from kanalstrategi.i18n import Catalog
from kanalstrategi.strategy import vocabulary
from kanalstrategi.strategy.channels import OpeningHours, Rank
from kanalstrategi.strategy.definitions import Step
from kanalstrategi.strategy.document import Adoption, Period, Revision
from kanalstrategi.strategy.fields import Amount, Part
from kanalstrategi.strategy.statements import Target

_SETS: Final = {
    vocabulary.Kind: "kind",
    vocabulary.Status: "status",
    vocabulary.Coverage: "coverage",
    vocabulary.Absence: "absence",
    vocabulary.Theme: "theme",
    vocabulary.CommonChannel: "channel",
    vocabulary.Role: "role",
    vocabulary.Comparator: "comparator",
    vocabulary.Finality: "finality",
    vocabulary.Direction: "direction",
    vocabulary.GoalLevel: "level",
    vocabulary.Reader: "reader",
    vocabulary.Author: "author",
    vocabulary.RemarkKind: "remark",
    vocabulary.AnswerStatus: "answer",
}
"""The catalogue's name of each fixed set of words."""


def value(held: Any, words: Catalog) -> Row:
    """A value as a reader writes it."""
    match held:
        case bool():
            return (words("change.yes" if held else "change.no"),)
        case Amount():
            return (held.written,)
        case date():
            return (words.date(held),)
        case time():
            return (held.strftime("%H.%M"),)
        case Enum():
            key = f"{_SETS.get(type(held), '')}.{held.value}"
            return (words(key) if key in words else str(held.value),)
        case tuple():
            return joined([value(item, words) for item in held])
        case Target():
            return target(held, words)
        case Period():
            return (f"{held.first}–{held.last}",)
        case OpeningHours():
            return (Own(f"{held.days} {held.written}"),)
        case Rank():
            return (Own(f"{held.place_number}. {held.name}"),)
        case Adoption():
            return (Own(held.body), *((", ", words.date(held.day)) if held.day else ()))
        case Revision():
            return (Own(f"{held.when}: {held.what}"),)
        case Step():
            return (Own(f"{held.name}: {held.meaning}"),)
        case Part():
            return (Own(shown_words(held)),)
        case int():
            return (str(held),)
    return (Own(" ".join(str(held).split())),)


def target(held: Target, words: Catalog) -> Row:
    """A target on one line: post bliver sendt digitalt: mindst 80 % af al post, frist 2015."""
    comparator = f"{words(f'comparator.{held.comparator.value}')} " if held.comparator else ""
    amount = held.value.written
    if held.up_to:
        amount = words("target.range", least=amount, most=held.up_to.written)
    share = (f" {words('change.of')} ", Own(held.share_of)) if held.share_of else ()
    deadline = (f", {words('change.deadline')} ", Own(held.deadline)) if held.deadline else ()
    return (Own(held.what), f": {comparator}{amount}", *share, *deadline)


def target_steps(old: Target, new: Target, words: Catalog) -> Row:
    """The parts of a target that changed: 80 % → 85 %, frist 2015 → 2016."""
    found: list[Row] = []
    for name, label in (
        ("value", ""),
        ("up_to", "change.up_to"),
        ("baseline", "change.baseline"),
        ("baseline_when", "change.baseline_when"),
        ("deadline", "change.deadline"),
        ("comparator", "change.comparator"),
        ("share_of", "change.share_of"),
        ("finality", "change.finality"),
        ("what", "change.what"),
    ):
        before, after = getattr(old, name), getattr(new, name)
        if before != after:
            none = (words("change.none"),)
            arrow = row(
                words("change.arrow"), before=none if before is None else value(before, words),
                after=none if after is None else value(after, words),
            )  # fmt: skip
            found.append((f"{words(label)} ", *arrow) if label else arrow)
    return joined(found)
