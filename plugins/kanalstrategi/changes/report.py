"""What every outlet shows: the differences file by file, in words, what matters first, chapter by chapter."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from kanalstrategi.changes.change import Added, Change, Merged, Moved, RankChanged, Removed, Significance, Split
from kanalstrategi.changes.library import Difference, Held
from kanalstrategi.changes.wording import Said, said
from kanalstrategi.i18n import Catalog
from kanalstrategi.site.names import edition_name
from kanalstrategi.strategy.edition import Edition
from kanalstrategi.strategy.hearing import Hearing

SIGNS = {"added": "+", "removed": "−", "moved": "↕", "changed": "≠"}
"""What a reader sees before a change, besides the words."""


@dataclass(frozen=True)
class Line:
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


def sections(differences: Iterable[Difference], words: Catalog) -> tuple[Section, ...]:
    return tuple(_section(difference, words) for difference in differences)


def groups(changes: Sequence[Change], words: Catalog) -> tuple[Group, ...]:
    """Changes sorted for a reader: what changes the meaning first."""
    found = []
    for significance in Significance:
        own = [change for change in changes if change.significance is significance]
        chapters = tuple(
            Chapter(name, chapter_title(name, words), tuple(line(change, words) for change in held))
            for name, held in groupby(own, key=lambda change: change.where.chapter)
        )
        if chapters:
            found.append(Group(significance, chapters))
    return tuple(found)


def line(change: Change, words: Catalog) -> Line:
    shape = (
        "added"
        if isinstance(change, Added)
        else "removed"
        if isinstance(change, Removed)
        else "moved"
        if isinstance(change, (Merged, Moved, RankChanged, Split))
        else "changed"
    )
    return Line(change, said(change, words), shape)


def chapter_title(name: str, words: Catalog) -> str:
    key = f"changes.chapter.{name}"
    return words(key) if key in words else words(f"chapter.{name}")


def count(differences: Iterable[Difference], words: Catalog) -> str:
    """How many changes there are, of substance and editorial: 3 ændringer: 2 i indholdet, 1 redaktionel."""
    held = tuple(differences)
    files = sum(difference.before is None or difference.after is None or difference.is_renamed for difference in held)
    substance = files + sum(len(difference.of(Significance.SUBSTANCE)) for difference in held)
    editorial = sum(len(difference.of(Significance.EDITORIAL)) for difference in held)
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
    return Section(difference, held_title(difference.held, words), news, shape, groups(difference.changes, words))
