"""A change as a sentence of the catalogue, with the words it is about."""

from __future__ import annotations

from typing import Final, NamedTuple

from kanalstrategi.changes.change import (
    Added,
    AddressChanged,
    Change,
    FieldChanged,
    FieldName,
    FirstWords,
    Mark,
    MarkKind,
    Merged,
    Moved,
    RankChanged,
    Removed,
    Renumbered,
    Shift,
    Split,
    TargetChanged,
    TextChanged,
)
from kanalstrategi.changes.plan import title_of_field
from kanalstrategi.changes.sentence import Own, Row, joined, row
from kanalstrategi.changes.titles import shown_words
from kanalstrategi.changes.written import target, target_steps, value
from kanalstrategi.i18n import Catalog
from kanalstrategi.strategy.channels import OpeningHours, Rank
from kanalstrategi.strategy.definitions import Step
from kanalstrategi.strategy.document import Adoption, Period, Revision
from kanalstrategi.strategy.fields import Part
from kanalstrategi.strategy.hearing import Answer
from kanalstrategi.strategy.passages import shortened
from kanalstrategi.strategy.statements import Item, Target

_MANY: Final = 5
"""More numbers that count on than these are told without the names of what they number."""

_TEXT: Final = title_of_field(Item, "text")


class Said(NamedTuple):
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
        case TargetChanged(before=None) | TargetChanged(after=None):
            key = "change.field_added" if change.after else "change.field_removed"
            one = target(change.after or change.before, words)  # type: ignore[arg-type]
            return Said(row(words(key), thing=thing, after=one, before=one), change.marks)
        case TargetChanged(before=Target() as before, after=Target() as after):
            key = "change.target_and_words" if change.has_more else "change.target"
            return Said(row(words(key), thing=thing, parts=target_steps(before, after, words)), change.marks)
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
            key = "change.numbers_style" if change.is_style else "change.numbers"
            return Said(row(words(key), shifts=_shifts(change.shifts, words)))
        case Moved(origin=origin, target=there) if origin != there:
            way = {"origin": _short_name(origin, words), "target": _short_name(there, words)}
            return Said(row(words("change.moved_to"), thing=thing, **way), change.marks)
        case Merged(into=other) | Split(out_of=other):
            is_merged = isinstance(change, Merged)
            in_place = words("change.merged_place" if is_merged else "change.split_place")
            place = row(in_place, place=str(change.place)) if change.place is not None else ()
            key = "change.merged" if is_merged else "change.split"
            sentence = row(words(key), thing=thing, other=_short_name(other, words), place=place)
            return Said(sentence + _following(change.shifts, words), change.marks)
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
    # A target is known by its goal, and by what is measured where the goal has several.
    is_target = isinstance(change, TargetChanged) and change.before and change.after and any(named)
    fields = where.fields[1:] if is_target else where.fields
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


def _short_name(name: str, words: Catalog) -> Row:
    """A place that is called by its whole heading elsewhere."""
    return name_of(name if isinstance(name, (FieldName, FirstWords)) else shortened(name), words)


def _come_or_gone(change: Added | Removed, thing: Row, words: Catalog) -> Said:
    is_added = isinstance(change, Added)
    kind = MarkKind.ADDED if is_added else MarkKind.REMOVED
    part = change.part
    shifts = _following(change.shifts, words)
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


def _following(shifts: tuple[Shift, ...], words: Catalog) -> Row:
    return (" ", *row(words("change.shifts"), shifts=_shifts(shifts, words))) if shifts else ()


def _shifts(shifts: tuple[Shift, ...], words: Catalog) -> Row:
    shift = words("change.shift")
    if len(shifts) > _MANY:
        return joined([row(words("change.arrow"), before=each.before, after=each.after) for each in shifts])
    told = [row(shift, name=Own(each.name), before=each.before, after=each.after) for each in shifts]
    return joined(told, "; ")
