"""A sentence as a row of pieces, in which the document's own words can be told from those of the interface."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from string import Formatter


class Own(str):
    """Words of the document, in its own language."""

    __slots__ = ()


Row = tuple[str, ...]
"""The pieces of a sentence, in order; those that are `Own` are the document's."""


def row(sentence: str, **values: str | Row) -> Row:
    """A sentence of the catalogue with a row, or one piece, in each of its places."""
    return tuple(_filled(_places(sentence), values))


def joined(rows: Sequence[Row], between: str = ", ") -> Row:
    """Rows after one another."""
    return tuple(piece for index, each in enumerate(rows) for piece in ((between, *each) if index else each))


@cache
def _places(sentence: str) -> tuple[tuple[str, str | None], ...]:
    """The words of a sentence, each with the name of the place that follows. A catalogue has few sentences."""
    return tuple((literal, name) for literal, name, _, _ in Formatter().parse(sentence))


def _filled(sentence: Sequence[tuple[str, str | None]], values: dict[str, str | Row]) -> Iterator[str]:
    for literal, name in sentence:
        if literal:
            yield literal
        if name is not None:
            held = values[name]
            if isinstance(held, str):
                yield held
            else:
                yield from held
