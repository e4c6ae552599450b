"""A table of data, which says where a value or a heading of the document is lost."""

from __future__ import annotations

from markupsafe import Markup

from kanalstrategi.components.html import EMPTY, Html, lines, together
from kanalstrategi.components.page import PageInMaking
from kanalstrategi.strategy.text import Row, Table

_TABLE = Html(
    '<div class="ks-scroll" id="tabel-{}">\n<table class="ks-table ks-table--data"{}>\n{}\n'
    "<thead><tr>\n{}\n</tr>\n{}</thead>\n<tbody>\n{}\n</tbody>\n</table>\n</div>\n{}"
)
_CAPTION = Html(
    '<caption id="tabel-{}-titel">{}{} <a class="ks-table__link" href="#tabel-{}"{} aria-label="{}">{}</a></caption>'
)
_EDITORS = Html(' <span class="ks-byline"{}>{}</span>')
_COLUMN = Html('<th scope="col"{}>{}</th>')
_NO_COLUMN = Html('<em class="ks-lost">{}</em>')
_UNITS = Html('<tr class="ks-table__unit"><td></td>{}</tr>\n')
_UNIT = Html(" <td>{}</td>")
_ROW = Html("<tr{}>{}{}</tr>")
_TOTAL = Markup(' class="ks-table__total"')
_LABEL = Html('<th scope="row">{}</th>')
_BLANK = Markup("<td></td>")
_VALUE = Html(' <td data-label="{}"{}>{}</td>')
_WORDS = Markup(' class="ks-table__words"')
_LOST = Html('<em class="ks-lost"{}>{}</em>')
_NOTE = Html('<p class="ks-table__note"{}>{}</p>')


def data_table(page: PageInMaking, table: Table) -> Markup:
    no_column = _NO_COLUMN(page.words("table.no_column"))
    looks = _looks(table)
    columns = (_column(column, look, no_column) for column, look in zip(table.columns, (EMPTY, *looks), strict=True))
    units = _UNITS(_UNIT(table.unit) * (len(table.columns) - 1)) if table.unit else EMPTY
    rows = _rows(page, table, looks)
    note = _NOTE(page.danish, table.note) if table.note else EMPTY
    return _TABLE(table.id, page.danish, _caption(page, table), lines(*columns), units, rows, note)


def _caption(page: PageInMaking, table: Table) -> Markup:
    words = page.words
    title = table.title or table.editors_title or words("table.untitled")
    editors = EMPTY if table.title else _EDITORS(page.own, words("editors.title"))
    name = words("tools.link.name", heading=title)
    return _CAPTION(table.id, title, editors, table.id, page.own, name, words("tools.link"))


def _looks(table: Table) -> list[Markup]:
    """How each column but the first looks: words stand to the left, numbers to the right."""
    columns = ([row.cells[place] for row in table.rows] for place in range(len(table.columns) - 1))
    return [_WORDS if any(cell and _is_words(cell) for cell in column) else EMPTY for column in columns]


def _is_words(cell: str) -> bool:
    """Whether a cell is words and no number; a dash for none is neither."""
    return any(sign.isalpha() for sign in cell) and not any(sign.isdigit() for sign in cell)


def _column(text: str | None, look: Markup, lost: Markup) -> Markup:
    return _BLANK if text == "" else _COLUMN(look, lost if text is None else text)


def _rows(page: PageInMaking, table: Table, looks: list[Markup]) -> Markup:
    """The rows. A narrow screen shows each cell with the heading of its column, so each knows it."""
    lost = _LOST(page.own, page.words("table.lost"))
    unit = f" ({table.unit})" if table.unit else ""
    names = [page.words("table.no_column") if column is None else column for column in table.columns[1:]]
    labels = [f"{name}{unit}" for name in names]
    return lines(*(_row(row, labels, looks, lost) for row in table.rows))


def _row(row: Row, labels: list[str], looks: list[Markup], lost: Markup) -> Markup:
    values = (
        _VALUE(label, look, lost if value is None else value)
        for label, look, value in zip(labels, looks, row.cells, strict=True)
    )
    return _ROW(_TOTAL if row.total else EMPTY, _label(row.label, lost), together(values))


def _label(text: str | None, lost: Markup) -> Markup:
    """A row's heading; one that is empty in the document is none."""
    return _BLANK if text == "" else _LABEL(lost if text is None else text)
