"""What a comparison asks of each of its two sides: its passages, its words, what it says is misspelt."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Hashable
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from typing import Any, Final

from kanalstrategi.changes.change import FieldName
from kanalstrategi.changes.likeness import folded, letters
from kanalstrategi.changes.paragraphs import sentences_of
from kanalstrategi.changes.plan import title_of_field
from kanalstrategi.changes.titles import own_words, title_of
from kanalstrategi.strategy.annotations import model_of
from kanalstrategi.strategy.edition import Edition
from kanalstrategi.strategy.fields import Part
from kanalstrategi.strategy.fingerprint import fingerprint
from kanalstrategi.strategy.passages import CHAPTERS, one_line, words_of
from kanalstrategi.strategy.running_text import tables_and_notes
from kanalstrategi.strategy.sections import Addressed
from kanalstrategi.strategy.text import Block, Note
from kanalstrategi.strategy.vocabulary import NoteKind

_NOT_THE_DOCUMENT: Final = frozenset(
    {"place", "summary", "measurements", "scales", "terms", "annexes", "excerpts", "gaps"}
)
_IN_QUOTES: Final = re.compile(r"[\"»“”]([^\"»«“”]+)[\"«“”]")


class Reading:
    """One side. What is asked for is worked out once, however many others it is compared with."""

    def __init__(self, root: Part) -> None:
        self._root = root

    @cached_property
    def spots(self) -> dict[int, Spot]:
        """Every passage, outer before inner, by the identity of its part."""
        found: list[Spot] = []
        _spots(self._root, "", found)
        return {id(spot.part): spot for spot in found}

    @cached_property
    def places(self) -> dict[str, Spot]:
        """Every passage by its address; of two with the same address, the first."""
        found: dict[str, Spot] = {}
        for spot in self.spots.values():
            found.setdefault(spot.anchor, spot)
        return found

    @property
    def written(self) -> str:
        """The words of the document itself, with the spaces between them."""
        if not isinstance(self._root, Edition):
            return words_of(self._root)
        names = (name for name in Edition.model_fields if name not in _NOT_THE_DOCUMENT)
        return words_of(tuple([getattr(self._root, name) for name in names]))

    @cached_property
    def words(self) -> str:
        """The words of the document itself, as one line."""
        return one_line(self.written)

    @cached_property
    def fingerprint(self) -> str:
        """What a summary of these words is known by."""
        return fingerprint(self._root) if isinstance(self._root, Edition) else ""

    @cached_property
    def misprints(self) -> frozenset[str]:
        """The words that the editors' notes show as they stand wrongly in the document."""
        held = tables_and_notes(self._root)
        notes = [note for note in held if isinstance(note, Note) and note.kind is NoteKind.SIC]
        quoted = (quote for note in notes for quote in _IN_QUOTES.findall(note.text))
        return frozenset(word for quote in quoted for word in folded(quote))

    def chapter(self, address: str | None) -> Any:
        """What the chapter holds that has an address."""
        return next((getattr(self._root, name, None) for name, each in CHAPTERS.items() if each == address), None)

    def spells(self, quote: str) -> bool:
        """Whether the document says it with the same spaces, too."""
        return quote.strip() in self.written

    def says(self, quote: str) -> bool:
        return one_line(quote) in self.words


def reading(root: Part) -> Reading:
    """The reading of a root. The last are kept: an edition is compared with the one before it and the one after."""
    return _kept(_Itself(root))


class _Itself:
    """A root that is known by being the same one, not by saying the same."""

    def __init__(self, root: Part) -> None:
        self.root = root

    def __hash__(self) -> int:
        return id(self.root)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Itself) and self.root is other.root


@lru_cache(maxsize=3)
def _kept(itself: _Itself) -> Reading:
    return Reading(itself.root)


@dataclass(frozen=True)
class Spot:
    """A passage and its address, the title of what it stands in and its place there."""

    part: Addressed
    anchor: str
    parent: str
    place: int

    @cached_property
    def words(self) -> str:
        """The words of the passage without those of the passages inside it."""
        return own_words(self.part, _held(type(self.part))) if getattr(self.part, "number", None) else self._unnumbered

    @cached_property
    def _unnumbered(self) -> str:
        """The words that say something wherever they stand: without the number in a list."""
        return own_words(self.part, _held(type(self.part)) | {"number"})

    @cached_property
    def said(self) -> tuple[str, ...]:
        return folded(self._unnumbered)

    @cached_property
    def sentences(self) -> Counter[tuple[str, ...]]:
        """The sentences of its text that are known again wherever they stand."""
        held = [folded(one) for one in sentences_of(getattr(self.part, "text", ()))]
        return Counter(words for words in held if len(words) > 3)

    @cached_property
    def saying(self) -> Hashable:
        """What two spots share that say the same under whatever number; a few words alone say too little."""
        return (type(self.part), self.said) if len(self.said) > 3 else self.key

    @cached_property
    def letters(self) -> tuple[type[Addressed], bytes]:
        """What two spots that say the same share, quickly."""
        return type(self.part), letters(self._unnumbered)

    @cached_property
    def key(self) -> Hashable:
        """What two spots share that say the same; a part without words of its own is like no other."""
        words = folded(self.words)
        return (type(self.part), words) if words else id(self.part)


def _spots(root: Part, parent: str, found: list[Spot]) -> None:
    """Every passage inside a part, outer before inner, added to those that were found."""
    values = vars(root)
    for name, title in _rooms(type(root)):
        value = values[name]
        if not value:
            continue
        for place, item in enumerate(value if isinstance(value, tuple) else (value,), 1):
            is_passage = isinstance(item, Addressed)
            if is_passage:
                found.append(Spot(item, item.anchor, parent or title, place))
            if _rooms(type(item)):
                _spots(item, _name(item) or (title_of(item) if is_passage else parent or title), found)


@cache
def _rooms(model: type[Part]) -> tuple[tuple[str, FieldName], ...]:
    """The fields of a model that hold parts, with their titles; running text holds no passage."""
    held = ((name, model_of(info.annotation)) for name, info in model.model_fields.items())
    return tuple((name, title_of_field(model, name)) for name, part in held if part and part is not Block)


def _name(part: Part) -> str:
    """What a reader calls a part that holds passages."""
    return next((name for field in _names(type(part)) if (name := getattr(part, field))), "")


@cache
def _names(model: type[Part]) -> tuple[str, ...]:
    return tuple(name for name in ("heading", "name", "party", "chapter") if name in model.model_fields)


@cache
def _held(model: type[Part]) -> frozenset[str]:
    """The fields of a passage that hold passages of their own."""
    return frozenset(
        name
        for name, info in model.model_fields.items()
        if (inner := model_of(info.annotation)) and inner is not Block and _is_addressed(inner, set())
    )


def _is_addressed(model: type[Part], seen: set[type[Part]]) -> bool:
    """Whether a model is a passage, or holds one at any depth."""
    if issubclass(model, Addressed):
        return True
    if model in seen:
        return False
    inner = (model_of(info.annotation) for info in model.model_fields.values())
    return any(_is_addressed(other, seen | {model}) for other in inner if other and other is not Block)
