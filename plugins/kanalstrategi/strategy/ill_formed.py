"""A value that does not fit its field, as a finding at the value: the form that was meant, or the word."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, Final

from pydantic.fields import FieldInfo

from kanalstrategi.diagnostics import Finding, Severity, Span
from kanalstrategi.source import Entry, Mapping, Node, Scalar, Sequence, dashes
from kanalstrategi.source.characters import LOOK_ALIKES, OTHER_DASHES, look_alike
from kanalstrategi.source.wording import quoted, short
from kanalstrategi.strategy.annotations import model_of
from kanalstrategi.strategy.fields import Part
from kanalstrategi.strategy.forms import ID, YEAR
from kanalstrategi.strategy.nearest import nearest_word
from kanalstrategi.strategy.nodes import is_empty, words_of
from kanalstrategi.strategy.other_words import FIXED
from kanalstrategi.strategy.text import PROSE, Block
from kanalstrategi.strategy.written_out import as_item, as_row, as_span_of_years, list_for_items, list_for_texts

_MAPPING_EXPECTED: Final = {"model_type", "model_attributes_type", "dict_type", "dataclass_type"}
_LIST_EXPECTED: Final = {"tuple_type", "list_type"}
_ALIKE: Final = 0.7
"""How like a fixed word has to be: the words of a set are short and few, and a wrong one is worse than none."""
_FEW: Final = 3
"""The words of a short item: a comma between such parts them, one in a sentence does not."""
_BETWEEN: Final = re.compile(r"\s*(?:[,;/+&]|\bog\b|\bsamt\b|\s)\s*")
_BETWEEN_IDS: Final = re.compile(r"\s*[;/+&]\s*|\s+(?:og|samt)\s+")
_KEY_WITHOUT_SPACE: Final = re.compile(r"(?P<key>[^\W\d][\w-]*):(?P<value>[^\s/].*)", re.DOTALL)


@dataclass(frozen=True)
class Spot:
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


def ill_formed(kind: str, spot: Spot, context: dict[str, Any]) -> Finding:
    """A value that does not fit its field: another form was meant, or another word."""
    node = spot.node
    if is_empty(node):
        return Finding("KS225", Severity.ERROR, _dash_before(node.span), {"key": spot.key})
    if isinstance(node, Sequence) and (finding := dashes.doubled(node.span.source, node.span.line)):
        return finding
    if kind in _LIST_EXPECTED:
        return _list_expected(node, spot)
    if kind in _MAPPING_EXPECTED and not (spot.inner and spot.inner.text_key):
        return _keys_expected(node, spot)
    if isinstance(node, Mapping):
        return keys_for_text(node, spot.key)
    if isinstance(node, Sequence):
        texts = [item.text for item in node.items if isinstance(item, Scalar) and item.text]
        if len(texts) == len(node.items) > 1 and _rest_of_line(node.span).startswith("-"):
            return Finding("KS255", Severity.ERROR, node.span, {"key": spot.key, "suggestion": quoted(", ".join(texts))})
        values = {"key": spot.key, "suggestion": quoted(_rest_of_line(node.span))}
        return Finding("KS206", Severity.ERROR, node.span, values)
    written = node.text or ""
    in_list = spot.entry is not None and isinstance(spot.entry.value, Sequence)
    if in_list and (several := _several(written, words_of(spot.info.annotation if spot.info else None))):
        values = {"value": short(written, 60), "suggestion": ", ".join(several)}
        return Finding("KS253", Severity.ERROR, node.span, values)
    if finding := _more_than_its_line(node, spot):
        return finding
    if kind == "enum":
        return _unknown_word(node.span, spot.key, written, words_of(spot.info.annotation if spot.info else None))
    code = kind if kind.startswith("KS") else "KS299"
    if code == "KS210" and not context["suggestion"]:
        context = {"suggestion": str((spot.info.examples if spot.info and spot.info.examples else ["4"])[0])}
    if code == "KS212":
        is_item = spot.entry is not None and spot.entry.value is not node
        ids = [part for part in _BETWEEN_IDS.split(written) if part]
        if is_item and spot.key != "id" and len(ids) > 1 and all(ID.match(part) for part in ids):
            return Finding("KS253", Severity.ERROR, node.span, {"value": short(written, 60), "suggestion": ", ".join(ids)})
        context = {**context, "line": context["suggestion"] if is_item else f"{spot.key}: {context['suggestion']}"}
    if code == "KS217" and not (spot.owner and spot.key == "værdi"):
        keys = ", ".join(name for name in (spot.owner.keys() if spot.owner else ()) if name != spot.key)
        return Finding("KS242", Severity.ERROR, node.span, {"key": spot.key, **context, "value": short(written, 60), "keys": keys})
    return Finding(code, Severity.ERROR, node.span, {"key": spot.key, **context, "value": short(written, 60)})


def _more_than_its_line(node: Scalar, spot: Spot) -> Finding | None:
    """A word, a number or a day that took in the lines below it, which belong under a key of their own (KS262)."""
    span = node.span
    first = span.source.line(span.line)[span.column - 1 :].strip()
    below = span.source.line(span.line + 1).strip()
    if span.end_line == span.line or not below or not first or first[0] in "|>\"'":
        return None
    # An editor underlines the value, and so does this.
    values = {"key": spot.key, "value": short(first), "line": span.line + 1, "written": short(below), "name": "tekst"}
    return Finding("KS262", Severity.ERROR, span, values)


def _list_expected(node: Node, spot: Spot) -> Finding:
    if isinstance(node, Mapping) and node.entries and (not spot.inner or node.entries[0].key.text in spot.inner.keys()):
        return Finding("KS222", Severity.ERROR, node.span, {"key": spot.key, "first": str(node.entries[0].key.text)})
    if isinstance(node, Mapping) and spot.inner is Block:
        return keys_for_text(node, spot.key)
    text = (node.text or "") if isinstance(node, Scalar) else _rest_of_line(node.span)
    if text[:1] in OTHER_DASHES and text[1:].strip():
        first = short(re.split(rf"\s[{OTHER_DASHES}]\s", text[1:])[0].strip())
        return Finding("KS142", Severity.ERROR, node.span, {"sign": text[0], "suggestion": f"- {first}"})
    if text.startswith("-"):
        return Finding("KS127", Severity.ERROR, node.span, {"suggestion": "- " + short(text[1:].split(" -")[0])})
    if spot.inner and spot.inner is not Block and not spot.inner.text_key:
        if isinstance(node, Mapping):
            text = str(node.entries[0].key.text) if node.entries else ""
        return _item_expected(node, spot.inner, spot.key, text)
    if several := _several(text, words_of(spot.info.annotation if spot.info else None)):
        values = {"value": short(text, 60), "suggestion": f"{spot.key}: [{', '.join(several)}]"}
        return Finding("KS253", Severity.ERROR, node.span, values)
    text = _without_parentheses(text)
    parts = [part for part in re.split(r"\s*[,;]\s*", text) if part]
    if len(parts) > 1 and all(len(part.split()) <= _FEW for part in parts):
        values = {"value": short(text, 60), "suggestion": f"{spot.key}: [{', '.join(parts)}]"}
        return Finding("KS253", Severity.ERROR, node.span, values)
    meant = nearest_word(text, words_of(spot.info.annotation if spot.info else None), _ALIKE)
    return Finding("KS205", Severity.ERROR, node.span, {"key": spot.key, "value": meant or short(text, 60)})


def _without_parentheses(text: str) -> str:
    """A text that an author put between signs, where a list was meant."""
    is_between = text[:1] + text[-1:] in ("()", "[]", "{}") and not any(sign in text[1:-1] for sign in "()[]{}")
    return text[1:-1].strip() if is_between else text


def _several(text: str, valid: list[str]) -> list[str]:
    """The fixed words or the years that a text holds, where it holds several and nothing else."""
    if nearest_word(text, valid, 0.85):
        return []  # one word, written apart
    parts = [part for part in _BETWEEN.split(text.strip("[] ")) if part]
    meant = [nearest_word(part, valid, _ALIKE) if valid else part for part in parts]
    found = [word for word in meant if word and (valid or YEAR.match(word))]
    return found if len(parts) > 1 and len(found) == len(parts) else []


def _item_expected(node: Node, model: type[Part], key: str, text: str) -> Finding:
    """A text where an item with keys is expected (KS232)."""
    texts = [item.text for item in node.items if isinstance(item, Scalar) and item.text] if isinstance(node, Sequence) else []
    opening, others = as_row(model, texts) or as_item(model, text)
    values = {"key": key, "value": short(text, 60), "opening": opening, "keys": ", ".join(others) or "–"}
    return Finding("KS232", Severity.ERROR, node.span, values)


def _keys_expected(node: Node, spot: Spot) -> Finding:
    keys = [name for name in (spot.inner.keys() if spot.inner else {}) if name != PROSE]
    values: dict[str, object] = {"key": spot.key, "keys": ", ".join(keys)}
    is_item = spot.entry is not None and spot.entry.value is not node
    text = (node.text or "") if isinstance(node, Scalar) else _rest_of_line(node.span)
    if isinstance(node, Scalar) and spot.inner and (finding := missing_space(node, spot.inner)):
        return finding
    if is_item and spot.inner:
        return _item_expected(node, spot.inner, spot.key, text)
    if isinstance(node, Sequence):
        return _list_for_keys(node, spot, values)
    values["value"] = short(text)
    if "tekst" in keys:
        others = ", ".join(name for name in keys if name != "tekst") or "–"
        return Finding("KS245", Severity.ERROR, node.span, {**values, "keys": others, "suggestion": f"tekst: {short(text)}"})
    if spot.inner and (suggestion := as_span_of_years(spot.inner, text)):
        return Finding("KS257", Severity.ERROR, node.span, {**values, "suggestion": suggestion})
    return Finding("KS204", Severity.ERROR, node.span, values)


def _list_for_keys(node: Sequence, spot: Spot, values: dict[str, object]) -> Finding:
    """A list straight under a key that holds keys: it belongs in one of them."""
    first = node.items[0] if node.items else None
    if isinstance(first, Mapping) and spot.inner:
        written = {str(entry.key.text) for entry in first.entries}
        if found := list_for_items(spot.inner, spot.key, written):
            name, below = found
            return Finding("KS248" if below else "KS236", Severity.ERROR, node.span, {"key": spot.key, "name": name, "below": below})
    if isinstance(first, Scalar) and first.text and spot.inner:
        if meant := list_for_texts(spot.inner, spot.key):
            name, model = meant
            values |= {"name": name, "opening": as_item(model, first.text)[0]}
            return Finding("KS246", Severity.ERROR, node.span, values)
        if "tekst" in spot.inner.keys():
            return Finding("KS247", Severity.ERROR, node.span, values)
    return Finding("KS221", Severity.ERROR, node.span, values)


def missing_space(node: Scalar, model: type[Part]) -> Finding | None:
    """A text that is a key of the model, its colon and a value without a space between (KS123)."""
    match = _KEY_WITHOUT_SPACE.match(node.text or "")
    if not match or match["key"] not in model.keys():
        return None
    span = node.span
    mark = Span(span.source, span.line, span.column, span.line, span.column + len(match["key"]) + 1)
    written = span.source.line(span.line)[mark.end_column - 1 :]
    values = {"key": match["key"], "suggestion": f"{match['key']}: {short(written)}"}
    return Finding("KS123", Severity.ERROR, mark, values)


def keys_for_text(node: Mapping, key: str) -> Finding:
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
    meant = FIXED.get(written.casefold().strip())
    nearest = meant if meant in valid else nearest_word(written, valid, _ALIKE) or _begun(written, valid) or _with_more(written, valid)
    values: dict[str, object] = {"key": key, "value": short(written, 60), "words": ", ".join(valid)}
    strange = look_alike(written)
    if strange and written.translate(LOOK_ALIKES) in valid:
        return Finding("KS118", Severity.ERROR, span, strange)
    if nearest:
        return Finding("KS207", Severity.ERROR, span, {**values, "nearest": nearest})
    return Finding("KS219", Severity.ERROR, span, values)


def _begun(written: str, valid: list[str]) -> str | None:
    """The one word that begins with the one written: `delvist` of `delvist-imødekommet`."""
    whole = [word for word in valid if word.startswith(f"{written.casefold().strip()}-")]
    return whole[0] if len(whole) == 1 else None


def _with_more(written: str, valid: list[str]) -> str | None:
    """The one word that stands before others that belong elsewhere: `vedtaget` of `Vedtaget 25. marts 2025`."""
    first, *rest = re.findall(r"[\w-]+", written.casefold()[:200]) or [""]
    is_denied = any(word in valid or word in ("ikke", "eller", "ej") for word in rest)
    return first if first in valid and not is_denied else None
