"""A status that the rest of the file speaks against."""

from collections.abc import Iterator

from kanalstrategi.diagnostics import Finding, Rule, Severity
from kanalstrategi.site import Library, Strategy
from kanalstrategi.strategy.vocabulary import Coverage, Status, Theme

ADOPTED = Rule("KS335", "draft-that-is-adopted", Severity.ADVICE)
NO_HEARING = Rule("KS336", "in-hearing-without-hearing", Severity.ADVICE)
NO_ADOPTION = Rule("KS339", "adopted-by-nobody", Severity.ADVICE)


def check(strategy: Strategy, library: Library) -> Iterator[Finding]:
    edition = strategy.edition
    document = edition.document
    if document.status is Status.DRAFT and document.adoption:
        yield ADOPTED.at(document.span_at("status"), body=document.adoption.body)
    if document.status is Status.IN_HEARING and not strategy.hearings:
        yield NO_HEARING.at(document.span_at("status"), file=f"{strategy.slug}.hoering.yml")
    said_missing = any(gap.theme is Theme.ADOPTION for gap in edition.gaps)
    known = document.coverage is Coverage.WHOLE
    if document.status is Status.ADOPTED and known and not document.adoption and not said_missing:
        yield NO_ADOPTION.at(document.span_at("status"))
