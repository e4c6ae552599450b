"""Facts as terms and descriptions."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup

from kanalstrategi.components.html import EMPTY, Html, lines
from kanalstrategi.components.page import PageInMaking

_LIST = Html('<dl class="ks-facts">\n{}\n</dl>')
_ROW = Html('<div class="ks-facts__row"><dt>{}</dt>\n{}\n</div>')
_VALUE = Html("<dd{}{}>{}</dd>")
_MISSING = Markup(' class="ks-facts__missing"')
_LINK = Html('<a href="#{}"{}>{}</a>')
_NAME = Html(' aria-label="{}"')


@dataclass(frozen=True)
class Fact:
    """A line of the facts about the document. `place` is the address of the passage that says it."""

    label: str
    values: tuple[str, ...]
    place: str | None = None
    in_document_language: bool = True
    missing: bool = False
    name: str | None = None
    """What the link to the place is called, where its words alone do not tell."""


def facts(page: PageInMaking, rows: Iterable[Fact]) -> Markup:
    return _LIST(lines(*(_row(page, fact) for fact in rows)))


def _row(page: PageInMaking, fact: Fact) -> Markup:
    missing, language = _MISSING if fact.missing else EMPTY, page.danish if fact.in_document_language else EMPTY
    name = _NAME(fact.name) if fact.name else EMPTY
    shown = (_LINK(fact.place, name, value) if fact.place else value for value in fact.values)
    return _ROW(fact.label, lines(*(_VALUE(missing, language, value) for value in shown)))
