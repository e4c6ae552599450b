"""Running text: its paragraphs as words, its tables and figures as data, and the editors' notes in it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from typing import NamedTuple

from kanalstrategi.changes.change import Added, Change, FirstWords, Moved, Removed, TextChanged
from kanalstrategi.changes.context import Context
from kanalstrategi.changes.marks import compare_texts
from kanalstrategi.changes.matching import likest
from kanalstrategi.changes.paragraphs import ASIDE, paragraphs
from kanalstrategi.changes.plan import title_of_field
from kanalstrategi.changes.titles import title_of
from kanalstrategi.changes.values import compare_words
from kanalstrategi.strategy.fields import Part
from kanalstrategi.strategy.passages import shortened, words_of
from kanalstrategi.strategy.text import Block, Figure, Table

Visit = Callable[[Part, Part, Context], None]
Aside = Table | Figure


class Reworded(NamedTuple):
    """A running text whose paragraphs are others, and what is said of it."""

    changes: Sequence[Change]
    before: Sequence[str]
    after: Sequence[str]
    again: Callable[[Sequence[str], Sequence[str]], Sequence[Change]]
    """Says it of fewer paragraphs."""


def compare_running(
    before: Sequence[Block],
    after: Sequence[Block],
    at: Context,
    misprints: Collection[str],
    reworded: list[Reworded],
    visit: Visit | None = None,
) -> Iterator[Change]:
    """What changed in a running text. What became of its paragraphs is added to `reworded`.

    `visit` is told of each table and figure that stands in both.
    """
    if before == after:
        return
    old_asides, new_asides = _asides(before), _asides(after)
    pairs = _pair_asides(old_asides, new_asides)
    names = {id(part): f"{ASIDE}{number}" for number, pair in enumerate(pairs) for part in pair}
    asides = {f"{ASIDE}{n}": old for n, (old, _) in enumerate(pairs)}
    yield from _prose(before, after, at, misprints, names, asides, reworded)
    for old, new in pairs:
        if visit and old != new:
            visit(old, new, _aside(at, old))
    for aside in new_asides:
        if id(aside) not in names:
            inner = _aside(at, aside)
            yield Added(inner.where, inner.significance(), aside)
    for aside in old_asides:
        if id(aside) not in names:
            inner = _aside(at, aside)
            yield Removed(inner.where, inner.significance(), aside)
    yield from _notes(before, after, at)


def _prose(
    before: Sequence[Block],
    after: Sequence[Block],
    at: Context,
    misprints: Collection[str],
    names: dict[int, str],
    asides: dict[str, Aside],
    reworded: list[Reworded],
) -> Sequence[Change]:
    def say(old: Sequence[str], new: Sequence[str]) -> Sequence[Change]:
        return _say(old, new, at, misprints, asides)

    old_texts, new_texts = _pieces(before, names), _pieces(after, names)
    found = say(old_texts, new_texts)
    if found:
        reworded.append(Reworded(found, old_texts, new_texts, say))
    elif _prose_of(before) != _prose_of(after):
        return [TextChanged(at.where, at.significance(editorial=True), ())]
    return found


def _say(
    before: Sequence[str], after: Sequence[str], at: Context, misprints: Collection[str], asides: dict[str, Aside]
) -> Sequence[Change]:
    """What changed in the paragraphs of a text."""
    old, new = ([text for text in texts if not text.startswith(ASIDE)] for texts in (before, after))
    if not old or not new:
        where, significance = at.where, at.significance()
        added = [Added(where, significance, "\n".join(new))] if new else []
        return [Removed(where, significance, "\n".join(old))] if old else added
    compared = compare_texts(before, after, misprints)
    changes: list[Change] = []
    for text, then, now, marks in compared.moved:
        aside = asides.get(text)
        inner = _aside(at, aside) if aside else at.beside(FirstWords(shortened(text)))
        changes.append(Moved(inner.where, inner.significance(), then, now, marks=marks))
    if compared.is_changed:
        changes.append(TextChanged(at.where, at.significance(editorial=compared.editorial), compared.marks))
    return changes


def _prose_of(blocks: Sequence[Block]) -> str:
    return "\n\n".join([block.prose.strip() for block in blocks if block.prose])


def _pieces(blocks: Sequence[Block], names: dict[int, str]) -> list[str]:
    """The paragraphs of a text; a table or figure that stands in both is one of them, by its name."""
    pieces: list[str] = []
    for block in blocks:
        if block.prose:
            pieces += paragraphs(block.prose)
        elif aside := block.table or block.figure:
            pieces += [names[id(aside)]] if id(aside) in names else []
    return pieces


def _notes(before: Sequence[Block], after: Sequence[Block], at: Context) -> Iterator[Change]:
    """The editors' notes; each is told apart from the words of the document."""
    old = [block.note for block in before if block.note]
    new = [block.note for block in after if block.note]
    if old == new:
        return
    at = at.editors().beside(title_of_field(Block, "note"))
    for note in tuple(old):
        if note in new:
            old.remove(note)
            new.remove(note)
    for one, other in likest(old, new, lambda note: note.text, 0.5):
        old.remove(one)
        new.remove(other)
        yield compare_words(one.text, other.text, at)
    for note in new:
        yield Added(at.where, at.significance(), note.text)
    for note in old:
        yield Removed(at.where, at.significance(), note.text)


def _pair_asides(before: Sequence[Aside], after: Sequence[Aside]) -> list[tuple[Aside, Aside]]:
    """Tables and figures by id, and by their words where the id is another one."""
    pairs = [
        (one, other) for one in before for other in after if type(one) is type(other) and one.id == other.id
    ]
    old = [aside for aside in before if not any(aside is one for one, _ in pairs)]
    new = [aside for aside in after if not any(aside is other for _, other in pairs)]
    return pairs + likest(old, new, words_of, 0.75)


def _asides(blocks: Sequence[Block]) -> list[Aside]:
    return [aside for block in blocks if (aside := block.table or block.figure)]


def _aside(at: Context, aside: Aside) -> Context:
    return at.named(type(aside).__name__.lower(), title_of(aside))
