"""The short way: a file in which nothing is odd, straight to dicts and lists that carry their places.

Most files are like that. What this way does not take is read again by `read`, which decides and explains;
so this one never has to say why, only to be sure.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, Final

from kanalstrategi.source import characters
from kanalstrategi.source.lines import NOTHING, Odd, read_lines
from kanalstrategi.source.places import PLACE, Placed
from kanalstrategi.source.rows import MappingAt, Rows, TextAt
from kanalstrategi.source.tree import MAX_DEPTH

_PLAIN_ASCII: Final = bytes([*b"\n\r", *range(0x20, 0x7F)])
# Letters and signs that are seen, mean themselves and are in NFC. What is not here may still be right.
_FAMILIAR: Final = re.compile("[\u00a1-\u00ac\u00ae-\u024f\u2010-\u2027\u2030-\u205e\u20ac\u2190-\u22ff]*")

MayBeBlank = Callable[[tuple[str, ...], str], bool]


def plain(data: bytes, name: str, may_be_blank: MayBeBlank) -> dict[str, Any] | None:
    """The file's mapping, or `None` where anything in it calls for the long way.

    `may_be_blank` says of a mapping's keys and one of them whether that one may stand without a value.
    """
    source, findings = characters.decode(data, name)
    if findings or not _FAMILIAR.fullmatch(data.translate(None, _PLAIN_ASCII).decode("utf-8")):
        return None
    text, rows = source.text, Rows(source)
    if "\r" in text:
        text = text.replace("\r\n", "\n")
    if "\r" in text or any(start in text for start in characters.DOUBLY_ENCODED):
        return None
    try:
        return _Tree(rows, read_lines(text, rows), may_be_blank).document()
    except Odd:
        return None


class _Tree:
    """Lines to mappings and lists: what stands deeper belongs to the key or dash above it."""

    def __init__(self, rows: Rows, values: list[Any], may_be_blank: MayBeBlank) -> None:
        self._rows = rows
        self._values = values
        self._keys = [*rows.keys, ""]
        self._columns = [*rows.columns, 0]
        self._may_be_blank = may_be_blank
        self._row = 0

    def document(self) -> dict[str, Any]:
        if not self._keys[0]:
            raise Odd
        value = self._mapping(0)
        if self._row < len(self._values):
            raise Odd
        return value

    def _mapping(self, depth: int) -> dict[str, Any]:
        """The mapping whose first key is next."""
        if depth >= MAX_DEPTH:
            raise Odd
        keys, columns, values = self._keys, self._columns, self._values
        first = row = self._row
        column = columns[row]
        found: dict[str, Any] = {}
        blank: list[str] = []
        while columns[row] == column and (key := keys[row]):
            if key in found:
                raise Odd
            value = values[row]
            row += 1
            if value is NOTHING:
                self._row = row
                value = self._below(column, depth)
                row = self._row
            if value is None:
                blank.append(key)
            found[key] = value
        self._row = row
        if blank:
            names = tuple(found)
            if not all(self._may_be_blank(names, key) for key in blank):
                raise Odd
        found[PLACE] = MappingAt(self._rows, first)
        return found

    def _below(self, column: int, depth: int) -> Any:
        """What stands below a key or dash without a text; `None` where nothing does."""
        is_dash = not self._keys[self._row]
        if self._columns[self._row] > column:
            return self._sequence(depth + 1) if is_dash else self._mapping(depth + 1)
        return self._sequence(depth + 1) if is_dash and self._columns[self._row] == column else None

    def _sequence(self, depth: int) -> list[Any]:
        """The list whose first dash is next."""
        if depth >= MAX_DEPTH:
            raise Odd
        column = self._columns[self._row]
        items: list[Any] = []
        while self._columns[row := self._row] == column and not self._keys[row]:
            value = self._values[row]
            self._row += 1
            if value is NOTHING:
                value = self._below(column, depth)
            elif isinstance(value, str):
                value = Placed.at(value, TextAt(self._rows, row))
            items.append(value)
        return items
