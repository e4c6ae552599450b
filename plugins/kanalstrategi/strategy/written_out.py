"""What an author has to write in place of a text or a list: the keys that its words belong under, written out."""

from __future__ import annotations

from typing import Final

from kanalstrategi.source.wording import short
from kanalstrategi.strategy.annotations import is_list, model_of
from kanalstrategi.strategy.fields import Part, slug
from kanalstrategi.strategy.nodes import words_of
from kanalstrategi.strategy.text import Block

_SECTIONS: Final = "afsnit"
"""Nearly everything may have sections; what an author lists is seldom meant for them."""

_FOR_TEXTS: Final = ("navn", "begreb", "hvad", "dage", "overskrift", "tekst")
"""The keys that an author's words go under, most likely first."""


def as_item(model: type[Part], text: str) -> tuple[str, list[str]]:
    """The keys of an item that holds the text, from its dash on, and the other keys that it may have."""
    keys = model.keys()
    needed = [name for name, info in keys.items() if info.is_required()]
    for_texts = [name for name in _FOR_TEXTS if name in keys]
    holder = next((name for name in for_texts if name in needed), None)
    if holder is None and for_texts and not _lists_in(model, needed):
        holder = for_texts[0]
        needed.append(holder)
    lines = [f"{name}: {_value(name, model, text, holder)}" for name in needed]
    return "- " + ", ".join(lines), [name for name in keys if name not in needed]


def _value(name: str, model: type[Part], text: str, holder: str | None) -> str:
    info = model.keys()[name]
    if name == holder:
        return short(text)
    if name == "id":
        return slug(text[:40]) or "punkt-1"
    if inner := _lists(model).get(name):
        return as_item(inner, text)[0]
    return str((info.examples or words_of(info.annotation) or ["…"])[0])


def _lists_in(model: type[Part], names: list[str]) -> bool:
    return any(name in _lists(model) for name in names)


def list_for_texts(model: type[Part], key: str) -> tuple[str, type[Part]] | None:
    """The list under a key that its texts are most likely items of."""
    lists = {name: inner for name, inner in _lists(model).items() if name != _SECTIONS}
    name = key if key in lists else next(iter(lists), None)
    return (name, lists[name]) if name else None


def list_for_items(model: type[Part], key: str, written: set[str]) -> tuple[str, str] | None:
    """The list under a key that its items belong to, and the list in a group of that one where they stand deeper."""
    lists = _lists(model)
    fits = [name for name, inner in lists.items() if written <= inner.keys().keys()]
    if key in fits:
        return key, ""
    deeper = [
        (name, below)
        for name, inner in lists.items()
        for below, item in _lists(inner).items()
        if inner.keys()[below].is_required() and written <= item.keys().keys()
    ]
    own = [(name, "") for name in fits if name != _SECTIONS]
    return next(iter((*own, *deeper, *((name, "") for name in fits))), None)


def _lists(model: type[Part]) -> dict[str, type[Part]]:
    found = {name: model_of(info.annotation) for name, info in model.keys().items() if is_list(info.annotation)}
    return {name: inner for name, inner in found.items() if inner and inner is not Block}
