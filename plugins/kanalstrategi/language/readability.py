"""How hard an edition is to read, chapter by chapter and section by section."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kanalstrategi.language.lix import Count, count
from kanalstrategi.strategy.edition import Edition
from kanalstrategi.strategy.passages import CHAPTERS
from kanalstrategi.strategy.running_text import document_prose, prose


@dataclass(frozen=True)
class Measured:
    """A place of the page and what was counted there: a chapter by its field, a section by its heading."""

    anchor: str
    chapter: str | None
    heading: str | None
    count: Count


def measured(edition: Edition) -> Iterator[Measured]:
    """Every chapter of the page that has running text, and every section of the background by itself."""
    for name, anchor in CHAPTERS.items():
        value = getattr(edition, name)
        parts = value if isinstance(value, tuple) else (value,) if value else ()
        if name == "sections":
            for section in parts:
                heading = section.heading or section.editors_heading
                yield from _counted(section.anchor, None, heading, (section,))
        elif name != "document":
            yield from _counted(anchor, name, None, parts)


def whole(edition: Edition) -> Count:
    """The whole document, without the summary."""
    return count(text for text, _ in document_prose(edition))


def _counted(anchor: str, chapter: str | None, heading: str | None, parts: tuple) -> Iterator[Measured]:  # type: ignore[type-arg]
    found = count(text for part in parts for text, _ in prose(part))
    if found.words:
        yield Measured(anchor, chapter, heading, found)
