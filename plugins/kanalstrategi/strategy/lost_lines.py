"""Lines that are gone, told where they are missed: what stood below them is read as a part of what stands above.

Each is asked of the `Problems` of a file, and notes there what it explains.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kanalstrategi.diagnostics import Finding, Severity
from kanalstrategi.source import Mapping, Scalar
from kanalstrategi.source.wording import short
from kanalstrategi.strategy.annotations import is_list, model_of
from kanalstrategi.strategy.ill_formed import Spot
from kanalstrategi.strategy.nodes import spot_of
from kanalstrategi.strategy.text import PROSE, Block

if TYPE_CHECKING:
    from kanalstrategi.strategy.problems import Loc, Problems


def with_its_key(problems: Problems, finding: Finding, spot: Spot) -> Finding:
    """A finding about lines that another value took in (KS262), with the key that they are missed under."""
    if finding.code != "KS262" or not spot.outer:
        return finding
    mapping, _, model = spot.outer[-1]
    missed = [name for name, info in model.keys().items() if info.is_required() and not mapping.entry(name)]
    texts = [name for name in missed if model_of(model.keys()[name].annotation) is Block]
    problems.found_elsewhere |= {(id(mapping), name) for name in texts[:1]}
    return replace(finding, values={**finding.values, "name": texts[0] if texts else "tekst"})


def follows_its_own(problems: Problems, loc: Loc) -> bool:
    """Whether the first item of the list is one that belongs there."""
    items, first = problems.locate(loc[:-2]), problems.locate((*loc[:-2], 0)).node
    known = items.inner.keys().keys() if items.inner else set()
    return loc[-2] != 0 and (isinstance(first, Scalar) or (isinstance(first, Mapping) and {entry.key.text for entry in first.entries} <= known))


def without_its_key(problems: Problems, spot: Spot) -> Finding | None:
    """An item of a list whose own key is gone, so that it follows those of another (KS260); told at the first of them."""
    (mapping, key, model), (holder, _, around) = spot.outer[-1], spot.outer[-2]
    written = {str(entry.key.text) for entry in mapping.entries}
    lists = {name: model_of(info.annotation) for name, info in around.keys().items() if is_list(info.annotation)}
    fits = [name for name, inner in lists.items() if inner and name != key and not holder.entry(name) and written <= inner.keys().keys()]
    told = [name for name in fits if (name, id(holder)) in problems.told]
    if len(written) < 2 or written <= model.keys().keys() or len(told or fits) != 1:
        return None
    problems.found_elsewhere |= {(id(mapping), name) for name in model.keys()}
    problems.cut |= {spot_of(entry.key.span) for entry in mapping.entries}
    if told:
        return None
    problems.told.add((fits[0], id(holder)))
    return Finding("KS260", Severity.ERROR, mapping.span, {"key": fits[0], "here": key})


def under_a_lost_key(problems: Problems, spot: Spot) -> Finding | None:
    """Keys of a part whose own key is gone, so that they follow those of another (KS261); told at the first of them."""
    if len(spot.outer) < 2 or spot.entry is None:
        return None
    (mapping, here, model), (holder, _, around) = spot.outer[-1], spot.outer[-2]
    place = next(number for number, each in enumerate(mapping.entries) if each is spot.entry)
    lost = mapping.entries[place:]
    written = {str(entry.key.text) for entry in (*lost, *mapping.again)}
    parts = {name: model_of(info.annotation) for name, info in around.keys().items() if not is_list(info.annotation)}
    fits = [
        name
        for name, inner in parts.items()
        if inner and inner is not Block and not holder.entry(name) and written <= inner.keys().keys()
        and {key for key, info in inner.keys().items() if info.is_required()} <= written
    ]
    if any(mapping.entry(name) for name in fits):
        problems.cut |= {spot_of(entry.key.span) for entry in lost if entry.key.text not in around.keys()}
        return None  # Their own key stands here too, which is said of it.
    if not place or len(written) < 2 or not fits or any(str(entry.key.text) in model.keys() for entry in lost):
        return None
    if len(fits) > 1 and not mapping.again:
        return None
    problems.found_elsewhere |= {(id(holder), name) for name in fits}
    problems.cut |= {spot_of(entry.key.span) for entry in lost}
    first = min((*lost, *mapping.again), key=lambda entry: spot_of(entry.key.span)).key
    values = {"key": fits[0], "first": str(first.text), "here": here, "dash": "- " if PROSE in around.keys() else ""}
    if len(fits) > 1:
        return Finding("KS263", Severity.ERROR, first.span, {**values, "keys": ", ".join(fits)})
    return Finding("KS261", Severity.ERROR, first.span, values)


def without_its_colon(problems: Problems, spot: Spot, valid: list[str]) -> Finding | None:
    """A key that lost its colon, so that it goes on to the colon in its text (KS121)."""
    assert spot.entry is not None
    key, _, rest = spot.key.partition(" ")
    mapping, span = spot.outer[-1][0], spot.entry.key.span
    if not rest or key not in valid or mapping.entry(key):
        return None
    problems.found_elsewhere.add((id(mapping), key))
    line = span.source.line(span.line)[span.column - 1 :].strip()
    values = {"written": short(line), "suggestion": f"{key}: {short(line.removeprefix(key).strip())}"}
    return Finding("KS121", Severity.ERROR, span, values)
