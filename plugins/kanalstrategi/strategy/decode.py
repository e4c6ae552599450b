"""A tree of nodes to a typed value, with every finding at once.

Pydantic decides what fits a field. Its errors are types and places, which become findings here; its
sentences never reach an author. One mistake is one finding: what follows from it is left out.
"""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import Enum
from itertools import islice, takewhile
from types import NoneType, UnionType
from typing import Any, Final, TypeVar, Union, get_args, get_origin

from pydantic import ValidationError
from pydantic.fields import FieldInfo

from kanalstrategi.diagnostics import Finding, Severity, Source, Span
from kanalstrategi.source import Entry, Mapping, Node, Scalar, Sequence
from kanalstrategi.source.characters import LOOK_ALIKES, UNSEEN, look_alike
from kanalstrategi.source.syntax import quoted, short
from kanalstrategi.strategy.annotations import members, model_of
from kanalstrategi.strategy.fields import PLACE, Part, Place
from kanalstrategi.strategy.text import PROSE, Block

Model = TypeVar("Model", bound=Part)
Loc = tuple[str | int, ...]

MAX_FINDINGS: Final = 500
"""A file with more mistakes than this is no strategy, and nobody reads on."""

_MAPPING_EXPECTED: Final = {"model_type", "model_attributes_type", "dict_type", "dataclass_type"}
_LIST_EXPECTED: Final = {"tuple_type", "list_type"}
_KEY_WITHOUT_SPACE: Final = re.compile(r"(?P<key>[^\W\d][\w-]*):(?P<value>[^\s/].*)", re.DOTALL)
_BLANK: Final = " \t\n\u00a0\u00ad\u200b\u200c\u200d\u2060\ufeff"


def decode(node: Node | None, model: type[Model], source: Source) -> tuple[Model | None, list[Finding]]:
    """Read a tree as a `model`. The value is `None` when a finding of severity fejl stands in the way."""
    if node is None or _is_empty(node) or (isinstance(node, Mapping) and not node.entries):
        return None, [Finding("KS119", Severity.ERROR, Span(source, 1, 1, 1, 2))]
    if not isinstance(node, Mapping):
        return None, [_no_keys(node, model)]
    outdented = tuple(_outdented(node, model))
    explained = {place for finding in outdented for place in finding.explains}
    findings = [finding.finding for finding in outdented]
    findings += [finding for finding in _empty(node, model) if _place(finding.span) not in explained]
    try:
        value = model.model_validate(_plain(node, model))
    except ValidationError as error:
        problems = [(problem["type"], problem["loc"], problem.get("ctx") or {}) for problem in _problems(error)]
        found = islice(_Decoder(node, model, explained).findings(problems), MAX_FINDINGS)
        unique = {(*finding.place, str(finding.values)): finding for finding in found}
        return None, findings + list(unique.values())
    refused = any(finding.severity is Severity.ERROR for finding in findings)
    return (None if refused else value), findings


def _problems(error: ValidationError) -> list[Any]:
    return error.errors(include_url=False, include_input=False)


def _plain(node: Node, model: type[Part] | None, info: FieldInfo | None = None) -> Any:
    """The tree as pydantic takes it: mappings carry their place, and a key without a value is left out."""
    if isinstance(node, Scalar):
        # No fixed word holds an invisible character; that one stands here is found in `source`.
        text = UNSEEN.sub("", node.text or "") if info and words_of(info.annotation) else node.text
        return None if text is None else text.strip(_BLANK)
    if isinstance(node, Sequence):
        return [_plain(item, model, info) for item in node.items]
    values: dict[str, Any] = {}
    for entry in node.entries:
        info = _info(model, entry)
        if not _is_empty(entry.value) or info is None or _may_be_lost(info):
            inner = model_of(info.annotation) if info else None
            values[str(entry.key.text)] = _plain(entry.value, inner, info)
    values[PLACE] = Place(node.span, {str(entry.key.text): entry.value.span for entry in node.entries})
    return values


