"""What the responses to a hearing quote and remark on, tied to where it stands in the edition as it is now."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from kanalstrategi.site.library import HeldHearing, Strategy
from kanalstrategi.strategy.anchoring import ORPHANED, Found, Likeness, find
from kanalstrategi.strategy.hearing import Point, Remark, Response
from kanalstrategi.strategy.passages import CHAPTERS, one_line
from kanalstrategi.strategy.quote import Quote

ENOUGH: Final = 20
"""How many characters tell a quote from chance when it is looked for in the whole edition."""


@dataclass(frozen=True)
class TiedQuote:
    """A quote, and how and where it stands now. `place` is `None` where it stands nowhere."""

    quote: Quote
    found: Found
    place: str | None
    moved: bool = False
    """Whether it stands elsewhere than the response has it."""


@dataclass(frozen=True)
class TiedRemark:
    """A remark with the passage it is beside, if that is in the edition, and the quotes of its own."""

    remark: Remark
    place: str | None
    quotes: tuple[TiedQuote, ...] = ()


@dataclass(frozen=True)
class TiedPoint:
    """A point of a response with the passage it is about, if that is in the edition."""

    point: Point
    place: str | None
    quotes: tuple[TiedQuote, ...]
    remarks: tuple[TiedRemark, ...]


def tied_points(strategy: Strategy, response: Response) -> Iterator[TiedPoint]:
    """The points of a response, in its order."""
    for point in response.points:
        quotes = tuple(tied(quote, point.passage, strategy) for quote in point.quotes)
        place = _place(point.passage, quotes, strategy)
        remarks = tuple(tied_remark(remark, place, strategy) for remark in point.remarks)
        yield TiedPoint(point, place, quotes, remarks)


def tied_remark(remark: Remark, place: str | None, strategy: Strategy) -> TiedRemark:
    """A remark with its own place, or that of its point."""
    quotes = tuple(tied(quote, remark.passage or place, strategy) for quote in remark.quotes)
    return TiedRemark(remark, _place(remark.passage, quotes, strategy) if remark.passage else place, quotes)


def tied(quote: Quote, place: str | None, strategy: Strategy) -> TiedQuote:
    """A quote where it is said to stand; else where else it stands; else the words there that are most like it."""
    words, before, after = (one_line(text or "") for text in (quote.exact, quote.before, quote.after))
    here = strategy.passages.get(place) if place else None
    found = find(words, here.words, before, after) if here else ORPHANED
    if found.likeness in (Likeness.EXACT, Likeness.NORMALISED):
        return TiedQuote(quote, found, place)
    elsewhere = _elsewhere(words, before, after, strategy)
    if elsewhere and elsewhere[1].percent > found.percent:
        return TiedQuote(quote, elsewhere[1], elsewhere[0], moved=bool(place))
    return TiedQuote(quote, found, place if found.words else None)


def _elsewhere(words: str, before: str, after: str, strategy: Strategy) -> tuple[str, Found] | None:
    """The innermost passage that holds the words most like the quote's."""
    if len(words) < ENOUGH:
        return None
    passages = strategy.passages
    for anchors in (passages.keys() - CHAPTERS.values(), passages.keys() & CHAPTERS.values()):
        found = [(anchor, find(words, passages[anchor].words, before, after)) for anchor in sorted(anchors)]
        held = [(anchor, each) for anchor, each in found if each.likeness is not Likeness.ORPHANED]
        if held:
            return max(held, key=lambda each: (each[1].percent, -len(passages[each[0]].words)))
    return None


def _place(stated: str | None, quotes: tuple[TiedQuote, ...], strategy: Strategy) -> str | None:
    """The stated place, or where the first of the quotes stands if that place is gone."""
    if stated is None or stated in strategy.passages:
        return stated
    return next((quote.place for quote in quotes if quote.place), None)


def responses(strategy: Strategy) -> Iterator[tuple[HeldHearing, Response]]:
    """Every response to every hearing about an edition."""
    for held in strategy.hearings:
        for response in held.hearing.responses:
            yield held, response
