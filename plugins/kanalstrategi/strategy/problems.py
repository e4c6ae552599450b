"""What pydantic found, as findings: at the word that is wrong, with the cure an author can use."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Final

from kanalstrategi.diagnostics import Finding, Severity
from kanalstrategi.source import Entry, Mapping, Node, Scalar, Sequence
from kanalstrategi.source.characters import LOOK_ALIKES, look_alike
from kanalstrategi.source.wording import quoted
from kanalstrategi.strategy import lost_lines
from kanalstrategi.strategy.annotations import is_list, model_of
from kanalstrategi.strategy.fields import Part
from kanalstrategi.strategy.ill_formed import Spot, ill_formed, keys_for_text
from kanalstrategi.strategy.missing import missing
from kanalstrategi.strategy.nearest import nearest_word
from kanalstrategi.strategy.nodes import is_empty, spot_of, words_of
from kanalstrategi.strategy.other_words import ENGLISH, OTHER_WORDS
from kanalstrategi.strategy.text import PROSE
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
                yield lost_lines.with_its_key(self, ill_formed(kind, spot := self.locate(loc), context), spot)
        for kind, loc, context in problems:
            if kind == "missing":
                yield from self.missing((*loc, context["key"]) if context else loc)

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
            finding = lost_lines.without_its_key(self, spot) if lost_lines.follows_its_own(self, loc) else None
            if finding or spot_of(spot.entry.key.span) in self.cut:
                return finding
        finding = lost_lines.under_a_lost_key(self, spot)
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
            lost_lines.without_its_colon(self, spot, valid)
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

    def called_otherwise(self, spot: Spot, valid: list[str]) -> Finding | None:
        """Another word for a key that has to be here and is not (KS201)."""
        mapping, keys = spot.outer[-1][0], spot.owner.keys() if spot.owner else {}
        missed = [name for name in valid if keys[name].is_required() and not mapping.entry(name)]
        return self.misspelt(spot, valid) if set(_other_words(spot.key)) & set(missed) else None

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
