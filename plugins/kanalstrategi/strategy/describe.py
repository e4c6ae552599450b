"""The model as tables: every field with its key, what may stand there, its meaning and an example."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from typing import Final

from pydantic.fields import FieldInfo

from kanalstrategi.strategy.annotations import is_list, members, model_of
from kanalstrategi.strategy.edition import Edition
from kanalstrategi.strategy.fields import Part
from kanalstrategi.strategy.glossary import Glossary
from kanalstrategi.strategy.hearing import Hearing
from kanalstrategi.strategy.text import PROSE, Block

ROOTS: Final[tuple[type[Part], ...]] = (Edition, Hearing, Glossary)


@dataclass(frozen=True)
class DescribedField:
    key: str
    title: str
    meaning: str
    example: str | None
    required: bool
    is_list: bool
    choices: tuple[str, ...]
    table: str | None
    """The id of the table that describes what stands under the key."""


@dataclass(frozen=True)
class DescribedModel:
    id: str
    name: str
    fields: tuple[DescribedField, ...]


def describe() -> tuple[DescribedModel, ...]:
    """Every model that can stand in a file, each once, outer before inner, with the key it was first met under."""
    found: dict[type[Part], DescribedModel] = {}
    queue: list[tuple[type[Part], str]] = [(Edition, "udgaven"), (Hearing, "høringen"), (Glossary, "ordlisten")]
    while queue:
        model, name = queue.pop(0)
        if model in found:
            continue
        found[model] = DescribedModel(_id(model), name, tuple(_fields(model)))
        queue += [
            (inner, key if model in ROOTS else f"{name} › {key}")
            for key, info in model.keys().items()
            if (inner := model_of(info.annotation)) is not None and key != PROSE
        ]
    return tuple(found.values())


def _fields(model: type[Part]) -> Iterator[DescribedField]:
    for key, info in model.keys().items():
        if key != PROSE:
            yield _field(key, info)


def _field(key: str, info: FieldInfo) -> DescribedField:
    words = [member for member in members(info.annotation) if isinstance(member, type) and issubclass(member, Enum)]
    inner = model_of(info.annotation)
    return DescribedField(
        key,
        info.title or key,
        info.description or "",
        str(info.examples[0]) if info.examples else None,
        info.is_required(),
        is_list(info.annotation) and inner is not Block,
        tuple(str(word.value) for word in words[0]) if words else (),
        _id(inner) if inner else None,
    )


def _id(model: type[Part]) -> str:
    return f"felter-{model.__name__.lower()}"
