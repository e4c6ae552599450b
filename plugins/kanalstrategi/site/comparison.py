"""The cells of the comparison: what a strategy says about a theme, and a channel's place in it.

A cell holds evidence. An empty cell says in which of three ways the document is silent.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain
from typing import NamedTuple

from kanalstrategi.site.evidence import Evidence, opening, read
from kanalstrategi.site.library import Strategy
from kanalstrategi.strategy.channels import Channel
from kanalstrategi.strategy.vocabulary import Absence, CommonChannel, Coverage, Theme


class Silence(NamedTuple):
    """That one strategy is silent about one theme or says only a part, with the editors' notes."""

    absence: Absence | None
    notes: tuple[str, ...]


class Cell(NamedTuple):
    """What one strategy says about one theme. `absence` is set where it is silent or says only a part."""

    evidence: tuple[Evidence, ...]
    absence: Absence | None
    notes: tuple[str, ...]


def cell(strategy: Strategy, theme: Theme) -> Cell:
    """The strategy's cell in the row of a theme."""
    evidence, quoted = tuple(read(strategy, theme)), tuple(_quoted(strategy, theme))
    if theme is Theme.VISION and quoted:
        evidence = ()
    said = evidence + quoted or tuple(_begun(strategy, theme))
    return Cell(said, *_silence(strategy, theme, bool(said)))


def silence(strategy: Strategy, theme: Theme) -> Silence:
    """The same without what is said, for which nothing but the first of it is read."""
    return _silence(strategy, theme, any(True for _ in chain(_quoted(strategy, theme), read(strategy, theme), _begun(strategy, theme))))


def _quoted(strategy: Strategy, theme: Theme) -> Iterator[Evidence]:
    return (Evidence(each.passage, each.quote) for each in strategy.edition.excerpts if each.theme is theme)


def _begun(strategy: Strategy, theme: Theme) -> Iterator[Evidence]:
    """How its chapter begins, where the editors do not say what is missing of the theme."""
    return iter(()) if any(gap.theme is theme for gap in strategy.edition.gaps) else opening(strategy, theme)


def _silence(strategy: Strategy, theme: Theme, said: bool) -> Silence:
    gaps = [gap for gap in strategy.edition.gaps if gap.theme is theme]
    return Silence(_absence(strategy, said, [gap.kind for gap in gaps]), tuple([gap.text for gap in gaps]))


def _absence(strategy: Strategy, said: bool, kinds: list[Absence]) -> Absence | None:
    if said:
        return Absence.PARTLY if Absence.PARTLY in kinds else None
    if kinds:
        return kinds[0]
    return Absence.NOT_STATED if strategy.edition.document.coverage is Coverage.WHOLE else Absence.NOT_AVAILABLE


@dataclass(frozen=True)
class Ranked:
    """A channel's place in a ranking, and the common channels that share it.

    `applies_to` is what the ranking is for, where the strategy has more than one.
    """

    place: int
    anchor: str
    applies_to: str | None
    shared_with: tuple[CommonChannel, ...]


def ranked(strategy: Strategy, channel: CommonChannel) -> tuple[Ranked, ...]:
    """Every place of a common channel in the strategy's rankings."""
    if not strategy.edition.channels:
        return ()
    found = []
    for ranking in strategy.edition.channels.rankings:
        for number in dict.fromkeys(rank.place_number for rank in ranking.ranks if channel in rank.common):
            sharing = [common for rank in ranking.ranks if rank.place_number == number for common in rank.common]
            others = tuple(common for common in dict.fromkeys(sharing) if common is not channel)
            scope = ranking.applies_to if len(strategy.edition.channels.rankings) > 1 else None
            found.append(Ranked(number, ranking.anchor, scope, others))
    return tuple(found)


def described(strategy: Strategy, common: CommonChannel) -> tuple[Channel, ...]:
    """The channels that the strategy describes under a common channel, ranked or not."""
    return tuple(channel for channel in strategy.channels if common in channel.common)
