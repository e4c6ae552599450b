"""A tree of nodes to a typed value, with every finding at once.

Pydantic decides what fits a field. Its errors are types and places, which become findings here; its
sentences never reach an author. One mistake is one finding: what follows from it is left out.
"""

from __future__ import annotations

from functools import cache
from itertools import islice
from typing import Any, Final, TypeVar

from pydantic import ValidationError
from pydantic.fields import FieldInfo

from kanalstrategi.diagnostics import Finding, Severity, Source, Span
from kanalstrategi.source import PLACE, Entry, Mapping, Node, Placed, Scalar, Sequence, Spans, plain
from kanalstrategi.source.characters import UNSEEN
from kanalstrategi.strategy.annotations import model_of, parts
from kanalstrategi.strategy.fields import Part
from kanalstrategi.strategy.ill_formed import missing_space
from kanalstrategi.strategy.nodes import BLANK, holds_nothing, info_of, is_empty, may_be_lost, spot_of, words_of
from kanalstrategi.strategy.problems import Loc, Problems
from kanalstrategi.strategy.twice import without, written_twice
from kanalstrategi.strategy.without_value import empty, outdented

Model = TypeVar("Model", bound=Part)

MAX_FINDINGS: Final = 500
"""A file with more mistakes than this is no strategy, and nobody reads on."""


def decode_plain(data: bytes, name: str, model: type[Model]) -> Model | None:
    """Read a file in which nothing is wrong; `None` where `decode` has to look at it and say what."""
    values = plain(data, name, _may_be_blank)
    try:
        return None if values is None else model.model_validate(values)
    except ValidationError:
        return None


@cache
def _may_be_blank(keys: tuple[str, ...], key: str) -> bool:
    """Whether a key may stand without a value in every part that could hold these keys."""
    owners = [part for part in parts() if part.keys().keys() >= set(keys)]
    return bool(owners) and all(may_be_lost(part.keys()[key]) for part in owners)


def decode(node: Node | None, model: type[Model], source: Source) -> tuple[Model | None, list[Finding]]:
    """Read a tree as a `model`. The value is `None` when a finding of severity fejl stands in the way."""
    if node is None or is_empty(node) or (isinstance(node, Mapping) and not node.entries):
        return None, [Finding("KS119", Severity.ERROR, Span(source, 1, 1, 1, 2))]
    if not isinstance(node, Mapping):
        return None, [_no_keys(node, model)]
    twice = list(written_twice(node))
    if twice:
        _, found = decode(without(node, [item for item, _ in twice]), model, source)
        return None, [*(finding for _, finding in twice), *found]
    lost = tuple(outdented(node, model))
    explained = {place for finding in lost for place in finding.explains}
    findings = [finding.finding for finding in lost]
    findings += [finding for finding in empty(node, model) if spot_of(finding.span) not in explained]
    try:
        value = model.model_validate(as_values(node, model))
    except ValidationError as error:
        problems = problems_of(error)
        explaining = Problems(node, model, explained)
        found = list(islice(explaining.findings(problems), MAX_FINDINGS))
        if explaining.meant:
            # Below a misspelt key stands what nobody has looked at yet.
            found = [finding for finding in found if finding.code in ("KS201", "KS118")]
            findings = decode(as_meant(node, explaining.meant), model, source)[1]
        unique = {(*finding.place, str(finding.values)): finding for finding in [*findings, *found]}
        return None, list(unique.values())
    refused = any(finding.severity is Severity.ERROR for finding in findings)
    return (None if refused else value), findings


def as_meant(node: Node, meant: dict[int, str]) -> Node:
    """The tree with its misspelt keys as they were meant."""
    if isinstance(node, Sequence):
        return Sequence(tuple(as_meant(item, meant) for item in node.items), node.span)
    if not isinstance(node, Mapping):
        return node
    keys = (Scalar(meant.get(id(entry), entry.key.text), entry.key.span) for entry in node.entries)
    return Mapping(tuple(Entry(key, as_meant(entry.value, meant)) for key, entry in zip(keys, node.entries, strict=True)), node.span, node.is_headless, node.again)


def problems_of(error: ValidationError) -> list[tuple[str, Loc, dict[str, Any]]]:
    """What pydantic found: its type, its place, and what is to be said with it."""
    found = error.errors(include_url=False, include_input=False)
    return [(problem["type"], problem["loc"], problem.get("ctx") or {}) for problem in found]


def as_values(node: Node, model: type[Part] | None, info: FieldInfo | None = None) -> Any:
    """The tree as pydantic takes it: mappings carry their place, and a key without a value is left out."""
    if isinstance(node, Scalar):
        # No fixed word holds an invisible character; that one stands here is found in `source`.
        text = UNSEEN.sub("", node.text or "") if info and words_of(info.annotation) else node.text
        return None if text is None else text.strip(BLANK)
    if isinstance(node, Sequence):
        return [_item(item, model, info) for item in node.items]
    values: dict[str, Any] = {}
    for entry in node.entries:
        info = info_of(model, entry)
        if info is None or may_be_lost(info) or not holds_nothing(entry.value, info):
            inner = model_of(info.annotation) if info else None
            values[str(entry.key.text)] = as_values(entry.value, inner, info)
    values[PLACE] = Spans(node.span, {str(entry.key.text): entry.value.span for entry in node.entries})
    return values


def _item(node: Node, model: type[Part] | None, info: FieldInfo | None) -> Any:
    """An item of a list; a text keeps its place, for it may stand for a whole part."""
    value = as_values(node, model, info)
    return Placed.at(value, Spans(node.span)) if isinstance(value, str) else value


def _no_keys(node: Node, model: type[Part]) -> Finding:
    """A whole file that is one text or one list."""
    if isinstance(node, Scalar) and (finding := missing_space(node, model)):
        return finding
    return Finding("KS227", Severity.ERROR, node.span, {"key": next(iter(model.keys()))})
