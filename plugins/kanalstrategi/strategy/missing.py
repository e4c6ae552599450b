"""A required key that is not there: what to write, or where it went."""

from __future__ import annotations

from kanalstrategi.diagnostics import Finding, Severity, Span
from kanalstrategi.source import Mapping, Scalar
from kanalstrategi.strategy.annotations import model_of
from kanalstrategi.strategy.fields import Part
from kanalstrategi.strategy.ill_formed import Spot
from kanalstrategi.strategy.keys_in_text import required_key_in
from kanalstrategi.strategy.municipalities import named
from kanalstrategi.strategy.nodes import is_empty
from kanalstrategi.strategy.text import Block


def missing(key: str, node: Mapping, spot: Spot, model: type[Part] | None) -> Finding:
    """What is said of a key that a mapping of the `model` needs (KS202, KS220, KS249, KS252)."""
    info = model.keys().get(key) if model else None
    fields = model_of(info.annotation) if info else None
    under = spot.entry is not None and spot.entry.value is node
    span = spot.entry.key.span if spot.entry and under else node.span
    if lost := _inside_a_text(node, key):
        # An editor underlines where the key is missed, and so does this.
        return Finding("KS252", Severity.ERROR, span, {"key": key, **lost})
    values: dict[str, object] = {"key": key, "meaning": (info.description if info else "") or ""}
    if fields and fields is not Block:
        needed = [name for name, field_info in fields.keys().items() if field_info.is_required()]
        return Finding("KS220", Severity.ERROR, span, {**values, "keys": ", ".join(needed)})
    if key == "tekst" and (heading := node.entry("overskrift")) and not is_empty(heading.value):
        return Finding("KS249", Severity.ERROR, span, values)
    example = _of_folder(span) if key == "kommune" else ""
    example = example or str((info.examples if info and info.examples else ["…"])[0])
    return Finding("KS202", Severity.ERROR, span, {**values, "example": example})


def _inside_a_text(node: Mapping, key: str) -> dict[str, object] | None:
    """The line of a required key that is indented as far as a text above it, and the key of the text."""
    for entry in node.entries:
        text = (entry.value.text or "") if isinstance(entry.value, Scalar) else ""
        if span := required_key_in(text, key, entry.value.span):
            return {"line": span.line, "beside": str(entry.key.text)}
    return None


def _of_folder(span: Span) -> str:
    """The municipality that the file's folder is called after."""
    listed = named((span.source.name.split("/")[-2:-1] or [""])[0])
    return listed.full_name if listed else ""
