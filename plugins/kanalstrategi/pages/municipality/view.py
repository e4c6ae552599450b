"""What the page of a municipality shows."""

from __future__ import annotations

from kanalstrategi.components import Prose
from kanalstrategi.i18n import Catalog
from kanalstrategi.pages.draft import (
    PAGES,
    Draft,
    Site,
    uri_of_changes,
    uri_of_hearing,
    uri_of_municipality,
    uri_of_strategy,
)
from kanalstrategi.pages.page import Page, Place
from kanalstrategi.pages.wording import document_name, listed_period, names_of_two
from kanalstrategi.site import Municipality, Strategy


def page(municipality: Municipality, site: Site) -> Page:
    words, current = site.words, municipality.current
    draft = Draft(site, uri_of_municipality(municipality.slug), current.file, Prose())
    return draft.render(
        "pages/municipality/page.html.jinja",
        title=municipality.name,
        description=words("municipality.description", name=municipality.name),
        place=Place(current.file, 1),
        view=lambda: dict(
            summary=current.edition.summary,
            is_draft=current.edition.document.is_draft,
            draft_uri=uri_of_strategy(municipality.slug, municipality.draft.slug) if municipality.draft else None,
            current_name=document_name(current.edition.document, words),
            current_uri=uri_of_strategy(municipality.slug, current.slug),
            rankings=current.edition.channels.rankings if current.edition.channels else (),
            editions=[
                {
                    "uri": uri_of_strategy(municipality.slug, strategy.slug),
                    "name": document_name(strategy.edition.document, words),
                    "period": listed_period(strategy.edition.document.period) if strategy.edition.document.period else "",
                    "status": words(f"status.{strategy.edition.document.status.value}"),
                }
                for strategy in municipality.strategies
            ],
            changes=[
                (uri_of_changes(municipality.slug, strategy.slug), *_names(older, strategy, words))
                for strategy in municipality.strategies
                if (older := municipality.before(strategy))
            ],
            hearings=[
                (uri_of_hearing(municipality.slug, strategy.slug, held.slug), held.hearing)
                for strategy in municipality.strategies
                for held in strategy.hearings
            ],
            comparison_uri=PAGES["comparison"],
        ),
    )


def _names(before: Strategy, after: Strategy, words: Catalog) -> tuple[str, str]:
    return names_of_two(before.edition.document, after.edition.document, (before.slug, after.slug), words)
