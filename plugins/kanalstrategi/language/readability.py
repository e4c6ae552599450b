"""How hard an edition is to read, chapter by chapter and section by section."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kanalstrategi.language.lix import Count, count
from kanalstrategi.strategy.edition import Edition
from kanalstrategi.strategy.fields import Part
from kanalstrategi.strategy.passages import CHAPTERS
from kanalstrategi.strategy.running_text import prose


@dataclass(frozen=True)
class Measured:
    """A place of the page and what was counted there: a chapter by its field, a section by its heading."""

    anchor: str
    chapter: str | None
    heading: str | None
    count: Count


@dataclass(frozen=True)
class Readability:
    """An edition measured: its summary, its parts in the order of the page, and all but the summary together."""

    parts: tuple[Measured, ...]
    whole: Count


def readability(edition: Edition) -> Readability:
    """Every chapter of the page that has running text, and every section of the background by itself."""
    parts = tuple(_parts(edition))
    footnotes = _count(edition.footnotes)
    own = (part.count for part in parts if part.chapter != "summary")
    return Readability(tuple(part for part in parts if part.count.words), sum(own, footnotes))


def _parts(edition: Edition) -> Iterator[Measured]:
    for name, anchor in CHAPTERS.items():
        value = getattr(edition, name)
        parts = value if isinstance(value, tuple) else (value,) if value else ()
        if name == "sections":
            for section in edition.sections:
                heading = section.heading or section.editors_heading
                yield Measured(section.anchor, None, heading, _count((section,)))
        elif name != "document":
            yield Measured(anchor, name, None, _count(parts))


def _count(parts: Iterable[Part]) -> Count:
    return count(piece.text for part in parts for piece in prose(part))
