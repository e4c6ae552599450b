"""Which part of one text is which part of the other: by id, by name, else by likeness."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Hashable, Sequence
from typing import Any, Final, TypeVar

from kanalstrategi.changes.likeness import likeness
from kanalstrategi.changes.reading import Reading, Spot
from kanalstrategi.changes.titles import title_of
from kanalstrategi.strategy.fields import Part
from kanalstrategi.strategy.passages import addressed, words_of
from kanalstrategi.strategy.sections import Addressed

_SAME_PASSAGE: Final = 0.75
"""A passage under another id is the same one when it shares this much of its words."""

_SAME_ITEM: Final = 0.5
"""The same for what has no id and stands in the same list."""

_LEAST_KEPT: Final = 8
"""Two passages do not become one by fewer words."""

T = TypeVar("T")


class Pairs:
    """Every passage of one root with its partner in the other."""

    def __init__(self, before: Reading, after: Reading) -> None:
        self.old, self.new = before.spots, after.spots
        self._old_of: dict[int, Addressed] = {}
        self._new_of: dict[int, Addressed] = {}
        self._by_address()
        self._by_words(lambda spot: spot.key)
        self._by_likeness()
        self._by_words(lambda spot: spot.said if len(spot.said) > 3 else id(spot.part))
        self._by_sentences()

    def old_of(self, part: Any) -> Addressed | None:
        return self._old_of.get(id(part))

    def new_of(self, part: Any) -> Addressed | None:
        return self._new_of.get(id(part))

    def places(self) -> tuple[dict[str, Spot], dict[str, Spot]]:
        """The passages of both by their addresses."""
        then, now = ({spot.part.anchor: spot for spot in spots.values()} for spots in (self.old, self.new))
        return then, now

    def renamed(self) -> dict[str, str]:
        """The addresses that are other ones now."""
        return {
            self.old[key].part.anchor: new.anchor
            for key, new in self._new_of.items()
            if self.old[key].part.anchor != new.anchor
        }

    def _pair(self, old: Addressed, new: Addressed) -> None:
        self._new_of[id(old)], self._old_of[id(new)] = new, old

    def _left(self) -> tuple[list[Spot], list[Spot]]:
        old = [spot for key, spot in self.old.items() if key not in self._new_of]
        return old, [spot for key, spot in self.new.items() if key not in self._old_of]

    def _by_address(self) -> None:
        """The same address is the same passage, unless the words of both stand word for word under other ids."""
        table: dict[str, Spot] = {}
        for spot in self.new.values():
            table.setdefault(spot.part.anchor, spot)
        taken: set[str] = set()
        found: list[tuple[Spot, Spot]] = []
        for spot in self.old.values():
            if spot.part.anchor in table and spot.part.anchor not in taken:
                taken.add(spot.part.anchor)
                found.append((spot, table[spot.part.anchor]))
        differing = [(old, new) for old, new in found if old.part != new.part and old.words != new.words]
        strangers = self._strangers(differing, {id(new.part) for _, new in found})
        for old, new in found:
            if id(old.part) not in strangers:
                self._pair(old.part, new.part)

    def _strangers(self, differing: Sequence[tuple[Spot, Spot]], named: Collection[int]) -> set[int]:
        """The old passages whose words stand word for word under an id that another passage has, or none had."""
        come = [new for _, new in differing] + [spot for key, spot in self.new.items() if key not in named]
        looks = {spot.letters for spot in come}
        if not any(old.letters in looks and old.saying != new.saying for old, new in differing):
            return set()
        differing = [(old, new) for old, new in differing if old.saying != new.saying]
        olds = {old.saying for old, _ in differing}
        news = {new.saying for _, new in differing} | {spot.saying for key, spot in self.new.items() if key not in named}
        return {
            id(old.part)
            for old, new in differing
            if old.saying in news and (new.saying in olds or likeness(old.words, new.words, _SAME_ITEM) < _SAME_ITEM)
        }

    def _by_words(self, key: Callable[[Spot], Hashable]) -> None:
        old, new = self._left()
        table: dict[Hashable, list[Spot]] = defaultdict(list)
        for spot in new:
            table[key(spot)].append(spot)
        for spot in old:
            if table[key(spot)]:
                self._pair(spot.part, table[key(spot)].pop(0).part)

    def _by_likeness(self) -> None:
        old, new = self._left()
        for one, other in likest(old, new, lambda spot: spot.words, _SAME_PASSAGE, lambda spot: type(spot.part)):
            self._pair(one.part, other.part)

    def _by_sentences(self) -> None:
        """A passage with another address and other words besides is the same one by the sentences that it kept."""
        old, new = self._left()
        saying: dict[tuple[str, ...], set[int]] = defaultdict(set)
        for j, other in enumerate(new if old else ()):
            for sentence in other.sentences:
                saying[sentence].add(j)
        found = [
            (shared, i, j)
            for i, one in enumerate(old if saying else ())
            for j in set[int]().union(*(saying[sentence] for sentence in one.sentences if sentence in saying))
            if type(one.part) is type(new[j].part) and (shared := _kept(one.sentences, new[j].sentences))
        ]
        for _, i, j in sorted(found, key=lambda entry: (-entry[0], *entry[1:])):
            if self.new_of(old[i].part) is None and self.old_of(new[j].part) is None:
                self._pair(old[i].part, new[j].part)


def _kept(before: Counter[tuple[str, ...]], after: Counter[tuple[str, ...]]) -> int:
    """How many words stand in the sentences that two texts share; none where the rest says more."""
    shared, *wholes = (sum(len(one) * many for one, many in each.items()) for each in (before & after, before, after))
    return shared if shared >= max(_LEAST_KEPT, 0.6 * min(wholes), 0.3 * max(wholes)) else 0


def pair_items(before: Sequence[Part], after: Sequence[Part], pairs: Pairs) -> list[tuple[Part, Part]]:
    """The items of two lists that are the same one: partners, equals, of the same name, else alike."""
    if before and isinstance(before[0], Addressed):
        here = {id(new) for new in after}
        return [(old, new) for old in before if (new := pairs.new_of(old)) is not None and id(new) in here]
    found = [(one, other) for one, other in zip(before, after, strict=False) if one == other]
    taken = {id(item) for pair in found for item in pair}
    old, new = ([item for item in items if id(item) not in taken] for items in (before, after))

    def take(one: Part, other: Part) -> None:
        found.append((one, other))
        old[:] = [item for item in old if item is not one]
        new[:] = [item for item in new if item is not other]

    for one in tuple(old):
        if (equal := next((item for item in new if item == one), None)) is not None:
            take(one, equal)
    names = {id(item): title_of(item).casefold() for item in (*old, *new)}
    for one in tuple(old):
        called = [item for item in new if names[id(item)] and names[id(item)] == names[id(one)]]
        if len(called) == 1 and sum(names[id(item)] == names[id(one)] for item in old) == 1:
            take(one, called[0])
    for one, other in likest(old, new, words_of, _SAME_ITEM):
        take(one, other)
    unnamed = [[item for item in items if not names[id(item)] and any(addressed(item))] for items in (old, new)]
    if all(len(items) == 1 for items in unnamed):
        # A group without a name is its passages; it is the same group however many of them are others.
        take(unnamed[0][0], unnamed[1][0])
    return found


def likest(
    before: Sequence[T], after: Sequence[T], words: Callable[[T], str], least: float, kind: Callable[[T], object] = type
) -> list[tuple[T, T]]:
    """Pairs of the same kind whose words are most alike, each taken once, the likest first and the first of equals."""
    if not before or not after:
        return []
    olds_, news_ = ([(kind(item), words(item)) for item in items] for items in (before, after))
    scored = [
        (likeness(old, new, least), i, j)
        for i, (one, old) in enumerate(olds_)
        for j, (other, new) in enumerate(news_)
        if one == other
    ]
    found, olds, news = [], set[int](), set[int]()
    for score, i, j in sorted((entry for entry in scored if entry[0] >= least), key=lambda entry: (-entry[0], *entry[1:])):
        if i not in olds and j not in news:
            olds.add(i)
            news.add(j)
            found.append((before[i], after[j]))
    return found