def _info(model: type[Part] | None, entry: Entry) -> FieldInfo | None:
    return model.keys().get(str(entry.key.text)) if model else None


def _is_empty(node: Node) -> bool:
    return isinstance(node, Scalar) and not (node.text or "").strip(_BLANK)


def _may_be_lost(info: FieldInfo) -> bool:
    """Whether a field must be written but may hold nothing, because the words of the document are lost."""
    nullable = get_origin(info.annotation) in (Union, UnionType) and NoneType in get_args(info.annotation)
    return info.is_required() and nullable


def _place(span: Span) -> tuple[int, int]:
    return span.line, span.column


def _no_keys(node: Node, model: type[Part]) -> Finding:
    """A whole file that is one text or one list."""
    if isinstance(node, Scalar) and (finding := _missing_space(node, model)):
        return finding
    return Finding("KS227", Severity.ERROR, node.span, {"key": next(iter(model.keys()))})


# --- Keys without a value


def _empty(node: Node, model: type[Part] | None) -> Iterator[Finding]:
    """A key without a value: nobody can tell whether something was forgotten (KS203, KS226, KS231)."""
    if isinstance(node, Sequence):
        for item in node.items:
            yield from _empty(item, model)
    elif isinstance(node, Mapping):
        for entry in node.entries:
            info = _info(model, entry)
            if info and _is_empty(entry.value) and not _may_be_lost(info):
                yield _without_value(entry, info)
            yield from _empty(entry.value, model_of(info.annotation) if info else None)


def _without_value(entry: Entry, info: FieldInfo) -> Finding:
    code, severity = ("KS231", Severity.ERROR) if info.is_required() else ("KS203", Severity.WARNING)
    span, key = entry.value.span, str(entry.key.text)
    rest = span.source.line(span.line)[span.column - 1 :]
    cut = rest.strip()
    if cut.startswith("#") and cut[1:2].strip():
        column = span.column + rest.index("#")
        mark = Span(span.source, span.line, column, span.line, column + len(cut))
        return Finding("KS226", severity, mark, {"key": key, "cut": short(cut), "suggestion": quoted(cut)})
    return Finding(code, severity, entry.key.span, {"key": key, "meaning": info.description or ""})


@dataclass(frozen=True)
class _Outdented:
    """A finding about lines that stand beside the key they belong under, and the places it explains."""

    finding: Finding
    explains: frozenset[tuple[int, int]]


def _outdented(node: Node, model: type[Part] | None) -> Iterator[_Outdented]:
    """Keys that stand under their empty owner without being indented (KS228)."""
    if isinstance(node, Sequence):
        for item in node.items:
            yield from _outdented(item, model)
    elif isinstance(node, Mapping) and model:
        for index, entry in enumerate(node.entries):
            info = _info(model, entry)
            inner = model_of(info.annotation) if info else None
            if inner and _is_empty(entry.value):
                lost = _lost(node.entries[index + 1 :], model, inner)
                if lost:
                    values = {"key": lost[0].key.text, "parent": entry.key.text}
                    finding = Finding("KS228", Severity.ERROR, lost[0].key.span, values)
                    yield _Outdented(finding, frozenset(_place(other.key.span) for other in (entry, *lost)))
            yield from _outdented(entry.value, inner)


def _lost(entries: tuple[Entry, ...], model: type[Part], inner: type[Part]) -> tuple[Entry, ...]:
    """The first of the entries, as far as they are keys of `inner` that `model` does not know."""
    here, there = model.keys(), inner.keys()
    return tuple(takewhile(lambda entry: entry.key.text not in here and entry.key.text in there, entries))


# --- What pydantic found


