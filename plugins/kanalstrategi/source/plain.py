"""The short way: a file in which nothing is odd, straight to dicts and lists that carry their places.

Most files are like that. What this way does not take is read again by `read`, which decides and explains;
so this one never has to say why, only to be sure.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Callable
from typing import Any, Final

import yaml
from yaml.events import (
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from kanalstrategi.diagnostics import Source, Span
from kanalstrategi.source import characters
from kanalstrategi.source.read import MAX_DEPTH

PLACE: Final = "\0place"
"""The key under which a mapping holds its own `Marks`; no author can write it."""

_PARSER: Final = getattr(yaml, "CParser", None) or getattr(getattr(yaml, "cyaml", None), "CParser", None)
_NOTHING: Final = frozenset(("", "~", "null"))
_BLANK: Final = " \t\n"
_PLAIN_ASCII: Final = bytes([*b"\n\r", *range(0x20, 0x7F)])
# Letters and signs that are seen, mean themselves and are in NFC. What is not here may still be right.
_FAMILIAR: Final = re.compile("[\u00a1-\u00ac\u00ae-\u024f\u2010-\u2027\u2030-\u205e\u20ac\u2190-\u22ff]*")
_COMMENT: Final = re.compile(" #")
_QUESTION: Final = re.compile(r"^[ \-]*\? ", re.MULTILINE)

MayBeBlank = Callable[[tuple[str, ...], str], bool]


class Marks:
    """Where a mapping stands in its file, and each of its values by key; all are equal.

    Packed, because a library has some hundred thousand of them and few are ever asked for.
    """

    __slots__ = ("_keys", "_numbers", "source")

    def __init__(self, source: Source, keys: tuple[str, ...], numbers: array[int]) -> None:
        """`numbers` holds line, column, end line and end column (1-based) of the mapping and of each value."""
        self.source, self._keys, self._numbers = source, keys, numbers

    @classmethod
    def of(cls, span: Span, values: dict[str, Span]) -> Marks:
        numbers = array("I")
        for each in (span, *values.values()):
            numbers.extend((each.line, each.column, each.end_line, each.end_column))
        return cls(span.source, tuple(values), numbers)

    @property
    def first(self) -> array[int]:
        return self._numbers[:4]

    @property
    def span(self) -> Span:
        return Span(self.source, *self._numbers[:4])

    @property
    def line(self) -> int:
        return self._numbers[0]

    def span_of(self, key: str) -> Span:
        """The span of the value under a key, or of the whole mapping where the key is not written."""
        if key not in self._keys:
            return self.span
        start = 4 * (self._keys.index(key) + 1)
        return Span(self.source, *self._numbers[start : start + 4])

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Marks)

    def __hash__(self) -> int:
        return 0


class Placed(str):
    """A text that is an item of a list, with its place."""

    __slots__ = ("marks",)

    marks: Marks

    @classmethod
    def at(cls, text: str, marks: Marks) -> Placed:
        placed = cls(text)
        placed.marks = marks
        return placed


def plain(data: bytes, name: str, may_be_blank: MayBeBlank) -> dict[str, Any] | None:
    """The file's mapping, or `None` where anything in it calls for the long way.

    `may_be_blank` says of a mapping's keys and one of them whether that one may stand without a value.
    """
    source, findings = characters.decode(data, name)
    if findings or _PARSER is None or not _looks_plain(data, source.text):
        return None
    try:
        return _Builder(source, may_be_blank).document()
    except (yaml.YAMLError, ValueError, OverflowError, _Odd):
        return None


def _looks_plain(data: bytes, text: str) -> bool:
    """Whether every character is familiar, no text is cut by a comment, and no key begins with a question mark."""
    rest = data.translate(None, _PLAIN_ASCII).decode("utf-8")
    return bool(_FAMILIAR.fullmatch(rest)) and not _has_cut_text(text) and not ("? " in text and _QUESTION.search(text))


def _has_cut_text(text: str) -> bool:
    starts = (match.start() for match in _COMMENT.finditer(text))
    return any(text[text.rfind("\n", 0, start) + 1 : start].strip() for start in starts)


class _Odd(Exception):
    """Something that the long way has to look at."""


class _Builder:
    def __init__(self, source: Source, may_be_blank: MayBeBlank) -> None:
        assert _PARSER is not None
        self._source = source
        self._may_be_blank = may_be_blank
        self._next: Callable[[], Event] = _PARSER(source.text).get_event
        self._shapes: dict[tuple[str, ...], tuple[str, ...]] = {}

    def document(self) -> dict[str, Any]:
        self._next()  # the start of the stream
        start = self._next()
        if type(start) is not DocumentStartEvent or start.version or start.tags:
            raise _Odd
        root = self._next()
        if type(root) is not MappingStartEvent:
            raise _Odd
        value = self._mapping(root, 0)
        self._next()  # the end of the document
        if type(self._next()) is not StreamEndEvent:
            raise _Odd
        return value

    def _mapping(self, start: Any, depth: int) -> dict[str, Any]:
        if start.anchor or start.tag or depth >= MAX_DEPTH:
            raise _Odd
        values: dict[str, Any] = {}
        numbers: list[int] = []
        blank: list[str] = []
        while type(event := self._next()) is not MappingEndEvent:
            key = _text(event)
            if not key or key in values:
                raise _Odd
            if not values:
                numbers += _places(event)
            event = self._next()
            kind = type(event)
            if kind is ScalarEvent:
                if not (value := _text(event)):
                    if value == "":
                        raise _Odd
                    blank.append(key)
                values[key] = value
                numbers += _places(event)
            elif kind is MappingStartEvent:
                values[key] = inner = self._mapping(event, depth + 1)
                numbers += inner[PLACE].first
            elif kind is SequenceStartEvent:
                values[key] = self._sequence(event, depth + 1)
                numbers += _first_character(event)
            else:
                raise _Odd
        if not values:
            numbers += _first_character(start)
        keys = tuple(values)
        if blank and not all(self._may_be_blank(keys, key) for key in blank):
            raise _Odd
        values[PLACE] = Marks(self._source, self._shapes.setdefault(keys, keys), array("I", numbers))
        return values

    def _sequence(self, start: Any, depth: int) -> list[Any]:
        if start.anchor or start.tag or depth >= MAX_DEPTH:
            raise _Odd
        items: list[Any] = []
        while (kind := type(event := self._next())) is not SequenceEndEvent:
            if kind is ScalarEvent:
                items.append(self._placed(event))
            elif kind is MappingStartEvent:
                items.append(self._mapping(event, depth + 1))
            elif kind is SequenceStartEvent:
                items.append(self._sequence(event, depth + 1))
            else:
                raise _Odd
        return items

    def _placed(self, event: Any) -> Placed | None:
        text = _text(event)
        return None if text is None else Placed.at(text, Marks(self._source, (), array("I", _places(event))))


def _text(event: Any) -> str | None:
    """A scalar as text without blanks around it; `None` where nothing stands."""
    if type(event) is not ScalarEvent or event.anchor or event.tag:
        raise _Odd
    value, style = event.value, event.style
    if not style:
        if value in _NOTHING:
            return None
        is_odd = event.start_mark.line != event.end_mark.line
    elif style == "'" or style == '"':
        is_odd = event.start_mark.line != event.end_mark.line or characters.FORBIDDEN.search(value)
    else:
        is_odd = not value.strip()
    if is_odd:
        raise _Odd
    return value.strip(_BLANK)


def _places(event: Any) -> tuple[int, int, int, int]:
    start, end = event.start_mark, event.end_mark
    return start.line + 1, start.column + 1, end.line + 1, end.column + 1


def _first_character(event: Any) -> tuple[int, int, int, int]:
    line, column = event.start_mark.line + 1, event.start_mark.column + 1
    return line, column, line, column + 1
