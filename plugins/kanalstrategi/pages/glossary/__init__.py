"""The glossary: words that the documents themselves explain, and the common names of channels."""

from __future__ import annotations

from typing import Any

from kanalstrategi.i18n.catalog import danish_order
from kanalstrategi.pages.draft import PAGES, Draft, Site, uri_of_strategy
from kanalstrategi.pages.page import Page
from kanalstrategi.site import Library
from kanalstrategi.strategy.vocabulary import CommonChannel


def page(library: Library, site: Site) -> Page:
    draft, words = Draft(site, PAGES["glossary"]), site.words
    return draft.render(
        "pages/glossary/page.html.jinja",
        title=words("glossary.title"),
        description=words("glossary.description"),
        place=None,
        view=lambda: dict(
            glossary=library.glossary,
            terms=_terms(library, draft),
            channels=[words(f"channel.{channel.value}") for channel in CommonChannel],
        ),
    )


def _terms(library: Library, draft: Draft) -> list[dict[str, Any]]:
    terms = [
        {
            "term": term,
            "municipality": strategy.edition.municipality,
            "href": draft.link(uri_of_strategy(strategy.municipality_slug, strategy.slug), term.passage),
            "id": f"{strategy.municipality_slug}-{strategy.slug}-{term.id}",
        }
        for strategy in library.strategies
        for term in strategy.edition.terms
    ]
    return sorted(terms, key=lambda entry: danish_order(entry["term"].name))


__all__ = ["page"]
