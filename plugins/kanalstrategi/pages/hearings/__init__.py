"""The overview of all hearings."""

from __future__ import annotations

from kanalstrategi.pages.draft import PAGES, Draft, Site, uri_of_hearing
from kanalstrategi.pages.page import Page
from kanalstrategi.site import Library


def page(library: Library, site: Site) -> Page:
    words = site.words
    rows = [
        {
            "municipality": strategy.edition.municipality,
            "uri": uri_of_hearing(strategy.municipality_slug, strategy.slug, held.slug),
            "hearing": held.hearing,
            "answered": sum(remark.answer is not None for remark in held.hearing.remarks),
        }
        for strategy in library.strategies
        for held in strategy.hearings
    ]
    return Draft(site, PAGES["hearings"]).render(
        "pages/hearings/page.html.jinja",
        title=words("hearings.title"),
        description=words("hearings.description"),
        place=None,
        view=lambda: dict(
            rows=rows,
        ),
    )


__all__ = ["page"]
