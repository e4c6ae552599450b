"""What a field's annotation holds, for the readers of the model: the decoder and the field tables."""

from __future__ import annotations

from functools import cache
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from kanalstrategi.strategy.fields import Part


def members(annotation: Any) -> tuple[Any, ...]:
    """The types inside an annotation, without the `Annotated`, optional and tuple around them."""
    origin = get_origin(annotation)
    if origin is Annotated:
        return members(get_args(annotation)[0])
    if origin in (Union, UnionType, tuple):
        return tuple(inner for part in get_args(annotation) if part is not Ellipsis for inner in members(part))
    return (annotation,)


@cache
def model_of(annotation: Any) -> type[Part] | None:
    """The model that a field's values are read as, if any; running text is read as blocks."""
    models = [member for member in members(annotation) if isinstance(member, type) and issubclass(member, Part)]
    return models[0] if models else None


def is_list(annotation: Any) -> bool:
    if get_origin(annotation) is Annotated:
        return is_list(get_args(annotation)[0])
    return get_origin(annotation) is tuple
