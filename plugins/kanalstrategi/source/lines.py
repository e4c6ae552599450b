"""The lines of a file in which nothing is odd, each as the value beside its key or dash.

What is read here is what everybody writes: a text on the line of its key or dash, in quotes or not, a list in
brackets, or running text below `|` or `>`. All of it means in YAML what it seems to mean, so one expression takes
a line; `tests/test_plain.py` holds it to what PyYAML says. Anything else is `Odd`.
"""

from __future__ import annotations

import re
from functools import cache
from sys import intern
from typing import Any, Final

from kanalstrategi.diagnostics import Span
from kanalstrategi.source.places import Placed, Places, Spans

NOTHING: Final = object()
"""What stands beside a key whose value, if it has one, is on the lines below."""

_LINE: Final = re.compile(
    r"""
    (?!\n) ([ ]*) ((?:-[ ])*)
    (?: (?!null:) ([^\W\d][\w-]{0,60}) : (?:[ ]+|(?=\n)) )?
    (?: ([^\s\-?:,\[\]{}\#&*!|>'"%@`] (?:.*[^ \n])? )
      | "(?P<double> [^"\\\n]* )"
      | '(?P<single> (?:[^'\n]|'')* )'
      | (?P<block> [|>]-? )
      | \[(?P<items> [^\[\]{}\n]* )\]
    )? [ ]*\n
    """,
    re.VERBOSE,
)
_ITEM: Final = re.compile(
    r"""
    [ ]* (?: (?P<text> [^\s\-?:,\#&*!|>'"%@`] (?:[^,:?\#"'\n]*[^,:?\#"'\n ])? )
           | "(?P<double> [^"\\\n]* )"
           | '(?P<single> (?:[^'\n]|'')* )'
    ) [ ]* (?: ,(?=.) | $ )
    """,
    re.VERBOSE,
)
_IGNORED: Final = re.compile(r"(?:\n| *#.*\n)+")
_INDENT: Final = re.compile(" +(?=[^ \n])")
_BREAK: Final = re.compile("\n(\n*)")
_NULL: Final = frozenset(("~", "null"))
_BLANK: Final = " \t\n"


class Odd(Exception):
    """Something that the long way has to look at."""


def read_lines(text: str, places: Places) -> list[Any]:
    """The value beside each key and dash, in their order; where they stand is noted in `places`."""
    if text[-1:] != "\n":
        raise Odd
    values: list[Any] = []
    note_key, note_numbers, note_value = places.keys.append, places.numbers.extend, values.append
    next_line = _LINE.match
    at, line, size = 0, 1, len(text)
    while at < size:
        match = next_line(text, at)
        if match is None:
            ignored = _IGNORED.match(text, at)
            if ignored is None:
                raise Odd
            line += text.count("\n", at, ignored.end())
            at = ignored.end()
            continue
        indent, dashes, key, value = match.group(1, 2, 3, 4)
        column = len(indent) + 1
        kind = match.lastgroup
        if dashes or not key:
            # A dash stands before what is on its line: a key, or another dash. The last one may have a text.
            for _ in range(0, len(dashes) if key else len(dashes) - 2, 2):
                note_key("")
                note_numbers((column, line, 0, line, 0))
                note_value(NOTHING)
                column += 2
            if not key and not (dashes and (value or kind)):
                raise Odd
        after = match.end()
        if value:
            if ": " in value or " #" in value or value[-1] == ":":
                raise Odd  # The text ends before its line does, or is a key itself.
            if value in _NULL:
                value = None
            start = match.start(4) - at + 1
            note_numbers((column, line, start, line, match.end(4) - at + 1))
        elif kind is None:
            value = NOTHING
            note_numbers((column, line, 0, line, 0))
        elif kind == "block":
            start = match.start(kind)
            value, after = _running(text, after, column, folded=text[start] == ">")
            end_line = line + text.count("\n", at, after)
            note_numbers((column, line, start - at + 1, end_line, 1))
            line = end_line - 1
        else:
            start, end = match.start(kind) - at, match.end(kind) - at + 2
            if kind == "items":
                value, end = _items(match[kind], places, line, start + 1), start + 1
            elif not (value := _quoted(match, kind)) and key:
                raise Odd
            note_numbers((column, line, start, line, end))
        note_key(intern(key) if key else "")
        note_value(value)
        line += 1
        at = after
    return values


def _quoted(match: re.Match[str], kind: str) -> str:
    """A text without the quotes and the blanks around it."""
    value = match[kind]
    return (value.replace("''", "'") if kind == "single" else value).strip(_BLANK)


def _running(text: str, at: int, column: int, *, folded: bool) -> tuple[str, int]:
    """The running text below a key or dash, and where it ends."""
    indent = _INDENT.match(text, at)
    if indent is None or indent.end() - at < column:
        raise Odd
    end = _as_deep(indent.end() - at).match(text, at).end()
    value = text[indent.end() : end].replace("\n" + indent.group(), "\n").strip(_BLANK)
    if folded:
        if "\n " in value:
            raise Odd
        value = _BREAK.sub(lambda breaks: breaks[1] or " ", value)
    return value, end


@cache
def _as_deep(width: int) -> Any:
    """All lines that are indented so far, and empty lines among and after them."""
    return re.compile(f"(?:[ ]{{{width}}}.*\n|\n)+")


def _items(text: str, places: Places, line: int, column: int) -> list[Placed | None]:
    """The texts of a list in brackets, of which the first character after the bracket has the given column."""
    items: list[Placed | None] = []
    at = 0
    while at < len(text.rstrip(" ")):
        match = _ITEM.match(text, at)
        if match is None:
            raise Odd
        kind = str(match.lastgroup)
        start, end = match.span(kind)
        if kind == "text":
            value = None if match[kind] in _NULL else match[kind]
        else:
            value, start, end = _quoted(match, kind), start - 1, end + 1
        span = Span(places.source, line, column + start, line, column + end)
        items.append(None if value is None else Placed.at(value, Spans(span)))
        at = match.end()
    return items
