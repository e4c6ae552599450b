"""Two texts as one, with marks at the words that were removed and added."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from kanalstrategi.changes.alignment import Step, ends, pieces, steps
from kanalstrategi.changes.change import Mark, MarkKind
from kanalstrategi.changes.likeness import folded, is_editorial, likeness

_TOKEN: Final = re.compile(r"(\s*)(\[\^[^\]]+\]|https?://[^\s)\]]+|\w+(?:[.,:/'’\-–]\w+)*|[^\s\w]|_)")
_PARAGRAPH: Final = re.compile(r"\n\s*\n|\n(?=[ \t]*(?:[-*+]|\d+[.)])[ \t])")
_LEAST_LIKENESS: Final = 0.35
"""Below this a mosaic of marks is harder to read than the whole text before and after."""

_LINE: Final = Mark(MarkKind.SAME, "\n")

ASIDE: Final = "\0"
"""Begins what is no text but stands between texts: a table, a figure."""

Token = tuple[str, str]
"""The space before a word, and the word or sign."""


@dataclass(frozen=True)
class Compared:
    """What became of a text: its marks, whether they are editorial, and what only moved inside it."""

    marks: tuple[Mark, ...]
    editorial: bool
    moved: tuple[tuple[str, int, int], ...]
    """A paragraph, its place before and its place after."""

    @property
    def is_changed(self) -> bool:
        return any(mark.kind is not MarkKind.SAME for mark in self.marks)


def paragraphs(text: str) -> list[str]:
    """Paragraphs and items of lists, each on a line of its own."""
    return [" ".join(piece.split()) for piece in _PARAGRAPH.split(text) if piece.strip()]


def compare_texts(before: Sequence[str], after: Sequence[str], misprints: Collection[str] = ()) -> Compared:
    """Compare texts paragraph by paragraph, and word by word where a paragraph has changed."""
    way, moved = _paragraphs(before, after)
    marks: list[Mark] = []
    editorial = True
    for kind, a, b, c, d in way:
        if kind == "equal":
            pairs = [pair for pair in zip(before[a:b], after[c:d], strict=True) if not pair[0].startswith(ASIDE)]
        else:
            old = "\n".join(before[index] for index in range(a, b) if index not in moved)
            new = "\n".join(after[index] for index in range(c, d) if index not in moved.values())
            pairs = [(old, new)] if old or new else []
        for old, new in pairs:
            if marks:
                marks.append(_LINE)
            if old == new:
                marks.append(Mark(MarkKind.SAME, new))
                continue
            marks += word_marks(old, new)
            editorial = editorial and is_editorial(old, new, misprints)
    said = tuple((before[old], old + 1, new + 1) for old, new in sorted(moved.items()))
    return Compared(tuple(_joined(marks)), editorial, said)


def _paragraphs(before: Sequence[str], after: Sequence[str]) -> tuple[Sequence[Step], dict[int, int]]:
    """Which paragraph is which, by its words or because it alone is another; and the place of each that moved."""
    start, stop = ends(before, after)
    if len(before) == len(after) == start + 1 + stop:
        return (("equal", 0, len(before), 0, len(after)),), {}
    old, new = (
        [*texts[:start], *map(_key, texts[start : len(texts) - stop]), *texts[len(texts) - stop :]]
        for texts in (before, after)
    )
    way = steps(old, new)
    come = [index for kind, _, _, c, d in way if kind != "equal" for index in range(c, d)]
    moved: dict[int, int] = {}
    for index in (index for kind, a, b, _, _ in way if kind != "equal" for index in range(a, b)):
        place = next((place for place in come if new[place] == old[index] and _is_movable(before[index])), None)
        if place is not None:
            moved[index] = place
            come.remove(place)
    return way, moved


def word_marks(before: str, after: str) -> tuple[Mark, ...]:
    """The words of two texts as one row; a space that is another one is no mark."""
    if before == after:
        return (Mark(MarkKind.SAME, after),)
    if not before or not after or not _is_alike(before, after):
        gap = [_LINE] if before and after else []
        return (*_of(MarkKind.REMOVED, _tokens(before)), *gap, *_of(MarkKind.ADDED, _tokens(after)))
    marks: list[Mark] = []
    for old, new in pieces(before, after):
        marks += (Mark(MarkKind.SAME, new),) if old == new else _marks_of(_tokens(old), _tokens(new))
    return tuple(_joined(marks))


def _marks_of(old: Sequence[Token], new: Sequence[Token]) -> Iterator[Mark]:
    """The words of a passage that has become another one."""
    way = steps([word for _, word in old], [word for _, word in new])
    for kind, a, b, c, d in _readable(way, old):
        if kind == "equal":
            yield from _of(MarkKind.SAME, new[c:d])
        else:
            yield from _of(MarkKind.REMOVED, old[a:b])
            if a < b and c < d and not new[c][0] and new[c][1][:1].isalnum():
                yield Mark(MarkKind.SAME, " ")
            yield from _of(MarkKind.ADDED, new[c:d])


def _is_alike(before: str, after: str) -> bool:
    """Whether two texts have so much in common that marks are easier to read than one after the other."""
    same = sum(len(new) for old, new in pieces(before, after) if old == new)
    return 4 * same > len(before) + len(after) or likeness(before, after) >= _LEAST_LIKENESS


def shortened(marks: Sequence[Mark], words: int = 10) -> tuple[Mark, ...]:
    """The marks with no more than `words` unchanged words on either side of a change."""
    found: list[Mark] = []
    for index, mark in enumerate(marks):
        pieces = re.findall(r"\s*\S+\s*", mark.text)
        first, last = index == 0, index == len(marks) - 1
        limit = words if first or last else 2 * words
        if mark.kind is not MarkKind.SAME or len(pieces) <= limit + 2:
            found.append(mark)
            continue
        head = "" if first else "".join(pieces[:words]).rstrip() + " "
        tail = "" if last else " " + "".join(pieces[-words:]).lstrip()
        found.append(Mark(MarkKind.SAME, f"{head}…{tail}"))
    return tuple(found)


def _key(text: str) -> str:
    return text if text.startswith(ASIDE) else " ".join(folded(text)) or text


def _is_movable(text: str) -> bool:
    """A paragraph is known again by its words; one or two words are no paragraph."""
    return text.startswith(ASIDE) or len(folded(text)) > 2


def _tokens(text: str) -> list[Token]:
    return _TOKEN.findall(text)


def _of(kind: MarkKind, tokens: Sequence[Token]) -> Iterator[Mark]:
    """Tokens as a mark, the space before them outside it."""
    if tokens:
        if tokens[0][0]:
            yield Mark(MarkKind.SAME, tokens[0][0])
        yield Mark(kind, tokens[0][1] + "".join(space + word for space, word in tokens[1:]))


def _readable(way: Sequence[Step], old: Sequence[Token]) -> list[Step]:
    """A lone small word or sign between two longer changes belongs to them: nobody reads a mosaic."""
    found: list[Step] = []
    for index, (kind, a, b, c, d) in enumerate(way):
        between = 0 < index < len(way) - 1
        if kind == "equal" and between and b - a <= 2 and sum(len(word) for _, word in old[a:b]) <= 4:
            (_, a1, b1, c1, d1), (_, a2, b2, c2, d2) = way[index - 1], way[index + 1]
            if max(b1 - a1, d1 - c1) + max(b2 - a2, d2 - c2) > 4:
                kind = "replace"
        if found and kind != "equal" and found[-1][0] != "equal":
            _, a0, _, c0, _ = found.pop()
            found.append(("replace", a0, b, c0, d))
        else:
            found.append((kind, a, b, c, d))
    return found


def _joined(marks: Sequence[Mark]) -> Iterator[Mark]:
    """Neighbours of the same kind as one."""
    held: Mark | None = None
    for mark in marks:
        if held and held.kind is mark.kind:
            held = Mark(held.kind, held.text + mark.text)
            continue
        if held:
            yield held
        held = mark
    if held:
        yield held
