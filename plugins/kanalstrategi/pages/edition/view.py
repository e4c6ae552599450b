"""What the page of an edition shows: the same chapters in the same order everywhere."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from typing import Final

from markupsafe import Markup

from kanalstrategi.components import Prose
from kanalstrategi.pages.draft import Draft, Site, uri_of_strategy
from kanalstrategi.pages.edition.background import background, footnotes, readability, remarks_left, sources
from kanalstrategi.pages.edition.chapters import (
    channels,
    criteria,
    economy,
    follow_up,
    goals,
    initiatives,
    organisation,
    principles,
    vision,
)
from kanalstrategi.pages.edition.front import document, help, how_to_reach, not_final, older, summary
from kanalstrategi.pages.edition.parts import Parts
from kanalstrategi.pages.edition.terms import terms
from kanalstrategi.pages.page import Page, Place
from kanalstrategi.pages.remarks import beside, said, ways_of_open_hearing
from kanalstrategi.pages.wording import document_name
from kanalstrategi.site import Municipality, Strategy
from kanalstrategi.strategy.definitions import Excerpt
from kanalstrategi.strategy.glossary import Lookup
from kanalstrategi.strategy.vocabulary import Theme

CHAPTERS: Final[tuple[Callable[[Parts], Iterator[Markup]], ...]] = (
    older,
    not_final,
    summary,
    document,
    how_to_reach,
    help,
    vision,
    goals,
    principles,
    channels,
    criteria,
    initiatives,
    organisation,
    economy,
    follow_up,
    background,
    readability,
    terms,
    remarks_left,
    sources,
    footnotes,
)
"""The page, chapter by chapter."""


def page(strategy: Strategy, municipality: Municipality, glossary: Lookup, site: Site) -> Page:
    edition, words = strategy.edition, site.words
    draft = Draft(site, uri_of_strategy(strategy.municipality_slug, strategy.slug), strategy.file)
    draft.taking_part = site.taking_part.of(edition.municipality, ways_of_open_hearing(strategy))

    def pieces() -> Iterator[Markup]:
        parts = _parts(draft, strategy, municipality, glossary)
        for chapter in CHAPTERS:
            yield from chapter(parts)

    return draft.page(
        title=f"{edition.municipality}: {document_name(edition.document, words)}",
        description=words("edition.description", municipality=edition.municipality, title=edition.document.title),
        place=Place(strategy.file, edition.span.line),
        pieces=pieces,
    )


def _parts(draft: Draft, strategy: Strategy, municipality: Municipality, glossary: Lookup) -> Parts:
    edition = strategy.edition
    notes = {footnote.id: footnote.mark for footnote in edition.footnotes}
    label = draft.words("footnote.reference", mark="{mark}")
    standing = glossary.standing_in(strategy.words)
    draft.prose = Prose(notes, label, glossary.first_use(standing))
    spoken = said(draft, strategy, municipality, beside(strategy, municipality))
    excerpts: dict[Theme, list[Excerpt]] = defaultdict(list)
    for excerpt in edition.excerpts:
        excerpts[excerpt.theme].append(excerpt)
    return Parts(draft, strategy, municipality, spoken, standing, excerpts)
