"""What pydantic found, as findings: at the word that is wrong, with the cure an author can use."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any, Final

from kanalstrategi.diagnostics import Finding, Severity
from kanalstrategi.source import Entry, Mapping, Node, Scalar, Sequence
from kanalstrategi.source.characters import LOOK_ALIKES, look_alike
from kanalstrategi.source.wording import quoted, short
from kanalstrategi.strategy.annotations import is_list, model_of
from kanalstrategi.strategy.fields import Part
from kanalstrategi.strategy.ill_formed import Spot, ill_formed, keys_for_text
from kanalstrategi.strategy.missing import missing
from kanalstrategi.strategy.nearest import nearest_word
from kanalstrategi.strategy.nodes import is_empty, spot_of, words_of
from kanalstrategi.strategy.other_words import ENGLISH, OTHER_WORDS
from kanalstrategi.strategy.text import PROSE, Block
from kanalstrategi.strategy.without_value import unsaid

Loc = tuple[str | int, ...]

_BELOW: Final = {"underpunkter", "delpunkter", "punkter", "liste", "delmål"}
"""What authors write for points below a point."""
_SHORT: Final = 3
"""The letters of a short key: id, fra, til."""


@dataclass
class Problems:
    root: Mapping
    model: type[Part]
    explained: set[tuple[int, int]]
    """Where keys stand that another finding already speaks of."""
    found_elsewhere: set[tuple[int, str]] = field(default_factory=set)
    """Missing keys that stand in the file misspelt or in the wrong place, by the mapping they are missed in."""

    cut: set[tuple[int, int]] = field(default_factory=set)
    """Where keys stand that an earlier finding speaks of: words after a comma, statements without their group."""

    meant: dict[int, str] = field(default_factory=dict)
    """The keys that stand misspelt, by their entry, and what was meant."""

    of_texts: set[Loc] = field(default_factory=set)
    """The lists that hold texts where their items are keys: told once of each."""

    told: set[tuple[str, int]] = field(default_factory=set)
    """The lists of groups of which it is said that their groups are missing."""

    def findings(self, problems: list[tuple[str, Loc, dict[str, Any]]]) -> Iterator[Finding]:
        for kind, loc, _ in problems:
            if kind == "extra_forbidden" and (finding := self.unknown_key(loc)):
                yield finding
        for kind, loc, context in problems:
            if kind == "KS243":
                yield self.unsaid(self.locate(loc))
            elif kind not in ("extra_forbidden", "missing") and not self.is_told(kind, loc):
                yield self.with_its_key(ill_formed(kind, spot := self.locate(loc), context), spot)
        for kind, loc, context in problems:
            if kind == "missing":
                yield from self.missing((*loc, context["key"]) if context else loc)

    def with_its_key(self, finding: Finding, spot: Spot) -> Finding:
        """A finding about lines that another value took in (KS262), with the key that they are missed under."""
        if finding.code != "KS262" or not spot.outer:
            return finding
        mapping, _, model = spot.outer[-1]
        missed = [name for name, info in model.keys().items() if info.is_required() and not mapping.entry(name)]
        texts = [name for name in missed if model_of(model.keys()[name].annotation) is Block]
        self.found_elsewhere |= {(id(mapping), name) for name in texts[:1]}
        return replace(finding, values={**finding.values, "name": texts[0] if texts else "tekst"})

    def is_told(self, kind: str, loc: Loc) -> bool:
        """Whether it is said of an item before it in the same list, which holds texts where keys belong, what to write."""
        spot = self.locate(loc)
        if kind != "model_type" or not isinstance(loc[-1], int) or not isinstance(spot.node, Scalar) or is_empty(spot.node):
            return False
        was_told = loc[:-1] in self.of_texts
        self.of_texts.add(loc[:-1])
        return was_told

    def unsaid(self, spot: Spot) -> Finding:
        """Days without a word on when it is open (KS243); at the first key that stands ready for it."""
        ready = unsaid(spot.node, spot.inner) if isinstance(spot.node, Mapping) else []
        return Finding("KS243", Severity.ERROR, ready[0].key.span if ready else spot.node.span)

    def locate(self, loc: Loc) -> Spot:
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
        return Spot(node, entry, owner, info, tuple(outer))

    def unknown_key(self, loc: Loc) -> Finding | None:
        spot = self.locate(loc)
        assert spot.entry is not None
        mapping, holder, _ = spot.outer[-1]
        if spot_of(spot.entry.key.span) in self.explained | self.cut:
            return None
        if finding := self.text_cut_by_comma(mapping, spot.entry):
            return finding
        if len(loc) > 2 and isinstance(loc[-2], int):
            finding = self.without_its_key(spot) if self.follows_its_own(loc) else None
            if finding or spot_of(spot.entry.key.span) in self.cut:
                return finding
        finding = self.under_a_lost_key(spot)
        if finding or spot_of(spot.entry.key.span) in self.cut:
            return finding
        valid = [name for name in (spot.owner.keys() if spot.owner else {}) if name != PROSE]
        if spot.owner and spot.owner.text_key and not any(mapping.entry(name) for name in spot.owner.keys()):
            return self.misspelt(spot, valid) or self.text_read_as_keys(mapping, holder, spot.owner)
        if finding := self.without_its_group(mapping, holder, spot):
            return finding
        if spot_of(spot.entry.key.span) in self.cut:
            return None
        if spot.owner and not any(mapping.entry(name) for name in valid):
            # Of what holds nothing known, it would be no help to name all that is missing.
            self.found_elsewhere |= {(id(mapping), name) for name in valid}
        return (
            self.without_its_colon(spot, valid)
            or self.called_otherwise(spot, valid)
            or self.outside(spot)
            or self.inside(spot)
            or self.misspelt(spot, valid)
            or self.below_a_text(spot, valid)
            or Finding("KS218", Severity.ERROR, spot.entry.key.span, {"key": spot.key, "keys": ", ".join(valid)})
        )

    def text_cut_by_comma(self, mapping: Mapping, entry: Entry) -> Finding | None:
        """A word in braces without a colon: what follows a comma in the text before it (KS234)."""
        place = next(number for number, each in enumerate(mapping.entries) if each is entry)
        before = mapping.entries[place - 1] if place else None
        if not before or not isinstance(before.value, Scalar) or not _is_without_colon(entry):
            return None
        text = before.value.text or ""
        for each in mapping.entries[place:]:
            if not _is_without_colon(each):
                break
            self.cut.add(spot_of(each.key.span))
            comma = "," if str(each.key.text)[:1].isdigit() and text[-1:].isdigit() else ", "
            text += f"{comma}{each.key.text}"
        values = {"key": str(before.key.text), "cut": str(entry.key.text), "suggestion": quoted(text)}
        return Finding("KS234", Severity.ERROR, entry.key.span, values)

    def text_read_as_keys(self, mapping: Mapping, holder: str, model: type[Part]) -> Finding:
        self.found_elsewhere |= {(id(mapping), key) for key in model.keys()}
        return keys_for_text(mapping, holder)

    def without_its_colon(self, spot: Spot, valid: list[str]) -> Finding | None:
        """A key that lost its colon, so that it goes on to the colon in its text (KS121)."""
        assert spot.entry is not None
        key, _, rest = spot.key.partition(" ")
        mapping, span = spot.outer[-1][0], spot.entry.key.span
        if not rest or key not in valid or mapping.entry(key):
            return None
        self.found_elsewhere.add((id(mapping), key))
        line = span.source.line(span.line)[span.column - 1 :].strip()
        values = {"written": short(line), "suggestion": f"{key}: {short(line.removeprefix(key).strip())}"}
        return Finding("KS121", Severity.ERROR, span, values)

    def called_otherwise(self, spot: Spot, valid: list[str]) -> Finding | None:
        """Another word for a key that has to be here and is not (KS201)."""
        mapping, keys = spot.outer[-1][0], spot.owner.keys() if spot.owner else {}
        missed = [name for name in valid if keys[name].is_required() and not mapping.entry(name)]
        return self.misspelt(spot, valid) if set(_other_words(spot.key)) & set(missed) else None

    def follows_its_own(self, loc: Loc) -> bool:
        """Whether the first item of the list is one that belongs there."""
        items, first = self.locate(loc[:-2]), self.locate((*loc[:-2], 0)).node
        known = items.inner.keys().keys() if items.inner else set()
        return loc[-2] != 0 and (isinstance(first, Scalar) or (isinstance(first, Mapping) and {entry.key.text for entry in first.entries} <= known))

    def without_its_key(self, spot: Spot) -> Finding | None:
        """An item of a list whose own key is gone, so that it follows those of another (KS260); told at the first of them."""
        (mapping, key, model), (holder, _, around) = spot.outer[-1], spot.outer[-2]
        written = {str(entry.key.text) for entry in mapping.entries}
        lists = {name: model_of(info.annotation) for name, info in around.keys().items() if is_list(info.annotation)}
        fits = [name for name, inner in lists.items() if inner and name != key and not holder.entry(name) and written <= inner.keys().keys()]
        told = [name for name in fits if (name, id(holder)) in self.told]
        if len(written) < 2 or written <= model.keys().keys() or len(told or fits) != 1:
            return None
        self.found_elsewhere |= {(id(mapping), name) for name in model.keys()}
        self.cut |= {spot_of(entry.key.span) for entry in mapping.entries}
        if told:
            return None
        self.told.add((fits[0], id(holder)))
        return Finding("KS260", Severity.ERROR, mapping.span, {"key": fits[0], "here": key})

    def under_a_lost_key(self, spot: Spot) -> Finding | None:
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
            self.cut |= {spot_of(entry.key.span) for entry in lost if entry.key.text not in around.keys()}
            return None  # Their own key stands here too, which is said of it.
        if not place or len(written) < 2 or not fits or any(str(entry.key.text) in model.keys() for entry in lost):
            return None
        if len(fits) > 1 and not mapping.again:
            return None
        self.found_elsewhere |= {(id(holder), name) for name in fits}
        self.cut |= {spot_of(entry.key.span) for entry in lost}
        first = min((*lost, *mapping.again), key=lambda entry: spot_of(entry.key.span)).key
        values = {"key": fits[0], "first": str(first.text), "here": here, "dash": "- " if PROSE in around.keys() else ""}
        if len(fits) > 1:
            return Finding("KS263", Severity.ERROR, first.span, {**values, "keys": ", ".join(fits)})
        return Finding("KS261", Severity.ERROR, first.span, values)

    def without_its_group(self, mapping: Mapping, holder: str, spot: Spot) -> Finding | None:
        """A statement that stands straight in a list of groups (KS235); told once for its list."""
        keys = spot.owner.keys() if spot.owner else {}
        lists = [name for name, info in keys.items() if info.is_required() and is_list(info.annotation)]
        inner = model_of(keys[lists[0]].annotation) if lists else None
        if spot.key != "id" or inner is None or "id" not in inner.keys() or mapping.entry(lists[0]):
            return None
        self.found_elsewhere |= {(id(mapping), name) for name in keys}
        self.cut |= {spot_of(entry.key.span) for entry in mapping.entries}
        around = (holder, id(spot.outer[-2][0]) if len(spot.outer) > 1 else 0)
        if around in self.told:
            return None
        self.told.add(around)
        needed = [(name, info) for name, info in keys.items() if info.is_required() and name not in lists]
        first = [f"{name}: {(info.examples or words_of(info.annotation) or ['…'])[0]}" for name, info in needed]
        values = {"key": holder, "name": lists[0], "opening": "- " + ", ".join([*first, f"{lists[0]}:"])}
        assert spot.entry is not None
        return Finding("KS235", Severity.ERROR, spot.entry.key.span, values)

    def outside(self, spot: Spot) -> Finding | None:
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

    def inside(self, spot: Spot) -> Finding | None:
        """A key that belongs inside one of its neighbours (KS230)."""
        assert spot.entry is not None
        mapping, _, model = spot.outer[-1]
        neighbours = [neighbour for key in model.keys() if (neighbour := mapping.entry(key))]
        for neighbour in sorted(neighbours, key=lambda entry: spot_of(entry.key.span), reverse=True):
            inner, node = model_of(model.keys()[str(neighbour.key.text)].annotation), neighbour.value
            if inner and isinstance(node, Mapping) and spot.key in inner.keys() and not node.entry(spot.key):
                self.found_elsewhere.add((id(node), spot.key))
                beside = str(node.entries[0].key.text) if node.entries else ""
                values = {"key": spot.key, "parent": str(neighbour.key.text), "beside": beside}
                return Finding("KS230", Severity.ERROR, spot.entry.key.span, values)
        return None

    def misspelt(self, spot: Spot, valid: list[str]) -> Finding | None:
        assert spot.entry is not None
        mapping = spot.outer[-1][0]
        free = [name for name in valid if not mapping.entry(name)]
        meant = (name for name in _other_words(spot.key) if name in free)
        alike = 0.65 if len(spot.key) > 3 else 0.7  # »tid« is not »til«
        nearest = nearest_word(spot.key, free, alike) or next(meant, None) or _short_one(spot, free)
        if not nearest:
            return None
        self.found_elsewhere.add((id(mapping), nearest))
        self.meant[id(spot.entry)] = nearest
        strange = look_alike(spot.key)
        if strange and spot.key.translate(LOOK_ALIKES) == nearest:
            return Finding("KS118", Severity.ERROR, spot.entry.key.span, strange)
        values = {"key": spot.key, "nearest": nearest, "keys": ", ".join(valid)}
        return Finding("KS201", Severity.ERROR, spot.entry.key.span, values)

    def below_a_text(self, spot: Spot, valid: list[str]) -> Finding | None:
        """A list that belongs in the text it is written beside (KS250)."""
        assert spot.entry is not None
        if spot.key not in _BELOW or "tekst" not in valid or not isinstance(spot.entry.value, Sequence):
            return None
        return Finding("KS250", Severity.ERROR, spot.entry.key.span, {"key": spot.key})

    def missing(self, loc: Loc) -> Iterator[Finding]:
        """A required key that is not there; where it is there but empty, or elsewhere, that is said already."""
        key, spot = str(loc[-1]), self.locate(loc[:-1])
        node = spot.node
        if isinstance(node, Mapping) and not node.is_headless and not node.entry(key) and (id(node), key) not in self.found_elsewhere:
            yield missing(key, node, spot, spot.inner if spot.entry else self.model)


def _short_one(spot: Spot, free: list[str]) -> str | None:
    """The short key that has to be there and is not, for one of as few letters: two of them have little to be alike in."""
    keys = spot.owner.keys() if spot.owner else {}
    short = [name for name in free if len(name) <= _SHORT and keys[name].is_required()]
    return short[0] if len(short) == 1 and len(spot.key) <= _SHORT and set(short[0]) & set(spot.key) else None


def _other_words(key: str) -> tuple[str, ...]:
    word = key.casefold().replace(".", "")
    return (*OTHER_WORDS.get(word, ()), *ENGLISH.get(word, ()))


def _is_without_colon(entry: Entry) -> bool:
    span = entry.key.span
    after = span.source.line(span.end_line)[span.end_column - 1 :].lstrip()
    return is_empty(entry.value) and not after.startswith(":")
