"""Targets in numbers and other data, and the text beside them that says the same."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Hashable, Iterator, Sequence
from typing import Final

from kanalstrategi.changes.change import (
    Added,
    Change,
    FieldChanged,
    MarkKind,
    Removed,
    Significance,
    TargetChanged,
    TextChanged,
)
from kanalstrategi.changes.likeness import folded, is_editorial
from kanalstrategi.changes.repeated import is_repeated
from kanalstrategi.strategy.fields import Amount
from kanalstrategi.strategy.number_words import ways_to_write
from kanalstrategi.strategy.passages import words_of
from kanalstrategi.strategy.statements import Target
from kanalstrategi.strategy.vocabulary import Comparator


_SIDES: Final = (MarkKind.REMOVED, MarkKind.ADDED)
_OTHERWISE: Final = {Comparator.ABOUT: ("ca", "omkring"), Comparator.ON_AVERAGE: ("gennemsnit", "gennemsnitlig")}
"""What a text says for a comparator besides its own word."""


def with_targets(changes: Sequence[Change]) -> Sequence[Change]:
    """The changes with each target as such.

    A text that says the new numbers is told of with them, and a target that only repeats other new words of the text
    with the text. So is every other value that the text repeats, and no more has changed.
    """
    changes = _with_only_targets(changes)
    parts = _by_part(changes)
    told: dict[int, Sequence[Change]] = {}
    for held in parts.values():
        if not all(isinstance(change, TextChanged) for change in held):
            told |= _told(held)
    return [each for change in changes for each in told.get(id(change), (change,))]


def _by_part(changes: Sequence[Change]) -> dict[Hashable, list[Change]]:
    parts: dict[Hashable, list[Change]] = defaultdict(list)
    for change in changes:
        if isinstance(change, (FieldChanged, TextChanged)) or _is_come_or_gone(change):
            parts[change.where._replace(fields=())].append(change)
    return parts


def _with_only_targets(changes: Sequence[Change]) -> Sequence[Change]:
    """The changes, where the one target of a part is another one altogether, with that as one."""
    told: dict[int, Change | None] = {}
    for held in _by_part([change for change in changes if _is_come_or_gone(change)]).values():
        if [type(change) for change in held] == [Added, Removed]:
            come, gone = held
            assert isinstance(come, Added) and isinstance(gone, Removed)
            told[id(come)] = FieldChanged(come.where, come.significance, gone.part, come.part)
            told[id(gone)] = None
    return [each for change in changes if (each := told.get(id(change), change)) is not None]


def _told(changes: Sequence[Change]) -> dict[int, Sequence[Change]]:
    """What is told instead of each change of one part."""
    texts = [change for change in changes if isinstance(change, TextChanged) and change.marks]
    targets = [change for change in changes if isinstance(change, FieldChanged) and _is_target(change)]
    told: dict[int, Sequence[Change]] = {}
    owned: dict[int, tuple[TextChanged, bool]] = {}
    for text in texts:
        is_only = bool(targets) and _says_only(text, targets)
        owner = targets[0] if is_only else next((one for one in changes if _is_said(one, text)), None)
        if owner is not None:
            told[id(text)] = ()
            owned[id(owner)] = text, not is_only and isinstance(owner, FieldChanged)
    for change in changes:
        text, has_more = owned.get(id(change), (None, False))
        marks = text.marks if text else ()
        if isinstance(change, (Added, Removed)):
            if text:
                both = (None, change.part) if isinstance(change, Added) else (change.part, None)
                told[id(change)] = [TargetChanged(change.where, change.significance, *both, marks)]
        elif not isinstance(change, FieldChanged):
            continue
        elif not _is_target(change):
            if is_repeated(change, changes):
                told[id(change)] = ()
        elif _numbers(change.before) != _numbers(change.after) or not texts:
            both = change.before, change.after
            told[id(change)] = [TargetChanged(change.where, _significance(change), *both, marks, has_more)]
        else:
            told[id(change)] = ()
    return told


def _is_come_or_gone(change: Change) -> bool:
    return isinstance(change, (Added, Removed)) and isinstance(change.part, Target)


def _is_said(change: Change, text: TextChanged) -> bool:
    """Whether the words that changed in a text say the number of a target, or the time, that changed."""
    if _is_target(change):
        assert isinstance(change, FieldChanged)
        pairs = [(getattr(change.before, name), getattr(change.after, name)) for name in ("value", "deadline")]
        sides = [(one, other) for one, other in pairs if one != other]
    elif _is_come_or_gone(change):
        assert isinstance(change, (Added, Removed))
        sides = [(None, change.part.value) if isinstance(change, Added) else (change.part.value, None)]
    else:
        return False
    gone, come = ({word for mark in text.marks if mark.kind is kind for word in folded(mark.text)} for kind in _SIDES)
    return any(_stands(old, gone) and _stands(new, come) for old, new in sides)


def _stands(value: Amount | str | None, words: Collection[str]) -> bool:
    """Whether a number or a time stands among words; where there is none, nothing has to."""
    if value is None:
        return True
    first, *rest = folded(value if isinstance(value, str) else value.written) or ("",)
    ways = ways_to_write(int(first)) if first.isdecimal() else {first}
    return not ways.isdisjoint(words) and (not isinstance(value, str) or {*rest} <= {*words})


def _is_target(change: Change) -> bool:
    return isinstance(change, FieldChanged) and isinstance(change.before, Target) and isinstance(change.after, Target)


def _numbers(target: Target) -> tuple[object, ...]:
    """What a target says apart from the words of what is measured."""
    value, began = target.value, (target.up_to, target.baseline, target.baseline_when)
    return target.comparator, value.number, value.unit, *began, target.deadline, target.finality


def _significance(change: FieldChanged) -> Significance:
    same = _numbers(change.before) == _numbers(change.after) and all(
        is_editorial(getattr(change.before, name) or "", getattr(change.after, name) or "")
        for name in ("what", "share_of")
    )
    return Significance.EDITORIAL if same else change.significance


def _says_only(text: TextChanged, targets: Collection[FieldChanged]) -> bool:
    """Whether every marked word of a text stands in the targets that changed beside it."""
    pairs = [(target.before, target.after) for target in targets]
    old = {word for before, _ in pairs for word in _said(before)}
    new = {word for _, after in pairs for word in _said(after)}
    return any(_numbers(before) != _numbers(after) for before, after in pairs) and all(
        set(folded(mark.text)) <= (old if mark.kind is MarkKind.REMOVED else new)
        for mark in text.marks
        if mark.kind is not MarkKind.SAME
    )


def _said(target: Target) -> Iterator[str]:
    """The words of a target, those of its comparator and its finality too, and small numbers in words."""
    for word in folded(words_of(target)):
        yield word
        yield from ways_to_write(int(word)) if word.isdecimal() else ()
    for fixed in (target.comparator, target.finality):
        yield from folded(fixed.value) if fixed else ()
        yield from _OTHERWISE.get(fixed, ()) if fixed else ()
