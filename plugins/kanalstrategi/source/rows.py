"""The rows of a file, a key or a dash each: noted while it is read; what stands beside them is found again when somebody asks."""

from __future__ import annotations

import re
from array import array
from typing import Final

from kanalstrategi.diagnostics import Source, Span
from kanalstrategi.source.places import Marks


_RUNNING: Final = re.compile(r"([ ]*)[^ \n].*\n(?:\1.*\n|\n)*")
"""Lines that are indented as far as the first of them, and empty ones."""


class Rows:
    """For each key and dash of a file, in their order: the key, which a dash has not, its line and its column, both 1-based."""

    __slots__ = ("columns", "keys", "lines", "source")

    def __init__(self, source: Source) -> None:
        self.source = source
        self.keys: list[str] = []
        self.lines = array("I")
        self.columns = array("I")

    def beside(self, row: int) -> Span:
        """Where the text beside a key or a dash stands, or what stands there in its place."""
        line, column = self.lines[row], self.columns[row]
        after = column + len(self.keys[row]) + 1
        is_last = row + 1 == len(self.lines) or self.lines[row + 1] != line
        text = self.source.line(line)[after - 1 :] if is_last else ""
        written = text.strip(" ")
        if written:
            start = after + text.index(written[0])
            if written[0] == "[":
                return Span(self.source, line, start, line, start + 1)
            if written[0] in "|>":
                return Span(self.source, line, start, self._end_of_running(line), 1)
            return Span(self.source, line, start, line, start + len(written))
        if self._is_below(row):
            return self.head(row + 1)
        return Span(self.source, line, after, line, after)

    def head(self, row: int) -> Span:
        """Where a key stands, or a dash."""
        line, column = self.lines[row], self.columns[row]
        return Span(self.source, line, column, line, column + (len(self.keys[row]) or 1))

    def row_of(self, key: str, first: int) -> int | None:
        """The row of a key in the mapping that begins with a row."""
        own = self.columns[first]
        for row in range(first, len(self.keys)):
            column = self.columns[row]
            if column < own:
                return None
            if column == own and self.keys[row] == key:
                return row
        return None

    def _is_below(self, row: int) -> bool:
        """Whether the next row is a value of this one: deeper, or a dash right below its key."""
        if row + 1 == len(self.keys):
            return False
        column, after = self.columns[row], self.columns[row + 1]
        return after > column or (after == column and not self.keys[row + 1])

    def _end_of_running(self, line: int) -> int:
        """The line after the running text that begins below a line: all that is indented as far, and empty lines."""
        running = _RUNNING.match(self.source.from_line(line + 1))
        return line + 1 + (running.group().count("\n") if running else 0)


class MappingAt(Marks):
    """The marks of a mapping, by the row of its first key."""

    __slots__ = ("_row", "_rows")

    def __init__(self, rows: Rows, row: int) -> None:
        self._rows, self._row = rows, row

    @property
    def span(self) -> Span:
        return self._rows.head(self._row)

    def span_of(self, key: str) -> Span:
        row = self._rows.row_of(key, self._row) if key else None
        return self.span if row is None else self._rows.beside(row)


class TextAt(Marks):
    """The marks of a text that is an item of a list, by the row of its dash."""

    __slots__ = ("_row", "_rows")

    def __init__(self, rows: Rows, row: int) -> None:
        self._rows, self._row = rows, row

    @property
    def span(self) -> Span:
        return self._rows.beside(self._row)

    def span_of(self, key: str) -> Span:
        return self.span


class ItemAt(Marks):
    """The marks of a text inside the brackets beside a row, by where it begins and ends after the bracket."""

    __slots__ = ("_end", "_row", "_rows", "_start")

    def __init__(self, rows: Rows, row: int, start: int, end: int) -> None:
        self._rows, self._row, self._start, self._end = rows, row, start, end

    @property
    def span(self) -> Span:
        bracket = self._rows.beside(self._row)
        first = bracket.end_column
        return Span(bracket.source, bracket.line, first + self._start, bracket.line, first + self._end)

    def span_of(self, key: str) -> Span:
        return self.span
