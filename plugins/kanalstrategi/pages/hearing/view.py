"""What the page of a hearing shows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from kanalstrategi.components import Prose
from kanalstrategi.components.contact import telephone_address
from kanalstrategi.components.remarks import Beside
from kanalstrategi.i18n import Catalog
from kanalstrategi.i18n.catalog import danish_order
from kanalstrategi.pages.draft import Draft, Site, uri_of_hearing, uri_of_hearing_note, uri_of_strategy
from kanalstrategi.pages.page import Page, Place
from kanalstrategi.pages.remarks import passage_name, said
from kanalstrategi.pages.wording import document_name, remarks_in_words
from kanalstrategi.site import Municipality, Strategy
from kanalstrategi.site.library import HeldHearing
from kanalstrategi.site.remarks import TiedPoint, TiedRemark, tied_points, tied_remark
from kanalstrategi.strategy.hearing import Hearing, Procedure, Response
from kanalstrategi.strategy.vocabulary import Coverage, HearingStatus


@dataclass(frozen=True)
class Way:
    """A way to respond: its name, what it says and where it leads, if anywhere."""

    label: str
    lines: tuple[str, ...]
    href: str | None = None


@dataclass(frozen=True)
class Party:
    """Somebody who was heard or responded; `anchor` leads to the response."""

    name: str
    anchor: str | None = None
    received: date | None = None


@dataclass(frozen=True)
class Responded:
    """A response with its remarks tied to where they stand."""

    response: Response
    general: tuple[TiedRemark, ...]
    points: tuple[TiedPoint, ...]


def page(held: HeldHearing, strategy: Strategy, municipality: Municipality, site: Site) -> Page:
    words, edition, hearing = site.words, strategy.edition, held.hearing
    draft = Draft(site, uri_of_hearing(strategy.municipality_slug, strategy.slug, held.slug), held.file, Prose())
    title, procedure = hearing.procedure.title, hearing.procedure
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
            procedure=procedure,
            state=state(procedure, words),
            is_over=procedure.status in (HearingStatus.CLOSED, HearingStatus.DECIDED),
            is_decided=procedure.status is HearingStatus.DECIDED,
            summary=summary(hearing, words),
            summary_of=lambda response: summary_of(response, words),
            ways=tuple(ways(procedure, words)),
            parties=parties(hearing),
            edition_name=document_name(edition.document, words),
            edition_uri=uri_of_strategy(strategy.municipality_slug, strategy.slug),
            note_uri=uri_of_hearing_note(strategy.municipality_slug, strategy.slug, held.slug),
            only_quoted=edition.document.coverage is Coverage.QUOTED,
            responses=tuple(responded(strategy, response) for response in hearing.responses),
            heading_of=lambda tied: heading_of(tied, strategy, words),
            said=said(draft, strategy, municipality, Beside()),
        ),
    )


def responded(strategy: Strategy, response: Response) -> Responded:
    general = tuple(tied_remark(remark, None, strategy) for remark in response.general)
    return Responded(response, general, tuple(tied_points(strategy, response)))


def heading_of(tied: TiedPoint, strategy: Strategy, words: Catalog) -> tuple[str, bool]:
    """What a point is called and whether the words are the response's own: without any, the place that it is about."""
    if own := tied.point.heading or tied.point.chapter:
        return own, True
    if tied.place:
        passage = passage_name(tied.place, strategy.passages.get(tied.place), words)
        return words("hearing.unnamed_about", passage=passage), False
    return words("hearing.unnamed"), False


def summary(hearing: Hearing, words: Catalog) -> str:
    """How many remarks there are; more may come while the hearing is open."""
    none = "hearing.no_remarks_yet" if hearing.procedure.is_open else "hearing.no_remarks_at_all"
    return remarks_in_words(len(hearing.remarks), hearing.answered, words, none)


def summary_of(response: Response, words: Catalog) -> str:
    return remarks_in_words(len(response.remarks), response.answered, words, "hearing.no_remarks_in_response")


def state(procedure: Procedure, words: Catalog) -> str:
    """How far the hearing has come, as one sentence.

    An open one says until when: no clock closes it on the page, but whoever reads it later sees that it is over.
    """
    if procedure.is_open and procedure.deadline:
        until = words.date(procedure.deadline)
        if procedure.opened:
            return words("hearing.state.open.days", day=words.date(procedure.opened), deadline=until)
        return words("hearing.state.open.until", deadline=until)
    days = {
        HearingStatus.OPEN: procedure.opened,
        HearingStatus.CLOSED: procedure.closed,
        HearingStatus.DECIDED: procedure.decided,
    }
    name, day = procedure.status.name.lower(), days.get(procedure.status)
    return words(f"hearing.state.{name}.day", day=words.date(day)) if day else words(f"hearing.state.{name}")


def ways(procedure: Procedure, words: Catalog) -> Iterator[Way]:
    """The ways to respond that the hearing names."""
    if not (given := procedure.ways):
        return
    if given.post:
        yield Way(words("hearing.way.post"), tuple(given.post.splitlines()))
    if given.telephone:
        yield Way(words("hearing.way.telephone"), (given.telephone,), telephone_address(given.telephone))
    if given.mail:
        yield Way(words("hearing.way.mail"), (given.mail,), f"mailto:{given.mail}")
    if given.pull_request:
        yield Way(words("hearing.way.pull_request"), (given.pull_request,), given.pull_request)


def parties(hearing: Hearing) -> tuple[Party, ...]:
    """Everybody that was heard or responded, in Danish alphabetical order."""
    answered = {response.party: response for response in hearing.responses}
    found = [
        Party(name, answered[name].anchor, answered[name].received) if name in answered else Party(name)
        for name in dict.fromkeys([*hearing.procedure.heard, *answered])
    ]
    return tuple(sorted(found, key=lambda party: danish_order(party.name)))
