"""The paragraphs of two texts: which is which, which moved, and which have no partner."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Final

from kanalstrategi.changes.alignment import Step, ends, steps
from kanalstrategi.changes.alignment import moved as out_of_order
from kanalstrategi.changes.likeness import folded, letters, likeness
from kanalstrategi.strategy.text import Block

_PARAGRAPH: Final = re.compile(r"\n\s*\n|\n(?=[ \t]*(?:[-*+]|\d+[.)])[ \t])")
_ITEM: Final = re.compile(r"\A(?:[-*+]|\d+[.)])\s+")
_SAME_PARAGRAPH: Final = 0.5
"""A paragraph has become the other when it shares this much of its words."""

_MOVED_PARAGRAPH: Final = 0.7
"""It is known again at another place when it shares this much; half of what two became is not."""

ASIDE: Final = "\0"
"""Begins what is no text but stands between texts: a table, a figure."""


SENTENCE_END: Final = re.compile(r"\s(?<=[.!?:;]\s)\s*(?![a-z\u00e0-\u00ff])")


def sentences_of(blocks: Sequence[Block]) -> list[str]:
    """The sentences of a running text."""
    return [one for block in blocks if block.prose for line in paragraphs(block.prose) for one in SENTENCE_END.split(line)]


@lru_cache(maxsize=1024)
def paragraphs(text: str) -> tuple[str, ...]:
    """Paragraphs and items of lists, each on a line of its own. A text is asked for by both its neighbours in time."""
    pieces = _PARAGRAPH.split(text) if "\n" in text else (text,)
    return tuple([line for piece in pieces if (line := " ".join(piece.split()))])


def without_partner(before: Sequence[str], after: Sequence[str]) -> tuple[list[int], list[int]]:
    """The places of the paragraphs that nothing in the text has taken up, and of those that came out of nothing in it."""
    way, moved = paired(before, after)
    gone: list[int] = []
    come: list[int] = []
    for kind, a, b, c, d in way:
        # Paragraphs that stand in each other's place need not have anything in common.
        pairs = [(range(a, b), range(c, d))] if kind != "equal" else [((a + n,), (c + n,)) for n in range(b - a)]
        for one, other in pairs:
            olds = [index for index in one if index not in moved and not before[index].startswith(ASIDE)]
            news = [index for index in other if index not in moved.values() and not after[index].startswith(ASIDE)]
            alike = _partners(before, after, olds, news)
            gone += [index for index in olds if index not in alike]
            come += [index for index in news if index not in alike.values()]
    return gone, come


def _partners(before: Sequence[str], after: Sequence[str], olds: Sequence[int], news: Sequence[int]) -> dict[int, int]:
    """Which paragraphs have become which."""
    found: dict[int, int] = {}
    for new in news:
        scored = [(likeness(before[old], after[new], _SAME_PARAGRAPH), old) for old in olds if old not in found]
        score, old = max(scored, default=(0.0, 0), key=lambda entry: entry[0])
        if score >= _SAME_PARAGRAPH:
            found[old] = new
    return found


def paired(before: Sequence[str], after: Sequence[str]) -> tuple[Sequence[Step], dict[int, int]]:
    """Which paragraph is which, by its words or because it alone is another; and the place of each that moved."""
    start, stop = ends(before, after)
    if len(before) == len(after) == start + 1 + stop:
        return (("equal", 0, len(before), 0, len(after)),), {}
    old, new = _keys(before[start : len(before) - stop], after[start : len(after) - stop])
    old, new = ([*texts[:start], *own, *texts[start + len(own) :]] for texts, own in ((before, old), (after, new)))
    way = steps(old, new)
    come = [index for kind, _, _, c, d in way if kind != "equal" for index in range(c, d)]
    moved: dict[int, int] = {}
    for index in (index for kind, a, b, _, _ in way if kind != "equal" for index in range(a, b)):
        place = next((place for place in come if new[place] == old[index] and _is_movable(before[index])), None)
        if place is not None:
            moved[index] = place
            come.remove(place)
    return way, moved | _reworded(way, before, after, moved)


def _reworded(
    way: Sequence[Step], before: Sequence[str], after: Sequence[str], moved: Mapping[int, int]
) -> dict[int, int]:
    """The paragraphs that were changed on their way to another place in the text."""
    others = [(a, b, c, d) for kind, a, b, c, d in way if kind != "equal"]
    taken = set(moved.values())
    gone = [(n, i) for n, (a, b, _, _) in enumerate(others) for i in range(a, b) if i not in moved and _is_long(before[i])]
    come = [(n, i) for n, (_, _, c, d) in enumerate(others) for i in range(c, d) if i not in taken and _is_long(after[i])]
    if len(gone) + len(come) < 3 and not (len(gone) == len(come) == 1 and gone[0][0] != come[0][0]):
        return {}
    pairs = [(old, new, n == m) for n, old in gone for m, new in come]
    opposite = {(a + place, c + place) for a, b, c, d in others for place in range(min(b - a, d - c))}
    apart = ((before[old], after[new], _least(same)) for old, new, same in pairs if (old, new) not in opposite)
    if not any(likeness(old, new, least) >= least for old, new, least in apart):
        return {}  # Whatever became of the paragraphs, it became of them where they stood.
    scored = [(likeness(before[old], after[new], _least(same)), same, old, new) for old, new, same in pairs]
    found: dict[int, tuple[bool, float, int]] = {}
    news: set[int] = set()
    for score, is_in_place, old, new in sorted(scored, key=lambda entry: (-entry[0], not entry[1], *entry[2:])):
        if score >= _least(is_in_place) and old not in found and new not in news:
            found[old] = is_in_place, score, new
            news.add(new)
    stayed = [(old, new) for old, (is_in_place, score, new) in sorted(found.items()) if is_in_place]
    wandered = {stayed[index][0] for index in out_of_order([new for _, new in stayed])}
    return {
        old: new
        for old, (is_in_place, score, new) in found.items()
        if not is_in_place or old in wandered and score >= _MOVED_PARAGRAPH
    }


def _least(is_in_place: bool) -> float:
    return _SAME_PARAGRAPH if is_in_place else _MOVED_PARAGRAPH


def _keys(before: Sequence[str], after: Sequence[str]) -> tuple[list[str], list[str]]:
    """What paragraphs are known by: their words, where there are such words on the other side, too."""
    old, new = [letters(unmarked(text)) for text in before], [letters(unmarked(text)) for text in after]
    common = {*old} & {*new}
    return (
        [_key(text) if look in common else text for text, look in zip(before, old, strict=True)],
        [_key(text) if look in common else text for text, look in zip(after, new, strict=True)],
    )


def _key(text: str) -> str:
    return text if text.startswith(ASIDE) else " ".join(folded(unmarked(text))) or text


def unmarked(text: str) -> str:
    """An item of a list without the sign or number before it, which is style or counts on."""
    return _ITEM.sub("", text)


def places(before: Sequence[str], old: int, after: Sequence[str], new: int) -> tuple[int, int]:
    """Where a paragraph stood and stands: which point of its list, where it kept to one, else which of all."""
    (then, was), (now, place) = _in_list(before, old), _in_list(after, new)
    return (was, place) if then == now and then else (old + 1, new + 1)


def _in_list(texts: Sequence[str], index: int) -> tuple[int, int]:
    """Which list of a text an item stands in, and which of its points it is; nought for what is no item."""
    lists = place = 0
    for text in texts[: index + 1]:
        is_item = unmarked(text) != text
        lists += is_item and not place
        place = place + 1 if is_item else 0
    return (lists, place) if place else (0, 0)


def _is_long(text: str) -> bool:
    """Fewer words than these may well be alike by chance."""
    return not text.startswith(ASIDE) and len(folded(text)) >= 4


def _is_movable(text: str) -> bool:
    """A paragraph is known again by its words; one or two words are no paragraph."""
    return text.startswith(ASIDE) or len(folded(text)) > 2
