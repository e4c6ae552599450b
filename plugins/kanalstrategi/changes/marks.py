"""Two texts as one, with marks at the words that were removed and added."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from kanalstrategi.changes.alignment import Step, pieces, steps
from kanalstrategi.changes.change import Mark, MarkKind
from kanalstrategi.changes.likeness import is_editorial, likeness
from kanalstrategi.changes.paragraphs import ASIDE, paired, places, unmarked

_TOKEN: Final = re.compile(r"(\s*)(\[\^[^\]]+\]|https?://[^\s)\]]+|\w+(?:[.,:/'’\-–]\w+)*|[^\s\w]|_)")
_LEAST_LIKENESS: Final = 0.35
"""Below this a mosaic of marks is harder to read than the whole text before and after."""

Token = tuple[str, str]
"""The space before a word, and the word or sign."""

Piece = tuple[MarkKind, str]
"""What becomes a mark, together with its neighbours of the same kind."""

_LINE: Final[Piece] = (MarkKind.SAME, "\n")


class Compared(NamedTuple):
    """What became of a text: its marks, whether they are editorial, and what only moved inside it."""

    marks: tuple[Mark, ...]
    editorial: bool
    moved: tuple[tuple[str, int, int, tuple[Mark, ...]], ...]
    """A paragraph, its place before and its place after, and its marks where it was changed on the way."""

    @property
    def is_changed(self) -> bool:
        return any(mark.kind is not MarkKind.SAME for mark in self.marks)


def compare_texts(before: Sequence[str], after: Sequence[str], misprints: Collection[str] = ()) -> Compared:
    """Compare texts paragraph by paragraph, and word by word where a paragraph has changed."""
    way, moved = paired(before, after)
    row: list[Piece] = []
    editorial = True
    for kind, a, b, c, d in way:
        if kind == "equal":
            pairs = [pair for pair in zip(before[a:b], after[c:d], strict=True) if not pair[0].startswith(ASIDE)]
        else:
            old = "\n".join(before[index] for index in range(a, b) if index not in moved)
            new = "\n".join(after[index] for index in range(c, d) if index not in moved.values())
            pairs = [(old, new)] if old or new else []
        for old, new in pairs:
            if row:
                row.append(_LINE)
            if old == new or unmarked(old) == unmarked(new):
                row.append((MarkKind.SAME, new))
                continue
            _compare(row, old, new)
            editorial = editorial and is_editorial(old, new, misprints)
    said = tuple(
        (one, *places(before, old, after, new), word_marks(one, other) if one != other else ())
        for old, new in sorted(moved.items())
        for one, other in [(unmarked(before[old]), unmarked(after[new]))]
    )
    return Compared(tuple(_joined(row)), editorial, said)


def word_marks(before: str, after: str) -> tuple[Mark, ...]:
    """The words of two texts as one row; a space that is another one is no mark."""
    if before == after:
        return (Mark(MarkKind.SAME, after),)
    row: list[Piece] = []
    _compare(row, before, after)
    return tuple(_joined(row))


def _compare(row: list[Piece], before: str, after: str) -> None:
    """The words of two texts, added to a row."""
    if before and after and _is_alike(before, after):
        for old, new in pieces(before, after):
            if old == new:
                row.append((MarkKind.SAME, new))
            else:
                _compare_words(row, _tokens(old), _tokens(new))
    else:
        _add(row, MarkKind.REMOVED, _tokens(before))
        if before and after:
            row.append(_LINE)
        _add(row, MarkKind.ADDED, _tokens(after))


def _compare_words(row: list[Piece], old: Sequence[Token], new: Sequence[Token]) -> None:
    """The words of a passage that has become another one, added to a row."""
    way = steps([word for _, word in old], [word for _, word in new])
    for kind, a, b, c, d in _readable(way, old) if len(way) > 2 else way:
        if kind == "equal":
            if a and not c and old[a][0] and not new[c][0]:
                row.append((MarkKind.SAME, " "))  # the words that the text began with are gone, and the space after them
            _add(row, MarkKind.SAME, new[c:d])
        else:
            _add(row, MarkKind.REMOVED, old[a:b])
            if a < b and c < d and not new[c][0] and new[c][1][:1].isalnum():
                row.append((MarkKind.SAME, " "))
            _add(row, MarkKind.ADDED, new[c:d])


def _is_alike(before: str, after: str) -> bool:
    """Whether two texts have so much in common that marks are easier to read than one after the other."""
    same = sum([len(new) for old, new in pieces(before, after) if old == new])
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


def _tokens(text: str) -> list[Token]:
    return _TOKEN.findall(text)


def _add(row: list[Piece], kind: MarkKind, tokens: Sequence[Token]) -> None:
    """Words as the next of a row, the space before them by itself."""
    if tokens:
        space, word = tokens[0]
        if space:
            row.append((MarkKind.SAME, space))
        row.append((kind, word + "".join(["".join(token) for token in tokens[1:]]) if len(tokens) > 1 else word))


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


def _joined(row: Iterable[Piece]) -> Iterator[Mark]:
    """Neighbours of the same kind as one."""
    held, texts = MarkKind.SAME, list[str]()
    for kind, text in row:
        if kind is not held:
            if texts:
                yield Mark(held, "".join(texts))
            held, texts = kind, []
        texts.append(text)
    if texts:
        yield Mark(held, "".join(texts))
