"""What is new in the library as an Atom feed (RFC 4287): editions, hearings opened and closed, answers.

Every date comes from the files, none from a clock, so the same library gives the same feed. What has no date in its
file has no entry: nothing true could be said about when it came.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final
from urllib.parse import urlsplit
from uuid import NAMESPACE_URL, uuid5
from xml.etree import ElementTree as Xml

from kanalstrategi.pages.data import EXPORTS
from kanalstrategi.pages.draft import Site, uri_of_changes, uri_of_hearing, uri_of_strategy
from kanalstrategi.site import Library, Municipality, Strategy
from kanalstrategi.site.library import HeldHearing
from kanalstrategi.site.names import document_name, edition_name
from kanalstrategi.strategy.hearing import Answer
from kanalstrategi.strategy.vocabulary import AnswerStatus, HearingStatus

_ATOM: Final = "http://www.w3.org/2005/Atom"
_XML: Final = "{http://www.w3.org/XML/1998/namespace}"
_MOST: Final = 100
"""Entries in the feed; older ones stand on the pages."""


@dataclass(frozen=True)
class Entry:
    """One piece of news. `name` tells it apart from others about the same page, for ever."""

    day: date
    name: str
    kind: str
    title: str
    summary: str
    uri: str
    anchor: str = ""


def feed(held: Library, site: Site) -> str:
    """The feed as a file. A library without a single date gives a feed without entries."""
    entries = sorted(news(held, site), key=lambda entry: (-entry.day.toordinal(), entry.uri, entry.name))[:_MOST]
    Xml.register_namespace("", _ATOM)
    root = Xml.Element(f"{{{_ATOM}}}feed", {f"{_XML}lang": site.words.language})
    title = site.words("feed.title", site=site.name) if site.name else site.words("feed.untitled")
    _text(root, "title", title)
    _text(root, "subtitle", site.words("feed.subtitle"))
    _text(root, "id", _id(site, "", None))
    _text(root, "updated", _moment(entries[0].day if entries else date(1970, 1, 1)))
    author = Xml.SubElement(root, f"{{{_ATOM}}}author")
    _text(author, "name", site.publisher or site.name or site.words("feed.untitled"))
    _link(root, "self", _address(site, EXPORTS["feed"]), "application/atom+xml")
    _link(root, "alternate", _page(site, "hoeringer.md"), "text/html")
    for entry in entries:
        _entry(root, entry, site)
    Xml.indent(root)
    return f'<?xml version="1.0" encoding="utf-8"?>\n{Xml.tostring(root, encoding="unicode")}\n'


def news(held: Library, site: Site) -> Iterator[Entry]:
    """Every dated piece of news of a library, in the order of its files."""
    for municipality in held.municipalities:
        for strategy in municipality.strategies:
            yield from _edition(strategy, municipality, site)
            for hearing in strategy.hearings:
                yield from _hearing(hearing, strategy, site)


def _edition(strategy: Strategy, municipality: Municipality, site: Site) -> Iterator[Entry]:
    """A new edition, on the day it came to the library; else on the day it was adopted."""
    document, words = strategy.edition.document, site.words
    day = document.origin.entered or (document.adoption.day if document.adoption else None)
    if not day:
        return
    uri = uri_of_strategy(municipality.slug, strategy.slug)
    title = words("feed.draft" if document.is_draft else "feed.edition", name=edition_name(strategy.edition, words))
    older = municipality.before(strategy)
    if older:
        name = document_name(older.edition.document, words)
        changes = _page(site, uri_of_changes(municipality.slug, strategy.slug))
        summary = words("feed.edition.since", title=document.title, before=name, changes=changes)
    else:
        summary = words("feed.edition.summary", title=document.title, status=words(f"status.{document.status.value}"))
    yield Entry(day, "udgave", "udgave", title, summary, uri)


def _hearing(held: HeldHearing, strategy: Strategy, site: Site) -> Iterator[Entry]:
    words, procedure = site.words, held.hearing.procedure
    uri = uri_of_hearing(strategy.municipality_slug, strategy.slug, held.slug)
    name = words("hearing.name", municipality=strategy.edition.municipality, title=procedure.title)
    if procedure.opened:
        deadline = words("feed.deadline", day=words.date(procedure.deadline)) if procedure.deadline else ""
        summary = f"{words('feed.opened.summary')} {deadline}".strip()
        yield Entry(procedure.opened, "aabnet", "hoering", words("feed.opened", name=name), summary, uri)
    # A deadline closes a hearing only when somebody has said that it is closed: the clock is no witness.
    is_over = procedure.status in (HearingStatus.CLOSED, HearingStatus.DECIDED)
    if closed := procedure.closed or (procedure.deadline if is_over else None):
        summary = words("feed.closed.summary", n=len(held.hearing.remarks), answered=held.hearing.answered)
        yield Entry(closed, "lukket", "hoering", words("feed.closed", name=name), summary, uri)
    if procedure.decided:
        title = words("feed.decided", name=name)
        yield Entry(procedure.decided, "afgjort", "hoering", title, words("feed.decided.summary"), uri)
    yield from _answers(held, uri, name, site)


def _answers(held: HeldHearing, uri: str, name: str, site: Site) -> Iterator[Entry]:
    """The answers to one response on one day, together."""
    words = site.words
    for response in held.hearing.responses:
        days: dict[date, list[Answer]] = defaultdict(list)
        for remark in response.remarks:
            if remark.answer and remark.answer.day:
                days[remark.answer.day].append(remark.answer)
        for day, answers in days.items():
            said = [answer.status for answer in answers]
            counted = [f"{said.count(each)} {words(f'answer.{each.value}').lower()}" for each in AnswerStatus if each in said]
            title = words("feed.answers", n=len(answers), party=response.party, name=name)
            summary = words("feed.answers.summary", said=words.joined(counted))
            yield Entry(day, f"svar-{response.id}-{day.isoformat()}", "svar", title, summary, uri, response.anchor)


def _entry(root: Xml.Element, entry: Entry, site: Site) -> None:
    element = Xml.SubElement(root, f"{{{_ATOM}}}entry")
    _text(element, "title", entry.title)
    _text(element, "id", _id(site, f"{entry.uri}#{entry.name}", entry.day))
    _text(element, "published", _moment(entry.day))
    _text(element, "updated", _moment(entry.day))
    address = _page(site, entry.uri) + (f"#{entry.anchor}" if entry.anchor else "")
    _link(element, "alternate", address, "text/html")
    Xml.SubElement(element, f"{{{_ATOM}}}category", {"term": entry.kind, "label": site.words(f"feed.kind.{entry.kind}")})
    _text(element, "summary", entry.summary)


def _text(parent: Xml.Element, name: str, text: str) -> None:
    Xml.SubElement(parent, f"{{{_ATOM}}}{name}").text = text


def _link(parent: Xml.Element, relation: str, address: str, kind: str) -> None:
    Xml.SubElement(parent, f"{{{_ATOM}}}link", {"rel": relation, "type": kind, "href": address})


def _moment(day: date) -> str:
    """A day as the moment that Atom asks for: noon, which is the same day from Greenland to Bornholm."""
    return f"{day.isoformat()}T12:00:00Z"


def _id(site: Site, name: str, day: date | None) -> str:
    """A name for ever: a tag URI of the site's host, or without one a number made from the name."""
    host = urlsplit(site.url or "").hostname
    if not host:
        return uuid5(NAMESPACE_URL, f"{site.name}/{name}").urn
    # RFC 4151 wants a day on which the host was ours; the news' own day never changes and is never tomorrow's.
    return f"tag:{host},{(day or date(2026, 1, 1)).isoformat()}:{name or 'nyt'}"


def _page(site: Site, uri: str) -> str:
    """A page's address as a reader of the feed can follow it: whole, or seen from the feed's own."""
    return _address(site, site.address(uri, seen_from="index.md").removeprefix("./"))


def _address(site: Site, path: str) -> str:
    if site.url:
        return f"{site.url.rstrip('/')}/{path}"
    return "../" * EXPORTS["feed"].count("/") + path
