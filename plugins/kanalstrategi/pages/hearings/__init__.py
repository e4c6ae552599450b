"""The overview of all hearings: those that are open first, with the remarks that await an answer."""

from __future__ import annotations

from dataclasses import dataclass

from kanalstrategi.pages.data import EXPORTS
from kanalstrategi.pages.draft import PAGES, Draft, Site, uri_of_hearing, uri_of_hearing_note
from kanalstrategi.pages.page import Page
from kanalstrategi.pages.wording import remarks_in_words
from kanalstrategi.site import Library
from kanalstrategi.strategy.hearing import Hearing
from kanalstrategi.strategy.vocabulary import HearingStatus


@dataclass(frozen=True)
class Row:
    municipality: str
    uri: str
    note_uri: str
    hearing: Hearing

    @property
    def awaiting(self) -> int:
        return len(self.hearing.remarks) - self.hearing.answered


def page(library: Library, site: Site) -> Page:
    words = site.words
    rows = [
        Row(
            strategy.edition.municipality,
            uri_of_hearing(strategy.municipality_slug, strategy.slug, held.slug),
            uri_of_hearing_note(strategy.municipality_slug, strategy.slug, held.slug),
            held.hearing,
        )
        for strategy in library.strategies
        for held in strategy.hearings
    ]
    groups = {status: [row for row in rows if row.hearing.procedure.status is status] for status in HearingStatus}
    return Draft(site, PAGES["hearings"]).render(
        "pages/hearings/page.html.jinja",
        title=words("hearings.title"),
        description=words("hearings.description"),
        place=None,
        view=lambda: dict(
            groups=[
                (status.name.lower(), held) for status, held in groups.items() if held or status is HearingStatus.OPEN
            ],
            number=len(rows),
            summary=remarks_in_words(
                sum(len(row.hearing.remarks) for row in rows), sum(row.hearing.answered for row in rows), words
            ),
            feed=EXPORTS["feed"],
        ),
    )


__all__ = ["page"]
