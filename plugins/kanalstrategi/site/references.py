"""Everything in an edition that points at a passage, and what it says stands there."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from kanalstrategi.diagnostics import Span
from kanalstrategi.site.comparison import channels
from kanalstrategi.site.library import Strategy
from kanalstrategi.strategy.edition import Audience
from kanalstrategi.strategy.fields import Part


class Reference(NamedTuple):
    """A pointer at a passage. `quotes` are the words that must stand there; their places are looked up when asked for."""

    place: str
    quotes: tuple[str, ...]
    part: Part
    place_key: str
    quote_key: str
    written: str = ""
    """What is written under the key, where it is not the whole address."""

    @property
    def place_span(self) -> Span:
        span = self.part.span_of(self.place_key)
        return span.of(self.written) if self.written else span

    @property
    def quote_span(self) -> Span:
        return self.part.span_of(self.quote_key)


def references(strategy: Strategy) -> Iterator[Reference]:
    """Every reference of the edition; those of its hearings are in `remarks`, for they may outlive their passage."""
    edition = strategy.edition
    for excerpt in edition.excerpts:
        yield _reference(excerpt, excerpt.passage, (excerpt.quote,), "citat")
    for term in edition.terms:
        if term.passage:
            yield _reference(term, term.passage, (term.meaning,), "forklaring")
    for measurement in edition.measurements:
        facts = (measurement.sample, measurement.response_rate, measurement.caveat)
        yield _reference(measurement, measurement.passage, tuple(fact for fact in facts if fact), "sted")
    for scale in edition.scales:
        steps = tuple(step.meaning for step in scale.steps)
        yield _reference(scale, scale.passage, steps, "trin")
    for annex in edition.annexes:
        yield _reference(annex, annex.passage, (annex.name,), "navn")
    if (adoption := edition.document.adoption) and adoption.passage:
        yield _reference(adoption, adoption.passage, (adoption.body,), "organ")
    for channel in channels(strategy):
        for audience in channel.reaches:
            yield Reference(f"{Audience.prefix}-{audience}", (), channel, "målgrupper", "målgrupper", audience)
    for ranking in edition.channels.rankings if edition.channels else ():
        for rank in ranking.ranks:
            if rank.channel:
                yield Reference(f"kanal-{rank.channel}", (), rank, "kanal", "kanal")


def _reference(part: Part, place: str, quotes: tuple[str, ...], quoted_under: str) -> Reference:
    return Reference(place, quotes, part, "sted", quoted_under)
