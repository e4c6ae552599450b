"""The library for others to take along: JSON, CSV, a feed of news, and hearing notes for Word; and the search.

`VERSION` changes when a field or column is renamed or removed.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from kanalstrategi.exports.csv import comparison, targets
from kanalstrategi.exports.feed import feed
from kanalstrategi.exports.json import VERSION, library
from kanalstrategi.exports.search import SearchIndex
from kanalstrategi.exports.word import hearing_notes
from kanalstrategi.pages import Site
from kanalstrategi.pages.data import EXPORTS
from kanalstrategi.site import Library


def exports(held: Library, site: Site) -> Mapping[str, Iterable[str | bytes]]:
    """Every export in pieces, by its path on the site."""
    return {
        EXPORTS["comparison"]: (comparison(held, site.words),),
        EXPORTS["targets"]: (targets(held, site.words),),
        EXPORTS["library"]: library(held),
        EXPORTS["feed"]: (feed(held, site),),
        **dict(hearing_notes(held, site.words)),
    }


__all__ = ["VERSION", "SearchIndex", "exports"]
