"""Changes as a list, a sign before each, with the text that it is about and the ways to it.

The sign is drawn by the styles: it only repeats what the words say, and is none of them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from markupsafe import Markup

from kanalstrategi.changes import Mark
from kanalstrategi.changes.report import Line
from kanalstrategi.changes.sentence import Own
from kanalstrategi.components.changes.marked import marker
from kanalstrategi.components.html import EMPTY, Html, lines, together
from kanalstrategi.components.page import PageInMaking

_LIST = Html('<ul class="ks-changes">\n{}\n</ul>')
_ITEM = Html(
    '<li class="ks-changes__item"><p class="ks-changes__said">'
    '<span class="ks-changes__sign" data-sign="{}" aria-hidden="true"></span> {}</p>{}{}\n</li>'
)
_TEXT = Html('\n<blockquote class="ks-changes__text"><p{}>{}</p></blockquote>')
_OWN = Html("<span{}>{}</span>")
_WAYS = Html('\n<p class="ks-changes__places">{}</p>')
_WAY = Html('<a href="{}" aria-label="{}: {}">{}</a>')


class Way(NamedTuple):
    """A way to a passage that a change is about. Its name says the change too, for several links have the same text."""

    text: Markup
    href: str


def changes(page: PageInMaking, list: Iterable[Line], ways: Callable[[Line], Sequence[Way]]) -> Markup:
    """One chapter's changes. `ways` gives those of a change to the passages that it is about."""
    marked = marker(page.words)
    return _LIST(lines(*[_item(page, line, ways(line), marked) for line in list]))


def _item(page: PageInMaking, line: Line, ways: Sequence[Way], marked: Callable[[Iterable[Mark]], Markup]) -> Markup:
    marks = line.said.marks
    said = sentence = together((line.said.sentence,))
    if page.danish:
        said = together([_OWN(page.danish, piece) if isinstance(piece, Own) else piece for piece in line.said.pieces])
    text = _TEXT(page.danish, marked(marks)) if marks else EMPTY
    links = _WAYS(together([_WAY(href, name, sentence, name) for name, href in ways], " ")) if ways else EMPTY
    return _ITEM(line.sign, said, text, links)
