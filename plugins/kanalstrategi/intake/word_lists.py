"""Paragraphs of a Word file that are formatted as items, put together as lists inside lists."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from kanalstrategi.intake.blocks import Item, Listing, Paragraph

GOES_ON: Final = "\0"
"""The mark of a paragraph that goes on with the item before it."""


@dataclass(frozen=True)
class Marked:
    """A paragraph of a list, before the list is put together."""

    depth: int
    mark: str
    paragraph: Paragraph


def lists(marked: list[Marked]) -> Iterator[Listing]:
    """Paragraphs with marks as lists inside lists, by their depth."""
    if marked:
        yield _listing(marked, min(each.depth for each in marked))


def _listing(marked: list[Marked], depth: int) -> Listing:
    items: list[Item] = []
    inner: list[Marked] = []

    def close() -> None:
        nonlocal inner
        if inner:
            below = _listing(inner, min(each.depth for each in inner))
            last = items.pop() if items else Item("", ())
            items.append(Item(last.mark, (*last.blocks, below)))
            inner = []

    for each in marked:
        if each.depth > depth:
            inner.append(each)
        elif each.mark == GOES_ON and items:
            close()
            items[-1] = Item(items[-1].mark, (*items[-1].blocks, each.paragraph))
        else:
            close()
            items.append(Item(each.mark, (each.paragraph,)))
    close()
    return Listing(tuple(items), marked[0].paragraph.where)
