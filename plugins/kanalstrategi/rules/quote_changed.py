"""A passage that was changed after a response quoted it."""

from collections.abc import Iterator

from kanalstrategi.diagnostics import Finding, Rule, Severity
from kanalstrategi.site import Library, Strategy
from kanalstrategi.site.remarks import TiedQuote, responses, tied_points, tied_remark
from kanalstrategi.strategy.anchoring import Likeness
from kanalstrategi.strategy.hearing import Remark

SIGNS = Rule("KS340", "quote-signs-changed", Severity.ADVICE)
CHANGED = Rule("KS341", "quote-changed", Severity.ADVICE)
GONE = Rule("KS342", "quote-gone", Severity.WARNING)
MOVED = Rule("KS343", "quote-moved", Severity.ADVICE)


def check(strategy: Strategy, library: Library) -> Iterator[Finding]:
    for quote, stated in _unexplained(strategy):
        if (stated in strategy.passages or quote.moved) and not _is_between_namesakes(quote, stated, strategy):
            yield from _changed(quote, stated)


def _is_between_namesakes(quote: TiedQuote, stated: str | None, strategy: Strategy) -> bool:
    """Whether it seems to have moved only because two places have the same address, which is said of them."""
    if not quote.moved:
        return False
    return any(place in strategy.repeated for place in (stated, quote.place) if place)


def _unexplained(strategy: Strategy) -> Iterator[tuple[TiedQuote, str | None]]:
    """Every quote that no answer explains the change of, with the place it is said to stand in."""
    for _, response in responses(strategy):
        for tied in tied_points(strategy, response):
            if not any(_explains(remark) for remark in tied.point.remarks):
                yield from ((quote, tied.point.passage) for quote in tied.quotes)
            for own in tied.remarks:
                if not _explains(own.remark):
                    yield from ((quote, own.remark.passage or tied.place) for quote in own.quotes)
        for general in response.general:
            if not _explains(general):
                yield from ((quote, general.passage) for quote in tied_remark(general, None, strategy).quotes)


def _explains(remark: Remark) -> bool:
    """Whether the answer to a remark says that a passage was changed, so that no reader wonders."""
    return remark.answer is not None and bool(remark.answer.changes)


def _changed(tied: TiedQuote, stated: str | None) -> Iterator[Finding]:
    """What is found about one quote; one that no place was stated for is nobody's mistake."""
    quote, found = tied.quote.exact, tied.found
    if found.likeness is Likeness.EXACT and not tied.moved:
        return
    span = tied.quote.span_of("citat")
    if found.likeness is Likeness.ORPHANED:
        yield GONE.at(span, quote=quote)
    elif tied.moved:
        yield MOVED.at(span, quote=quote, place=stated, now=tied.place, percent=found.percent)
    elif found.likeness is Likeness.NEAR:
        yield CHANGED.at(span, quote=quote, now=found.words, percent=found.percent)
    elif found.likeness is Likeness.NORMALISED:
        yield SIGNS.at(span, quote=quote, now=found.words)
