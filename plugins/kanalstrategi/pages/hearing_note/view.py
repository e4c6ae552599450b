"""What the hearing note says, the same on its page and in the document to send."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count

from kanalstrategi.components import Prose
from kanalstrategi.components.remarks import Beside
from kanalstrategi.i18n import Catalog
from kanalstrategi.i18n.catalog import danish_order
from kanalstrategi.pages.draft import Draft, Site, uri_of_hearing, uri_of_hearing_note
from kanalstrategi.pages.hearing.view import Party, Responded, heading_of, parties, responded, state, summary, summary_of
from kanalstrategi.pages.page import Page, Place
from kanalstrategi.pages.remarks import said
from kanalstrategi.pages.wording import document_name
from kanalstrategi.site import Municipality, Strategy
from kanalstrategi.site.library import HeldHearing
from kanalstrategi.site.remarks import TiedQuote, TiedRemark
from kanalstrategi.strategy.document import Document
from kanalstrategi.strategy.text import Text
from kanalstrategi.strategy.vocabulary import Coverage


@dataclass(frozen=True)
class NotedPoint:
    """A point of a response with its remarks, which are numbered through the note."""

    heading: str
    in_document_language: bool
    quotes: tuple[TiedQuote, ...]
    remarks: tuple[tuple[int, TiedRemark], ...]


@dataclass(frozen=True)
class NotedResponse:
    party: str
    title: str | None
    text: Text
    summary: str | None
    """That it has no remarks, where nothing in it says so."""
    points: tuple[NotedPoint, ...]


@dataclass(frozen=True)
class HearingNote:
    title: str
    facts: tuple[tuple[str, str], ...]
    about: Text
    parties: tuple[Party, ...]
    parties_known: bool
    only_quoted: bool
    responses: tuple[NotedResponse, ...]
    summary: str


def note(held: HeldHearing, strategy: Strategy, words: Catalog) -> HearingNote:
    """The note of a hearing; the responses stand in the order of the parties' names."""
    hearing, edition, numbers = held.hearing, strategy.edition, count(1)
    by_party = sorted(hearing.responses, key=lambda response: danish_order(response.party))
    return HearingNote(
        title=words("hearing_note.title", title=hearing.procedure.title),
        facts=tuple(_facts(held, strategy, words)),
        about=hearing.procedure.about,
        parties=parties(hearing),
        parties_known=bool(hearing.procedure.heard),
        only_quoted=edition.document.coverage is Coverage.QUOTED,
        responses=tuple(
            NotedResponse(
                response.party,
                response.title,
                response.text,
                None if response.remarks or response.text else summary_of(response, words),
                tuple(_points(responded(strategy, response), strategy, numbers, words)),
            )
            for response in by_party
        ),
        summary=summary(hearing, words),
    )


def page(held: HeldHearing, strategy: Strategy, municipality: Municipality, site: Site) -> Page:
    words = site.words
    title = words("hearing_note.title", title=held.hearing.procedure.title)
    uri = uri_of_hearing_note(strategy.municipality_slug, strategy.slug, held.slug)
    draft = Draft(site, uri, held.file, Prose())
    return draft.render(
        "pages/hearing_note/page.html.jinja",
        title=title,
        description=words("hearing_note.description", title=title, municipality=strategy.edition.municipality),
        place=Place(held.file, held.hearing.span.line),
        danish_title=True,
        retelling=True,
        view=lambda: dict(
            note=note(held, strategy, words),
            word_file=("../" if site.directory_urls else "") + word_file(uri).rpartition("/")[2],
            hearing_uri=uri_of_hearing(strategy.municipality_slug, strategy.slug, held.slug),
            said=said(draft, strategy, municipality, Beside()),
        ),
    )


def word_file(uri: str) -> str:
    """The document to send, beside the page with the address."""
    return f"{uri.removesuffix('.md')}.docx"


def _facts(held: HeldHearing, strategy: Strategy, words: Catalog) -> Iterator[tuple[str, str]]:
    procedure, document = held.hearing.procedure, strategy.edition.document
    unknown = words("hearing.not_stated")
    yield words("hearing_note.authority"), strategy.edition.municipality
    yield words("hearing_note.document"), _document(document, words)
    yield words("hearing_note.state"), state(procedure, words)
    last = procedure.deadline or procedure.closed
    if procedure.opened and last and procedure.opened <= last:
        first, days = procedure.opened, (last - procedure.opened).days + 1
        yield words("hearing_note.period"), words("hearing_note.days", n=days, first=words.date(first), last=words.date(last))
    yield words("hearing.deadline"), words.date(procedure.deadline) if procedure.deadline else unknown
    yield words("hearing.decided_by"), procedure.decided_by or unknown


def _document(document: Document, words: Catalog) -> str:
    """The title, and the kind and period where the title does not say them."""
    name, title = document_name(document, words), document.title.replace("-", "–")
    return document.title if name.casefold() in title.casefold() else f"{document.title} ({name})"


def _points(held: Responded, strategy: Strategy, numbers: Iterator[int], words: Catalog) -> Iterator[NotedPoint]:
    """The general remarks, then every point that has remarks."""
    if held.general:
        remarks = tuple((next(numbers), tied) for tied in held.general)
        yield NotedPoint(words("hearing.general"), False, (), remarks)
    chapter = None
    for tied in held.points:
        chapter = tied.point.chapter or chapter
        parts = [part for part in (chapter, tied.point.heading) if part]
        if tied.remarks:
            remarks = tuple((next(numbers), remark) for remark in tied.remarks)
            heading, is_own = (" › ".join(parts), True) if parts else heading_of(tied, strategy, words)
            yield NotedPoint(heading, is_own, tied.quotes, remarks)
