"""Two editions, two hearings or two glossaries, field by field along the model."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, Final

from kanalstrategi.changes.alignment import moved
from kanalstrategi.changes.between import between_texts
from kanalstrategi.changes.change import Added, AddressChanged, Change, FieldChanged, Moved, Removed
from kanalstrategi.changes.context import Context
from kanalstrategi.changes.editorial import are_editors_values
from kanalstrategi.changes.elsewhere import inner_passages, rejoined, without
from kanalstrategi.changes.followers import Followers
from kanalstrategi.changes.joining import with_joined
from kanalstrategi.changes.matching import Pairs, pair_items
from kanalstrategi.changes.numbers import NUMBERS, renumbered, with_numbers
from kanalstrategi.changes.parts import address, empty, is_group, text_of
from kanalstrategi.changes.plan import WHOLE, Field, Holds, fields_of
from kanalstrategi.changes.ranking import compare_ranks, with_ranks
from kanalstrategi.changes.reading import reading
from kanalstrategi.changes.repeated import without_parties, without_references
from kanalstrategi.changes.running import Reworded, compare_running
from kanalstrategi.changes.sentences import with_sentences
from kanalstrategi.changes.tables import compare_table
from kanalstrategi.changes.targets import with_targets
from kanalstrategi.changes.values import compare_values, compare_words
from kanalstrategi.strategy.channels import Channel, OpeningHours, Rank
from kanalstrategi.strategy.edition import Edition
from kanalstrategi.strategy.fields import Amount, Part
from kanalstrategi.strategy.hearing import Answer
from kanalstrategi.strategy.passages import CHAPTERS
from kanalstrategi.strategy.sections import Addressed
from kanalstrategi.strategy.statements import Target
from kanalstrategi.strategy.text import Table

_CHAPTERS: Final = {
    **{name: name for name in CHAPTERS},
    "measurements": "measurements",
    "scales": "terms",
    "terms": "terms",
    "annexes": "sources",
    "excerpts": "sources",
    "gaps": "sources",
    "footnotes": "footnotes",
}
"""The chapter that shows a field of an edition; what stands in none is a fact about the document."""


def compare(before: Part, after: Part) -> tuple[Change, ...]:
    """Every change that leads from one root to the other, in the order of the page; each once."""
    walk = _Walk(before, after)
    changes = with_sentences(between_texts(with_ranks(walk.root()), walk.reworded, walk.pairs), walk.pairs)
    # A text says no more than its target's new number once what went elsewhere is out of it.
    return tuple(with_numbers(with_joined(rejoined(with_targets(without_references(without_parties(changes))), walk.pairs), walk.pairs)))


class _Walk:
    def __init__(self, before: Part, after: Part) -> None:
        self.before, self.after = before, after
        old, new = reading(before), reading(after)
        self.pairs = Pairs(old, new)
        self.followers = Followers(old, new, self.pairs)
        self.changes: list[Change] = []
        self.reranked: set[str] = set()
        """The channels whose place in a ranking has changed: that they are described in another order follows."""
        self.counted: set[int] = set()
        """The items whose number only counts on."""
        self.reworded: list[Reworded] = []
        self.hollow: set[int] = set()
        """Groups that are new or gone: their names are told of with them."""

    def root(self) -> list[Change]:
        if not isinstance(self.before, Edition):
            self.part(self.before, self.after, Context(type(self.before).__name__.lower()))
            return self.changes
        for field in fields_of(Edition):
            if getattr(self.before, field.name) != getattr(self.after, field.name):
                self.field(self.before, self.after, field, Context(_CHAPTERS.get(field.name, "document")))
        return self.changes

    def part(self, before: Part, after: Part, at: Context) -> None:
        """What differs inside a part that is the same one in both."""
        then, now = address(before), address(after)
        if then and now and then != now:
            self.changes.append(AddressChanged(at.where, at.significance(editorial=True), then, now))
        if type(before) is not type(after):
            self.changes += compare_running(text_of(before), text_of(after), at, (), self.reworded)
            return
        if isinstance(before, Table) and isinstance(after, Table):
            self.changes += compare_table(before, after, at)
            return
        self.fields(before, after, at)

    def fields(self, before: Part, after: Part, at: Context) -> None:
        """What differs in the fields of a part. Its id is told of with its address."""
        old, new = vars(before), vars(after)
        for field in fields_of(type(before)):
            name = field.name
            if name != "id" and old[name] != new[name]:
                self.field(before, after, field, at)

    def field(self, before: Part, after: Part, field: Field, at: Context) -> None:
        """What differs in a field that differs."""
        name, title = field.name, field.title
        old, new = getattr(before, name), getattr(after, name)
        if name in NUMBERS and id(after) in self.counted:
            return
        if name in ("heading", "level") and id(before) in self.hollow and id(after) in self.hollow:
            return
        if field.is_editors or field.may_be_editors and are_editors_values(old, new):
            at = at.editors()
        match field.holds:
            case Holds.TEXT:
                misprints = self.followers.misprints
                self.changes += compare_running(old, new, at.into(title), misprints, self.reworded, self.part)
            case Holds.PARTS if field.model is OpeningHours and not (old and new):
                self.value(old or None, new or None, at.into(title))
            case Holds.PARTS:
                self.items(old, new, field.model, at.into(title))
            case Holds.PART:
                self.single(old, new, at.of("answer") if field.model is Answer else at.inside(title))
            case Holds.VALUES:
                self.changes += compare_values(old, new, at.into(title))
            case Holds.VALUE:
                if not self.followers.explain(before, after, name):
                    self.value(old, new, at.into(title))

    def single(self, old: Part | None, new: Part | None, at: Context) -> None:
        """A part that there is one of, or none."""
        if old is not None and new is not None:
            self.part(old, new, at)
        elif new is not None:
            self.added(new, at)
        elif old is not None:
            self.removed(old, at)

    def value(self, old: Any, new: Any, at: Context) -> None:
        if isinstance(old, str) and isinstance(new, str):
            self.changes.append(compare_words(old, new, at))
            return
        same = isinstance(old, Amount) and isinstance(new, Amount) and (old.number, old.unit) == (new.number, new.unit)
        self.changes.append(FieldChanged(at.where, at.significance(editorial=same), old, new))

    # --- Lists

    def items(self, before: Sequence[Part], after: Sequence[Part], model: type[Part] | None, at: Context) -> None:
        """The items of a list: what was added, removed or moved, and what changed in those that stayed."""
        if model is Rank:
            found, reranked = compare_ranks(before, after, at)  # type: ignore[arg-type]
            self.changes += found
            self.reranked |= reranked
            return
        kept = {id(new): old for old, new in pair_items(before, after, self.pairs)}
        is_alone = len(before) == len(after) == 1
        if len(before) == len(after) and all([kept.get(id(new)) is old for old, new in zip(before, after, strict=True)]):
            for old, new in zip(before, after, strict=True):
                if old != new:
                    self.item(old, new, at.at(old, new), is_alone)
            return
        stayed = [item for item in after if id(item) in kept]
        old_places = {id(item): index for index, item in enumerate(before)}
        remain = {id(old) for old in kept.values()}
        gone = [item for item in before if id(item) not in remain]
        wandered = moved([old_places[id(kept[id(item)])] for item in stayed])
        travelled = {id(stayed[index]) for index in wandered if not self.is_reranked(stayed[index])}
        new_places = {id(item): index for index, item in enumerate(after)}
        pairs = [(kept[id(item)], item) for item in stayed]
        shifting = bool(wandered) or len(pairs) < len(before) or len(pairs) < len(after)
        numbers, counted = renumbered(pairs, at, self.reranked) if shifting else ((), set[int]())
        self.counted |= counted
        for item in after:
            old = kept.get(id(item))
            if old is None:
                self.arrived(item, at)
                continue
            if old == item and id(item) not in travelled:
                continue
            inner = at.at(old, item)
            if id(item) in travelled:
                places = (old_places[id(old)] + 1, new_places[id(item)] + 1)
                self.changes.append(Moved(inner.where, inner.significance(), *places))
            self.item(old, item, inner, is_alone)
        self.changes += numbers
        for item in gone:
            if not isinstance(item, Addressed) or self.pairs.new_of(item) is None:
                self.removed(item, at.at(item, None))

    def item(self, old: Part, new: Part, at: Context, is_alone: bool) -> None:
        """What differs inside an item of a list that stands in both."""
        if isinstance(old, Target) and not is_alone:
            at = at.into(old.what)
        self.whole(old, new, at) if isinstance(new, WHOLE) else self.part(old, new, at)

    def whole(self, old: Any, new: Any, at: Context) -> None:
        if old != new and not self.followers.explain_whole(old, new):
            self.changes.append(FieldChanged(at.where, at.significance(), old, new))

    def is_reranked(self, item: Any) -> bool:
        return isinstance(item, Channel) and item.id in self.reranked

    def arrived(self, item: Part, at: Context) -> None:
        """An item that was not in this list: new, or come from elsewhere in the document."""
        old = self.pairs.old_of(item)
        if old is None:
            self.added(item, at.at(None, item))
            return
        inner = at.at(old, item)
        origin, target = self.pairs.old[id(old)], self.pairs.new[id(item)]
        self.changes.append(
            Moved(inner.where, inner.significance(), origin.place, target.place, origin.parent, target.parent)
        )
        self.part(old, item, inner)

    def added(self, item: Any, at: Context) -> None:
        if is_group(item):
            self.group(empty(item), item, at, Added(at.where, at.significance(), ""))
            return
        if not self.followers.explain_added(item):
            own = without(item, lambda inner: self.pairs.old_of(inner) is not None)
            self.changes.append(Added(at.where, at.significance(), own))
        for inner in inner_passages(item):
            if self.pairs.old_of(inner) is not None:
                self.arrived(inner, at)

    def group(self, before: Part, after: Part, at: Context, change: Change) -> None:
        """A group that is new or gone: itself, where it has a name, and what it holds, one by one."""
        held: Any = before if isinstance(change, Removed) else after
        if at.kind:
            self.hollow |= {id(before), id(after)}
            if getattr(held, "heading", None):
                self.changes.append(change)
        elif getattr(held, "heading", None):
            # The chapter's own heading is told of with its text, or as the chapter itself.
            self.hollow |= {id(before), id(after)}
            at = at.named("", held.heading)
            if not getattr(held, "text", None):
                self.changes.append(replace(change, where=at.where))
        self.part(before, after, at)

    def removed(self, item: Any, at: Context) -> None:
        if is_group(item):
            self.group(item, empty(item), at, Removed(at.where, at.significance(), ""))
            return
        if not self.followers.explain_removed(item):
            own = without(item, lambda inner: self.pairs.new_of(inner) is not None)
            self.changes.append(Removed(at.where, at.significance(), own))
