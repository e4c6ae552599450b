"""What a part is called: its own heading or name, else its first words."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from typing import Any, Final

from kanalstrategi.changes.paragraphs import paragraphs
from kanalstrategi.strategy.annotations import holding
from kanalstrategi.strategy.channels import OpeningHours
from kanalstrategi.strategy.fields import Amount, Part
from kanalstrategi.strategy.hearing import Answer
from kanalstrategi.strategy.passages import shortened, words_of
from kanalstrategi.strategy.statements import Target
from kanalstrategi.strategy.text import Block, Note, Row, Table

_NAMES: Final = (
    "heading", "editors_heading", "party", "title", "editors_title", "name", "applies_to", "what", "label", "text",
    "chapter", "exact", "quote", "quotes", "days", "when", "mark", "remarks",
)  # fmt: skip
"""The fields that can name a part, the best first."""

LOST: Final = "–"
"""Stands for what a cell of a table has lost."""


def title_of(part: Part) -> str:
    """The title of a part on one line, shortened; empty where it has none."""
    for name in _names_of(type(part)):
        if text := _text(getattr(part, name)):
            return shortened(text)
    return ""


def row_line(row: Row) -> str:
    """A row of a table on one line."""
    return ": ".join([row.label or LOST, ", ".join([cell or LOST for cell in row.cells])])


def is_named(part: Part) -> bool:
    """Whether a part has a heading or a name beside its text; one without is called by its first words."""
    return any(getattr(part, name) for name in _names_of(type(part)) if _NAMES.index(name) < _NAMES.index("text"))


@cache
def _names_of(model: type[Part]) -> tuple[str, ...]:
    return tuple(name for name in _NAMES if name in model.model_fields)


def own_words(part: Part, held: frozenset[str]) -> str:
    """The words of a part without those of the fields in `held`."""
    return words_of(tuple([getattr(part, name) for name in _fields_of(type(part), held)]))


@cache
def _fields_of(part: type[Part], held: frozenset[str]) -> tuple[str, ...]:
    worded = {*holding(part, str), *holding(part, Amount)}
    return tuple(name for name in part.model_fields if name in worded and name not in held | {"id", "place"})


def shown_words(part: Part | str, status: Callable[[Answer], str] = lambda answer: "") -> str:
    """The words of a part as a reader meets them: without its title, the editors' notes and its targets as data.

    `status` says that of an answer, which is a fixed word.
    """
    if isinstance(part, str):
        return "\n".join(words for line in part.splitlines() if (words := " ".join(line.split())))
    titles = (getattr(part, name) for name in _names_of(type(part)))
    title = next((title for title in titles if isinstance(title, str)), None)
    lines = [line for line in _lines(part, status) if line]
    if title is not None and lines and lines[0] == " ".join(title.split()) and len(lines) > 1:
        lines = lines[1:]
    return "\n".join(lines)


def _lines(value: Any, status: Callable[[Answer], str]) -> Iterator[str]:
    if isinstance(value, str):
        yield from paragraphs(value)
    elif isinstance(value, Amount):
        yield value.written
    elif isinstance(value, Table):
        yield from (value.title or value.editors_title or "", ", ".join([column or LOST for column in value.columns]))
        yield from (row_line(row) for row in value.rows)
        yield from (value.unit or "", value.note or "")
    elif isinstance(value, OpeningHours):
        yield f"{value.days} {value.written}"
    elif isinstance(value, tuple):
        for item in value:
            yield from _lines(item, status)
    elif isinstance(value, Part) and not isinstance(value, (Note, Target)):
        if isinstance(value, Answer):
            yield status(value)
        for name in type(value).model_fields:
            if name not in ("id", "place", "passage", "channel", "missing"):
                yield from _lines(getattr(value, name), status)


def _text(value: Any) -> str:
    if isinstance(value, str):
        return value
    if isinstance(value, tuple) and value:
        first = value[0]
        if isinstance(first, Part):
            return _beginning(first) if isinstance(first, Block) else title_of(first)
        return first if isinstance(first, str) else ""
    return ""


def _beginning(block: Block) -> str:
    """The first paragraph of a text."""
    return next(iter(paragraphs(block.prose or "")), "")
