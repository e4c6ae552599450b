"""A sentence as a row of pieces, in which the document's own words can be told from those of the interface."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from string import Formatter
from typing import Final

_PARSE: Final = Formatter().parse


class Own(str):
    """Words of the document, in its own language."""

    __slots__ = ()


Row = tuple[str, ...]
"""The pieces of a sentence, in order; those that are `Own` are the document's."""


def row(sentence: str, **values: str | Row) -> Row:
    """A sentence of the catalogue with a row, or one piece, in each of its places."""
    return tuple(_filled(sentence, values))


def joined(rows: Sequence[Row], between: str = ", ") -> Row:
    """Rows after one another."""
    return tuple(piece for index, each in enumerate(rows) for piece in ((between, *each) if index else each))


def _filled(sentence: str, values: dict[str, str | Row]) -> Iterator[str]:
    for literal, name, _, _ in _PARSE(sentence):
        if literal:
            yield literal
        if name is not None:
            held = values[name]
            yield from (held,) if isinstance(held, str) else held
