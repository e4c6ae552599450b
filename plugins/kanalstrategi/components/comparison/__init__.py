"""Municipalities side by side: a table with a column for each of them, and one of all their targets."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from markupsafe import Markup

from kanalstrategi.components.html import EMPTY, Html, lines, together
from kanalstrategi.components.page import PageInMaking
from kanalstrategi.strategy.statements import Target
from kanalstrategi.strategy.vocabulary import Absence

FITTING = 6
"""How many municipalities stand side by side without scrolling; more scroll sideways in their region."""

_FITTING_REGION = Markup('<div class="ks-comparison-region">')
_LONG_REGION = Markup('<div class="ks-comparison-region ks-comparison-region--many">')
_SCROLLED_REGION = Html(
    '<div class="ks-comparison-region ks-comparison-region--many ks-scroll" role="region" aria-labelledby="{}-titel">'
)
_TABLE = Html("""\
<table class="ks-table ks-comparison{}">
<caption id="{}-titel">{}</caption>
<thead><tr><th scope="col">{}</th>{}</tr></thead>
<tbody>""")
_END = Markup("</tbody>\n</table>\n</div>")
_MANY = Markup(" ks-comparison--many")
_TARGETS = Markup(" ks-comparison--targets")
_COLUMN = Html('<th scope="col"><a href="{}" lang="da">{}</a><br><span class="ks-byline">{}</span></th>')
_ROW = Html('<tr{}><th scope="row">{}</th>{}</tr>')
_ID = Html(' id="{}"')
_CELL = Html('<td data-label="{}">{}</td>')
_ABSENCE = Html('<em class="ks-comparison__absence">{}</em>')
_LIST = Html("<ul>{}</ul>")
_ITEM = Html("<li>{}</li>")
_QUOTE = Html('<a href="{}"{}><q>{}</q></a>')
_SAME_QUOTE = Html('<a href="{}"{} aria-label="{} ({}, {})"><q>{}</q></a>')
_DATA = Html('<a href="{}"{} aria-label="{} ({}, {})">{}</a>')

_DRAFT = Html('<br><span class="ks-byline"{}>{}</span>')
_HEAD = Html('<th scope="col">{}</th>')
_TARGET = Html(
    '<tr data-kommune="{}"><th scope="row" lang="da">{}{}</th><td data-label="{}"><span{}>{}</span></td>'
    '<td class="ks-comparison__value" data-label="{}">{}</td><td{} data-label="{}">{}</td>'
    '<td data-label="{}">{}</td><td data-label="{}">{}</td></tr>'
)


class Column(NamedTuple):
    """A municipality with the way to its current strategy."""

    slug: str
    name: str
    href: str
    document: str


class Link(NamedTuple):
    """A line of a cell; `quoted` when it is a passage of the document, `danish` when its words are the document's."""

    text: str
    href: str
    danish: bool = True
    quoted: bool = False


class Shown(NamedTuple):
    """A cell as it is shown: its lines, and in which way the document is silent."""

    links: tuple[Link, ...]
    absence: Absence | None = None


class Row(NamedTuple):
    """What the municipalities say, in the order of their columns."""

    name: str
    cells: Sequence[Shown]
    id: str | None = None


class TargetRow(NamedTuple):
    """A target of a municipality: its value as said, and the words that it stands in."""

    slug: str
    municipality: str
    target: Target
    value: str
    words: str
    href: str
    is_draft: bool = False


def comparison(page: PageInMaking, id: str, caption: str, first: str, columns: Sequence[Column], rows: Iterable[Row]) -> Markup:
    """A table with the municipalities as columns; `first` is the head of the column that names the rows.

    Between its cells there is no white space: a country has thousands of them, and a browser keeps each space.
    """
    many = len(columns) > FITTING
    heads = together(_COLUMN(each.href, each.name, each.document) for each in columns)
    names = [Markup.escape(each.name) for each in columns]
    absences = {each: _ABSENCE(page.words(f"absence.{each.value}")) for each in Absence}
    region = _SCROLLED_REGION(id) if many else _FITTING_REGION
    table = _TABLE(_MANY if many else EMPTY, id, caption, first, heads)
    return lines(region, table, *(_row(page, row, names, absences) for row in rows), _END)


def _row(page: PageInMaking, row: Row, names: Sequence[Markup], absences: dict[Absence, Markup]) -> Markup:
    name = Markup.escape(row.name)
    said = Counter(text for shown in row.cells for text in {link.text for link in shown.links})
    cells = (
        _CELL(
            municipality,
            lines(
                _links([_link(page, each, name, municipality, said) for each in shown.links]),
                absences[shown.absence] if shown.absence else EMPTY,
            ),
        )
        for municipality, shown in zip(names, row.cells, strict=True)
    )
    return _ROW(_ID(row.id) if row.id else EMPTY, name, together(cells))


def _links(links: list[Markup]) -> Markup:
    if len(links) < 2:
        return links[0] if links else EMPTY
    return _LIST(together(map(_ITEM, links)))


def _link(page: PageInMaking, link: Link, row: Markup, municipality: Markup, said: Mapping[str, int]) -> Markup:
    """Words that stand in many cells (2, Kanalstrategi) are called with their row and municipality too."""
    language = page.danish if link.danish else EMPTY
    text = Markup.escape(link.text)
    if link.quoted:
        alike = said[link.text] > 1
        return _SAME_QUOTE(link.href, language, text, row, municipality, text) if alike else _QUOTE(link.href, language, text)
    return _DATA(link.href, language, text, row, municipality, text)


def target_table(page: PageInMaking, id: str, caption: str, rows: Iterable[TargetRow], municipalities: int) -> Markup:
    """Every target of the municipalities, a row each."""
    words, region = page.words, _LONG_REGION if municipalities > FITTING else _FITTING_REGION
    first, *heads = (
        Markup.escape(words(f"comparison.{each}"))
        for each in ("municipality", "what", "value", "deadline", "finality", "words")
    )
    rows = tuple(rows)
    said = Counter(words for words, _ in {(row.words, row.slug) for row in rows})
    table = _TABLE(_TARGETS, id, caption, first, together(map(_HEAD, heads)))
    return lines(region, table, *(_target(page, row, heads, said[row.words] > 1) for row in rows), _END)


def _target(page: PageInMaking, row: TargetRow, heads: Sequence[Markup], is_said_by_others: bool) -> Markup:
    words, target, (what, value, deadline, finality, said) = page.words, row.target, heads
    silent = words("absence.ikke-angivet")
    if is_said_by_others:
        quote = _SAME_QUOTE(row.href, page.danish, row.words, words("comparison.targets"), row.municipality, row.words)
    else:
        quote = _QUOTE(row.href, page.danish, row.words)
    return _TARGET(
        row.slug, row.municipality, _DRAFT(page.own, words("status.udkast")) if row.is_draft else EMPTY,
        what, page.danish, f"{target.what} ({words('target.of')} {target.share_of})" if target.share_of else target.what,
        value, row.value,
        page.danish if target.deadline else EMPTY, deadline, target.deadline or silent,
        finality, words(f"finality.{target.finality.value}") if target.finality else silent,
        said, quote,
    )
