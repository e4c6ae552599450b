"""Small questions about a node and the field it stands under, for the readers of a tree."""

from __future__ import annotations

from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Any, Final, Union, get_args, get_origin

from pydantic.fields import FieldInfo

from kanalstrategi.diagnostics import Span
from kanalstrategi.source import Entry, Node, Scalar, Sequence
from kanalstrategi.strategy.annotations import members
from kanalstrategi.strategy.fields import Part

BLANK: Final = " \t\n\u00a0\u00ad\u200b\u200c\u200d\u2060\ufeff"


def info_of(model: type[Part] | None, entry: Entry) -> FieldInfo | None:
    return model.keys().get(str(entry.key.text)) if model else None


def is_empty(node: Node) -> bool:
    return isinstance(node, Scalar) and not (node.text or "").strip(BLANK)


def holds_nothing(node: Node, info: FieldInfo) -> bool:
    """Whether nothing stands there, or a list of nothing where there is one of something."""
    return is_empty(node) or (isinstance(node, Sequence) and not node.items and not may_be_of_nothing(info.annotation))


def may_be_of_nothing(annotation: Any) -> bool:
    """Whether a list may be written without an item: the cells of a row, of which there may be none beside its name."""
    return get_origin(annotation) is tuple and any(NoneType in get_args(item) for item in get_args(annotation))


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
