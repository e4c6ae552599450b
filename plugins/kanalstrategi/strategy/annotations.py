"""What a field's annotation holds, for the readers of the model: the decoder and the field tables."""

from __future__ import annotations

from functools import cache
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from kanalstrategi.strategy.fields import Part
from kanalstrategi.strategy.forms import Form


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


@cache
def parts() -> tuple[type[Part], ...]:
    """Every model there is."""
    found: dict[type[Part], None] = {}
    waiting = [Part]
    while waiting:
        model = waiting.pop()
        found[model] = None
        waiting += model.__subclasses__()
    return tuple(found)


@cache
def holding(model: type[Part], wanted: type) -> tuple[str, ...]:
    """The fields of a model in which a value of the wanted type can stand, at any depth."""
    return tuple(
        name
        for name, info in model.model_fields.items()
        if any(issubclass(each, wanted) for each in _inside(info.annotation))
    )


@cache
def _inside(annotation: Any) -> frozenset[type]:
    """Every type that can stand somewhere inside a value of an annotation."""
    found: set[type] = set()
    waiting = list(members(annotation))
    while waiting:
        each = waiting.pop()
        if isinstance(each, type) and each not in found:
            found.add(each)
            if issubclass(each, Part):
                waiting += [inner for info in each.keys().values() for inner in members(info.annotation)]
    return frozenset(found)


def is_list(annotation: Any) -> bool:
    if get_origin(annotation) is Annotated:
        return is_list(get_args(annotation)[0])
    return get_origin(annotation) is tuple


def form_in(annotation: Any) -> Form | None:
    """The form of the single values inside an annotation, whatever is around them."""
    if isinstance(annotation, Form):
        return annotation
    return next((form for inner in get_args(annotation) if (form := form_in(inner))), None)
