"""The page of open data: the library as files."""

from __future__ import annotations

from kanalstrategi.pages.draft import PAGES, Draft, Site
from kanalstrategi.pages.page import Page, Place
from kanalstrategi.pages.wording import document_name
from kanalstrategi.site import Library

EXPORTS = {
    "comparison": "data/sammenligning.csv",
    "targets": "data/maaltal.csv",
    "library": "data/strategier.json",
    "feed": "data/nyt.atom",
}
"""The exports that the page links to, by the name of their label."""


def page(library: Library, site: Site) -> Page:
    draft, words = Draft(site, PAGES["data"]), site.words
    return draft.render(
        "pages/data/page.html.jinja",
        title=words("data.title"),
        description=words("data.description"),
        place=None,
        view=lambda: dict(
            exports=[(f"data.{name}", draft.export(file)) for name, file in EXPORTS.items()],
            files=[
                (
                    f"{strategy.edition.municipality}: {document_name(strategy.edition.document, words)}",
                    file,
                    site.edit_address(Place(file, 1)),
                )
                for strategy in library.strategies
                for file in (strategy.file, *(held.file for held in strategy.hearings))
            ],
        ),
    )


__all__ = ["EXPORTS", "page"]
