"""What every outlet shows: the differences file by file, in words, what matters first, chapter by chapter."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import NamedTuple

from kanalstrategi.changes.change import Added, Change, Merged, Moved, RankChanged, Removed, Significance, Split, TextChanged
from kanalstrategi.changes.library import Difference, Held
from kanalstrategi.changes.wording import Said, said
from kanalstrategi.i18n import Catalog
from kanalstrategi.site.names import document_name, edition_name
from kanalstrategi.strategy.edition import Edition
from kanalstrategi.strategy.hearing import Hearing

FEW = 12
"""So many changes are told of a new edition; the site has a page of them all."""

SIGNS = {"added": "+", "removed": "−", "moved": "↕", "changed": "≠"}
"""What a reader sees before a change, besides the words."""


class Line(NamedTuple):
    """One change in words; `shape` is a key of `SIGNS`."""

    change: Change
    said: Said
    shape: str

    @property
    def sign(self) -> str:
        return SIGNS[self.shape]


@dataclass(frozen=True)
class Chapter:
    name: str
    title: str
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class Group:
    """The changes of one significance."""

    significance: Significance
    chapters: tuple[Chapter, ...]


@dataclass(frozen=True)
class Section:
    """One file. `news` says that the file itself is new, gone or called something else."""

    difference: Difference
    title: str
    news: str | None
    shape: str
    groups: tuple[Group, ...]
    former: str | None = None
    """Which edition one that is new is set beside, and how much is different; `groups` are the beginning of that."""
    left_out: int = 0


def sections(differences: Iterable[Difference], words: Catalog) -> tuple[Section, ...]:
    return tuple(_section(difference, words) for difference in differences)


def groups(changes: Sequence[Change], words: Catalog, *, is_brief: bool = False) -> tuple[Group, ...]:
    """Changes sorted for a reader: what changes the meaning first. Brief ones are sentences without their texts."""
    found = []
    for significance in Significance:
        own = [change for change in changes if change.significance is significance]
        chapters = tuple(
            Chapter(name, chapter_title(name, words), tuple(line(change, words, is_brief=is_brief) for change in held))
            for name, held in groupby(own, key=lambda change: change.where.chapter)
        )
        if chapters:
            found.append(Group(significance, chapters))
    return tuple(found)


def line(change: Change, words: Catalog, *, is_brief: bool = False) -> Line:
    shape = (
        "added"
        if isinstance(change, Added)
        else "removed"
        if isinstance(change, Removed)
        else "moved"
        if isinstance(change, (Merged, Moved, RankChanged, Split))
        else "changed"
    )
    told = said(change, words)
    return Line(change, Said(told.pieces) if is_brief else told, shape)


def chapter_title(name: str, words: Catalog) -> str:
    key = f"changes.chapter.{name}"
    return words(key) if key in words else words(f"chapter.{name}")


def count(differences: Iterable[Difference], words: Catalog) -> str:
    """How many changes there are, of substance and editorial: 3 ændringer: 2 i indholdet, 1 redaktionel."""
    held = tuple(differences)
    files = sum(difference.before is None or difference.after is None or difference.is_renamed for difference in held)
    # What is new in a new edition is counted with it.
    substance = files + sum(len(each.of(Significance.SUBSTANCE)) for each in held if each.former is None)
    editorial = sum(len(each.of(Significance.EDITORIAL)) for each in held if each.former is None)
    return _counted(substance, editorial, words)


def _counted(substance: int, editorial: int, words: Catalog) -> str:
    return words(
        "changes.summary",
        n=substance + editorial,
        substance=words("changes.substance", n=substance),
        editorial=words("changes.editorial", n=editorial),
    )


def held_title(held: Held, words: Catalog) -> str:
    """What a file holds, as a reader knows it."""
    if isinstance(held.value, Edition):
        return edition_name(held.value, words)
    if isinstance(held.value, Hearing):
        title = held.value.procedure.title
        return words("changes.hearing", municipality=held.about.municipality, title=title) if held.about else title
    return words("changes.glossary")


def significance_title(significance: Significance, words: Catalog) -> str:
    return words(f"changes.{significance.name.lower()}_heading")


def _section(difference: Difference, words: Catalog) -> Section:
    kind = difference.held.kind.value
    news, shape = None, "changed"
    if difference.before is None:
        news, shape = words(f"changes.new.{kind}"), "added"
    elif difference.after is None:
        news, shape = words(f"changes.gone.{kind}"), "removed"
    elif difference.is_renamed:
        news = words("changes.renamed", before=difference.before.path, after=difference.after.path)
    title = held_title(difference.held, words)
    if difference.former is None:
        return Section(difference, title, news, shape, groups(difference.changes, words))
    substance, editorial = (difference.of(each) for each in Significance)
    first = _telling(substance)
    name = document_name(difference.former.value.document, words)  # type: ignore[attr-defined]
    counted = _counted(len(substance), len(editorial), words)
    former = words("changes.former", name=name, path=difference.former.path, counted=counted)
    left = len(substance) + len(editorial) - len(first)
    return Section(difference, title, news, shape, groups(first, words, is_brief=True), former, left)


def _telling(changes: Sequence[Change]) -> list[Change]:
    """The few changes that say most by themselves, in the order of the page. Words that are others need their text."""
    chosen = {id(change) for change in sorted(changes, key=_is_wordy)[:FEW]}
    return [change for change in changes if id(change) in chosen]


def _is_wordy(change: Change) -> bool:
    return isinstance(change, TextChanged)
