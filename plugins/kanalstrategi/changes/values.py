"""Single values and lists of them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from kanalstrategi.changes.alignment import moved
from kanalstrategi.changes.change import Added, Change, FieldChanged, Moved, Removed, TextChanged
from kanalstrategi.changes.context import Context
from kanalstrategi.changes.likeness import folded, is_editorial
from kanalstrategi.changes.marks import word_marks
from kanalstrategi.changes.matching import likest
from kanalstrategi.strategy.passages import shortened

_SHORT = 8
"""A text with more words than this is shown with marks, a shorter one before and after."""


def compare_words(before: str, after: str, at: Context) -> Change:
    """A text of one line that is another one."""
    old, new = before.split(), after.split()
    before_line, after_line = " ".join(old), " ".join(new)
    significance = at.significance(editorial=is_editorial(before_line, after_line))
    if max(len(old), len(new)) <= _SHORT:
        return FieldChanged(at.where, significance, before, after)
    marks = word_marks(before_line, after_line)
    return TextChanged(at.where, significance, marks if len(marks) > 1 else ())


def compare_values(before: Sequence[Any], after: Sequence[Any], at: Context) -> list[Change]:
    """A list of texts item by item; any other list as one value."""
    old = [" ".join(item) if isinstance(item, tuple) else item for item in before]
    new = [" ".join(item) if isinstance(item, tuple) else item for item in after]
    if not all(isinstance(item, str) for item in (*old, *new)):
        return [FieldChanged(at.where, at.significance(), tuple(before) or None, tuple(after) or None)]
    pairs = _pairs(old, new)
    order = [pairs[index] for index in sorted(pairs)]
    wandered = {sorted(pairs)[index] for index in moved(order)}
    changes: list[Change] = []
    for index, text in enumerate(new):
        if index not in pairs:
            changes.append(Added(at.where, at.significance(), text))
            continue
        was = old[pairs[index]]
        if index in wandered:
            inner = at.into(shortened(was))
            changes.append(Moved(inner.where, inner.significance(), pairs[index] + 1, index + 1))
        if was != text:
            changes.append(compare_words(was, text, at))
    gone = sorted(set(range(len(old))) - set(pairs.values()))
    return changes + [Removed(at.where, at.significance(), old[index]) for index in gone]


def _pairs(old: Sequence[str], new: Sequence[str]) -> dict[int, int]:
    """The place before of each text after: the same words first, then the likest."""
    found: dict[int, int] = {}
    for index, text in enumerate(new):
        same = (i for i, other in enumerate(old) if folded(other) == folded(text) and i not in found.values())
        if (place := next(same, None)) is not None:
            found[index] = place
    left_old = [(i, text) for i, text in enumerate(old) if i not in found.values()]
    left_new = [(j, text) for j, text in enumerate(new) if j not in found]
    found |= {j: i for (i, _), (j, _) in likest(left_old, left_new, lambda left: left[1], 0.5)}
    gone, come = ([*{*range(len(texts))}.difference(taken)] for texts, taken in ((old, found.values()), (new, found)))
    # The only other one, at the same place, stands for the one that stood there.
    return found | ({come[0]: gone[0]} if len(gone) == len(come) == 1 and gone == come else {})
