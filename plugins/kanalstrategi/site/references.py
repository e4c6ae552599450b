"""Everything in an edition that points at a passage, and what it says stands there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kanalstrategi.diagnostics import Span
from kanalstrategi.site.library import Strategy
from kanalstrategi.strategy.edition import Audience, Channel
from kanalstrategi.strategy.fields import Part
from kanalstrategi.strategy.passages import addressed


@dataclass(frozen=True)
class Reference:
    """A pointer at a passage. `quotes` are the words that must stand there."""

    place: str
    place_span: Span
    quotes: tuple[str, ...]
    quote_span: Span


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
    for channel in addressed(edition.channels):
        if isinstance(channel, Channel):
            for audience in channel.reaches:
                span = channel.span_at("reaches").of(audience)
                yield Reference(f"{Audience.prefix}-{audience}", span, (), span)
    for ranking in edition.channels.rankings if edition.channels else ():
        for rank in ranking.ranks:
            if rank.channel:
                span = rank.span_of("kanal")
                yield Reference(f"kanal-{rank.channel}", span, (), span)


def _reference(part: Part, place: str, quotes: tuple[str, ...], quoted_under: str) -> Reference:
    return Reference(place, part.span_of("sted"), quotes, part.span_of(quoted_under))
