"""The whole site, page by page."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial

from kanalstrategi.pages import (
    changes,
    comparison,
    data,
    edition,
    glossary,
    hearing,
    hearing_note,
    hearings,
    municipalities,
    municipality,
)
from kanalstrategi.pages.draft import Site
from kanalstrategi.pages.page import Blocks, Page
from kanalstrategi.site import Library, Municipality
from kanalstrategi.strategy.glossary import Lookup


def render(library: Library, site: Site) -> Iterator[Page]:
    """Every page, in the order of the site's navigation."""
    yield municipalities.page(library, site)
    lookup = Lookup(library.glossary)
    for each in library.municipalities:
        yield from _rendered(each, lookup, site)
    yield from _of_all(library, site)


def render_municipality(each: Municipality, library: Library, site: Site) -> Iterator[Page]:
    """The pages of one municipality, its own first."""
    return _rendered(each, Lookup(library.glossary), site)


def _rendered(each: Municipality, glossary: Lookup, site: Site) -> Iterator[Page]:
    *others, last = _pages_of(each, glossary, site)
    yield from others
    yield replace(last, make=partial(_made_last, last.make, each))


def _made_last(make: Callable[[], Blocks], each: Municipality) -> Blocks:
    """The blocks of the last page of a municipality; what its pages asked of its editions is not needed again."""
    blocks = make()
    for strategy in each.strategies:
        strategy.forget()
    return blocks


def _pages_of(each: Municipality, lookup: Lookup, site: Site) -> Iterator[Page]:
    yield municipality.page(each, site)
    for strategy in each.strategies:
        yield edition.page(strategy, each, lookup, site)
        for held in strategy.hearings:
            yield hearing.page(held, strategy, each, site)
            yield hearing_note.page(held, strategy, each, site)
        if older := each.before(strategy):
            yield changes.page(older, strategy, each, site)


def render_overviews(library: Library, site: Site) -> Iterator[Page]:
    """The pages that tell of the whole library."""
    yield municipalities.page(library, site)
    yield from _of_all(library, site)


def _of_all(library: Library, site: Site) -> Iterator[Page]:
    yield comparison.page(library, site)
    yield hearings.page(library, site)
    yield glossary.page(library, site)
    yield data.page(library, site)
