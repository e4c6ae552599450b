"""A place in a text that an author wrote."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from typing import ClassVar

_BLANKS = re.compile(r"\s+")
_SHOWN = 10
_NEAR = 30
"""So many lines below a place stands nearly all that is looked for from there on."""


class Source:
    """A file's text under the name that findings call it by (relative, with forward slashes).

    Held as the bytes of UTF-8, those of the caller where it has them, and as text when asked.
    """

    __slots__ = ("_data", "_is_packed", "name")

    _at_hand: ClassVar[tuple[bytes, str]] = (b"", "")
    """The text that was asked for last: a file is read as soon as it is held, and several rules look at it."""

    def __init__(self, name: str, text: str, data: bytes | None = None) -> None:
        self.name = name
        self._data = text.encode("utf-8", "surrogatepass") if data is None else data
        self._is_packed = False
        Source._at_hand = self._data, text

    def __repr__(self) -> str:
        return f"Source({self.name!r})"

    @property
    def text(self) -> str:
        held, text = Source._at_hand
        if held is not self._data:
            text = self.data.decode("utf-8", "surrogatepass")
            Source._at_hand = self._data, text
        return text

    @property
    def data(self) -> bytes:
        """The text in UTF-8."""
        return zlib.decompress(self._data) if self._is_packed else self._data

    def pack(self) -> None:
        """Take a third of the room: for those who hold all the sources of a country and nothing else of its files."""
        self._data, self._is_packed = zlib.compress(self._data, level=1), True

    def forget(self) -> None:
        """Drop the text. Places in it keep their lines and columns, which is all that a page asks for."""
        self._data, self._is_packed = b"", False

    @property
    def lines(self) -> tuple[str, ...]:
        return _lines(self) if self._data else ("",)

    def from_line(self, number: int, before: int | None = None) -> str:
        """The text from a line with the 1-based number on, or up to another; each break one character, empty past the end."""
        lines = _parted(self)[number - 1 : before and before - 1] if self._data else ()
        return b"\n".join(lines).decode("utf-8", "surrogatepass")

    def line(self, number: int) -> str:
        """The line with the 1-based number, without its break; empty past the end."""
        lines = _parted(self) if self._data else ()
        return lines[number - 1].decode("utf-8", "surrogatepass") if 0 < number <= len(lines) else ""


@lru_cache(maxsize=8)
def _lines(source: Source) -> tuple[str, ...]:
    return tuple(source.from_line(1).split("\n"))


@lru_cache(maxsize=8)
def _parted(source: Source) -> list[bytes]:
    """The lines in UTF-8: few of them are asked for."""
    data = source.data
    return (data.replace(b"\r\n", b"\n").replace(b"\r", b"\n") if b"\r" in data else data).split(b"\n")


@dataclass(frozen=True, slots=True, eq=False)
class Span:
    """Where something stands: 1-based line and column, counted in characters; the end is exclusive.

    Two spans are never compared: a place is no part of what an author said.
    """

    source: Source = field(repr=False)
    line: int
    column: int
    end_line: int
    end_column: int

    @property
    def width(self) -> int:
        """How many characters to mark on the first line, at least one."""
        end = self.end_column if self.end_line == self.line else len(self.source.line(self.line)) + 1
        return max(1, end - self.column)

    def of(self, phrase: str) -> Span:
        """Where a phrase first stands from here on, over line breaks too; here, where it is not found."""
        words = phrase.split()
        for before in (self.end_line + _NEAR, None):
            text = self.source.from_line(self.line, before)
            if found := _find(words, text, self.column - 1):
                (line, column), (end_line, end_column) = (self._place(text, offset) for offset in found)
                return Span(self.source, line, column, end_line, end_column)
        return self

    def _place(self, text: str, offset: int) -> tuple[int, int]:
        """The line and column of a place in the text from this line on."""
        return self.line + text.count("\n", 0, offset), offset - text.rfind("\n", 0, offset)


def listed(lines: Iterable[int]) -> str:
    """The numbers of lines in their order, each once, for a sentence that names them; of many, the first."""
    numbers = list(dict.fromkeys(lines))
    return ", ".join(map(str, numbers[:_SHOWN])) + (" …" if len(numbers) > _SHOWN else "")


def _find(words: list[str], text: str, start: int) -> tuple[int, int] | None:
    """Where words first stand one after another from a place on, whatever white space is between them."""
    start = text.find(words[0], start) if words else -1
    while start >= 0:
        if end := _end(words, text, start):
            return start, end
        start = text.find(words[0], start + 1)
    return None


def _end(words: list[str], text: str, start: int) -> int | None:
    """Where words that begin here end, if all of them follow."""
    end = start + len(words[0])
    for word in words[1:]:
        blanks = _BLANKS.match(text, end)
        if not blanks or not text.startswith(word, blanks.end()):
            return None
        end = blanks.end() + len(word)
    return end
