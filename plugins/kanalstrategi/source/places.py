"""Where what an author wrote stands in its file."""

from __future__ import annotations

from typing import Final

from kanalstrategi.diagnostics import Span

PLACE: Final = "\0place"
"""The key under which a mapping holds its own `Marks`; no author can write it."""


class Marks:
    """Where a part stands in its file, and each of its values by key; all are equal."""

    __slots__ = ()

    @property
    def span(self) -> Span:
        raise NotImplementedError

    def span_of(self, key: str) -> Span:
        """The span of the value under a key, or of the whole part where the key is not written."""
        raise NotImplementedError

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Marks)

    def __hash__(self) -> int:
        return 0


class Spans(Marks):
    """The marks of a part whose spans are known."""

    __slots__ = ("_span", "_values")

    def __init__(self, span: Span, values: dict[str, Span] | None = None) -> None:
        self._span, self._values = span, values or {}

    @property
    def span(self) -> Span:
        return self._span

    def span_of(self, key: str) -> Span:
        return self._values.get(key, self._span)


class Placed(str):
    """A text that is an item of a list, with its place."""

    __slots__ = ("marks",)

    marks: Marks

    @classmethod
    def at(cls, text: str, marks: Marks) -> Placed:
        placed = cls(text)
        placed.marks = marks
        return placed
