"""How each field of a model is compared, worked out once a model."""

from __future__ import annotations

from enum import Enum, auto
from functools import cache
from typing import Final, NamedTuple

from pydantic.fields import FieldInfo

from kanalstrategi.changes.change import FieldName
from kanalstrategi.changes.editorial import is_editors_field, may_be_editors
from kanalstrategi.strategy.annotations import is_list, model_of
from kanalstrategi.strategy.channels import OpeningHours
from kanalstrategi.strategy.definitions import Step
from kanalstrategi.strategy.document import Period, Revision
from kanalstrategi.strategy.fields import Part
from kanalstrategi.strategy.statements import Target
from kanalstrategi.strategy.text import Block

WHOLE: Final = (Period, OpeningHours, Revision, Step, Target)
"""Small parts that are one value to a reader."""


class Holds(Enum):
    """What stands in a field."""

    TEXT = auto()
    PARTS = auto()
    PART = auto()
    VALUES = auto()
    VALUE = auto()


class Field(NamedTuple):
    name: str
    title: FieldName
    holds: Holds
    model: type[Part] | None
    is_editors: bool
    """Whether the field is the editors' own, whatever stands in it."""
    may_be_editors: bool
    """Whether that depends on what stands in it."""


def title_of_field(model: type[Part], name: str) -> FieldName:
    return FieldName(model.model_fields[name].title or name)


@cache
def fields_of(model: type[Part]) -> tuple[Field, ...]:
    """The fields that an author writes, in the order of the page."""
    return tuple(
        Field(
            name, title_of_field(model, name), _holds(info), model_of(info.annotation),
            is_editors_field(model, name), may_be_editors(info.annotation),
        )
        for name, info in model.model_fields.items()
        if name != "place"
    )


def _holds(info: FieldInfo) -> Holds:
    model = model_of(info.annotation)
    if model is Block:
        return Holds.TEXT
    if is_list(info.annotation):
        return Holds.PARTS if model else Holds.VALUES
    return Holds.PART if model and not issubclass(model, WHOLE) else Holds.VALUE