@dataclass(frozen=True)
class _Spot:
    """What an error is about: the node, the nearest entry that holds it, and the models on the way there."""

    node: Node
    entry: Entry | None
    owner: type[Part] | None
    info: FieldInfo | None
    outer: tuple[tuple[Mapping, str, type[Part]], ...]
    """Every mapping on the way, with the key it stands under and the model it is read as."""

    @property
    def key(self) -> str:
        return str(self.entry.key.text) if self.entry else ""

    @property
    def inner(self) -> type[Part] | None:
        return model_of(self.info.annotation) if self.info else None


@dataclass
class _Decoder:
    root: Mapping
    model: type[Part]
    explained: set[tuple[int, int]]
    """Where keys stand that another finding already speaks of."""
    found_elsewhere: set[tuple[int, str]] = field(default_factory=set)
    """Missing keys that stand in the file misspelt or in the wrong place, by the mapping they are missed in."""

    def findings(self, problems: list[tuple[str, Loc, dict[str, Any]]]) -> Iterator[Finding]:
        for kind, loc, _ in problems:
            if kind == "extra_forbidden" and (finding := self.unknown_key(loc)):
                yield finding
        for kind, loc, context in problems:
            if kind == "missing":
                yield from self.missing(loc)
            elif kind != "extra_forbidden":
                yield self.ill_formed(kind, self.locate(loc), context)

    def locate(self, loc: Loc) -> _Spot:
        node: Node = self.root
        entry, owner, info = None, None, None
        current: type[Part] | None = self.model
        outer: list[tuple[Mapping, str, type[Part]]] = []
        for step in loc:
            if isinstance(node, Mapping) and current:
                outer.append((node, str(entry.key.text) if entry else "", current))
            if isinstance(step, str) and isinstance(node, Mapping) and (found := node.entry(step)):
                entry, owner = found, current
                info = current.keys().get(step) if current else None
                current = model_of(info.annotation) if info else None
                node = found.value
            elif isinstance(step, int) and isinstance(node, Sequence) and step < len(node.items):
                node = node.items[step]
        return _Spot(node, entry, owner, info, tuple(outer))

    def unknown_key(self, loc: Loc) -> Finding | None:
        spot = self.locate(loc)
        assert spot.entry is not None
        mapping, holder, _ = spot.outer[-1]
        if _place(spot.entry.key.span) in self.explained:
            return None
        valid = [name for name in (spot.owner.keys() if spot.owner else {}) if name != PROSE]
        if spot.owner is Block:
            return self.misspelt(spot, valid) or _keys_for_text(mapping, holder)
        return (
            self.outside(spot)
            or self.inside(spot)
            or self.misspelt(spot, valid)
            or Finding("KS218", Severity.ERROR, spot.entry.key.span, {"key": spot.key, "keys": ", ".join(valid)})
        )

    def outside(self, spot: _Spot) -> Finding | None:
        """A key that belongs to one of the mappings around this one (KS229, KS233)."""
        assert spot.entry is not None
        for mapping, holder, model in reversed(spot.outer[:-1]):
            if spot.key in model.keys() and not mapping.entry(spot.key):
                self.found_elsewhere.add((id(mapping), spot.key))
                values = {"key": spot.key, "here": spot.outer[-1][1]}
                if mapping is self.root:
                    return Finding("KS233", Severity.ERROR, spot.entry.key.span, values)
                values |= {"parent": holder, "beside": str(mapping.entries[0].key.text)}
                return Finding("KS229", Severity.ERROR, spot.entry.key.span, values)
        return None

    def inside(self, spot: _Spot) -> Finding | None:
        """A key that belongs inside one of its neighbours (KS230)."""
        assert spot.entry is not None
        mapping, _, model = spot.outer[-1]
        neighbours = [neighbour for key in model.keys() if (neighbour := mapping.entry(key))]
        for neighbour in sorted(neighbours, key=lambda entry: _place(entry.key.span), reverse=True):
            inner, node = model_of(model.keys()[str(neighbour.key.text)].annotation), neighbour.value
            if inner and isinstance(node, Mapping) and spot.key in inner.keys() and not node.entry(spot.key):
                self.found_elsewhere.add((id(node), spot.key))
                beside = str(node.entries[0].key.text) if node.entries else ""
                values = {"key": spot.key, "parent": str(neighbour.key.text), "beside": beside}
                return Finding("KS230", Severity.ERROR, spot.entry.key.span, values)
        return None

    def misspelt(self, spot: _Spot, valid: list[str]) -> Finding | None:
        assert spot.entry is not None
        mapping = spot.outer[-1][0]
        nearest = nearest_word(spot.key, [name for name in valid if not mapping.entry(name)])
        if not nearest:
            return None
        self.found_elsewhere.add((id(mapping), nearest))
        strange = look_alike(spot.key)
        if strange and spot.key.translate(LOOK_ALIKES) == nearest:
            return Finding("KS118", Severity.ERROR, spot.entry.key.span, strange)
        values = {"key": spot.key, "nearest": nearest, "keys": ", ".join(valid)}
        return Finding("KS201", Severity.ERROR, spot.entry.key.span, values)

    def missing(self, loc: Loc) -> Iterator[Finding]:
        """A required key that is not there (KS202, KS220); where it is there but empty, that is said already."""
        key, spot = str(loc[-1]), self.locate(loc[:-1])
        node = spot.node
        if not isinstance(node, Mapping) or node.entry(key) or (id(node), key) in self.found_elsewhere:
            return
        inner = spot.inner if spot.entry else self.model
        info = inner.keys().get(key) if inner else None
        fields = model_of(info.annotation) if info else None
        under = spot.entry is not None and spot.entry.value is node
        span = spot.entry.key.span if spot.entry and under else node.span
        values: dict[str, object] = {"key": key, "meaning": (info.description if info else "") or ""}
        if fields and fields is not Block:
            needed = [name for name, field_info in fields.keys().items() if field_info.is_required()]
            yield Finding("KS220", Severity.ERROR, span, {**values, "keys": ", ".join(needed)})
        else:
            example = str((info.examples if info and info.examples else ["…"])[0])
            yield Finding("KS202", Severity.ERROR, span, {**values, "example": example})

    def ill_formed(self, kind: str, spot: _Spot, context: dict[str, Any]) -> Finding:
        node = spot.node
        if _is_empty(node):
            return Finding("KS225", Severity.ERROR, _dash_before(node.span), {"key": spot.key})
        if kind in _LIST_EXPECTED:
            return _list_expected(node, spot)
        if kind in _MAPPING_EXPECTED and spot.inner is not Block:
            return _keys_expected(node, spot)
        if isinstance(node, Mapping):
            return _keys_for_text(node, spot.key)
        if isinstance(node, Sequence):
            values = {"key": spot.key, "suggestion": quoted(_rest_of_line(node.span))}
            return Finding("KS206", Severity.ERROR, node.span, values)
        written = node.text or ""
        if kind == "enum":
            return _unknown_word(node.span, spot.key, written, words_of(spot.info.annotation if spot.info else None))
        code = kind if kind.startswith("KS") else "KS299"
        return Finding(code, Severity.ERROR, node.span, {"key": spot.key, **context, "value": short(written, 60)})


