"""A list of statements in the document's order, with its own numbers; those with headings of their own become sections."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from markupsafe import Markup

from kanalstrategi.components.facts import Fact, facts
from kanalstrategi.components.html import EMPTY, Html, lines
from kanalstrategi.components.page import PageInMaking
from kanalstrategi.components.prose import prose_blocks, prose_inline
from kanalstrategi.components.remarks import Said
from kanalstrategi.components.targets import targets
from kanalstrategi.components.tools import headed, link
from kanalstrategi.strategy.statements import Goal, Initiative, Item, Principle

_LOWEST = 6

_LIST = Html('<ul class="ks-items{}">\n{}\n</ul>')
_NUMBERED = Markup(" ks-items--numbered")
_ITEM = Html('<li id="{}">{}{}\n{}\n</li>')
_NUMBER = Html('<span class="ks-mark">{}</span> ')
_PARTS = Html("<ul{}>\n{}\n</ul>")
_PART = Html("<li>{}</li>")


def items(page: PageInMaking, list: Sequence[Item], level: int, said: Said) -> Markup:
    """`level` is that of the headings, where the statements have their own."""
    runs = groupby(list, lambda item: item.heading is not None)
    return lines(*((_sections if headings else _list)(page, tuple(run), level, said) for headings, run in runs))


def _list(page: PageInMaking, list: Sequence[Item], level: int, said: Said) -> Markup:
    numbered = _NUMBERED if any(item.number for item in list) else EMPTY
    return _LIST(numbered, lines(*(_item(page, item, level, said) for item in list)))


def _sections(page: PageInMaking, list: Sequence[Item], level: int, said: Said) -> Markup:
    return lines(*(piece for item in list for piece in _section(page, item, level, said)))


def _section(page: PageInMaking, item: Item, level: int, said: Said) -> tuple[Markup, ...]:
    title = f"{item.number} {item.heading}" if item.number else f"{item.heading}"
    return (
        headed(page, level, item.anchor, title, item, "da", called=str(item.heading)),
        prose_blocks(page, item.text),
        _below(page, item, min(level + 1, _LOWEST), said),
        said.here(item.anchor),
    )


def _item(page: PageInMaking, item: Item, level: int, said: Said) -> Markup:
    number = _NUMBER(item.number) if item.number else EMPTY
    text = prose_inline(page, item.text)
    more = lines(
        link(page, item.anchor, said.name_of(item.anchor)),
        _below(page, item, level, said),
        said.here(item.anchor),
    )
    return _ITEM(item.anchor, number, text, more)


def _below(page: PageInMaking, item: Item, level: int, said: Said) -> Markup:
    """What belongs to a statement: the sentences or goals under it, its targets, how an initiative is carried out."""
    inner = EMPTY
    if isinstance(item, Principle) and item.parts:
        inner = _PARTS(page.danish, lines(*map(_PART, item.parts)))
    elif isinstance(item, Goal):
        inner = items(page, item.parts, level, said)
    return lines(inner, targets(page, item), _carried_out(page, item))


def _carried_out(page: PageInMaking, item: Item) -> Markup:
    """When an initiative happens, who is responsible, what it costs."""
    if not isinstance(item, Initiative):
        return EMPTY
    said = {"when": item.when, "responsible": item.responsible, "cost": item.cost}
    rows = [Fact(page.words(f"initiative.{name}"), (value,)) for name, value in said.items() if value]
    return facts(page, rows) if rows else EMPTY
