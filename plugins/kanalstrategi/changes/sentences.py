"""Sentences that are gone from one text and stand in another: each has moved, as a paragraph has."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import Final

from kanalstrategi.changes.change import Change, Mark, MarkKind, Significance, TextChanged
from kanalstrategi.changes.elsewhere import gone_over
from kanalstrategi.changes.joining import side_of, text_without
from kanalstrategi.changes.likeness import folded, letters
from kanalstrategi.changes.matching import Pairs
from kanalstrategi.changes.paragraphs import SENTENCE_END

_LEAST: Final = 5
"""Fewer words than these may well be removed in one text and written in another."""

_Run = tuple[TextChanged, TextChanged, list[str]]
"""Sentences that went together, from one text to another."""

_Sentences = dict[tuple[str, ...], tuple[int, str]]
"""Sentences and their places in a text, by their words."""


def with_sentences(changes: Sequence[Change], pairs: Pairs) -> list[Change]:
    """The changes, where a sentence went from one text to another, with that told once."""
    texts = [
        change
        for change in changes
        if isinstance(change, TextChanged) and change.marks and change.significance is Significance.SUBSTANCE
    ]
    if len(texts) < 2 or not _can_have_gone(texts):
        return list(changes)
    told: dict[int, list[Change]] = {id(text): [text] for text in texts}
    for old, new, words in _runs(texts):
        for text, is_gone in ((old, False), (new, True)):
            if told[id(text)] and isinstance(last := told[id(text)][0], TextChanged):
                rest = text_without(last, words, is_gone)
                told[id(text)][:1] = [rest] if rest else []
        marks = tuple(Mark(MarkKind.SAME, f" {one}" if place else one) for place, one in enumerate(words)) if len(words) > 1 else ()
        told[id(new)].append(gone_over(old, new, words[0], marks, pairs.then, pairs.now))
    return [each for change in changes for each in told.get(id(change), (change,))]


def _can_have_gone(texts: Sequence[TextChanged]) -> bool:
    """Whether a sentence that is gone from a text may stand in one where it did not: a quick look before words are folded."""
    gone, come = set[bytes](), set[bytes]()
    for text in texts:
        before, after = ({*side_of(text, other).split("\n")} for other in (MarkKind.ADDED, MarkKind.REMOVED))
        old, new = ({one for line in lines for one in SENTENCE_END.split(line)} for lines in (before - after, after - before))
        gone.update(map(letters, old - new))
        come.update(map(letters, new - old))
    return not gone.isdisjoint(come)


def _runs(texts: Sequence[TextChanged]) -> Iterator[_Run]:
    sides = {id(text): _gone_and_come(text) for text in texts}
    for old in texts:
        run: _Run | None = None
        last = (-1, -1)
        for key, (place, words) in sides[id(old)][0].items():
            new = next((text for text in texts if text is not old and key in sides[id(text)][1]), None)
            if new is None:
                continue
            here = (place, sides[id(new)][1].pop(key)[0])
            if run and run[1] is new and here == (last[0] + 1, last[1] + 1):
                run[2].append(words)
            else:
                if run:
                    yield run
                run = (old, new, [words])
            last = here
        if run:
            yield run


def _gone_and_come(text: TextChanged) -> tuple[_Sentences, _Sentences]:
    """The sentences that only the old text has, and those that only the new one has."""
    before, after = (_sentences(text, other) for other in (MarkKind.ADDED, MarkKind.REMOVED))
    gone, come = _not_in(after, before), _not_in(before, after)
    both = gone.keys() & come.keys()
    gone, come = ({key: one for key, one in side.items() if key not in both} for side in (gone, come))
    return gone, come


def _sentences(text: TextChanged, other: MarkKind) -> list[str]:
    return [one for line in side_of(text, other).split("\n") for one in SENTENCE_END.split(line)]


def _not_in(others: Collection[str], own: Sequence[str]) -> _Sentences:
    left = {*own}.difference(others)
    keys = ((folded(one), (place, one)) for place, one in enumerate(own) if one in left)
    return {key: one for key, one in keys if len(key) >= _LEAST}