def _list_expected(node: Node, spot: _Spot) -> Finding:
    if isinstance(node, Mapping):
        first = str(node.entries[0].key.text) if node.entries else "…"
        return Finding("KS222", Severity.ERROR, node.span, {"key": spot.key, "first": first})
    text = (node.text or "") if isinstance(node, Scalar) else ""
    if text.startswith("-"):
        return Finding("KS127", Severity.ERROR, node.span, {"suggestion": "- " + short(text[1:].split(" -")[0])})
    values: dict[str, object] = {"key": spot.key, "value": short(text, 60)}
    if spot.inner and spot.inner is not Block:
        return Finding("KS232", Severity.ERROR, node.span, {**values, "keys": ", ".join(spot.inner.keys())})
    return Finding("KS205", Severity.ERROR, node.span, values)


def _keys_expected(node: Node, spot: _Spot) -> Finding:
    keys = [name for name in (spot.inner.keys() if spot.inner else {}) if name != PROSE]
    values: dict[str, object] = {"key": spot.key, "keys": ", ".join(keys)}
    if isinstance(node, Sequence):
        return Finding("KS221", Severity.ERROR, node.span, values)
    if isinstance(node, Scalar) and spot.inner and (finding := _missing_space(node, spot.inner)):
        return finding
    text = (node.text or "") if isinstance(node, Scalar) else ""
    is_item = spot.entry is not None and spot.entry.value is not node
    return Finding("KS232" if is_item else "KS204", Severity.ERROR, node.span, {**values, "value": short(text)})


