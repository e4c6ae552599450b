"""Sentences that are gone from one text and stand in another: each has moved, as a paragraph has."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from kanalstrategi.changes.change import Change, Mark, MarkKind, Significance, TextChanged
from kanalstrategi.changes.elsewhere import gone_over
from kanalstrategi.changes.joining import side_of, text_without
from kanalstrategi.changes.likeness import folded
from kanalstrategi.changes.matching import Pairs
from kanalstrategi.changes.paragraphs import SENTENCE_END

_LEAST: Final = 5
"""Fewer words than these may well be removed in one text and written in another."""

_Run = tuple[TextChanged, TextChanged, list[str]]
"""Sentences that went together, from one text to another."""


def with_sentences(changes: Sequence[Change], pairs: Pairs) -> list[Change]:
    """The changes, where a sentence went from one text to another, with that told once."""
    texts = [
        change
        for change in changes
        if isinstance(change, TextChanged) and change.marks and change.significance is Significance.SUBSTANCE
    ]
    told: dict[int, list[Change]] = {id(text): [text] for text in texts}
    then, now = pairs.places()
    for old, new, words in _runs(texts) if len(texts) > 1 else ():
        for text, is_gone in ((old, False), (new, True)):
            if told[id(text)] and isinstance(last := told[id(text)][0], TextChanged):
                rest = text_without(last, words, is_gone)
                told[id(text)][:1] = [rest] if rest else []
        marks = tuple(Mark(MarkKind.SAME, f" {one}" if place else one) for place, one in enumerate(words)) if len(words) > 1 else ()
        told[id(new)].append(gone_over(old, new, words[0], marks, then, now))
    return [each for change in changes for each in told.get(id(change), (change,))]


def _runs(texts: Sequence[TextChanged]) -> Iterator[_Run]:
    before = {id(text): _sentences(text, MarkKind.ADDED) for text in texts}
    after = {id(text): _sentences(text, MarkKind.REMOVED) for text in texts}
    come = {
        id(text): {key: place for place, key in enumerate(after[id(text)]) if key not in before[id(text)]}
        for text in texts
    }
    for old in texts:
        run: _Run | None = None
        last = (-1, -1)
        for place, (key, words) in enumerate(before[id(old)].items()):
            if key in after[id(old)] or len(key) < _LEAST:
                continue
            new = next((text for text in texts if text is not old and key in come[id(text)]), None)
            if new is None:
                continue
            here = (place, come[id(new)].pop(key))
            if run and run[1] is new and here == (last[0] + 1, last[1] + 1):
                run[2].append(words)
            else:
                if run:
                    yield run
                run = (old, new, [words])
            last = here
        if run:
            yield run


def _sentences(text: TextChanged, other: MarkKind) -> dict[tuple[str, ...], str]:
    """The sentences of one side of a text, by their words."""
    lines = side_of(text, other).split("\n")
    return {folded(one): one for line in lines for one in SENTENCE_END.split(line)}
