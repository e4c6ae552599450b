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
    FieldName,
    FirstWords,
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
from kanalstrategi.changes.plan import title_of_field
from kanalstrategi.changes.sentence import Own, Row, joined, row
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


_TEXT: Final = title_of_field(Item, "text")


@dataclass(frozen=True)
class Said:
    """A sentence in its pieces, and the text it is about with its marks."""

    pieces: Row
    marks: tuple[Mark, ...] = ()

    @property
    def sentence(self) -> str:
        return "".join(self.pieces)


def said(change: Change, words: Catalog) -> Said:
    """What a change is, in words."""
    thing = thing_of(change, words)
    match change:
        case TargetChanged():
            return Said(row(words("change.target"), thing=thing, parts=_target(change, words)), change.marks)
        case RankChanged():
            place = {"before": str(change.before), "after": str(change.after)}
            return Said(row(words("change.rank"), name=Own(change.name), **place))
        case TextChanged(marks=()):
            return Said(row(words("change.space"), thing=thing))
        case TextChanged():
            return Said(row(words("change.text"), thing=thing), change.marks)
        case AddressChanged():
            return Said(row(words("change.address"), thing=thing, before=change.before, after=change.after))
        case Renumbered():
            return Said(row(words("change.numbers"), shifts=_shifts(change.shifts, words)))
        case Moved(origin=origin, target=target) if origin != target:
            way = {"origin": name_of(origin, words), "target": name_of(target, words)}
            return Said(row(words("change.moved_to"), thing=thing, **way), change.marks)
        case Moved():
            place = {"before": str(change.before), "after": str(change.after)}
            return Said(row(words("change.moved"), thing=thing, **place), change.marks)
        case Added() | Removed():
            return _come_or_gone(change, thing, words)
        case FieldChanged(before=None):
            return Said(row(words("change.field_added"), thing=thing, after=value(change.after, words)))
        case FieldChanged(after=None):
            return Said(row(words("change.field_removed"), thing=thing, before=value(change.before, words)))
        case FieldChanged():
            before, after = value(change.before, words), value(change.after, words)
            return Said(row(words("change.field"), thing=thing, before=before, after=after))
    raise TypeError(change)


def thing_of(change: Change, words: Catalog) -> Row:
    """What a change is about: Mål »80 % af al post«, Overskrift."""
    where = change.where
    kind = words(f"change.kind.{where.kind}") if f"change.kind.{where.kind}" in words else ""
    label = Own(where.label)
    named = row(words("change.named"), kind=kind, label=label) if kind and label else (kind or label,)
    # A target is known by its goal.
    fields = () if isinstance(change, TargetChanged) and any(named) else where.fields
    # The text of a passage is the passage: "Mål »…«: ordene er ændret" needs no name of the field. Not so one that is gone.
    is_text_itself = bool(where.kind) and isinstance(change, (Added, Removed)) and isinstance(change.part, str)
    if fields and fields[-1:] == (_TEXT,) and any(named) and not is_text_itself:
        fields = fields[:-1]
    names = [named, *(name_of(field, words) for field in fields)]
    return joined([name for name in names if any(name)]) or (words("change.document"),)


def name_of(name: str, words: Catalog) -> Row:
    """What a field or a place is called: in the reader's language, or in the document's words."""
    if isinstance(name, FieldName):
        return (words(f"field.{name}"),)
    if isinstance(name, FirstWords):
        return row(words("change.first_words"), words=Own(name))
    return (Own(name),)


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


def _target(change: TargetChanged, words: Catalog) -> Row:
    """The parts of a target that changed: 80 % → 85 %, frist 2015 → 2016."""
    old, new = change.before, change.after
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


def _come_or_gone(change: Added | Removed, thing: Row, words: Catalog) -> Said:
    is_added = isinstance(change, Added)
    kind = MarkKind.ADDED if is_added else MarkKind.REMOVED
    part = change.part
    shifts = (" ", *row(words("change.shifts"), shifts=_shifts(change.shifts, words))) if change.shifts else ()
    if isinstance(part, Answer):
        key = "change.answered" if is_added else "change.answer_withdrawn"
        status = words(f"answer.{part.status.value}")
        return Said(row(words(key), label=Own(change.where.label), status=status), (Mark(kind, shown_words(part)),))
    place = part.place_number if isinstance(part, Rank) else change.place
    if place is not None:
        key = "change.rank_added" if is_added else "change.rank_removed"
        sentence = row(words(key), name=Own(part.name), place=str(place)) + shifts
        if isinstance(part, Rank):
            return Said(sentence)
    else:
        sentence = row(words("change.added" if is_added else "change.removed"), thing=thing) + shifts
    is_whole = isinstance(part, Part) and not isinstance(part, (Adoption, OpeningHours, Period, Revision, Step, Target))
    if is_whole or isinstance(part, str):
        text = shown_words(part, lambda answer: words(f"answer.{answer.status.value}"))
    else:
        text = "".join(value(part, words))
    is_told = is_whole and change.where.label == shortened(text)
    return Said(sentence, (Mark(kind, text),) if text and not is_told else ())


def _shifts(shifts: tuple[Shift, ...], words: Catalog) -> Row:
    shift = words("change.shift")
    told = [row(shift, name=Own(each.name), before=each.before, after=each.after) for each in shifts]
    return joined(told, "; ")
