"""Small questions about a node and the field it stands under, for the readers of a tree."""

from __future__ import annotations

from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Any, Final, Union, get_args, get_origin

from pydantic.fields import FieldInfo

from kanalstrategi.diagnostics import Span
from kanalstrategi.source import Entry, Node, Scalar
from kanalstrategi.strategy.annotations import members
from kanalstrategi.strategy.fields import Part

BLANK: Final = " \t\n\u00a0\u00ad\u200b\u200c\u200d\u2060\ufeff"


def info_of(model: type[Part] | None, entry: Entry) -> FieldInfo | None:
    return model.keys().get(str(entry.key.text)) if model else None


def is_empty(node: Node) -> bool:
    return isinstance(node, Scalar) and not (node.text or "").strip(BLANK)


def may_be_lost(info: FieldInfo) -> bool:
    """Whether a field must be written but may hold nothing, because the words of the document are lost."""
    nullable = get_origin(info.annotation) in (Union, UnionType) and NoneType in get_args(info.annotation)
    return info.is_required() and nullable


def spot_of(span: Span) -> tuple[int, int]:
    return span.line, span.column


@cache
def words_of(annotation: Any) -> list[str]:
    enums = [member for member in members(annotation) if isinstance(member, type) and issubclass(member, Enum)]
    return [str(word.value) for word in enums[0]] if enums else []
