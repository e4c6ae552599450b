"""Where things stand in a file: noted in one table while it is read, worked out when somebody asks."""

from __future__ import annotations

from array import array
from typing import Final

from kanalstrategi.diagnostics import Source, Span

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


class Places:
    """The table of a file: for each key and dash its column, and line, column, end line and end column of the text beside it.

    Lines and columns are 1-based. A dash has no key, and what has no text beside it begins in column 0.
    """

    __slots__ = ("keys", "numbers", "source")

    def __init__(self, source: Source) -> None:
        self.source = source
        self.keys: list[str] = []
        self.numbers = array("I")

    def beside(self, row: int) -> Span:
        """Where the text beside a key or a dash stands, or what stands there in its place."""
        column, line, start, end_line, end = self.numbers[5 * row : 5 * row + 5]
        if start:
            return Span(self.source, line, start, end_line, end)
        if self._is_below(row):
            return self.head(row + 1)
        after = column + len(self.keys[row]) + 1
        return Span(self.source, line, after, line, after)

    def head(self, row: int) -> Span:
        """Where a key stands, or a dash."""
        column, line = self.numbers[5 * row : 5 * row + 2]
        return Span(self.source, line, column, line, column + (len(self.keys[row]) or 1))

    def row_of(self, key: str, first: int) -> int | None:
        """The row of a key in the mapping that begins with a row."""
        own = self.numbers[5 * first]
        for row in range(first, len(self.keys)):
            column = self.numbers[5 * row]
            if column < own:
                return None
            if column == own and self.keys[row] == key:
                return row
        return None

    def _is_below(self, row: int) -> bool:
        """Whether the next row is a value of this one: deeper, or a dash right below its key."""
        if row + 1 == len(self.keys):
            return False
        column, after = self.numbers[5 * row], self.numbers[5 * row + 5]
        return after > column or (after == column and not self.keys[row + 1])


class MappingAt(Marks):
    """The marks of a mapping, by the row of its first key."""

    __slots__ = ("_places", "_row")

    def __init__(self, places: Places, row: int) -> None:
        self._places, self._row = places, row

    @property
    def span(self) -> Span:
        return self._places.head(self._row)

    def span_of(self, key: str) -> Span:
        row = self._places.row_of(key, self._row) if key else None
        return self.span if row is None else self._places.beside(row)


class TextAt(Marks):
    """The marks of a text that is an item of a list, by the row of its dash."""

    __slots__ = ("_places", "_row")

    def __init__(self, places: Places, row: int) -> None:
        self._places, self._row = places, row

    @property
    def span(self) -> Span:
        return self._places.beside(self._row)

    def span_of(self, key: str) -> Span:
        return self.span


class Placed(str):
    """A text that is an item of a list, with its place."""

    __slots__ = ("marks",)

    marks: Marks

    @classmethod
    def at(cls, text: str, marks: Marks) -> Placed:
        placed = cls(text)
        placed.marks = marks
        return placed
