"""Which part of one text is which part of the other: by id, by name, else by likeness."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Hashable, Iterable, Sequence
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
        self.then, self.now = before.places, after.places
        """The passages of both by their addresses."""
        self.renamed: dict[str, str] = {}
        """The addresses that are other ones now."""
        self._old_of: dict[int, Addressed] = {}
        self._new_of: dict[int, Addressed] = {}
        self._by_address()
        for search in (_by_key, _by_likeness, _by_what_is_said, _by_sentences):
            old = [spot for key, spot in self.old.items() if key not in self._new_of]
            new = [spot for key, spot in self.new.items() if key not in self._old_of]
            for one, other in search(old, new) if old and new else ():
                self._pair(one, other)

    def old_of(self, part: Any) -> Addressed | None:
        return self._old_of.get(id(part))

    def new_of(self, part: Any) -> Addressed | None:
        return self._new_of.get(id(part))

    def _pair(self, old: Spot, new: Spot) -> None:
        self._new_of[id(old.part)], self._old_of[id(new.part)] = new.part, old.part
        if old.anchor != new.anchor:
            self.renamed[old.anchor] = new.anchor

    def _by_address(self) -> None:
        """The same address is the same passage, unless the words of both stand word for word under other ids."""
        found = [(spot, self.now[anchor]) for anchor, spot in self.then.items() if anchor in self.now]
        differing = [(old, new) for old, new in found if old.part != new.part and old.words != new.words]
        strangers = self._strangers(differing, {id(new.part) for _, new in found})
        for old, new in found:
            if id(old.part) not in strangers:
                self._pair(old, new)

    def _strangers(self, differing: Sequence[tuple[Spot, Spot]], named: Collection[int]) -> set[int]:
        """The old passages whose words stand word for word under an id that another passage has, or none had."""
        unnamed = [spot for key, spot in self.new.items() if key not in named]
        looks = {spot.letters for spot in (*[new for _, new in differing], *unnamed)}
        if not any(old.letters in looks and old.saying != new.saying for old, new in differing):
            return set()
        differing = [(old, new) for old, new in differing if old.saying != new.saying]
        olds = {old.saying for old, _ in differing}
        news = {new.saying for _, new in differing} | {spot.saying for spot in unnamed}
        return {
            id(old.part)
            for old, new in differing
            if old.saying in news and (new.saying in olds or likeness(old.words, new.words, _SAME_ITEM) < _SAME_ITEM)
        }


_Found = Iterable[tuple[Spot, Spot]]


def _by_key(old: Sequence[Spot], new: Sequence[Spot]) -> _Found:
    return _same(old, new, lambda spot: spot.key)


def _by_what_is_said(old: Sequence[Spot], new: Sequence[Spot]) -> _Found:
    return _same(old, new, lambda spot: spot.said if len(spot.said) > 3 else id(spot.part))


def _same(old: Sequence[Spot], new: Sequence[Spot], key: Callable[[Spot], Hashable]) -> _Found:
    table: dict[Hashable, list[Spot]] = defaultdict(list)
    for spot in new:
        table[key(spot)].append(spot)
    for spot in old:
        if table[key(spot)]:
            yield spot, table[key(spot)].pop(0)


def _by_likeness(old: Sequence[Spot], new: Sequence[Spot]) -> _Found:
    return likest(old, new, lambda spot: spot.words, _SAME_PASSAGE, lambda spot: type(spot.part))


def _by_sentences(old: Sequence[Spot], new: Sequence[Spot]) -> _Found:
    """A passage with another address and other words besides is the same one by the sentences that it kept."""
    saying: dict[tuple[str, ...], set[int]] = defaultdict(set)
    for j, other in enumerate(new):
        for sentence in other.sentences:
            saying[sentence].add(j)
    found = [
        (shared, i, j)
        for i, one in enumerate(old if saying else ())
        for j in set[int]().union(*(saying[sentence] for sentence in one.sentences if sentence in saying))
        if type(one.part) is type(new[j].part) and (shared := _kept(one.sentences, new[j].sentences))
    ]
    return _each_once(found, old, new)


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
    olds, news = ([(kind(item), words(item)) for item in items] for items in (before, after))
    scored = [
        (score, i, j)
        for i, (one, old) in enumerate(olds)
        for j, (other, new) in enumerate(news)
        if one == other and (score := likeness(old, new, least)) >= least
    ]
    return _each_once(scored, before, after)


def _each_once(scored: Iterable[tuple[float, int, int]], before: Sequence[T], after: Sequence[T]) -> list[tuple[T, T]]:
    """The pairs of the highest score, each item in one of them."""
    found, olds, news = [], set[int](), set[int]()
    for _, i, j in sorted(scored, key=lambda entry: (-entry[0], *entry[1:])):
        if i not in olds and j not in news:
            olds.add(i)
            news.add(j)
            found.append((before[i], after[j]))
    return found