def _missing_space(node: Scalar, model: type[Part]) -> Finding | None:
    """A text that is a key of the model, its colon and a value without a space between (KS123)."""
    match = _KEY_WITHOUT_SPACE.match(node.text or "")
    if not match or match["key"] not in model.keys():
        return None
    span = node.span
    mark = Span(span.source, span.line, span.column, span.line, span.column + len(match["key"]) + 1)
    written = span.source.line(span.line)[mark.end_column - 1 :]
    values = {"key": match["key"], "suggestion": f"{match['key']}: {short(written)}"}
    return Finding("KS123", Severity.ERROR, mark, values)


def _keys_for_text(node: Mapping, key: str) -> Finding:
    first = str(node.entries[0].key.text) if node.entries else "{}"
    values = {"key": key, "first": first, "suggestion": quoted(_whole_text(node.span))}
    return Finding("KS223", Severity.ERROR, node.span, values)


def _rest_of_line(span: Span) -> str:
    return span.source.line(span.line)[span.column - 1 :].strip()


def _whole_text(span: Span) -> str:
    """What an author meant as one text, where it was read as a key and a value from the span on."""
    before = span.source.line(span.line)[: span.column - 1].rstrip()
    text = _rest_of_line(span)
    if before.endswith("{"):
        return "{" + text
    return re.split(r"[,\]]", text)[0] if before.endswith(("[", ",")) else text


def _dash_before(span: Span) -> Span:
    """The dash of an item that holds nothing else."""
    before = span.source.line(span.line)[: span.column - 1].rstrip()
    return Span(span.source, span.line, len(before), span.line, len(before) + 1) if before.endswith("-") else span


def _unknown_word(span: Span, key: str, written: str, valid: list[str]) -> Finding:
    nearest = nearest_word(written, valid)
    values: dict[str, object] = {"key": key, "value": short(written, 60), "words": ", ".join(valid)}
    strange = look_alike(written)
    if strange and written.translate(LOOK_ALIKES) in valid:
        return Finding("KS118", Severity.ERROR, span, strange)
    if nearest:
        return Finding("KS207", Severity.ERROR, span, {**values, "nearest": nearest})
    return Finding("KS219", Severity.ERROR, span, values)


def nearest_word(written: str, valid: list[str]) -> str | None:
    """The valid word an author most likely meant: also without Danish letters, case, hyphens and look-alikes."""
    folded = {_fold(word): word for word in valid}
    match = difflib.get_close_matches(_fold(written), list(folded), n=1, cutoff=0.65)
    return folded[match[0]] if match else None


def _fold(word: str) -> str:
    word = unicodedata.normalize("NFC", word).translate(LOOK_ALIKES).casefold().strip()
    for letter, plain in (("æ", "ae"), ("ø", "oe"), ("å", "aa"), ("_", "-"), (" ", "-")):
        word = word.replace(letter, plain)
    return word


def words_of(annotation: Any) -> list[str]:
    enums = [member for member in members(annotation) if isinstance(member, type) and issubclass(member, Enum)]
    return [str(word.value) for word in enums[0]] if enums else []


__all__ = ["Block", "decode", "nearest_word"]
