"""The remarks of every hearing beside the passages they are about, and the changes they led to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Final

from kanalstrategi.changes.titles import title_of
from kanalstrategi.components.page import PageInMaking
from kanalstrategi.components.remarks import Beside, ChangedPlace, Led, Remarks, Said
from kanalstrategi.i18n import Catalog
from kanalstrategi.pages.draft import uri_of_hearing, uri_of_strategy
from kanalstrategi.pages.wording import document_name
from kanalstrategi.site import Municipality, Strategy
from kanalstrategi.site.remarks import responses, tied_points, tied_remark
from kanalstrategi.strategy.anchoring import Likeness
from kanalstrategi.strategy.hearing import Change, Ways
from kanalstrategi.strategy.passages import CHAPTERS, Passage, shortened


_CHAPTER_AT: Final = {anchor: name for name, anchor in CHAPTERS.items()}


def said(page: PageInMaking, strategy: Strategy, municipality: Municipality, beside: Beside) -> Said:
    """What a page shows of what was said of an edition."""
    words = page.words
    return Said(
        page,
        uri_of_strategy(strategy.municipality_slug, strategy.slug),
        name_of=lambda anchor: passage_name(anchor, strategy.passages.get(anchor), words),
        changed=lambda change: changed_place(change, strategy, municipality, words),
        beside=beside,
    )


def beside(strategy: Strategy, municipality: Municipality) -> Beside:
    """Everything to be shown beside the passages of an edition."""
    remarks: dict[str, list[Remarks]] = defaultdict(list)
    for place, group in _groups(strategy):
        remarks[place].append(group)
    changes: dict[str, list[Led]] = defaultdict(list)
    for other in municipality.strategies:
        for place, led in _changes(other, strategy):
            changes[place].append(led)
    return Beside(remarks, changes)


def _groups(strategy: Strategy) -> Iterator[tuple[str, Remarks]]:
    for held, response in responses(strategy):
        uri = uri_of_hearing(strategy.municipality_slug, strategy.slug, held.slug)
        general = [tied_remark(remark, None, strategy) for remark in response.general]
        of_all = tuple(tied for tied in general if not tied.place)
        if of_all:
            start = f"{response.anchor}-generelt"
            yield CHAPTERS["document"], Remarks(response.party, response.party, of_all, uri, start, general=True)
        for tied in general:
            if tied.place:
                yield tied.place, Remarks(response.party, "", (tied,), uri, tied.remark.anchor)
        for point in tied_points(strategy, response):
            heading = point.point.heading or point.point.chapter or ""
            here = tuple(tied for tied in point.remarks if tied.place == point.place)
            if point.place and here:
                altered = tuple(
                    quote for quote in point.quotes if quote.found.likeness is not Likeness.EXACT or quote.moved
                )
                yield point.place, Remarks(response.party, heading, here, uri, point.point.anchor, altered)
            for tied in point.remarks:
                if tied.place and tied.place != point.place:
                    yield tied.place, Remarks(response.party, heading, (tied,), uri, tied.remark.anchor)


def _changes(heard: Strategy, shown: Strategy) -> Iterator[tuple[str, Led]]:
    """The changes in the edition shown that answers in the hearings about another, or the same, tell of."""
    for held, response in responses(heard):
        uri = uri_of_hearing(heard.municipality_slug, heard.slug, held.slug)
        for remark in response.remarks:
            for change in remark.answer.changes if remark.answer else ():
                if (change.edition or heard.slug) == shown.slug:
                    yield change.passage, Led(response.party, change.what, uri, remark.anchor)


def passage_name(anchor: str, passage: Passage | None, words: Catalog) -> str:
    """What a passage is called: its chapter, its heading or name, or its first words."""
    if name := _CHAPTER_AT.get(anchor):
        return words(f"chapter.{name}")
    return (title_of(passage.parts[0]) or shortened(passage.words)) if passage else anchor


def ways_of_open_hearing(strategy: Strategy) -> Ways | None:
    """How one responds to the hearing about an edition that is open now."""
    return next((held.hearing.procedure.ways for held in strategy.hearings if held.hearing.procedure.is_open), None)


def changed_place(change: Change, heard: Strategy, municipality: Municipality, words: Catalog) -> ChangedPlace:
    """The passage of a change; that it exists was checked by the rules."""
    editions = {each.slug: each for each in municipality.strategies}
    edition = editions.get(change.edition or heard.slug, heard)
    name = passage_name(change.passage, edition.passages.get(change.passage), words)
    if edition is not heard:
        name = f"{name} ({document_name(edition.edition.document, words)})"
    return ChangedPlace(uri_of_strategy(edition.municipality_slug, edition.slug), change.passage, name)
