"""Words that are gone from one place and stand in another: they have moved, and are neither removed nor added."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import zip_longest
from typing import Any, Final

from kanalstrategi.changes.change import Added, Change, FirstWords, Mark, Moved, Removed, Significance, Where
from kanalstrategi.changes.likeness import folded
from kanalstrategi.changes.matching import Pairs
from kanalstrategi.changes.plan import title_of_field
from kanalstrategi.changes.reading import Spot
from kanalstrategi.changes.titles import shown_words, title_of
from kanalstrategi.strategy.edition import Edition
from kanalstrategi.strategy.fields import Part
from kanalstrategi.strategy.hearing import Answer
from kanalstrategi.strategy.passages import CHAPTERS, addressed, shortened, words_of
from kanalstrategi.strategy.sections import Addressed
from kanalstrategi.strategy.text import Figure, Table

_LEAST: Final = 4
"""Fewer words than these may well be removed in one place and written in another."""


def without(held: Any, is_elsewhere: Callable[[Any], bool]) -> Any:
    """A part without the passages inside it that are to be found elsewhere."""
    if not isinstance(held, Part) or not any(is_elsewhere(inner) for inner in inner_passages(held)):
        return held
    own: dict[str, Any] = {}
    for name in type(held).model_fields:
        value = getattr(held, name)
        if isinstance(value, tuple):
            own[name] = tuple(without(item, is_elsewhere) for item in value if not is_elsewhere(item))
        elif isinstance(value, Part):
            own[name] = None if is_elsewhere(value) else without(value, is_elsewhere)
    return type(held).model_construct(**{**held.__dict__, **own})


def inner_passages(part: Part) -> list[Addressed]:
    return [inner for inner in addressed(part) if inner is not part]


def rejoined(changes: Sequence[Change], pairs: Pairs) -> list[Change]:
    """The changes, where the same words were removed in one place and added in another, as one that moved."""
    added = [change for change in changes if isinstance(change, Added) and change.place is None]
    removed = [change for change in changes if isinstance(change, Removed) and change.place is None]
    if not added or not removed:
        return list(changes)
    said = {id(change): _said(change) for change in (*added, *removed)}
    told: dict[int, Change | None] = {}
    for new in added:
        for old in removed:
            if id(old) in told or not said[id(old)] & said[id(new)]:
                continue
            origin = home(old.where, old.where.before, pairs.then, isinstance(old.part, Addressed))
            target = home(new.where, new.where.after, pairs.now, isinstance(new.part, Addressed))
            if origin != target:
                significance = old.significance if old.significance is Significance.SUBSTANCE else new.significance
                told[id(old)], told[id(new)] = None, Moved(_where(old, new), significance, None, None, origin, target)
                break
    return [moved for change in changes if (moved := told.get(id(change), change)) is not None]


def _said(change: Added | Removed) -> set[tuple[str, ...] | str]:
    """What two changes share when every word of them is the same: that of a name, a number and a target, too."""
    part = change.part
    if isinstance(part, Part) and not isinstance(part, Answer):
        words = folded(words_of(part))
    elif isinstance(part, str):
        words = folded(f"{change.where.label} {part}")
    else:
        return set()
    plain = {part} if isinstance(part, str) and len(folded(part)) >= _LEAST else set()
    return plain | ({words} if len(words) >= _LEAST else set())


def home(where: Where, anchor: str | None, spots: Mapping[str, Spot], is_passage: bool = False) -> str:
    """What words stand in, or stood in: what is named around them, else their chapter; around the passage itself."""
    if spot := spots.get(anchor or ""):
        return spot.parent if is_passage else title_of(spot.part)
    is_field = where.chapter in Edition.model_fields
    return title_of_field(Edition, where.chapter) if is_field else where.chapter


def gone_over(
    old: Change, new: Change, words: str, marks: tuple[Mark, ...], then: Mapping[str, Spot], now: Mapping[str, Spot]
) -> Moved:
    """Words that went from one text to another, given what is told of both."""
    origin, target = home(old.where, old.where.before, then), home(new.where, new.where.after, now)
    if origin == target:
        # Two texts of one passage are told apart by the first name in which the ways to them differ.
        ways = zip_longest(old.where.fields, new.where.fields, fillvalue=origin)
        # Two passages that say the same, each in its time, are told apart by their addresses.
        anchors = old.where.before or origin, new.where.after or target
        origin, target = next(((one, other) for one, other in ways if one != other), anchors)
    where = new.where._replace(
        kind="",
        label="",
        # What stands in a chapter, and in no passage of it, is to be found there.
        before=old.where.before or CHAPTERS.get(old.where.chapter),
        after=new.where.after or CHAPTERS.get(new.where.chapter),
        fields=(FirstWords(shortened(words)),),
    )
    significance = old.significance if old.significance is Significance.SUBSTANCE else new.significance
    return Moved(where, significance, None, None, origin, target, marks)


def _where(old: Removed, new: Added) -> Where:
    """Where the words stand now, called what they were called; a text without a name is known by its first words."""
    before = old.where
    if isinstance(old.part, (Addressed, Table, Figure)):
        return new.where._replace(kind=before.kind, label=before.label, before=before.before, fields=())
    name = FirstWords(shortened(old.part if isinstance(old.part, str) else shown_words(old.part)))
    return new.where._replace(kind="", label="", before=before.before, fields=(name,))
