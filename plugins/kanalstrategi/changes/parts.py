"""What a comparison asks of a part by itself: its address, its text, whether it only holds others together."""

from __future__ import annotations

from typing import Any

from kanalstrategi.changes.plan import Holds, fields_of
from kanalstrategi.strategy.fields import Part
from kanalstrategi.strategy.passages import addressed
from kanalstrategi.strategy.sections import Addressed, Chapter
from kanalstrategi.strategy.text import Block, Figure, Table


def address(part: Part) -> str | None:
    if isinstance(part, (Table, Figure)):
        return f"{'tabel' if isinstance(part, Table) else 'figur'}-{part.id}"
    return part.anchor if isinstance(part, Addressed) else None


def is_group(item: Any) -> bool:
    """Whether a part only holds passages together: a chapter, a group of goals. It is told of passage by passage."""
    return not isinstance(item, Addressed) and any(True for _ in addressed(item)) or isinstance(item, Chapter)


def empty(item: Part) -> Part:
    """A part of the same kind with nothing in it."""
    lists = (Holds.TEXT, Holds.PARTS, Holds.VALUES)
    nothing = {field.name: () if field.holds in lists else None for field in fields_of(type(item))}
    return type(item).model_construct(**nothing)


def text_of(part: Part) -> tuple[Block, ...]:
    return getattr(part, "text", ())
