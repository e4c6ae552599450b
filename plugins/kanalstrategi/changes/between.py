"""Paragraphs that are gone from one running text and stand in another, changed a little or not: each has moved."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any, Final, NamedTuple

from kanalstrategi.changes.change import Added, Change, Mark, MarkKind, Moved, Removed, TextChanged
from kanalstrategi.changes.elsewhere import gone_over
from kanalstrategi.changes.likeness import folded
from kanalstrategi.changes.marks import word_marks
from kanalstrategi.changes.matching import Pairs, likest
from kanalstrategi.changes.paragraphs import paragraphs, without_partner
from kanalstrategi.changes.reading import Spot
from kanalstrategi.changes.running import Reworded
from kanalstrategi.changes.titles import is_named
from kanalstrategi.strategy.fields import Part
from kanalstrategi.strategy.sections import Addressed
from kanalstrategi.strategy.text import Block

_LEAST: Final = 4
"""Fewer words than these may well be removed in one text and written in another."""

_ALIKE: Final = 0.6
"""A paragraph that was changed on its way is the same one when it shares this much of its words."""


@dataclass
class _Text:
    """A running text of which something is told, and which of its paragraphs have gone elsewhere or come from there."""

    changes: Sequence[Change]
    before: Sequence[str]
    after: Sequence[str]
    held: Reworded | None
    """What is said of a text that both sides have a place for; without it, its passage is new or gone."""
    left: set[int] = field(default_factory=set)
    arrived: set[int] = field(default_factory=set)

    @property
    def is_kept(self) -> bool:
        return self.held is not None and bool(self.before) and bool(self.after)

    @cached_property
    def without_partner(self) -> tuple[list[int], list[int]]:
        return without_partner(self.before, self.after)


class _Paragraph(NamedTuple):
    text: _Text
    place: int
    words: str


def between_texts(changes: Sequence[Change], reworded: Sequence[Reworded], pairs: Pairs) -> list[Change]:
    """The changes, where a paragraph went from one text to another, with that told once."""
    texts = list(_texts(changes, reworded))
    if not _can_have_gone(texts):
        return list(changes)
    gone = [_Paragraph(text, place, text.before[place]) for text in texts for place in text.without_partner[0]]
    come = [_Paragraph(text, place, text.after[place]) for text in texts for place in text.without_partner[1]]
    went = _runs(_with_neighbours(_pairs(gone, come)))
    if not went:
        return list(changes)
    told: dict[int, list[Change]] = {}
    for text in texts:
        if text.left or text.arrived:
            told |= {id(change): [] for change in text.changes}
            told[id(text.changes[0])] = list(_rest(text))
    for run in went:
        told[id(run[0][1].text.changes[0])].append(_moved(run, pairs.then, pairs.now))
    return [each for change in changes for each in told.get(id(change), (change,))]


def _can_have_gone(texts: Sequence[_Text]) -> bool:
    """Whether one text has fewer paragraphs and another has more, or what is gone from one stands in another."""
    lengths = [(len(text.before), len(text.after)) for text in texts]
    if any(old > new for old, new in lengths) and any(old < new for old, new in lengths):
        return True
    gone = {line for text in texts for line in {*text.before}.difference(text.after)}
    return not all(gone.isdisjoint({*text.after}.difference(text.before)) for text in texts)


def _texts(changes: Sequence[Change], reworded: Sequence[Reworded]) -> Iterator[_Text]:
    """Every text that may have lost or gained paragraphs. What was told of with something else is left alone."""
    said = {id(change) for change in changes}
    for held in reworded:
        if all(id(change) in said for change in held.changes):
            yield _Text(held.changes, held.before, held.after, held)
    for change in changes:
        if isinstance(change, (Added, Removed)) and isinstance(change.part, Addressed) and is_named(change.part):
            own = _paragraphs_of(change.part)
            before, after = ((), own) if isinstance(change, Added) else (own, ())
            yield _Text([change], before, after, None)


def _paragraphs_of(part: Part) -> list[str]:
    return [line for block in _blocks(part) if block.prose for line in paragraphs(block.prose)]


def _blocks(part: Any) -> tuple[Block, ...]:
    return getattr(part, "text", ())


def _pairs(gone: Sequence[_Paragraph], come: Sequence[_Paragraph]) -> list[tuple[_Paragraph, _Paragraph]]:
    """Which paragraph is which: by its words, else the likest. One of the two texts is there before and after."""
    found: list[tuple[_Paragraph, _Paragraph]] = []
    left = [one for one in come if len(folded(one.words)) >= _LEAST]
    rest: list[_Paragraph] = []
    for one in gone:
        other = next((other for other in left if folded(other.words) == folded(one.words) and _may(one, other)), None)
        if other is None:
            rest.append(one)
            continue
        found.append((one, other))
        left.remove(other)
    rest = [one for one in rest if len(folded(one.words)) >= 2 * _LEAST]
    left = [one for one in left if len(folded(one.words)) >= 2 * _LEAST]
    alike = likest(rest, left, lambda one: one.words, _ALIKE)
    return found + [(one, other) for one, other in alike if _may(one, other)]


def _may(one: _Paragraph, other: _Paragraph) -> bool:
    return one.text is not other.text and (one.text.is_kept or other.text.is_kept)


def _with_neighbours(
    found: Sequence[tuple[_Paragraph, _Paragraph]],
) -> list[tuple[_Paragraph, _Paragraph]]:
    """The same with the short paragraphs beside them, that went along."""
    for one, other in found:
        one.text.left.add(one.place)
        other.text.arrived.add(other.place)
    more = list(found)
    for one, other in more:
        for step in (-1, 1):
            old, new = one.place + step, other.place + step
            if old in one.text.left or new in other.text.arrived:
                continue
            if old not in one.text.without_partner[0] or new not in other.text.without_partner[1]:
                continue
            pair = _Paragraph(one.text, old, one.text.before[old]), _Paragraph(other.text, new, other.text.after[new])
            if folded(pair[0].words) == folded(pair[1].words):
                one.text.left.add(old)
                other.text.arrived.add(new)
                more.append(pair)
    return more


def _runs(found: Sequence[tuple[_Paragraph, _Paragraph]]) -> list[list[tuple[_Paragraph, _Paragraph]]]:
    """Paragraphs that went together, as one."""
    runs: list[list[tuple[_Paragraph, _Paragraph]]] = []
    for one, other in sorted(found, key=lambda pair: (id(pair[0].text), id(pair[1].text), pair[1].place)):
        last = runs[-1][-1] if runs else None
        follows = last and last[0].text is one.text and last[1].text is other.text
        if last and follows and (last[0].place + 1, last[1].place + 1) == (one.place, other.place):
            runs[-1].append((one, other))
        else:
            runs.append([(one, other)])
    return runs


def _rest(text: _Text) -> Iterator[Change]:
    """What is told of a text without the paragraphs that are told of as moved."""
    before = [line for place, line in enumerate(text.before) if place not in text.left]
    after = [line for place, line in enumerate(text.after) if place not in text.arrived]
    if text.is_kept and not (before and after):
        yield from _others_instead(text, before, after)
        return
    if text.held:
        yield from text.held.again(before, after)
        return
    (change,) = text.changes
    assert isinstance(change, (Added, Removed)) and isinstance(change.part, Part)
    kept = "\n\n".join(before or after)
    others = tuple(block for block in _blocks(change.part) if not block.prose)
    own = ((Block.model_construct(prose=kept),) if kept else ()) + others
    part = type(change.part).model_construct(**{**vars(change.part), "text": own})
    yield replace(change, part=part)


def _others_instead(text: _Text, before: Sequence[str], after: Sequence[str]) -> Iterator[Change]:
    """What is told of a text all of whose paragraphs have gone or come: it is not gone or new itself."""
    kind, paragraphs = (MarkKind.ADDED, after) if after else (MarkKind.REMOVED, before)
    if paragraphs:
        told = text.changes[-1]
        yield TextChanged(told.where, told.significance, (Mark(kind, "\n".join(paragraphs)),))


def _moved(run: Sequence[tuple[_Paragraph, _Paragraph]], then: Mapping[str, Spot], now: Mapping[str, Spot]) -> Moved:
    (one, other), *_ = run
    return gone_over(one.text.changes[-1], other.text.changes[-1], one.words, _marks(run), then, now)


def _marks(run: Sequence[tuple[_Paragraph, _Paragraph]]) -> tuple[Mark, ...]:
    """The words of several paragraphs, or of one that was changed on its way."""
    marks: list[Mark] = []
    for one, other in run:
        if marks:
            marks.append(Mark(MarkKind.SAME, "\n"))
        marks += word_marks(one.words, other.words)
    return tuple(marks) if len(marks) > 1 else ()
