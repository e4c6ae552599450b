"""A change as a sentence of the catalogue, with the words it is about."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time
from enum import Enum
from typing import Any, Final

from kanalstrategi.changes.change import (
    Added,
    AddressChanged,
    Change,
    FieldChanged,
    Mark,
    MarkKind,
    Moved,
    RankChanged,
    Removed,
    Renumbered,
    Shift,
    TargetChanged,
    TextChanged,
)
from kanalstrategi.changes.titles import shown_words
from kanalstrategi.i18n import Catalog
from kanalstrategi.strategy import vocabulary
from kanalstrategi.strategy.channels import OpeningHours, Rank
from kanalstrategi.strategy.definitions import Step
from kanalstrategi.strategy.document import Adoption, Period, Revision
from kanalstrategi.strategy.fields import Amount, Part
from kanalstrategi.strategy.hearing import Answer
from kanalstrategi.strategy.passages import shortened
from kanalstrategi.strategy.statements import Item, Target

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


_TEXT: Final = Item.model_fields["text"].title


@dataclass(frozen=True)
class Said:
    """A sentence, and the text it is about with its marks."""

    sentence: str
    marks: tuple[Mark, ...] = ()


def said(change: Change, words: Catalog) -> Said:
    """What a change is, in words."""
    thing = thing_of(change, words)
    match change:
        case TargetChanged():
            return Said(words("change.target", thing=thing, parts=_target(change, words)), change.marks)
        case RankChanged():
            return Said(words("change.rank", name=change.name, before=change.before, after=change.after))
        case TextChanged(marks=()):
            return Said(words("change.space", thing=thing))
        case TextChanged():
            return Said(words("change.text", thing=thing), change.marks)
        case AddressChanged():
            return Said(words("change.address", thing=thing, before=change.before, after=change.after))
        case Renumbered():
            return Said(words("change.numbers", shifts=_shifts(change.shifts, words)))
        case Moved(origin=origin, target=target) if origin != target:
            return Said(words("change.moved_to", thing=thing, origin=origin, target=target), change.marks)
        case Moved():
            return Said(words("change.moved", thing=thing, before=change.before, after=change.after))
        case Added() | Removed():
            return _come_or_gone(change, thing, words)
        case FieldChanged(before=None):
            return Said(words("change.field_added", thing=thing, after=value(change.after, words)))
        case FieldChanged(after=None):
            return Said(words("change.field_removed", thing=thing, before=value(change.before, words)))
        case FieldChanged():
            before, after = value(change.before, words), value(change.after, words)
            return Said(words("change.field", thing=thing, before=before, after=after))
    raise TypeError(change)


def thing_of(change: Change, words: Catalog) -> str:
    """What a change is about: Mål »80 % af al post«, Overskrift."""
    where = change.where
    kind = words(f"change.kind.{where.kind}") if f"change.kind.{where.kind}" in words else ""
    named = words("change.named", kind=kind, label=where.label) if kind and where.label else kind or where.label
    # A target is known by its goal.
    fields = () if isinstance(change, TargetChanged) and named else where.fields
    # The text of a passage is the passage: "Mål »…«: teksten er ændret" needs no name of the field.
    if fields and fields[-1:] == (_TEXT,) and named:
        fields = fields[:-1]
    return ", ".join(part for part in (named, *fields) if part) or words("change.document")


def value(held: Any, words: Catalog) -> str:
    """A value as a reader writes it."""
    match held:
        case bool():
            return words("change.yes" if held else "change.no")
        case Amount():
            return held.written
        case date():
            return words.date(held)
        case time():
            return held.strftime("%H.%M")
        case Enum():
            key = f"{_SETS.get(type(held), '')}.{held.value}"
            return words(key) if key in words else str(held.value)
        case tuple():
            return ", ".join(value(item, words) for item in held)
        case Target():
            return target(held, words)
        case Period():
            return f"{held.first}–{held.last}"
        case OpeningHours():
            return f"{held.days} {held.written}"
        case Rank():
            return f"{held.place_number}. {held.name}"
        case Adoption():
            return f"{held.body}, {words.date(held.day)}" if held.day else held.body
        case Revision():
            return f"{held.when}: {held.what}"
        case Step():
            return f"{held.name}: {held.meaning}"
        case Part():
            return shown_words(held)
    return " ".join(str(held).split())


def target(held: Target, words: Catalog) -> str:
    """A target on one line: post bliver sendt digitalt: mindst 80 % af al post, frist 2015."""
    comparator = f"{words(f'comparator.{held.comparator.value}')} " if held.comparator else ""
    share = f" {words('change.of')} {held.share_of}" if held.share_of else ""
    deadline = f", {words('change.deadline')} {held.deadline}" if held.deadline else ""
    amount = held.value.written
    if held.up_to:
        amount = words("target.range", least=amount, most=held.up_to.written)
    return f"{held.what}: {comparator}{amount}{share}{deadline}"


def _target(change: TargetChanged, words: Catalog) -> str:
    """The parts of a target that changed: 80 % → 85 %, frist 2015 → 2016."""
    old, new = change.before, change.after
    found = [words("change.arrow", before=old.value.written, after=new.value.written)] if old.value != new.value else []
    for name, label in (
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
            none = words("change.none")
            arrow = words(
                "change.arrow", before=none if before is None else value(before, words),
                after=none if after is None else value(after, words),
            )  # fmt: skip
            found.append(f"{words(label)} {arrow}")
    return ", ".join(found)


def _come_or_gone(change: Added | Removed, thing: str, words: Catalog) -> Said:
    is_added = isinstance(change, Added)
    kind = MarkKind.ADDED if is_added else MarkKind.REMOVED
    part = change.part
    shifts = f" {words('change.shifts', shifts=_shifts(change.shifts, words))}" if change.shifts else ""
    if isinstance(part, Answer):
        key = "change.answered" if is_added else "change.answer_withdrawn"
        status = words(f"answer.{part.status.value}")
        label = change.where.label
        reason = shown_words(part)
        return Said(words(key, label=label, status=status), (Mark(kind, reason),))
    if isinstance(part, Rank):
        key = "change.rank_added" if is_added else "change.rank_removed"
        return Said(words(key, name=part.name, place=part.place_number) + shifts)
    is_whole = isinstance(part, Part) and not isinstance(part, (Adoption, OpeningHours, Period, Revision, Step, Target))
    text = shown_words(part) if is_whole else value(part, words)
    key = "change.added" if is_added else "change.removed"
    if change.place is not None:
        sentence = words("change.rank_added" if is_added else "change.rank_removed", name=part.name, place=change.place)
    else:
        sentence = words(key, thing=thing)
    sentence += shifts
    is_told = is_whole and change.where.label == shortened(text)
    return Said(sentence, (Mark(kind, text),) if text and not is_told else ())


def _shifts(shifts: tuple[Shift, ...], words: Catalog) -> str:
    return "; ".join(
        words("change.shift", name=shift.name, before=shift.before, after=shift.after) for shift in shifts
    )
