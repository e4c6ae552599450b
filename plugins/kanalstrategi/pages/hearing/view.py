"""What the page of a hearing shows."""

from __future__ import annotations

from kanalstrategi.components import Prose
from kanalstrategi.pages.draft import Draft, Site, uri_of_hearing, uri_of_strategy
from kanalstrategi.pages.page import Page, Place
from kanalstrategi.pages.wording import document_name
from kanalstrategi.site import Strategy
from kanalstrategi.site.library import HeldHearing


def page(held: HeldHearing, strategy: Strategy, site: Site) -> Page:
    words, edition, hearing = site.words, strategy.edition, held.hearing
    draft = Draft(site, uri_of_hearing(strategy.municipality_slug, strategy.slug, held.slug), held.file, Prose())
    title = hearing.procedure.title
    return draft.render(
        "pages/hearing/page.html.jinja",
        title=words("hearing.name", municipality=edition.municipality, title=title),
        description=words(
            "hearing.description", title=title, document=edition.document.title, municipality=edition.municipality
        ),
        place=Place(held.file, hearing.span.line),
        danish_title=True,
        view=lambda: dict(
            hearing=hearing,
            procedure=hearing.procedure,
            edition_name=document_name(edition.document, words),
            edition_uri=uri_of_strategy(strategy.municipality_slug, strategy.slug),
            answered={
                response.id: sum(remark.answer is not None for remark in response.remarks) for response in hearing.responses
            },
        ),
    )
