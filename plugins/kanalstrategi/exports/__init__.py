"""The library for others to take along: JSON, CSV, and hearing notes for Word, each a function of it; and the search.

`VERSION` changes when a field or column is renamed or removed.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from kanalstrategi.exports.csv import comparison, targets
from kanalstrategi.exports.json import VERSION, library
from kanalstrategi.exports.search import SearchIndex
from kanalstrategi.exports.word import hearing_notes
from kanalstrategi.i18n import Catalog
from kanalstrategi.pages.data import EXPORTS
from kanalstrategi.site import Library


def exports(held: Library, words: Catalog) -> Mapping[str, Iterable[str | bytes]]:
    """Every export in pieces, by its path on the site."""
    return {
        EXPORTS["comparison"]: (comparison(held, words),),
        EXPORTS["targets"]: (targets(held, words),),
        EXPORTS["library"]: library(held),
        **dict(hearing_notes(held, words)),
    }


__all__ = ["VERSION", "SearchIndex", "exports"]
