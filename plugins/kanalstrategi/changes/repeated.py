"""What only repeats a change elsewhere: a value the words beside it or of a heading, a party that of its own response,
a reference its footnote."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from enum import Enum
from typing import Any, Final

from kanalstrategi.changes.change import Added, AddressChanged, Change, FieldChanged, MarkKind, Removed, TextChanged
from kanalstrategi.changes.likeness import folded
from kanalstrategi.changes.marks import word_marks
from kanalstrategi.changes.plan import title_of_field
from kanalstrategi.strategy.channels import Channel
from kanalstrategi.strategy.definitions import Footnote
from kanalstrategi.strategy.document import Document
from kanalstrategi.strategy.hearing import Response
from kanalstrategi.strategy.number_words import ways_to_write
from kanalstrategi.strategy.statements import Item

_NAMES: Final = frozenset(
    title_of_field(model, name)
    for model, name in ((Item, "heading"), (Item, "number"), (Channel, "name"), (Document, "title"), (Response, "party"))
)
"""The fields that call a part something: they say it themselves, whatever stands beside them."""

_QUOTE: Final = 4
"""Fewer words than these may well stand in a text that says something else of them."""

_REFERENCE: Final = re.compile(r"\[\^([^\]]+)\]")

Words = tuple[list[str], list[str]]
"""The words that are gone, and those that have come."""


def is_repeated(change: FieldChanged, beside: Sequence[Change]) -> bool:
    """Whether a value is another one only because the words beside it say so now, and no more."""
    return any(_repeats(change, other) for other in beside if other is not change)


def without_parties(changes: Sequence[Change]) -> list[Change]:
    """The changes with a party that is called something else told of once, where it has responded."""
    party = title_of_field(Response, "party")
    renamed = {(one.before, one.after) for one in changes if isinstance(one, FieldChanged) and one.where.fields[-1:] == (party,)}
    return [
        one
        for one in changes
        if not (isinstance(one, FieldChanged) and not one.where.kind and isinstance(one.before, str))
        or (one.before, one.after) not in renamed
    ]


def without_references(changes: Sequence[Change]) -> list[Change]:
    """The changes, where nothing is another in a text but its references to footnotes of which themselves is told."""
    told = {
        address
        for one in changes
        if isinstance(one, AddressChanged) or isinstance(one, (Added, Removed)) and isinstance(one.part, Footnote)
        for address in (one.where.before, one.where.after)
    }
    return [one for one in changes if not (isinstance(one, TextChanged) and one.marks and _refers_only(one, told))]


def _refers_only(text: TextChanged, footnotes: Collection[str | None]) -> bool:
    words = [word for mark in text.marks if mark.kind is not MarkKind.SAME for word in mark.text.split()]
    return all((found := _REFERENCE.fullmatch(word)) and f"{Footnote.prefix}-{found[1]}" in footnotes for word in words)


def _repeats(change: FieldChanged, other: Change) -> bool:
    marked = _words_of(other)
    if marked is None:
        return False
    old, new = change.before, change.after
    if isinstance(old, str) and isinstance(new, str):
        if change.where.fields[-1:] and change.where.fields[-1] in _NAMES or not isinstance(other, TextChanged):
            return False
        if not (_stands(old, other, MarkKind.ADDED) and _stands(new, other, MarkKind.REMOVED)):
            return False
        # Where more of the text is another, too, it is a quote of the text only when it is more than a word.
        is_quote = min(len(folded(old)), len(folded(new))) >= _QUOTE and not (
            _stands(old, other, MarkKind.REMOVED) or _stands(new, other, MarkKind.ADDED)
        )
        return is_quote or _marked(word_marks(old, new)) == marked
    if isinstance(old, tuple) and isinstance(new, tuple):
        sides = ({str(one) for one in here if one not in there} for here, there in ((old, new), (new, old)))
        return all({*words} == side for words, side in zip(marked, sides, strict=True))
    return _is(old, marked[0]) and _is(new, marked[1])


def _words_of(other: Change) -> Words | None:
    """What changed in the words beside a value: in a text, or in a name."""
    if isinstance(other, TextChanged) and other.marks:
        return _marked(other.marks)
    if isinstance(other, FieldChanged) and other.where.fields[-1:] and other.where.fields[-1] in _NAMES:
        return _marked(word_marks(other.before or "", other.after or ""))
    return None


def _marked(marks: Sequence[Any]) -> Words:
    gone, come = (
        [word for mark in marks if mark.kind is kind for word in folded(mark.text)]
        for kind in (MarkKind.REMOVED, MarkKind.ADDED)
    )
    return gone, come


def _stands(value: str, text: TextChanged, other: MarkKind) -> bool:
    """Whether a value stands in a text as it was, or is: in all but what only the `other` side has."""
    side = folded("".join(mark.text for mark in text.marks if mark.kind is not other))
    return f" {' '.join(folded(value))} " in f" {' '.join(side)} "


def _is(value: Any, words: Sequence[str]) -> bool:
    """Whether words say a value and nothing else. Every year is every first year."""
    if isinstance(value, Enum):
        return len(words) == 1 and words[0].startswith(value.value) and len(words[0]) <= len(value.value) + 2
    if isinstance(value, int):
        return value == 1 if not words else len(words) == 1 and words[0] in ways_to_write(value)
    return False
