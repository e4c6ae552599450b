"""A place in a text that an author wrote."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from typing import ClassVar

_BLANKS = re.compile(r"\s+")
_NOTHING = zlib.compress(b"")
_SHOWN = 10


class Source:
    """A file's text under the name that findings call it by (relative, with forward slashes).

    Held packed, which takes a third of the room, and unpacked when asked: a library holds all its sources, few are asked.
    `data` is the text in UTF-8 where the caller has it.
    """

    __slots__ = ("_packed", "name")

    _at_hand: ClassVar[tuple[bytes, str]] = (b"", "")
    """The text that was packed or unpacked last: a file is read as soon as it is held, and several rules look at it."""

    def __init__(self, name: str, text: str, data: bytes | None = None) -> None:
        self.name = name
        self._packed = zlib.compress(text.encode("utf-8", "surrogatepass") if data is None else data, level=1)
        Source._at_hand = self._packed, text

    def __repr__(self) -> str:
        return f"Source({self.name!r})"

    @property
    def text(self) -> str:
        return _text(self._packed)

    @property
    def lines(self) -> tuple[str, ...]:
        return _lines(self._packed)

    def forget(self) -> None:
        """Drop the text. Places in it keep their lines and columns, which is all that a page asks for."""
        self._packed = _NOTHING

    def line(self, number: int) -> str:
        """The line with the 1-based number, without its break; empty past the end."""
        lines = self.lines
        return lines[number - 1] if 0 < number <= len(lines) else ""


def _text(packed: bytes) -> str:
    held, text = Source._at_hand
    if held is not packed:
        text = zlib.decompress(packed).decode("utf-8", "surrogatepass")
        Source._at_hand = packed, text
    return text


@lru_cache(maxsize=8)
def _lines(packed: bytes) -> tuple[str, ...]:
    return tuple(_text(packed).replace("\r\n", "\n").replace("\r", "\n").split("\n"))


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
        words, lines = phrase.split(), self.source.lines
        first = " " * (self.column - 1) + self.source.line(self.line)[self.column - 1 :]
        for last in (self.end_line, len(lines)):  # nearly all stand inside the place itself
            rest = "\n".join([first, *lines[self.line : last]])
            if found := _find(words, rest):
                (line, column), (end_line, end_column) = (self._place(rest, offset) for offset in found)
                return Span(self.source, line, column, end_line, end_column)
        return self

    def _place(self, rest: str, offset: int) -> tuple[int, int]:
        before = rest[:offset]
        return self.line + before.count("\n"), offset - before.rfind("\n")


def listed(lines: Iterable[int]) -> str:
    """The numbers of lines in their order, each once, for a sentence that names them; of many, the first."""
    numbers = list(dict.fromkeys(lines))
    return ", ".join(map(str, numbers[:_SHOWN])) + (" …" if len(numbers) > _SHOWN else "")


def _find(words: list[str], text: str) -> tuple[int, int] | None:
    """Where words first stand one after another, whatever white space is between them."""
    start = text.find(words[0]) if words else -1
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
