"""What the page of an edition shows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from kanalstrategi.components import Prose
from kanalstrategi.components.facts import Fact
from kanalstrategi.i18n import Catalog
from kanalstrategi.language.readability import readability
from kanalstrategi.pages.draft import Draft, Site, uri_of_changes, uri_of_hearing, uri_of_strategy
from kanalstrategi.pages.edition.parts import Parts
from kanalstrategi.pages.hearing.view import state
from kanalstrategi.pages.page import Page, Place
from kanalstrategi.pages.remarks import beside, said, ways_of_open_hearing
from kanalstrategi.pages.wording import document_name, listed_period, names_of_two
from kanalstrategi.site import Municipality, Strategy, cell
from kanalstrategi.site.comparison import targets
from kanalstrategi.strategy.definitions import Excerpt, Measurement
from kanalstrategi.strategy.document import Document
from kanalstrategi.strategy.edition import FollowUp
from kanalstrategi.strategy.glossary import GlossaryEntry, needed_for, standing_in
from kanalstrategi.strategy.passages import CHAPTERS
from kanalstrategi.strategy.vocabulary import Absence, Coverage, Theme


def page(
    strategy: Strategy, municipality: Municipality, glossary: tuple[GlossaryEntry, ...], site: Site
) -> Page:
    edition, words = strategy.edition, site.words
    document = edition.document
    draft = Draft(site, uri_of_strategy(strategy.municipality_slug, strategy.slug), strategy.file)
    title = f"{edition.municipality}: {document_name(document, words)}"
    draft.taking_part = site.taking_part.of(edition.municipality, ways_of_open_hearing(strategy))
    return draft.render(
        "pages/edition/page.html.jinja",
        title=title,
        description=words("edition.description", municipality=edition.municipality, title=edition.document.title),
        place=Place(strategy.file, edition.span.line),
        view=lambda: _view(draft, strategy, municipality, glossary),
    )


def _view(
    draft: Draft, strategy: Strategy, municipality: Municipality, glossary: tuple[GlossaryEntry, ...]
) -> dict[str, Any]:
    edition, words = strategy.edition, draft.words
    document = edition.document
    notes = {footnote.id: footnote.mark for footnote in edition.footnotes}
    standing = standing_in(strategy.words, glossary)
    draft.prose = Prose(notes, words("footnote.reference", mark="{mark}"), needed_for(standing, glossary))
    spoken = said(draft, strategy, municipality, beside(strategy, municipality))
    excerpts: dict[str, list[Excerpt]] = defaultdict(list)
    for excerpt in edition.excerpts:
        excerpts[excerpt.theme.value].append(excerpt)
    return dict(
        edition=edition,
        chapters=CHAPTERS,
        parts=Parts(draft, edition, spoken),
        said=spoken,
        facts=tuple(_facts(strategy, words)),
        cells={theme.value: cell(strategy, theme) for theme in Theme},
        excerpts=excerpts,
        targets=targets(strategy),
        coverage_absence=Absence.NOT_STATED.value
        if document.coverage is Coverage.WHOLE
        else Absence.NOT_AVAILABLE.value,
        follow_up_facts=tuple(_follow_up_facts(edition.follow_up, words)),
        measurement_facts=lambda measurement: tuple(_measurement_facts(measurement, words)),
        readability=readability(edition),
        source_facts=tuple(_source_facts(document, words)),
        glossary=standing,
        hearings=[
            (held, uri_of_hearing(strategy.municipality_slug, strategy.slug, held.slug)) for held in strategy.hearings
        ],
        open_hearings=tuple(_open_hearings(strategy, words)),
        is_draft=document.is_draft,
        current_is_draft=municipality.current.edition.document.is_draft,
        is_current=strategy.slug == municipality.current.slug,
        current_uri=uri_of_strategy(strategy.municipality_slug, municipality.current.slug),
        since=_since(strategy, municipality, words),
        since_uri=uri_of_changes(strategy.municipality_slug, strategy.slug),
        replaced_uri=_replaced(strategy, municipality),
    )


def _open_hearings(strategy: Strategy, words: Catalog) -> Iterator[tuple[str, str, str]]:
    """The hearings that can be answered now: what each is called, until when, and its page."""
    for held in strategy.hearings:
        if (procedure := held.hearing.procedure).is_open:
            uri = uri_of_hearing(strategy.municipality_slug, strategy.slug, held.slug)
            yield procedure.title, state(procedure, words), uri


def _since(strategy: Strategy, municipality: Municipality, words: Catalog) -> str | None:
    """The name of the edition before this one."""
    older, document = municipality.before(strategy), strategy.edition.document
    return names_of_two(older.edition.document, document, (older.slug, strategy.slug), words)[0] if older else None


def _replaced(strategy: Strategy, municipality: Municipality) -> str | None:
    """The page of what the next edition changed in this one."""
    newer = next((each for each in municipality.strategies if municipality.before(each) is strategy), None)
    return uri_of_changes(municipality.slug, newer.slug) if newer else None


def _facts(strategy: Strategy, words: Catalog) -> Iterator[Fact]:
    document = strategy.edition.document
    yield Fact(words("fact.title"), (document.title,))
    if document.other_names:
        yield Fact(words("fact.other_names"), document.other_names)
    yield Fact(words("fact.kind"), (words(f"kind.{document.kind.value}"),), in_document_language=False)
    if document.version:
        yield Fact(words("fact.version"), (document.version,))
    if document.period:
        yield Fact(words("fact.period"), (listed_period(document.period),))
    else:
        yield _missing(strategy, "fact.period", Theme.PERIOD, words)
    yield Fact(words("fact.status"), (words(f"status.{document.status.value}"),), in_document_language=False)
    if adoption := document.adoption:
        said = [adoption.body] + ([words.date(adoption.day)] if adoption.day else [])
        yield Fact(words("fact.adoption"), (", ".join(said),), adoption.passage)
    else:
        yield _missing(strategy, "fact.adoption", Theme.ADOPTION, words)
    if document.revisions:
        lines = tuple(f"{revision.when}: {revision.what}" for revision in document.revisions)
        yield Fact(words("fact.revisions"), lines)
    if document.predecessor:
        yield Fact(words("fact.predecessor"), (document.predecessor,))
    coverage = words(f"coverage.{document.coverage.value}")
    yield Fact(words("fact.coverage"), (coverage,), in_document_language=False)
    if document.subjects:
        yield Fact(words("fact.subjects"), document.subjects)


def _follow_up_facts(follow_up: FollowUp | None, words: Catalog) -> Iterator[Fact]:
    if not follow_up:
        return
    if follow_up.interval_years:
        interval = words("follow_up.interval", n=follow_up.interval_years)
        yield Fact(words("fact.interval"), (interval,), in_document_language=False)
    if follow_up.interval_months:
        interval = words("follow_up.months", n=follow_up.interval_months)
        yield Fact(words("fact.interval"), (interval,), in_document_language=False)
    if follow_up.years:
        yield Fact(words("fact.years"), (words.joined([str(year) for year in follow_up.years]),))
    if follow_up.informed:
        yield Fact(words("fact.informed"), (follow_up.informed,))


def _measurement_facts(measurement: Measurement, words: Catalog) -> Iterator[Fact]:
    for label, value in (
        ("when", measurement.when),
        ("sample", measurement.sample),
        ("response_rate", measurement.response_rate),
        ("caveat", measurement.caveat),
    ):
        if value:
            yield Fact(words(f"fact.measurement.{label}"), (value,))
    name = words("excerpt.name", quote=measurement.title)
    link = (words("excerpt.link"),)
    yield Fact(words("fact.measurement.place"), link, measurement.passage, in_document_language=False, name=name)


def _source_facts(document: Document, words: Catalog) -> Iterator[Fact]:
    yield Fact(words("fact.publisher"), (document.origin.publisher,))
    yield Fact(words("fact.form"), (document.origin.form,))
    if document.origin.entered:
        yield Fact(words("fact.entered"), (words.date(document.origin.entered),), in_document_language=False)
    if document.origin.address:
        yield Fact(words("fact.address"), (document.origin.address,))


def _missing(strategy: Strategy, label: str, theme: Theme, words: Catalog) -> Fact:
    absence = cell(strategy, theme).absence or Absence.NOT_STATED
    return Fact(words(label), (words(f"absence.{absence.value}"),), in_document_language=False, missing=True)
