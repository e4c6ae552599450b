"""What only follows from a change that is named elsewhere, and is therefore not named again.

The editors' pointers repeat words of the document. When a passage changes, its excerpt has to: that is one change.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property
from typing import Any, Final

from kanalstrategi.changes.likeness import folded
from kanalstrategi.changes.matching import Pairs
from kanalstrategi.strategy.annotations import holding
from kanalstrategi.strategy.edition import Annex, Channel, Edition, Excerpt, Measurement, Scale, Step, Term
from kanalstrategi.strategy.fields import Part
from kanalstrategi.strategy.passages import one_line, words_of
from kanalstrategi.strategy.text import Note
from kanalstrategi.strategy.vocabulary import NoteKind

_POINTERS: Final = (Annex, Excerpt, Measurement, Scale, Step, Term)
_NOT_THE_DOCUMENT: Final = frozenset(
    {"place", "summary", "measurements", "scales", "terms", "annexes", "excerpts", "gaps"}
)
_IN_QUOTES: Final = re.compile(r"[\"»“”]([^\"»«“”]+)[\"«“”]")


class Followers:
    def __init__(self, before: Part, after: Part, pairs: Pairs) -> None:
        self._before, self._after = before, after
        self._renamed = pairs.renamed()
        now = {spot.part.anchor for spot in pairs.new.values()}
        self._gone = {spot.part.anchor for spot in pairs.old.values()} - now - self._renamed.keys()

    @cached_property
    def misprints(self) -> frozenset[str]:
        """The words that the editors' notes show as they stand wrongly in the document."""
        notes = (note for root in (self._before, self._after) for note in _notes(root))
        quoted = (quote for note in notes for quote in _IN_QUOTES.findall(note.text))
        return frozenset(word for quote in quoted for word in folded(quote))

    def explain(self, before: Part, after: Part, name: str) -> bool:
        """Whether a field had to change: a pointer with the address, a quote with the words."""
        old, new = getattr(before, name), getattr(after, name)
        if name in ("passage", "channel") and old and new:
            # Where the old address is gone with its passage, the pointer had to go elsewhere.
            if isinstance(before, Excerpt) and before.quote == after.quote and old in self._gone:
                return True
            return new in (self._renamed.get(old), self._renamed.get(f"{Channel.prefix}-{old}", "").partition("-")[2])
        return isinstance(before, _POINTERS) and isinstance(old, str) and isinstance(new, str) and self._went(old, new)

    def explain_whole(self, old: Any, new: Any) -> bool:
        return isinstance(old, Step) and (self._went(old.meaning, new.meaning) or self._went(old.name, new.name))

    def explain_added(self, item: Any) -> bool:
        quote = _quote(item)
        return quote is not None and _says(self._new_words, quote) and not _says(self._old_words, quote)

    def explain_removed(self, item: Any) -> bool:
        quote = _quote(item)
        return quote is not None and _says(self._old_words, quote) and not _says(self._new_words, quote)

    def _went(self, old: str, new: str) -> bool:
        """Whether the old words are gone from the document, and the new ones have come to it."""
        gone = _says(self._old_words, old) and not _says(self._new_words, old)
        return gone and _says(self._new_words, new) and not _says(self._old_words, new)

    @cached_property
    def _old_words(self) -> str:
        return _document(self._before)

    @cached_property
    def _new_words(self) -> str:
        return _document(self._after)


def _quote(item: Any) -> str | None:
    match item:
        case Excerpt():
            return item.quote
        case Term():
            return item.meaning
        case Annex():
            return item.name
    return None


def _says(words: str, quote: str) -> bool:
    return one_line(quote) in words


def _document(root: Part) -> str:
    """The words of the document itself, as one line."""
    if not isinstance(root, Edition):
        return one_line(words_of(root))
    names = (name for name in Edition.model_fields if name not in _NOT_THE_DOCUMENT)
    return one_line(" ".join(words_of(getattr(root, name)) for name in names))


def _notes(value: Any) -> Iterator[Note]:
    if isinstance(value, Note):
        if value.kind is NoteKind.SIC:
            yield value
    elif isinstance(value, Part):
        for name in holding(type(value), Note):
            if (held := getattr(value, name)) is not None:
                yield from _notes(held)
    elif isinstance(value, tuple):
        for item in value:
            yield from _notes(item)
