"""Two libraries, file by file: editions, hearings and the glossary."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import Enum

from kanalstrategi.changes.change import Change, Significance
from kanalstrategi.changes.compare import compare
from kanalstrategi.changes.matching import likest
from kanalstrategi.site import Library
from kanalstrategi.strategy.edition import Edition
from kanalstrategi.strategy.fields import Part
from kanalstrategi.strategy.glossary import Glossary
from kanalstrategi.strategy.hearing import Hearing
from kanalstrategi.strategy.passages import words_of


class FileKind(Enum):
    EDITION = "udgave"
    HEARING = "hoering"
    GLOSSARY = "ordliste"


@dataclass(frozen=True)
class Held:
    """What one file holds: its path inside the library, and the edition that a hearing is about."""

    path: str
    value: Part
    about: Edition | None = None

    @property
    def kind(self) -> FileKind:
        if isinstance(self.value, Edition):
            return FileKind.EDITION
        return FileKind.HEARING if isinstance(self.value, Hearing) else FileKind.GLOSSARY


@dataclass(frozen=True)
class Difference:
    """What became of one file. Without `before` it is new, without `after` it is gone."""

    before: Held | None
    after: Held | None
    changes: tuple[Change, ...] = ()
    former: Held | None = None
    """The edition before one that is new; `changes` lead from it."""
    is_pair: bool = False
    """Whether a reader set two files side by side; they are called what they are called."""

    @property
    def held(self) -> Held:
        held = self.after or self.before
        assert held is not None
        return held

    @property
    def is_renamed(self) -> bool:
        """Whether the file has another address with the same words."""
        both = self.before is not None and self.after is not None
        return both and not self.is_pair and self.before.path != self.after.path  # type: ignore[union-attr]

    def of(self, significance: Significance) -> tuple[Change, ...]:
        return tuple(change for change in self.changes if change.significance is significance)


def compare_libraries(before: Library, after: Library) -> tuple[Difference, ...]:
    """Every file that differs, in the order of the new library; what is gone comes last."""
    return tuple(_with_former(each, before, after) for each in compare_held(held_in(before), held_in(after)))


def _with_former(difference: Difference, *sides: Library) -> Difference:
    """A new edition beside the one before it, which still stands or went with the same change."""
    if difference.before is not None or not isinstance(difference.held.value, Edition):
        return difference
    new = difference.held
    for library in reversed(sides):
        for municipality in library.municipalities:
            own = next((each for each in municipality.strategies if each.edition is new.value), None)
            former = municipality.before(own) if own else None
            if former is None and own is None and municipality.slug == new.path.partition("/")[0]:
                former = municipality.newest
            if former is not None:
                held = Held(_short(former.file), former.edition)
                return replace(difference, former=held, changes=compare(held.value, new.value))
    return difference


def compare_held(before: Iterable[Held], after: Iterable[Held]) -> tuple[Difference, ...]:
    old = {held.path: held for held in before}
    new = {held.path: held for held in after}
    partners = {path: old[path] for path in new if path in old}
    left = [held for path, held in old.items() if path not in new]
    come = [held for path, held in new.items() if path not in old]
    alike = likest(left, come, lambda held: words_of(held.value), 0.9, lambda held: held.kind)
    partners |= {other.path: one for one, other in alike}
    return tuple(_differences(old.values(), new.values(), partners))


def compare_two(before: Held, after: Held) -> tuple[Difference, ...]:
    """Two files that the reader wants side by side, whatever they are called."""
    changes = compare(before.value, after.value)
    return (Difference(before, after, changes, is_pair=True),) if changes else ()


def held_in(library: Library) -> Iterator[Held]:
    """Every file of a library."""
    for strategy in library.strategies:
        yield Held(_short(strategy.file), strategy.edition)
        for held in strategy.hearings:
            yield Held(_short(held.file), held.hearing, strategy.edition)
    if library.glossary:
        # The order of the glossary's file means nothing; the library holds it sorted.
        yield Held("ordliste.yml", Glossary.model_construct(entries=library.glossary))


def _differences(old: Iterable[Held], new: Iterable[Held], partners: dict[str, Held]) -> Iterator[Difference]:
    taken = {held.path for held in partners.values()}
    for held in new:
        partner = partners.get(held.path)
        if partner is None:
            yield Difference(None, held)
            continue
        changes = compare(partner.value, held.value) if partner.value != held.value else ()
        if changes or partner.path != held.path:
            yield Difference(partner, held, changes)
    for held in old:
        if held.path not in taken:
            yield Difference(held, None)


def _short(file: str) -> str:
    """A file inside its library: `hilleroed/2014-2018.yml`."""
    return "/".join(file.split("/")[-2:])
