"""A tree of nodes to a typed value, with every finding at once.

Pydantic decides what fits a field. Its errors are types and places, which become findings here; its
sentences never reach an author.
"""

from __future__ import annotations

import difflib
import unicodedata
from collections.abc import Iterator
from enum import Enum
from types import NoneType, UnionType
from typing import Annotated, Any, Final, TypeVar, Union, get_args, get_origin

from pydantic import ValidationError

from kanalstrategi.diagnostics import Finding, Severity, Source, Span
from kanalstrategi.source import Entry, Mapping, Node, Scalar, Sequence
from kanalstrategi.strategy.fields import PLACE, Part, Place
from kanalstrategi.strategy.text import PROSE, Block

Model = TypeVar("Model", bound=Part)

_MAPPING_EXPECTED: Final = {"model_type", "model_attributes_type", "dict_type", "dataclass_type"}
_LOOK_ALIKES: Final = str.maketrans("аеорсухіАВЕКМНОРСТХ", "aeopcyxiABEKMHOPCTX")


def decode(node: Node | None, model: type[Model], source: Source) -> tuple[Model | None, list[Finding]]:
    """Read a tree as a `model`. The value is `None` when a finding of severity fejl stands in the way."""
    if node is None or (isinstance(node, Scalar) and node.text is None):
        return None, [Finding("KS119", Severity.ERROR, Span(source, 1, 1, 1, 2))]
    if not isinstance(node, Mapping):
        first = next(iter(model.keys()))
        return None, [Finding("KS204", Severity.ERROR, node.span, {"key": source.name, "keys": first})]
    findings = list(_empty(node, model))
    try:
        return model.model_validate(_plain(node)), findings
    except ValidationError as error:
        found = (
            _finding(problem["type"], problem["loc"], problem.get("ctx") or {}, node, model)
            for problem in error.errors(include_url=False, include_input=False)
        )
        unique = {(finding.code, finding.place): finding for finding in found}
        emptied = {finding.place[:3] for finding in findings}
        return None, findings + [finding for finding in unique.values() if finding.place[:3] not in emptied]


def _plain(node: Node) -> Any:
    """The tree as pydantic takes it: mappings carry their place, and an optional key without a value is left out."""
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Sequence):
        return [_plain(item) for item in node.items]
    values: dict[str, Any] = {
        str(entry.key.text): _plain(entry.value)
        for entry in node.entries
        if not _is_empty(entry.value) or entry.key.text == "navn"
    }
    values[PLACE] = Place(node.span, {str(entry.key.text): entry.value.span for entry in node.entries})
    return values


def _is_empty(node: Node) -> bool:
    return isinstance(node, Scalar) and not (node.text or "").strip()


def _empty(node: Node, model: type[Part] | None) -> Iterator[Finding]:
    """A key without a value: nobody can tell whether something was forgotten (KS203)."""
    if isinstance(node, Sequence):
        for item in node.items:
            yield from _empty(item, model)
    elif isinstance(node, Mapping):
        for entry in node.entries:
            info = model.keys().get(str(entry.key.text)) if model else None
            if _is_empty(entry.value) and info and NoneType not in _members(info.annotation):
                required = info.is_required()
                severity = Severity.ERROR if required else Severity.WARNING
                yield Finding("KS203", severity, entry.key.span, {"key": entry.key.text, "meaning": info.description})
            elif _is_empty(entry.value) and info and not info.is_required():
                yield Finding(
                    "KS203", Severity.WARNING, entry.key.span, {"key": entry.key.text, "meaning": info.description}
                )
            yield from _empty(entry.value, _model_of(info.annotation) if info else None)


