"""Keys without a value, and the lines that stand beside a key they belong under."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import takewhile
from typing import Final

from pydantic.fields import FieldInfo

from kanalstrategi.diagnostics import Finding, Severity, Span
from kanalstrategi.source import Entry, Mapping, Node, Sequence
from kanalstrategi.source.wording import quoted, short
from kanalstrategi.strategy.annotations import is_list, model_of
from kanalstrategi.strategy.fields import Part
from kanalstrategi.strategy.nodes import holds_nothing, info_of, is_empty, may_be_lost, spot_of
from kanalstrategi.strategy.text import Block


ASKED_FOR: Final = {
    "frist": ("KS315", "KS320", "KS356"),
    "lukket": ("KS320", "KS356"),
    "handicapråd": ("KS349",),
    "kort_fortalt": ("KS324",),
    "vedtagelse": ("KS339",),
    "svar": ("KS320", "KS321"),
}
"""What the rules ask for, where a key stands ready for it without a value: that it is empty is said."""


def empty(node: Node, model: type[Part] | None) -> Iterator[Finding]:
    """A key without a value: nobody can tell whether something was forgotten (KS203, KS226, KS231, KS256)."""
    if isinstance(node, Sequence):
        for item in node.items:
            yield from empty(item, model)
    elif isinstance(node, Mapping):
        together = model.together if model else ()
        needed = any(each and not is_empty(each.value) for each in map(node.entry, together))
        told = unsaid(node, model)
        for entry in node.entries:
            info = info_of(model, entry)
            if info and holds_nothing(entry.value, info) and not may_be_lost(info) and entry not in told:
                yield _without_value(entry, info, info.is_required() or (needed and entry.key.text in together))
            yield from empty(entry.value, model_of(info.annotation) if info else None)


def unsaid(node: Mapping, model: type[Part] | None) -> list[Entry]:
    """The keys of which one has to say something, where each that is written is empty: told once, as KS243."""
    found = [entry for key in (*model.together, model.instead) if key and (entry := node.entry(key))] if model else []
    return found if all(is_empty(entry.value) for entry in found) else []


def _without_value(entry: Entry, info: FieldInfo, is_needed: bool) -> Finding:
    code, severity = ("KS231", Severity.ERROR) if is_needed else ("KS203", Severity.WARNING)
    span, key = entry.value.span, str(entry.key.text)
    rest = span.source.line(span.line)[span.column - 1 :]
    cut = rest.strip()
    if cut.startswith("#") and cut[1:2].strip():
        column = span.column + rest.index("#")
        mark = Span(span.source, span.line, column, span.line, column + len(cut))
        return Finding("KS226", severity, mark, {"key": key, "cut": short(cut), "suggestion": quoted(cut)})
    mark = entry.value.span if isinstance(entry.value, Sequence) else entry.key.span
    values: dict[str, object] = {"key": key, "meaning": info.description or ""}
    inner = model_of(info.annotation)
    if is_needed and inner and inner is not Block and not is_list(info.annotation):
        keys = ", ".join(name for name, each in inner.keys().items() if each.is_required())
        return Finding("KS256", severity, mark, {**values, "keys": keys})
    return Finding(code, severity, mark, values)


@dataclass(frozen=True)
class Outdented:
    """A finding about lines that stand beside the key they belong under, and the places it explains."""

    finding: Finding
    explains: frozenset[tuple[int, int]]


def outdented(node: Node, model: type[Part] | None) -> Iterator[Outdented]:
    """Keys that stand under their empty owner without being indented (KS228)."""
    if isinstance(node, Sequence):
        for item in node.items:
            yield from outdented(item, model)
    elif isinstance(node, Mapping) and model:
        for index, entry in enumerate(node.entries):
            info = info_of(model, entry)
            inner = model_of(info.annotation) if info else None
            if inner and is_empty(entry.value):
                lost = _lost(node.entries[index + 1 :], model, inner)
                if lost:
                    values = {"key": lost[0].key.text, "parent": entry.key.text}
                    finding = Finding("KS228", Severity.ERROR, lost[0].key.span, values)
                    yield Outdented(finding, frozenset(spot_of(other.key.span) for other in (entry, *lost)))
            yield from outdented(entry.value, inner)


def _lost(entries: tuple[Entry, ...], model: type[Part], inner: type[Part]) -> tuple[Entry, ...]:
    """The first of the entries, as far as they are keys of `inner` that `model` does not know."""
    here, there = model.keys(), inner.keys()
    return tuple(takewhile(lambda entry: entry.key.text not in here and entry.key.text in there, entries))
