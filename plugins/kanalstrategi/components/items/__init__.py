"""A list of statements in the document's order, with its own numbers; those with headings of their own become sections."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from kanalstrategi.components.html import EMPTY, Html, lines
from kanalstrategi.components.page import PageInMaking
from kanalstrategi.components.prose import prose_blocks, prose_inline
from kanalstrategi.components.remarks import Said
from kanalstrategi.components.targets import targets
from kanalstrategi.components.tools import headed, link
from kanalstrategi.strategy.edition import Item, Principle

_LIST = Html('<ul class="ks-items{}">\n{}\n</ul>')
_NUMBERED = Markup(" ks-items--numbered")
_ITEM = Html('<li id="{}">{}{}\n{}\n</li>')
_NUMBER = Html('<span class="ks-mark">{}</span> ')
_PARTS = Html("<ul{}>\n{}\n</ul>")
_PART = Html("<li>{}</li>")


def items(page: PageInMaking, list: Sequence[Item], level: int, said: Said) -> Markup:
    if any(item.heading for item in list):
        return lines(*(piece for item in list for piece in _section(page, item, level, said)))
    if not list:
        return EMPTY
    numbered = _NUMBERED if any(item.number for item in list) else EMPTY
    return _LIST(numbered, lines(*(_item(page, item, said) for item in list)))


def _section(page: PageInMaking, item: Item, level: int, said: Said) -> tuple[Markup, ...]:
    title = f"{item.number} {item.heading}" if item.number else f"{item.heading}"
    return (
        headed(page, level, item.anchor, title, item, "da", called=str(item.heading)),
        prose_blocks(page, item.text),
        targets(page, item),
        said.here(item.anchor),
    )


def _item(page: PageInMaking, item: Item, said: Said) -> Markup:
    number = _NUMBER(item.number) if item.number else EMPTY
    text = prose_inline(page, item.text)
    parts = item.parts if isinstance(item, Principle) else ()
    more = lines(
        link(page, item.anchor, said.name_of(item.anchor)),
        _PARTS(page.danish, lines(*map(_PART, parts))) if parts else EMPTY,
        targets(page, item),
        said.here(item.anchor),
    )
    return _ITEM(item.anchor, number, text, more)