def _finding(kind: str, loc: tuple[str | int, ...], context: dict[str, Any], root: Node, model: type[Part]) -> Finding:
    node, entry, owner = _locate(root, model, loc)
    key = entry.key.text if entry else ""
    values: dict[str, object] = {"key": key, **context}
    info = owner.keys().get(str(key)) if owner and entry else None
    if kind == "extra_forbidden" and entry:
        return _unknown_key(entry, owner)
    if kind == "missing":
        missing = str(loc[-1])
        holder = entry.key.span if entry and isinstance(node, Scalar) else node.span
        field = _field(root, model, loc)
        return Finding("KS202", Severity.ERROR, holder, {"key": missing, "meaning": field[0], "example": field[1]})
    written = (node.text or "") if isinstance(node, Scalar) else ""
    values["value"] = written
    if kind == "enum":
        return _unknown_word(node.span, str(key), written, _words(info.annotation if info else None))
    if kind.startswith("KS"):
        return Finding(kind, Severity.ERROR, node.span, values)
    if kind in _MAPPING_EXPECTED:
        inner = _model_of(info.annotation) if info else model
        values["keys"] = ", ".join(inner.keys()) if inner else ""
        return Finding("KS204", Severity.ERROR, node.span, values)
    if kind in ("tuple_type", "list_type"):
        return Finding("KS205", Severity.ERROR, node.span, values)
    return Finding("KS206", Severity.ERROR, node.span, values)


def _locate(root: Node, model: type[Part], loc: tuple[str | int, ...]) -> tuple[Node, Entry | None, type[Part] | None]:
    """The node that an error is about, the nearest entry that holds it, and the model that entry is a field of."""
    node, entry, owner, current = root, None, None, model
    for step in loc:
        if isinstance(step, str) and isinstance(node, Mapping) and (found := node.entry(step)):
            entry, owner = found, current
            info = current.keys().get(step) if current else None
            current = _model_of(info.annotation) if info else None
            node = found.value
        elif isinstance(step, int) and isinstance(node, Sequence) and step < len(node.items):
            node = node.items[step]
    return node, entry, owner


def _field(root: Node, model: type[Part], loc: tuple[str | int, ...]) -> tuple[str, str]:
    """What a missing field means, and an example of it."""
    current: type[Part] | None = model
    info = None
    for step in loc:
        if isinstance(step, str) and current:
            info = current.keys().get(step)
            current = _model_of(info.annotation) if info else None
    if info is None:
        return "", ""
    return info.description or "", str((info.examples or ["…"])[0])


def _unknown_key(entry: Entry, owner: type[Part] | None) -> Finding:
    key, valid = str(entry.key.text), [name for name in (owner.keys() if owner else {}) if name != PROSE]
    nearest = nearest_word(key, valid)
    if nearest:
        values = {"key": key, "nearest": nearest, "keys": ", ".join(valid)}
        return Finding("KS201", Severity.ERROR, entry.key.span, values)
    return Finding("KS218", Severity.ERROR, entry.key.span, {"key": key, "keys": ", ".join(valid)})


def _unknown_word(span: Span, key: str, written: str, valid: list[str]) -> Finding:
    nearest = nearest_word(written, valid)
    values: dict[str, object] = {"key": key, "value": written, "words": ", ".join(valid)}
    if nearest:
        return Finding("KS207", Severity.ERROR, span, {**values, "nearest": nearest})
    return Finding("KS219", Severity.ERROR, span, values)


def nearest_word(written: str, valid: list[str]) -> str | None:
    """The valid word an author most likely meant: also without Danish letters, case, hyphens and look-alikes."""
    folded = {_fold(word): word for word in valid}
    match = difflib.get_close_matches(_fold(written), list(folded), n=1, cutoff=0.6)
    return folded[match[0]] if match else None


def _fold(word: str) -> str:
    word = unicodedata.normalize("NFC", word).translate(_LOOK_ALIKES).casefold().strip()
    for letter, plain in (("æ", "ae"), ("ø", "oe"), ("å", "aa"), ("_", "-"), (" ", "-")):
        word = word.replace(letter, plain)
    return word


def _members(annotation: Any) -> tuple[Any, ...]:
    """The types inside an annotation, one level down at a time until none is left."""
    origin = get_origin(annotation)
    if origin is Annotated:
        return _members(get_args(annotation)[0])
    if origin in (Union, UnionType, tuple):
        return tuple(inner for part in get_args(annotation) if part is not Ellipsis for inner in _members(part))
    return (annotation,)


def _model_of(annotation: Any) -> type[Part] | None:
    """The model that a field's values are read as, if any; running text is read as blocks."""
    models = [member for member in _members(annotation) if isinstance(member, type) and issubclass(member, Part)]
    return models[0] if models else None


def _words(annotation: Any) -> list[str]:
    enums = [member for member in _members(annotation) if isinstance(member, type) and issubclass(member, Enum)]
    return [str(word.value) for word in enums[0]] if enums else []


__all__ = ["Block", "decode", "nearest_word"]
