"""The document's own words about a theme, each with the way to where it stands."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from markupsafe import Markup

from kanalstrategi.components.html import EMPTY, Html, lines
from kanalstrategi.components.page import PageInMaking
from kanalstrategi.strategy.definitions import Excerpt

NAMED: Final = 60
"""How much of a quote the name of its link holds."""

_LIST = Html('<ul class="ks-excerpts">\n{}\n</ul>')
_EXCERPT = Html('<li><blockquote cite="#{}"{}>{}</blockquote> <a href="#{}" aria-label="{}">{}</a></li>')


def excerpts(page: PageInMaking, list: Sequence[Excerpt]) -> Markup:
    return _LIST(lines(*(_excerpt(page, excerpt) for excerpt in list))) if list else EMPTY


def _excerpt(page: PageInMaking, excerpt: Excerpt) -> Markup:
    words, quote = page.words, excerpt.quote
    name = words("excerpt.name", quote=quote if len(quote) <= NAMED else f"{quote[: NAMED - 1]}…")
    shown = page.prose(quote)
    return _EXCERPT(excerpt.passage, page.danish, shown, excerpt.passage, name, words("excerpt.link"))
