"""What a strategy says about a theme: words of the document or values from it, each with the address of its passage."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final, NamedTuple

from kanalstrategi.site.library import Strategy
from kanalstrategi.strategy.channels import Rank
from kanalstrategi.strategy.definitions import Measurement
from kanalstrategi.strategy.document import Adoption, Period
from kanalstrategi.strategy.passages import CHAPTERS, one_line
from kanalstrategi.strategy.sections import Chapter, Section
from kanalstrategi.strategy.statements import GoalGroup, Item, Measurable, ServiceTarget, Target
from kanalstrategi.strategy.text import Text
from kanalstrategi.strategy.vocabulary import GoalLevel, Kind, Theme


@dataclass(frozen=True)
class Count:
    """How many of something there are; `what` names the sentence that says it."""

    what: str
    number: int


@dataclass(frozen=True)
class NamedCount:
    """A name in the document's words, and how many of something belong to it; `what` names the sentence that says it."""

    what: str
    name: str
    number: int


_LONG: Final = 120
"""Characters of a text from which its heading stands for it."""

Value = str | int | Kind | Period | Adoption | Rank | Target | Measurement | Count | NamedCount


class Evidence(NamedTuple):
    """Something a document says: a `str` is its own words, anything else is data from it."""

    anchor: str
    value: Value


def read(strategy: Strategy, theme: Theme) -> Iterator[Evidence]:
    """What is read from the strategy's own fields."""
    reader = _READERS.get(theme)
    return reader(strategy) if reader else iter(())


@dataclass(frozen=True)
class StatedTarget:
    strategy: Strategy
    item: Measurable
    target: Target


def targets(strategy: Strategy) -> tuple[StatedTarget, ...]:
    """Every target of the strategy, in the order of its page."""
    return tuple(StatedTarget(strategy, part, target) for part in strategy.measurable for target in part.targets)


def first_words(text: Text) -> str:
    """The first paragraph of a running text, as one line."""
    for block in text:
        if block.prose:
            return one_line(block.prose.split("\n\n")[0])
    return ""


def _item(item: Item) -> Iterator[Evidence]:
    """A statement by its own words; a long one by its heading, where it has one; one that is a table by its rows."""
    text = one_line(" ".join(block.prose or "" for block in item.text))
    if item.heading and (len(text) > _LONG or not text):
        yield Evidence(item.anchor, item.heading)
    elif text:
        yield Evidence(item.anchor, text)
    else:
        rows = (row for block in item.text if block.table for row in block.table.rows)
        yield from (Evidence(item.anchor, row.label) for row in rows if row.label)


_CHAPTERS: Final = {
    Theme.CRITERIA: "criteria",
    Theme.AUDIENCES: "audiences",
    Theme.HELP: "help",
    Theme.FOLLOW_UP: "follow_up",
    Theme.ORGANISATION: "organisation",
    Theme.SCOPE: "scope",
    Theme.FRAME: "frame",
}
"""The field of `Edition` for the chapter about a theme, of those that are prose."""


def opening(strategy: Strategy, theme: Theme) -> Iterator[Evidence]:
    """How the chapter about a theme begins: what is said of it where nothing in particular is read or pointed at."""
    name = _CHAPTERS.get(theme)
    chapter: Chapter | None = getattr(strategy.edition, name) if name else None
    if not name or not chapter:
        return
    parts: list[tuple[Chapter | Section, str]] = [(chapter, CHAPTERS[name]), *((part, part.anchor) for part in chapter.sections)]
    for part, anchor in parts:
        if words := first_words(part.text):
            yield Evidence(anchor, part.heading if part.heading and len(words) > _LONG else words)
            return


def _document(strategy: Strategy) -> Iterator[Evidence]:
    yield Evidence("fakta", strategy.edition.document.title)
    yield Evidence("fakta", strategy.edition.document.kind)


def _period(strategy: Strategy) -> Iterator[Evidence]:
    if period := strategy.edition.document.period:
        yield Evidence("fakta", period)


def _adoption(strategy: Strategy) -> Iterator[Evidence]:
    if adoption := strategy.edition.document.adoption:
        yield Evidence(adoption.passage or "fakta", adoption)


