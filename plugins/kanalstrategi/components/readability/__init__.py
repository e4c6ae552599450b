"""How hard a text is to read: a LIX for each part, and what it does and does not say."""

from __future__ import annotations

from markupsafe import Markup

from kanalstrategi.components.html import EMPTY, Html, lines
from kanalstrategi.components.page import PageInMaking
from kanalstrategi.i18n import Catalog
from kanalstrategi.language.lix import Count
from kanalstrategi.language.readability import Measured, Readability

_READABILITY = Html(
    '<p>{}</p>\n<table class="ks-table ks-table--stack ks-readability">\n<caption id="laesbarhed-titel">{}</caption>\n'
    '<thead><tr><th scope="col">{}</th> <th scope="col">{}</th> <th scope="col">{}</th></tr></thead>\n'
    "<tbody>\n{}\n</tbody>\n</table>\n<p>{}</p>"
)
_ROW = Html('<tr><th scope="row">{}</th>\n<td data-label="{}">{}</td>\n<td data-label="{}">{}</td></tr>')
_LINK = Html('<a href="#{}"{}>{}</a>')


def readability(page: PageInMaking, readability: Readability) -> Markup:
    words = page.words
    rows = (_row(_part(page, part), part.count, words) for part in readability.parts if part.count.measurable)
    return _READABILITY(
        words("readability.intro"),
        words("readability.caption"),
        words("readability.part"),
        words("readability.lix"),
        words("readability.words"),
        lines(_row(words("readability.whole"), readability.whole, words), *rows),
        words("readability.not"),
    )


def _part(page: PageInMaking, part: Measured) -> Markup:
    if part.chapter:
        return _LINK(part.anchor, EMPTY, page.words(f"chapter.{part.chapter}"))
    return _LINK(part.anchor, page.danish, part.heading or part.anchor)


def _row(name: str, count: Count, words: Catalog) -> Markup:
    band = words(f"readability.band.{count.band.name.lower()}")
    lix = words("readability.value", lix=count.lix, band=band)
    return _ROW(name, words("readability.lix"), lix, words("readability.words"), words.number(count.words))
