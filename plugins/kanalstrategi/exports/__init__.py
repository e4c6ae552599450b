"""The library as data for others: JSON and CSV, each a plain function of the library; and the search.

`VERSION` changes when a field or column is renamed or removed.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from kanalstrategi.exports.csv import comparison, targets
from kanalstrategi.exports.json import VERSION, library
from kanalstrategi.exports.search import SearchIndex
from kanalstrategi.i18n import Catalog
from kanalstrategi.pages.data import EXPORTS
from kanalstrategi.site import Library


def exports(held: Library, words: Catalog) -> Mapping[str, Iterable[str]]:
    """Every export in pieces, by its path on the site."""
    return {
        EXPORTS["comparison"]: (comparison(held, words),),
        EXPORTS["targets"]: (targets(held, words),),
        EXPORTS["library"]: library(held),
    }


__all__ = ["VERSION", "SearchIndex", "exports"]
