"""Targets in numbers and other data, and the text beside them that says the same."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from enum import Enum

from kanalstrategi.changes.change import Change, FieldChanged, MarkKind, Significance, TargetChanged, TextChanged, Where
from kanalstrategi.changes.likeness import folded, is_editorial
from kanalstrategi.strategy.passages import words_of
from kanalstrategi.strategy.statements import Target


def with_targets(changes: Sequence[Change]) -> Iterator[Change]:
    """The changes of a part with its targets as such.

    A text that only says the new numbers is told of with them, and a target that only repeats other new words of
    the text with the text. So is every other number or fixed word that the text says, and no more has changed.
    """
    targets = [change for change in changes if _is_target(change)]
    told: dict[int, TextChanged] = {}
    for text in (change for change in changes if isinstance(change, TextChanged) and change.marks):
        beside = [target for target in targets if _is_same(target.where, text.where)]
        if beside and _says_only(text, beside):
            told[id(beside[0])] = text
    silent = {id(text) for text in told.values()}
    reworded = [change for change in changes if isinstance(change, TextChanged) and change.marks]
    for change in changes:
        if id(change) in silent:
            continue
        if not isinstance(change, FieldChanged) or not _is_target(change):
            if not isinstance(change, FieldChanged) or not any(_repeats(change, text) for text in reworded):
                yield change
        elif _numbers(change.before) != _numbers(change.after) or not any(
            _is_same(text.where, change.where) for text in reworded
        ):
            marks = told[id(change)].marks if id(change) in told else ()
            yield TargetChanged(change.where, _significance(change), change.before, change.after, marks)


def _is_target(change: Change) -> bool:
    return isinstance(change, FieldChanged) and isinstance(change.before, Target) and isinstance(change.after, Target)


def _is_same(one: Where, other: Where) -> bool:
    return (one.kind, one.label, one.before, one.after) == (other.kind, other.label, other.before, other.after)


def _repeats(change: FieldChanged, text: TextChanged) -> bool:
    """Whether a number or a fixed word is another one only because the text beside it says so now."""
    if not _is_same(change.where, text.where) or not isinstance(change.before, (int, Enum)):
        return False
    marked = {kind: [word for mark in text.marks if mark.kind is kind for word in folded(mark.text)] for kind in MarkKind}
    old, new = ([_word(value)] for value in (change.before, change.after))
    return (marked[MarkKind.REMOVED], marked[MarkKind.ADDED]) == (old, new)


def _word(value: object) -> str:
    return str(value.value if isinstance(value, Enum) else value)


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


def _says_only(text: TextChanged, targets: Collection[Change]) -> bool:
    """Whether every marked word of a text stands in the targets that changed beside it."""
    pairs = [(target.before, target.after) for target in targets if isinstance(target, FieldChanged)]
    old = {word for before, _ in pairs for word in folded(words_of(before))}
    new = {word for _, after in pairs for word in folded(words_of(after))}
    return any(_numbers(before) != _numbers(after) for before, after in pairs) and all(
        set(folded(mark.text)) <= (old if mark.kind is MarkKind.REMOVED else new)
        for mark in text.marks
        if mark.kind is not MarkKind.SAME
    )
