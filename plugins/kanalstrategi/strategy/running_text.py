"""Walks the running text of a part: its prose with places, its tables."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any, TypeVar

from kanalstrategi.diagnostics import Span
from kanalstrategi.strategy.annotations import holding
from kanalstrategi.strategy.edition import Edition
from kanalstrategi.strategy.fields import Part
from kanalstrategi.strategy.text import Block, Note, Table

Kind = TypeVar("Kind", bound=Part)


def prose(part: Part) -> Iterator[tuple[str, Span]]:
    """Every text that passes the Markdown door, with the place of the field it stands in."""
    return iter(_prose(part, []))


def _prose(part: Part, found: list[tuple[str, Span]]) -> list[tuple[str, Span]]:
    for name, alias in _fields_of_prose(type(part)):
        value = getattr(part, name)
        for item in value if isinstance(value, tuple) else (value,):
            if isinstance(item, Block):
                if item.prose:
                    found.append((item.prose, part.span_of(alias)))
            elif isinstance(item, Part):
                _prose(item, found)
    return found


@cache
def _fields_of_prose(model: type[Part]) -> tuple[tuple[str, str], ...]:
    return tuple((name, model.model_fields[name].alias or "") for name in holding(model, Block))


def document_prose(edition: Edition) -> Iterator[tuple[str, Span]]:
    """The running text of the document itself: all but the summary."""
    for name in type(edition).model_fields:
        value = getattr(edition, name)
        for part in value if isinstance(value, tuple) else (value,):
            if isinstance(part, Part) and name != "summary":
                yield from prose(part)


def tables(value: Any) -> Iterator[Table]:
    """Every table inside a value."""
    return _all(Table, value)


def notes(value: Any) -> Iterator[Note]:
    """Every note of the editors' inside a value."""
    return _all(Note, value)


def _all(kind: type[Kind], value: Any) -> Iterator[Kind]:
    if isinstance(value, kind):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from _all(kind, item)
    elif isinstance(value, Part):
        for name in holding(type(value), kind):
            yield from _all(kind, getattr(value, name))