def _vision(strategy: Strategy) -> Iterator[Evidence]:
    for statement in strategy.edition.vision:
        yield Evidence(statement.anchor, first_words(statement.text))


def _overall(groups: tuple[GoalGroup, ...]) -> Iterator[Evidence]:
    for group in groups:
        if group.level in (GoalLevel.OVERALL, GoalLevel.STRATEGIC):
            for goal in group.goals:
                yield from _item(goal)


def _rankings(strategy: Strategy) -> Iterator[Evidence]:
    if strategy.edition.channels:
        several = len(strategy.edition.channels.rankings) > 1
        for ranking in strategy.edition.channels.rankings:
            if several and ranking.applies_to:
                yield Evidence(ranking.anchor, ranking.applies_to)
            for rank in ranking.ranks:
                yield Evidence(ranking.anchor, rank)


def _ranked_channels(strategy: Strategy) -> Iterator[Evidence]:
    if strategy.edition.channels:
        for ranking in strategy.edition.channels.rankings:
            yield Evidence(ranking.anchor, Count("ranked", len(ranking.ranks)))


def _targets(strategy: Strategy) -> Iterator[Evidence]:
    for stated in targets(strategy):
        yield Evidence(stated.item.anchor, stated.target)


def _principles(strategy: Strategy) -> Iterator[Evidence]:
    if number := sum(len(group.principles) for group in strategy.edition.principles):
        yield Evidence("principper", Count("principles", number))


def _criteria(strategy: Strategy) -> Iterator[Evidence]:
    edition = strategy.edition
    if edition.criteria and edition.criteria.items:
        yield Evidence("succeskriterier", Count("criteria", len(edition.criteria.items)))
    at_channels = [(channel, len(channel.service_targets)) for channel in strategy.channels if channel.service_targets]
    if number := sum(isinstance(part, ServiceTarget) for part in strategy.addressed) - sum(each for _, each in at_channels):
        yield Evidence("servicemaal", Count("service_targets", number))
    for channel, each in at_channels:
        yield Evidence(channel.anchor, NamedCount("service_targets_of", channel.name, each))


def _help(strategy: Strategy) -> Iterator[Evidence]:
    if strategy.edition.help:
        for place in strategy.edition.help.places:
            yield Evidence(place.anchor, place.name)


def _guidelines(strategy: Strategy) -> Iterator[Evidence]:
    chapter = strategy.edition.channels
    if chapter and chapter.guidelines:
        yield Evidence("kanaler", Count("common_guidelines", len(chapter.guidelines.items)))
    for channel in strategy.channels:
        if channel.guidelines:
            yield Evidence(channel.anchor, NamedCount("guidelines", channel.name, len(channel.guidelines.items)))


def _enquiry_types(strategy: Strategy) -> Iterator[Evidence]:
    if strategy.edition.channels:
        for enquiry in strategy.edition.channels.enquiry_types:
            yield Evidence(enquiry.anchor, enquiry.name)


def _audiences(strategy: Strategy) -> Iterator[Evidence]:
    if strategy.edition.audiences:
        for group in strategy.edition.audiences.groups:
            yield Evidence(group.anchor, group.name)


def _measurement(strategy: Strategy) -> Iterator[Evidence]:
    for measurement in strategy.edition.measurements:
        yield Evidence(measurement.passage, measurement)


_READERS: Final[dict[Theme, Callable[[Strategy], Iterator[Evidence]]]] = {
    Theme.DOCUMENT: _document,
    Theme.PERIOD: _period,
    Theme.ADOPTION: _adoption,
    Theme.VISION: _vision,
    Theme.GOALS: lambda strategy: _overall(strategy.edition.goals),
    Theme.RANKING: _rankings,
    Theme.RANKED_CHANNELS: _ranked_channels,
    Theme.TARGETS: _targets,
    Theme.PRINCIPLES: _principles,
    Theme.CRITERIA: _criteria,
    Theme.GUIDELINES: _guidelines,
    Theme.ENQUIRY_TYPES: _enquiry_types,
    Theme.AUDIENCES: _audiences,
    Theme.HELP: _help,
    Theme.MEASUREMENT: _measurement,
}
