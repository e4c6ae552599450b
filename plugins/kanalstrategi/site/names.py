"""What a document is called: its kind and period."""

from __future__ import annotations

from kanalstrategi.i18n import Catalog
from kanalstrategi.strategy.document import Document, Period
from kanalstrategi.strategy.edition import Edition


def document_name(document: Document, words: Catalog) -> str:
    """What lists and titles call a document: its kind and period."""
    kind = words(f"kind.{document.kind.value}")
    return f"{kind} {listed_period(document.period)}" if document.period else kind


def listed_period(period: Period) -> str:
    return str(period.first) if period.first == period.last else f"{period.first}–{period.last}"


def edition_name(edition: Edition, words: Catalog) -> str:
    """A document with the municipality that it is of."""
    return f"{edition.municipality}: {document_name(edition.document, words)}"
