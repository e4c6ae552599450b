"""The lines of a file in which nothing is odd, each as the value beside its key or dash.

What is read here is what everybody writes: a text on the line of its key or dash, in quotes or not, a list in
brackets, or running text below `|` or `>`. All of it means in YAML what it seems to mean, so one expression takes
a line; `tests/test_plain.py` holds it to what PyYAML says. Anything else is `Odd`.
"""

from __future__ import annotations

import re
from sys import intern
from typing import Any, Final

from kanalstrategi.source.places import Placed
from kanalstrategi.source.rows import ItemAt, Rows

NOTHING: Final = object()
"""What stands beside a key whose value, if it has one, is on the lines below."""

_LINES: Final = re.compile(
    r"""
    (?!\n) ([ ]*) ((?:-[ ])*)
    (?: (?!null:) ([^\W\d][\w-]{0,60}) : (?:[ ]+|(?=\n)) )?
    (?: ( [^\s\-?:,\[\]{}\#&*!|>'"%@`“”„‟´‘’] (?:.*[^ \n])?
        | "[^"\\\n]*"
        | '(?:[^'\n]|'')*'
        | \[[^\[\]{}\n]*\] )
      | ([|>])-?[ ]*\n ( ([ ]+)(?=[^ \n]).*\n (?:\7.*\n|\n)* )
    )? (?(5)|[ ]*\n)
    | ( (?:\n|[ ]*\#.*\n)+ )
    | ( .+\n )
    """,
    re.VERBOSE,
)
"""A line: its indent, dashes, key and text, or the sign of the running text below it, that text and its indent.
Else lines that say nothing, else an odd one."""

_ITEM: Final = re.compile(
    r"""
    [ ]* ( [^\s\-?:,\#&*!|>'"%@`“”„‟´‘’] (?:[^,:?\#"'\n]*[^,:?\#"'\n ])?
         | "[^"\\\n]*"
         | '(?:[^'\n]|'')*'
    ) [ ]* (?: ,(?=.) | $ )
    """,
    re.VERBOSE,
)
_BREAK: Final = re.compile("\n(\n*)")
_NULL: Final = frozenset(("~", "null"))
_BLANK: Final = " \t\n"
_SIGNS: Final = "\"'["


class Odd(Exception):
    """Something that the long way has to look at."""


def read_lines(text: str, rows: Rows) -> list[Any]:
    """The value beside each key and dash, in their order; where they stand is noted in `rows`."""
    if text[-1:] != "\n":
        raise Odd
    values: list[Any] = []
    note_key, note_line, note_column, note_value = rows.keys.append, rows.lines.append, rows.columns.append, values.append
    line = 1
    for indent, dashes, key, value, sign, running, margin, ignored, odd in _LINES.findall(text):
        if ignored:
            line += ignored.count("\n")
            continue
        column = len(indent) + 1
        if dashes or not key:
            if odd or not (key or (dashes and (value or sign))):
                raise Odd
            # A dash stands before what is on its line: a key, or another dash. The last one may have a text.
            for _ in range(0, len(dashes) if key else len(dashes) - 2, 2):
                note_key("")
                note_line(line)
                note_column(column)
                note_value(NOTHING)
                column += 2
        note_key(intern(key) if key else "")
        note_line(line)
        note_column(column)
        line += 1
        if value:
            if value[0] in _SIGNS:
                note_value(_items(value[1:-1], rows) if value[0] == "[" else _quoted(value, key))
            elif ": " in value or " #" in value or value[-1] == ":":
                raise Odd  # The text ends before its line does, or is a key itself.
            else:
                note_value(None if value in _NULL else value)
        elif sign:
            if len(margin) < column:
                raise Odd
            note_value(_running(running, margin, folded=sign == ">"))
            line += running.count("\n")
        else:
            note_value(NOTHING)
    return values


def _quoted(written: str, key: str = "") -> str:
    """A text without the quotes and the blanks around it; a key has none that is empty."""
    value = written[1:-1].replace("''", "'") if written[0] == "'" else written[1:-1]
    value = value.strip(_BLANK)
    if key and not value:
        raise Odd
    return value


def _running(lines: str, margin: str, *, folded: bool) -> str:
    """The text of lines below a key or dash, all with the same margin."""
    value = lines[len(margin) :].replace("\n" + margin, "\n").strip(_BLANK)
    if folded:
        if "\n " in value:
            raise Odd
        value = _BREAK.sub(lambda breaks: breaks[1] or " ", value)
    return value


def _items(text: str, rows: Rows) -> list[Placed | None]:
    """The texts of a list in brackets, which stands beside the last row."""
    items: list[Placed | None] = []
    row, at, size = len(rows.keys) - 1, 0, len(text.rstrip(" "))
    while at < size:
        match = _ITEM.match(text, at)
        if match is None:
            raise Odd
        written = match[1]
        if written in _NULL:
            items.append(None)
        else:
            value = _quoted(written) if written[0] in _SIGNS else written
            items.append(Placed.at(value, ItemAt(rows, row, match.start(1), match.end(1))))
        at = match.end()
    if not items:
        raise Odd
    return items
