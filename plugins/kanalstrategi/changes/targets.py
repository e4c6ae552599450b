"""Targets in numbers and other data, and the text beside them that says the same."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Hashable, Iterator, Sequence
from enum import Enum

from kanalstrategi.changes.change import Change, FieldChanged, MarkKind, Significance, TargetChanged, TextChanged
from kanalstrategi.changes.likeness import folded, is_editorial
from kanalstrategi.strategy.number_words import ways_to_write
from kanalstrategi.strategy.passages import words_of
from kanalstrategi.strategy.statements import Target


def with_targets(changes: Sequence[Change]) -> Sequence[Change]:
    """The changes with each target as such.

    A text that only says the new numbers is told of with them, and a target that only repeats other new words of
    the text with the text. So is every other number or fixed word that the text says, and no more has changed.
    """
    parts: dict[Hashable, list[Change]] = defaultdict(list)
    for change in changes:
        if isinstance(change, (FieldChanged, TextChanged)):
            parts[change.where._replace(fields=())].append(change)
    told: dict[int, Sequence[Change]] = {}
    for held in parts.values():
        if any(isinstance(change, FieldChanged) for change in held):
            told |= _told(held)
    return [each for change in changes for each in told.get(id(change), (change,))]


def _told(changes: Sequence[Change]) -> dict[int, Sequence[Change]]:
    """What is told instead of each change of one part."""
    texts = [change for change in changes if isinstance(change, TextChanged) and change.marks]
    targets = [change for change in changes if isinstance(change, FieldChanged) and _is_target(change)]
    silent = [text for text in texts if targets and _says_only(text, targets)]
    told: dict[int, Sequence[Change]] = {id(text): () for text in silent}
    for change in changes:
        if not isinstance(change, FieldChanged):
            continue
        if not _is_target(change):
            if any(_repeats(change, text) for text in texts):
                told[id(change)] = ()
        elif _numbers(change.before) != _numbers(change.after) or not texts:
            marks = silent[-1].marks if silent and change is targets[0] else ()
            told[id(change)] = [TargetChanged(change.where, _significance(change), change.before, change.after, marks)]
        else:
            told[id(change)] = ()
    return told


def _is_target(change: Change) -> bool:
    return isinstance(change, FieldChanged) and isinstance(change.before, Target) and isinstance(change.after, Target)


def _repeats(change: FieldChanged, text: TextChanged) -> bool:
    """Whether a number or a fixed word is another one only because the text beside it says so now."""
    if not isinstance(change.before, (int, Enum)):
        return False
    marked = {kind: [word for mark in text.marks if mark.kind is kind for word in folded(mark.text)] for kind in MarkKind}
    return _is(change.before, marked[MarkKind.REMOVED]) and _is(change.after, marked[MarkKind.ADDED])


def _is(value: Enum | int, words: Sequence[str]) -> bool:
    """Whether words say a value and nothing else. Every year is every first year."""
    if isinstance(value, Enum):
        return list(words) == [value.value]
    return value == 1 if not words else len(words) == 1 and words[0] in ways_to_write(value)


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
