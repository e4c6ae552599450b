"""Everything in an edition that points at a passage, and what it says stands there."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from kanalstrategi.diagnostics import Span
from kanalstrategi.site.library import Strategy
from kanalstrategi.strategy.channels import Channel
from kanalstrategi.strategy.edition import Audience
from kanalstrategi.strategy.fields import Part


class Reference(NamedTuple):
    """A pointer at a passage. `quotes` are the words that must stand there; their places are looked up when asked for."""

    place: str
    quotes: tuple[str, ...]
    part: Part
    place_field: str
    quote_field: str
    written: str = ""
    """What is written in the field, where it is not the whole address."""
    kind: str = ""
    """What stands before the id in the address, where the field takes the id alone."""

    @property
    def key(self) -> str:
        """The key that the place is written under."""
        return type(self.part).model_fields[self.place_field].alias or ""

    @property
    def place_span(self) -> Span:
        span = self.part.span_at(self.place_field)
        return span.of(self.written) if self.written else span

    @property
    def quote_span(self) -> Span:
        return self.part.span_at(self.quote_field)


def references(strategy: Strategy) -> Iterator[Reference]:
    """Every reference of the edition; those of its hearings are in `remarks`, for they may outlive their passage."""
    edition = strategy.edition
    for excerpt in edition.excerpts:
        yield _reference(excerpt, excerpt.passage, (excerpt.quote,), "quote")
    for term in edition.terms:
        if term.passage:
            yield _reference(term, term.passage, (term.meaning,), "meaning")
    for measurement in edition.measurements:
        facts = (measurement.sample, measurement.response_rate, measurement.caveat)
        yield _reference(measurement, measurement.passage, tuple(fact for fact in facts if fact), "passage")
    for scale in edition.scales:
        steps = tuple(step.meaning for step in scale.steps)
        yield _reference(scale, scale.passage, steps, "steps")
    for annex in edition.annexes:
        if annex.passage:
            yield _reference(annex, annex.passage, (annex.name,), "name")
    if (adoption := edition.document.adoption) and adoption.passage:
        yield _reference(adoption, adoption.passage, (adoption.body,), "body")
    for channel in strategy.channels:
        for audience in channel.reaches:
            yield Reference(f"{Audience.prefix}-{audience}", (), channel, "reaches", "reaches", audience, Audience.prefix)
    for ranking in edition.channels.rankings if edition.channels else ():
        for audience in ranking.reaches:
            yield Reference(f"{Audience.prefix}-{audience}", (), ranking, "reaches", "reaches", audience)
        for rank in ranking.ranks:
            if rank.channel:
                yield Reference(f"kanal-{rank.channel}", (), rank, "channel", "channel", rank.channel, Channel.prefix)


def _reference(part: Part, place: str, quotes: tuple[str, ...], quoted_in: str) -> Reference:
    return Reference(place, quotes, part, "passage", quoted_in)
