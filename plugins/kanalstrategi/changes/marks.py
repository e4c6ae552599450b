"""Two texts as one, with marks at the words that were removed and added."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Final

from kanalstrategi.changes.change import Mark, MarkKind
from kanalstrategi.changes.likeness import folded, is_editorial, likeness

_TOKEN: Final = re.compile(r"(\s*)(\[\^[^\]]+\]|https?://[^\s)\]]+|\w+(?:[.,:/'’\-–]\w+)*|[^\s\w]|_)")
_PARAGRAPH: Final = re.compile(r"\n\s*\n|\n(?=[ \t]*(?:[-*+]|\d+[.)])[ \t])")
_LEAST_LIKENESS: Final = 0.35
"""Below this a mosaic of marks is harder to read than the whole text before and after."""

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
    old_keys, new_keys = [_key(piece) for piece in before], [_key(piece) for piece in after]
    opcodes = SequenceMatcher(None, old_keys, new_keys, autojunk=False).get_opcodes()
    gone = [index for kind, a, b, _, _ in opcodes if kind != "equal" for index in range(a, b)]
    come = [index for kind, _, _, c, d in opcodes if kind != "equal" for index in range(c, d)]
    moved: dict[int, int] = {}
    for index in gone:
        place = next((other for other in come if new_keys[other] == old_keys[index] and _is_movable(before[index])), None)
        if place is not None:
            moved[index] = place
            come.remove(place)
    marks: list[Mark] = []
    editorial = True
    for kind, a, b, c, d in opcodes:
        if kind == "equal":
            for old, new in zip(before[a:b], after[c:d], strict=True):
                if not old.startswith(ASIDE):
                    _append(marks, (Mark(MarkKind.SAME, new),) if old == new else word_marks(old, new))
            continue
        old = "\n".join(before[index] for index in range(a, b) if index not in moved)
        new = "\n".join(after[index] for index in range(c, d) if index not in moved.values())
        if old or new:
            _append(marks, word_marks(old, new))
            editorial = editorial and is_editorial(old, new, misprints)
    said = tuple((before[old], old + 1, new + 1) for old, new in sorted(moved.items()))
    return Compared(tuple(_joined(marks)), editorial, said)


def word_marks(before: str, after: str) -> tuple[Mark, ...]:
    """The words of two texts as one row; a space that is another one is no mark."""
    if before == after:
        return tuple(_joined([*_of(MarkKind.SAME, _tokens(before))]))
    if not before or not after or likeness(before, after) < _LEAST_LIKENESS:
        gap = [Mark(MarkKind.SAME, "\n")] if before and after else []
        return (*_of(MarkKind.REMOVED, _tokens(before)), *gap, *_of(MarkKind.ADDED, _tokens(after)))
    old, new = _tokens(before), _tokens(after)
    matcher = SequenceMatcher(None, [word for _, word in old], [word for _, word in new], autojunk=False)
    marks: list[Mark] = []
    for kind, a, b, c, d in _readable(matcher.get_opcodes(), old):
        if kind == "equal":
            marks += _of(MarkKind.SAME, new[c:d])
        else:
            gone, come = list(_of(MarkKind.REMOVED, old[a:b])), list(_of(MarkKind.ADDED, new[c:d]))
            touching = gone and come and come[0].kind is MarkKind.ADDED and new[c][1][:1].isalnum()
            marks += [*gone, *([Mark(MarkKind.SAME, " ")] if touching else []), *come]
    return tuple(_joined(marks))


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
    return [("\n" if "\n" in match[1] else match[1] and " ", match[2]) for match in _TOKEN.finditer(text)]


def _of(kind: MarkKind, tokens: Sequence[Token]) -> Iterator[Mark]:
    """Tokens as a mark, the space before them outside it."""
    if tokens:
        if tokens[0][0]:
            yield Mark(MarkKind.SAME, tokens[0][0])
        yield Mark(kind, tokens[0][1] + "".join(space + word for space, word in tokens[1:]))


Opcode = tuple[str, int, int, int, int]


def _readable(opcodes: Sequence[Opcode], old: Sequence[Token]) -> list[Opcode]:
    """A lone small word or sign between two longer changes belongs to them: nobody reads a mosaic."""
    found: list[Opcode] = []
    for index, (kind, a, b, c, d) in enumerate(opcodes):
        between = 0 < index < len(opcodes) - 1
        if kind == "equal" and between and b - a <= 2 and sum(len(word) for _, word in old[a:b]) <= 4:
            (_, a1, b1, c1, d1), (_, a2, b2, c2, d2) = opcodes[index - 1], opcodes[index + 1]
            if max(b1 - a1, d1 - c1) + max(b2 - a2, d2 - c2) > 4:
                kind = "replace"
        if found and kind != "equal" and found[-1][0] != "equal":
            _, a0, _, c0, _ = found.pop()
            found.append(("replace", a0, b, c0, d))
        else:
            found.append((kind, a, b, c, d))
    return found


def _append(marks: list[Mark], more: Sequence[Mark]) -> None:
    if marks and more:
        marks.append(Mark(MarkKind.SAME, "\n"))
    marks.extend(more)


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
