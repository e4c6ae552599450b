"""The document's own numbers in a list, where something was added, removed or moved before them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Sequence
from typing import Final

from kanalstrategi.changes.change import (
    Added,
    Change,
    FieldChanged,
    Merged,
    Moved,
    Removed,
    Renumbered,
    Shift,
    Significance,
    Split,
)
from kanalstrategi.changes.context import Context
from kanalstrategi.changes.plan import title_of_field
from kanalstrategi.changes.titles import title_of
from kanalstrategi.strategy.channels import Channel
from kanalstrategi.strategy.definitions import Footnote
from kanalstrategi.strategy.fields import Part
from kanalstrategi.strategy.statements import Item


NUMBERS: Final = ("number", "mark")
"""The fields that number an item in its list: a principle, a footnote."""

_TITLES: Final = ((title_of_field(Item, "number"),), (title_of_field(Footnote, "mark"),))
_COME_OR_GONE: Final = (Added, Merged, Moved, Removed, Split)
_SIGNS: Final = re.compile(r"[\s.()\[\]:]")


def renumbered(
    pairs: Sequence[tuple[Part, Part]], at: Context, reranked: Collection[str]
) -> tuple[tuple[Change, ...], set[int]]:
    """One change for all numbers that count on, and the new items that have them.

    A channel that has a new place in a ranking, and the number of that place, is told of there.
    """
    found = [(old, new) for old, new in pairs if _number(old) != _number(new)]
    told = [new for _, new in found if isinstance(new, Channel) and new.id in reranked]
    shifts = tuple(
        Shift(title_of(old), _number(old) or "–", _number(new) or "–")
        for old, new in found
        if not any(new is other for other in told)
    )
    changes = (Renumbered(at.where, Significance.EDITORIAL, shifts),) if shifts else ()
    return changes, {id(new) for _, new in found}


def with_numbers(changes: Sequence[Change]) -> list[Change]:
    """The changes, where the numbers of a chapter count on from list to list or are only written otherwise, as one."""
    found = list(changes)
    for chapter, kind in dict.fromkeys((one.where.chapter, one.where.kind) for one in changes if _is_number(one)):
        own = [one for one in found if one.where.chapter == chapter]
        numbers = [one for one in own if _is_number(one) and one.where.kind == kind]
        steps = {_ordinal(one.after) - _ordinal(one.before) for one in numbers}  # type: ignore[attr-defined]
        counted = next((one for one in own if isinstance(one, Renumbered)), None)
        many = sum(isinstance(one, _COME_OR_GONE) and one.where.kind == kind for one in own)
        if steps == {0} and not counted:
            told = Renumbered(numbers[0].where._replace(kind="", label=""), Significance.EDITORIAL, _shifts(numbers), True)
        elif many and 0 not in steps and max(map(abs, steps)) <= many:
            where = counted.where if counted else numbers[0].where._replace(kind="", label="")
            told = Renumbered(where, Significance.EDITORIAL, (*(counted.shifts if counted else ()), *_shifts(numbers)))
        else:
            continue
        place = found.index(counted or numbers[0])
        found[place] = told
        found = [one for one in found if not any(one is other for other in (*numbers, counted))]
    return found


def _is_number(change: Change) -> bool:
    """Whether a number is another one, and both count something."""
    is_field = isinstance(change, FieldChanged) and change.where.fields[-1:] in _TITLES and bool(change.where.kind)
    return is_field and _ordinal(change.before) > 0 and _ordinal(change.after) > 0  # type: ignore[attr-defined]


def _shifts(changes: Sequence[Change]) -> tuple[Shift, ...]:
    return tuple(Shift(one.where.label, one.before, one.after) for one in changes)  # type: ignore[attr-defined]


def _ordinal(number: str | None) -> int:
    """What a number in a list counts: 2 in `2.`, `b)` and `²`; 0 where it counts nothing."""
    sign = _SIGNS.sub("", unicodedata.normalize("NFKC", number or "")).casefold()
    if sign.isdecimal():
        return int(sign)
    return ord(sign) - ord("a") + 1 if len(sign) == 1 and "a" <= sign <= "z" else 0


def _number(part: Part) -> str | None:
    return next((getattr(part, name) for name in NUMBERS if hasattr(part, name)), None)
