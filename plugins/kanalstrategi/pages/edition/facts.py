"""The facts that an edition's page tells: of the document, its follow-up, its measurements and where its text comes from."""

from __future__ import annotations

from collections.abc import Iterator

from kanalstrategi.components.facts import Fact
from kanalstrategi.i18n import Catalog
from kanalstrategi.pages.wording import listed_period
from kanalstrategi.site import Strategy, silence
from kanalstrategi.strategy.definitions import Measurement
from kanalstrategi.strategy.document import Document
from kanalstrategi.strategy.edition import FollowUp
from kanalstrategi.strategy.vocabulary import Absence, Theme


def document_facts(strategy: Strategy, words: Catalog) -> Iterator[Fact]:
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
        yield Fact(words("fact.revisions"), (*filter(None, (document.revisions_heading,)), *lines))
    if document.predecessor:
        yield Fact(words("fact.predecessor"), (document.predecessor,))
    coverage = words(f"coverage.{document.coverage.value}")
    yield Fact(words("fact.coverage"), (coverage,), in_document_language=False)
    if document.subjects:
        yield Fact(words("fact.subjects"), document.subjects)


def follow_up_facts(follow_up: FollowUp, words: Catalog) -> Iterator[Fact]:
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


def measurement_facts(measurement: Measurement, words: Catalog) -> Iterator[Fact]:
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


def source_facts(document: Document, words: Catalog) -> Iterator[Fact]:
    yield Fact(words("fact.publisher"), (document.origin.publisher,))
    yield Fact(words("fact.form"), (document.origin.form,))
    if document.origin.entered:
        yield Fact(words("fact.entered"), (words.date(document.origin.entered),), in_document_language=False)
    if document.origin.address:
        yield Fact(words("fact.address"), (document.origin.address,))


def _missing(strategy: Strategy, label: str, theme: Theme, words: Catalog) -> Fact:
    absence = silence(strategy, theme).absence or Absence.NOT_STATED
    return Fact(words(label), (words(f"absence.{absence.value}"),), in_document_language=False, missing=True)
