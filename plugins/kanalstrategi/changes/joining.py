"""Passages that were put together, or parted: the words of one stand in another, sentence by sentence."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Final

from kanalstrategi.changes.change import Added, Change, Mark, MarkKind, Merged, Removed, Significance, Split, TextChanged
from kanalstrategi.changes.elsewhere import home
from kanalstrategi.changes.likeness import folded
from kanalstrategi.changes.marks import compare_texts, word_marks
from kanalstrategi.changes.matching import Pairs, likest
from kanalstrategi.changes.numbers import NUMBERS
from kanalstrategi.changes.paragraphs import SENTENCE_END, sentences_of
from kanalstrategi.changes.titles import shown_words
from kanalstrategi.strategy.sections import Addressed

_LEAST: Final = 4
"""Fewer words than these may well stand in both by chance."""

_MOST_OF_IT: Final = 0.6
"""A passage has gone into another when this much of its words stand there."""

_ALIKE: Final = 0.7
"""A sentence that was changed on its way is the same one when it shares this much of its words."""

_JOINTS: Final = frozenset({"og", "samt", "eller", "men", "desuden"})
"""What a writer puts between two sentences that become one."""

_WORD: Final = re.compile(r"\w+")


def with_joined(changes: Sequence[Change], pairs: Pairs) -> list[Change]:
    """The changes, where a passage went into a text that is still there, or came out of it, with that told once."""
    texts = [change for change in changes if isinstance(change, TextChanged) and change.marks]
    told: dict[int, Change | None] = {}
    for change in changes if texts else ():
        if not isinstance(change, (Added, Removed)) or not isinstance(change.part, Addressed):
            continue
        own = sentences_of(getattr(change.part, "text", ()))
        for text in texts:
            last = told.get(id(text), text)
            if isinstance(last, TextChanged) and (shared := _shared(own, last, isinstance(change, Removed))):
                told[id(text)] = text_without(last, shared.values(), isinstance(change, Removed))
                name = text.where.label or home(text.where, text.where.after, pairs.now)
                told[id(change)] = _joined(change, text, name, shared)
                break
    return [each for change in changes if (each := told.get(id(change), change)) is not None]


def _shared(own: Sequence[str], text: TextChanged, is_gone: bool) -> dict[str, str]:
    """The sentences of a passage that is gone (or new) which have come to a text (or gone from it), as they stand there."""
    sides = [side_of(text, other) for other in (MarkKind.REMOVED, MarkKind.ADDED)]
    here, there = sides if is_gone else reversed(sides)
    come, was = _row(folded(here)), _row(folded(there))
    long = [one for one in own if len(folded(one)) >= _LEAST]
    stands = [one for one in own if (row := _row(folded(one))) in come and row not in was]
    # A short one went along with a longer one.
    shared = {one: one for one in stands} if not set(stands).isdisjoint(long) else {}
    if not shared:
        # One that was changed on its way shows where it went by another that was not.
        return {}
    rest = [one for one in long if one not in shared]
    others = [one for line in here.split("\n") for one in SENTENCE_END.split(line) if _row(folded(one)) not in was]
    shared |= likest(rest, [one for one in others if one not in shared.values()], str, _ALIKE)
    whole = sum(len(folded(one)) for one in own)
    return shared if sum(len(folded(one)) for one in shared) >= max(_LEAST, _MOST_OF_IT * whole) else {}


def _row(words: Sequence[str]) -> str:
    return f" {' '.join(words)} "


def side_of(text: TextChanged, other: MarkKind) -> str:
    """The words of a text now or then: all but those that only the `other` side has."""
    return "".join(mark.text for mark in text.marks if mark.kind is not other)


@lru_cache(maxsize=256)
def _in(sentence: str) -> re.Pattern[str]:
    """A sentence wherever it stands, whatever the signs and the capitals."""
    words = r"\W+".join(re.escape(word) for word in _WORD.findall(sentence))
    return re.compile(rf"(?<!\w){words}(?!\w)[.!?:;]*", re.IGNORECASE)


def text_without(text: TextChanged, shared: Collection[str], is_gone: bool) -> TextChanged | None:
    """What is told of the text besides."""
    after, before = side_of(text, MarkKind.REMOVED), side_of(text, MarkKind.ADDED)
    for one in shared:
        after, before = (_in(one).sub("", after, 1), before) if is_gone else (after, _in(one).sub("", before, 1))
    compared = compare_texts(*([line for one in side.split("\n") if (line := " ".join(one.split()))] for side in (before, after)))
    new = {word for mark in compared.marks if mark.kind is not MarkKind.SAME for word in folded(mark.text)}
    if new <= _JOINTS:
        return None
    significance = Significance.EDITORIAL if compared.editorial else text.significance
    return replace(text, marks=compared.marks, significance=significance)


def _joined(change: Added | Removed, text: TextChanged, name: str, shared: Mapping[str, str]) -> Change:
    is_gone = isinstance(change, Removed)
    marks = tuple(_marks(change, shared, MarkKind.REMOVED if is_gone else MarkKind.ADDED))
    marks = marks if any(mark.kind is not MarkKind.SAME for mark in marks) else ()
    where, significance, follows = change.where, change.significance, (change.shifts, change.place)
    if is_gone:
        return Merged(where._replace(after=text.where.after), significance, name, marks, *follows)
    return Split(where._replace(before=text.where.before), significance, name, marks, *follows)


def _marks(change: Added | Removed, shared: Mapping[str, str], kind: MarkKind) -> Iterator[Mark]:
    """The words of the passage, with a mark at those that are nowhere else or were changed on their way."""
    names = {change.where.label, *(getattr(change.part, name, None) for name in NUMBERS)}
    lines = [line for line in shown_words(change.part).split("\n") if line not in names]
    for number, line in enumerate(lines):
        for index, one in enumerate(SENTENCE_END.split(line)):
            if number or index:
                yield Mark(MarkKind.SAME, " " if index else "\n")
            if one in shared:
                there = shared[one]
                yield from word_marks(*((one, there) if kind is MarkKind.REMOVED else (there, one)))
            else:
                yield Mark(kind, one)
