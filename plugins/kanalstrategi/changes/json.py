"""Differences as data for other programs; `VERSION` changes when a field is renamed or removed."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from enum import Enum
from typing import Any

from kanalstrategi.changes.change import Change, FieldName, Mark
from kanalstrategi.changes.library import Difference
from kanalstrategi.changes.report import held_title
from kanalstrategi.changes.wording import name_of, said
from kanalstrategi.changes.written import value
from kanalstrategi.i18n import Catalog
from kanalstrategi.strategy.fields import Part
from kanalstrategi.strategy.text import PROSE

VERSION = 1


def dump(differences: Sequence[Difference], words: Catalog, *, before: str, after: str) -> str:
    """The whole comparison as one JSON object."""
    files = [
        {
            "kind": difference.held.kind.value,
            "title": held_title(difference.held, words),
            "before": difference.before.path if difference.before else None,
            "after": difference.after.path if difference.after else None,
            "former": difference.former.path if difference.former else None,
            "changes": [_change(change, words) for change in difference.changes],
        }
        for difference in differences
    ]
    held = {"version": VERSION, "before": before, "after": after, "same": not files, "files": files}
    return json.dumps(held, ensure_ascii=False, indent=2)


def _change(change: Change, words: Catalog) -> Mapping[str, Any]:
    sentence = said(change, words)
    own = {name: _plain(held, words) for name, held in vars(change).items() if name not in ("where", "marks")}
    return {
        "type": _name(type(change).__name__),
        "sentence": sentence.sentence,
        "where": change.where._asdict() | {"fields": ["".join(name_of(name, words)) for name in change.where.fields]},
        **own,
        "marks": [_mark(mark) for mark in sentence.marks],
    }


def _name(name: str) -> str:
    """`TextChanged` as `text-changed`."""
    return "".join(f"-{letter.lower()}" if letter.isupper() else letter for letter in name).lstrip("-")


def _mark(mark: Mark) -> Mapping[str, str]:
    return {"kind": mark.kind.value, "text": mark.text}


def _plain(held: Any, words: Catalog) -> Any:
    if isinstance(held, Part):
        return json.loads(held.model_dump_json(by_alias=True, exclude_defaults=True).replace(json.dumps(PROSE), '"tekst"'))
    if isinstance(held, Enum):
        return held.value
    if isinstance(held, FieldName):
        return "".join(name_of(held, words))
    if held is None or isinstance(held, (str, int, bool)):
        return held
    if isinstance(held, tuple):
        return [asdict(item) if hasattr(item, "__dataclass_fields__") else _plain(item, words) for item in held]
    return "".join(value(held, words))
