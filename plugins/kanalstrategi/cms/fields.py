"""The fields of the model as fields of a form."""

from __future__ import annotations

from enum import Enum
from typing import Any, Final, get_type_hints

from pydantic.fields import FieldInfo

from kanalstrategi.i18n import Catalog
from kanalstrategi.schema.values import meanings_of
from kanalstrategi.strategy.annotations import form_in, is_list, members, model_of
from kanalstrategi.strategy.fields import Part
from kanalstrategi.strategy.forms import YES_NO
from kanalstrategi.strategy.text import PROSE, Block

Field = dict[str, Any]

DEEPEST: Final = 3
"""How often a part may stand inside another of its kind in the form. What is deeper stays as it is in the file."""

_TOLD_BY: Final = ("overskrift", "navn", "titel", "ord", "begreb", "fra", "hvad", "tema", "citat", "id")
"""What an item of a list is known by while it is folded up, the best first."""


def fields(model: type[Part], words: Catalog, around: tuple[type[Part], ...] = (), must: bool = True) -> list[Field]:
    """The fields of a model. Inside a part that may be missing nothing has to be filled in: check tells."""
    annotations = get_type_hints(model, include_extras=True)
    found = []
    for name, info in model.model_fields.items():
        inner = model_of(info.annotation)
        is_too_deep = inner is not None and around.count(inner) >= DEEPEST
        if info.alias in model.keys() and info.alias != PROSE and not is_too_deep:
            found.append(_field(info, annotations[name], words, (*around, model), must))
    return found


def _field(info: FieldInfo, annotation: Any, words: Catalog, around: tuple[type[Part], ...], must: bool) -> Field:
    inner, form = model_of(info.annotation), form_in(annotation)
    required = must and info.is_required()
    field: Field = {"name": info.alias, "label": info.title, "hint": info.description, "required": required}
    if inner is Block:
        return {**field, "widget": "text", "prose": True}
    sets = [member for member in members(info.annotation) if isinstance(member, type) and issubclass(member, Enum)]
    if sets:
        options = [{"value": word, "label": f"{word}: {meaning}"} for word, meaning in meanings_of(sets[0], words).items()]
        return {**field, "widget": "select", "options": options, "multiple": is_list(info.annotation)}
    if inner:
        held = fields(inner, words, around, must and (is_list(info.annotation) or required))
        if not is_list(info.annotation):
            return {**field, "widget": "object", "collapsed": not required, "fields": held}
        named = next((key for key in _TOLD_BY if key in inner.keys()), next(iter(inner.keys())))
        several: Field = {"widget": "list", "collapsed": True, "summary": f"{{{{fields.{named}}}}}", "fields": held}
        return {**field, **several, **({"text_key": inner.text_key} if inner.text_key else {})}
    if form is YES_NO:
        return {**field, "widget": "select", "options": list(YES_NO.choices), "folded": True}
    pattern = {"pattern": [rf"^\s*(?:{form.pattern})\s*$", words(f"schema.form.{form.name}")]} if form else {}
    single: Field = {"widget": "string", **pattern}
    if is_list(info.annotation):
        item = {"name": info.alias, "label": info.title, **single}
        return {**field, "widget": "list", "summary": f"{{{{fields.{info.alias}}}}}", "field": item}
    return {**field, **single}
