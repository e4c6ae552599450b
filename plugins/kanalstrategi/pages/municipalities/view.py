"""What the list of municipalities shows; the front page shows the same cards."""

from __future__ import annotations

from kanalstrategi.components.cards import Card
from kanalstrategi.pages.draft import PAGES, Draft, Site, uri_of_municipality
from kanalstrategi.pages.page import Page
from kanalstrategi.pages.wording import listed_name
from kanalstrategi.site import Library


def page(library: Library, site: Site) -> Page:
    draft, words = Draft(site, PAGES["municipalities"]), site.words
    return draft.render(
        "pages/municipalities/page.html.jinja",
        title=words("municipalities.title"),
        description=words("municipalities.description"),
        place=None,
        view=lambda: dict(
            cards=cards(library, draft),
        ),
    )


def cards(library: Library, draft: Draft) -> tuple[Card, ...]:
    words = draft.site.words
    found = []
    for municipality in library.municipalities:
        notes = [words("municipalities.note", n=len(municipality.strategies))]
        if hearings := sum(len(strategy.hearings) for strategy in municipality.strategies):
            notes.append(words("municipalities.hearings", n=hearings))
        name = listed_name(municipality.current.edition.document, words)
        found.append(
            Card(municipality.name, draft.link(uri_of_municipality(municipality.slug)), name, ", ".join(notes))
        )
    return tuple(found)
