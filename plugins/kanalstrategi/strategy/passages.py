"""The passages of an edition: every place that has an address, with the words that stand there."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any, Final

from kanalstrategi.strategy.annotations import holding
from kanalstrategi.strategy.edition import Edition
from kanalstrategi.strategy.fields import Amount, Part
from kanalstrategi.strategy.sections import Addressed

CHAPTERS: Final = {
    "summary": "kort-fortalt",
    "document": "fakta",
    "help": "hjaelp",
    "vision": "vision",
    "goals": "maal",
    "principles": "principper",
    "channels": "kanaler",
    "criteria": "succeskriterier",
    "service_targets": "servicemaal",
    "initiatives": "indsatser",
    "organisation": "organisering",
    "economy": "oekonomi",
    "follow_up": "opfoelgning",
    "audiences": "maalgrupper",
    "scope": "afgraensning",
    "frame": "ramme",
    "sections": "baggrund",
}
"""The address of every chapter of the page, by the field of `Edition` that fills it."""

_FOOTNOTE: Final = re.compile(r"\[\^([^\]]+)\]")
_LIST_MARK: Final = re.compile(r"\n\s*- ")
_OTHER_SPACES: Final = "".join(sign for sign in map(chr, range(0x3001)) if sign.isspace() and sign not in " \n")
_LONG: Final = 600
"""A text with more letters is not taken apart into its words to be one line: it may be a whole document."""
_NOT_WORDS: Final = {"id", "passage", "place", "channel", "reaches", "fingerprint"}


@dataclass(eq=False)
class Passage:
    """A place that can be linked to, and the parts that stand there; its words are a stretch of the edition's texts."""

    anchor: str
    parts: tuple[Part, ...]
    _texts: list[str]
    _start: int
    _end: int = 0

    @cached_property
    def _written(self) -> str:
        return _without_marks(" ".join(self._texts[self._start : self._end]))

    @cached_property
    def words(self) -> str:
        """The text of the place as one line."""
        return one_line(self._written)

    def says(self, quote: str) -> bool:
        """Whether the quote stands here word for word, whatever the line breaks and footnote marks."""
        return quote in self._written or one_line(quote) in self.words  # Most stand there as they are written.


def passages(edition: Edition) -> dict[str, Passage]:
    """Every passage by its address, the chapters of the page first; of two with the same address, the first."""
    texts: list[str] = []
    inner: list[Passage] = []
    found: dict[str, Passage] = {}
    for name in dict.fromkeys((*CHAPTERS, *holding(Edition, Addressed))):
        if value := getattr(edition, name):
            start = len(texts)
            gathered(value, _fields_of_words, texts, inner)
            if anchor := CHAPTERS.get(name):
                parts = value if isinstance(value, tuple) else (value,)
                found[anchor] = Passage(anchor, parts, texts, start, len(texts))
    for passage in inner:
        found.setdefault(passage.anchor, passage)
    return found


def addressed(value: Part | tuple[Part, ...] | None) -> Iterator[Addressed]:
    """Every part with an address of its own inside a value, outer before inner."""
    found: list[Addressed] = []
    _addressed(value if isinstance(value, tuple) else (value,) if value else (), found)
    return iter(found)


def _addressed(parts: tuple[Part, ...], found: list[Addressed]) -> None:
    for part in parts:
        if isinstance(part, Addressed):
            found.append(part)
        values = vars(part)
        for name in holding(type(part), Addressed):
            if value := values[name]:
                _addressed(value if isinstance(value, tuple) else (value,), found)


def words_of(value: Part | str | tuple[Any, ...]) -> str:
    """All the words of a part or of several, in the order of the model."""
    return " ".join(gathered(value, _fields_of_words, []))


def gathered(
    value: Any, fields: Callable[[type], tuple[str, ...]], found: list[str], places: list[Passage] | None = None
) -> list[str]:
    """The texts of a value, added to those that were found; `fields` says of a type in which fields they are.

    The parts with an address are added to `places`, outer before inner, where they are asked for.
    """
    for item in value if isinstance(value, tuple) else (value,):
        kind = type(item)
        if kind is str:
            found.append(item)
        elif kind is Amount:
            found.append(item.written)
        elif kind is tuple:
            gathered(item, fields, found, places)
        elif names := fields(kind):
            place = None
            if places is not None and isinstance(item, Addressed):
                place = Passage(item.anchor, (item,), found, len(found))
                places.append(place)
            values = vars(item)
            for name in names:
                held = values[name]
                if type(held) is str:
                    found.append(held)
                elif held:
                    gathered(held, fields, found, places)
            if place:
                place._end = len(found)
    return found


def one_line(text: str) -> str:
    """Text with runs of white space as one space, without list marks, footnote references and escapes."""
    text = _without_marks(text)
    if "- " in text:
        text = _LIST_MARK.sub(" ", f"\n{text}")
    text = text.replace("\\", "")
    if len(text) < _LONG or any(map(text.__contains__, _OTHER_SPACES)):
        return " ".join(text.split())
    text = text.replace("\n", " ")
    while "  " in text:
        text = text.replace("  ", " ")
    return text.strip()


def _without_marks(text: str) -> str:
    """Text without references to footnotes: not everything in one is a word of the text."""
    return _FOOTNOTE.sub("", text) if "[^" in text else text


def shortened(text: str, length: int = 60) -> str:
    """Text on one line, cut at a word."""
    line = one_line(text).rstrip(".:;,")
    if len(line) <= length:
        return line
    return line[: length + 1].rpartition(" ")[0].rstrip(".:;,–- ") + " …"


def quoted_line(text: str) -> str:
    """A quote as one line; the items of a list in it are told apart by a middle dot."""
    return re.sub(r"\s+", " ", re.sub(r"\n\s*- ", " · ", text)).strip()


@cache
def _fields_of_words(model: type) -> tuple[str, ...]:
    """The fields of a model in which words of the document stand."""
    if not issubclass(model, Part):
        return ()
    held = {*holding(model, str), *holding(model, Amount)}
    return tuple(name for name in model.model_fields if name in held and name not in _NOT_WORDS)
