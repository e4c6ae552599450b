"""The glossary: words that the documents themselves explain, and the common names of channels."""

from __future__ import annotations

from typing import Any

from kanalstrategi.i18n import Catalog
from kanalstrategi.i18n.catalog import danish_order
from kanalstrategi.pages.draft import PAGES, Draft, Site, uri_of_strategy
from kanalstrategi.pages.page import Page
from kanalstrategi.pages.wording import document_name
from kanalstrategi.site import Library, Strategy
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
            "said_by": _name(strategy, library, draft.words),
            "href": draft.link(uri_of_strategy(strategy.municipality_slug, strategy.slug), term.passage),
            "id": f"{strategy.municipality_slug}-{strategy.slug}-{term.id}",
        }
        for strategy in library.strategies
        for term in strategy.edition.terms
    ]
    return sorted(terms, key=lambda entry: danish_order(entry["term"].name))


def _name(strategy: Strategy, library: Library, words: Catalog) -> str:
    """Whose words they are: a municipality's, and of which edition where it has several."""
    editions = library.municipality(strategy).strategies
    if len(editions) == 1:
        return strategy.edition.municipality
    name = document_name(strategy.edition.document, words)
    alike = sum(document_name(each.edition.document, words) == name for each in editions) > 1
    return f"{strategy.edition.municipality}, {name} ({strategy.slug})" if alike else f"{strategy.edition.municipality}, {name}"


__all__ = ["page"]
