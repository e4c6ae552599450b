"""Walks the running text of a part: its prose with places, its tables and notes."""

from __future__ import annotations

from functools import cache
from typing import Any, NamedTuple

from kanalstrategi.diagnostics import Span
from kanalstrategi.strategy.annotations import holding, model_of
from kanalstrategi.strategy.fields import Part
from kanalstrategi.strategy.text import Block, Figure, Note, Table


class Piece(NamedTuple):
    """A text that passes the Markdown door, and the field it stands in; its place is looked up when it is asked for."""

    text: str
    part: Part
    key: str

    @property
    def span(self) -> Span:
        """The place of the field."""
        return self.part.span_of(self.key)

    def place_of(self, phrase: str) -> Span:
        """Where a phrase of the text stands."""
        return self.span.of(phrase)


def prose(part: Part) -> list[Piece]:
    """Every text of a part that passes the Markdown door, in the order of the model."""
    found: list[Piece] = []
    _prose(part, found)
    return found


def _prose(part: Part, found: list[Piece]) -> None:
    values = vars(part)
    for name, key, is_text in _fields_of_prose(type(part)):
        value = values[name]
        if not value:
            continue
        for item in value if isinstance(value, tuple) else (value,):
            if not is_text:
                _prose(item, found)
            elif item.prose:
                found.append(Piece(item.prose, part, key))


@cache
def _fields_of_prose(model: type[Part]) -> tuple[tuple[str, str, bool], ...]:
    """The fields in which running text can stand, by name and key, and whether they are running text themselves."""
    infos = ((name, model.model_fields[name]) for name in holding(model, Block))
    return tuple((name, info.alias or "", model_of(info.annotation) is Block) for name, info in infos)


def short_texts(part: Part) -> list[Piece]:
    """Every text of a part that stands in a field of its own rather than in running text, in the order of the model."""
    found: list[Piece] = []
    values = vars(part)
    for name in holding(type(part), str):
        value, key = values[name], type(part).model_fields[name].alias or ""
        for each in value if isinstance(value, tuple) else (value,):
            if isinstance(each, str):
                found.append(Piece(each, part, key))
            elif isinstance(each, Part) and not isinstance(each, Block):
                found += short_texts(each)
    return found


def tables_and_notes(part: Part) -> list[Table | Note]:
    """Every table and every note of the editors' inside a part, in the order of the model."""
    found: list[Table | Note] = []
    _standing(part, (Table, Note), found)
    return found


def tables_and_figures(part: Part) -> list[Table | Figure]:
    """Every table and every figure inside a part, in the order of the model."""
    found: list[Table | Figure] = []
    _standing(part, (Table, Figure), found)
    return found


def _standing(part: Part, kinds: tuple[type[Part], ...], found: list[Any]) -> None:
    values = vars(part)
    for name, is_wanted in _fields_of_kinds(type(part), kinds):
        value = values[name]
        if not value:
            continue
        items = value if isinstance(value, tuple) else (value,)
        if is_wanted:
            found += items
        else:
            for item in items:
                if not (type(item) is Block and item.prose):  # A block is one thing, and most are prose.
                    _standing(item, kinds, found)


@cache
def _fields_of_kinds(model: type[Part], kinds: tuple[type[Part], ...]) -> tuple[tuple[str, bool], ...]:
    """The fields in which parts of some kinds can stand, and whether they are such themselves."""
    held = {name for kind in kinds for name in holding(model, kind)}
    infos = ((name, info) for name, info in model.model_fields.items() if name in held)
    return tuple((name, model_of(info.annotation) in kinds) for name, info in infos)
