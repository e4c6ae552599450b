"""What an author has to write in place of a text or a list: the keys that its words belong under, written out."""

from __future__ import annotations

import re
from typing import Final

from kanalstrategi.source.wording import short
from kanalstrategi.strategy.annotations import is_list, model_of
from kanalstrategi.strategy.fields import Part, slug
from kanalstrategi.strategy.moments import both_times
from kanalstrategi.strategy.nodes import words_of
from kanalstrategi.strategy.text import Block

_SECTIONS: Final = "afsnit"
"""Nearly everything may have sections; what an author lists is seldom meant for them."""

_FOR_TEXTS: Final = ("navn", "begreb", "hvad", "dage", "overskrift", "tekst")
"""The keys that an author's words go under, most likely first."""


def as_item(model: type[Part], text: str) -> tuple[str, list[str]]:
    """The keys of an item that holds the text, from its dash on, and the other keys that it may have."""
    if hours := _with_hours(model, text):
        return hours
    keys = model.keys()
    needed = [name for name, info in keys.items() if info.is_required()]
    for_texts = [name for name in _FOR_TEXTS if name in keys]
    holder = next((name for name in for_texts if name in needed), None)
    if holder is None and for_texts and not _lists_in(model, needed):
        holder = for_texts[0]
        needed.append(holder)
    lines = [f"{name}: {_value(name, model, text, holder)}" for name in needed]
    return "- " + ", ".join(lines), [name for name in keys if name not in needed]


def as_row(model: type[Part], texts: list[str]) -> tuple[str, list[str]] | None:
    """A list of texts as an item of a model that has a name and a list of texts: a row of a table."""
    lists = [name for name, info in model.keys().items() if is_list(info.annotation) and model_of(info.annotation) is None]
    if len(texts) < 2 or len(lists) != 1 or "navn" not in model.keys():
        return None
    cells = ", ".join(f'"{text}"' if "," in text else text for text in texts[1:])
    others = [name for name in model.keys() if name not in ("navn", lists[0])]
    return f"- navn: {texts[0]}, {lists[0]}: [{cells}]", others


def as_span_of_years(model: type[Part], text: str) -> str | None:
    """A text that holds one year or two, as the keys of a period."""
    years = re.findall(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])", text)
    if list(model.keys()) != ["fra", "til"] or not 0 < len(years) < 3:
        return None
    return f"fra: {years[0]}, til: {years[-1]}"


def _with_hours(model: type[Part], text: str) -> tuple[str, list[str]] | None:
    """Days and their two times, as authors write them on one line."""
    match = re.match(r"(?P<days>[^\W\d][^\d]*?)[:,]?\s+(?:kl\.?\s*)?(?P<times>[0-9][^,;]*)", text)
    if "fra" not in model.together or not match or not (both := both_times(match["times"].strip())):
        return None
    opening = f"- dage: {match['days']}, fra: \"{both[0]}\", til: \"{both[1]}\""
    return opening, [name for name in model.keys() if name not in ("dage", "fra", "til")]


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
