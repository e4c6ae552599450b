"""The hearing note as the one file of a Word document that holds text: paragraphs with a style, and a table."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Final

from markupsafe import escape

from kanalstrategi.components import Prose
from kanalstrategi.components.remarks import ChangedPlace
from kanalstrategi.i18n import Catalog
from kanalstrategi.pages.hearing.view import Party
from kanalstrategi.pages.hearing_note.view import HearingNote, NotedPoint
from kanalstrategi.pages.page import plain
from kanalstrategi.site.remarks import TiedQuote, TiedRemark
from kanalstrategi.strategy.anchoring import Likeness
from kanalstrategi.strategy.hearing import Answer, Change
from kanalstrategi.strategy.text import Text

DECLARATION: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

_END_OF_PARAGRAPH: Final = re.compile(r"</p>|</li>|<ul>|<ol")
_SIDES: Final = ("top", "left", "bottom", "right", "insideH", "insideV")
_BORDERS: Final = "".join(f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="5D707B"/>' for side in _SIDES)
_TABLE: Final = (
    f'<w:tbl><w:tblPr><w:tblW w:w="9000" w:type="dxa"/><w:tblBorders>{_BORDERS}</w:tblBorders>'
    '<w:tblLook w:firstRow="1" w:firstColumn="1" w:noVBand="1"/></w:tblPr>'
    '<w:tblGrid><w:gridCol w:w="3000"/><w:gridCol w:w="3000"/><w:gridCol w:w="3000"/></w:tblGrid>\n'
)
_PAGE: Final = (
    '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1417" w:right="1417" w:bottom="1417" w:left="1417"'
    ' w:header="708" w:footer="708" w:gutter="0"/></w:sectPr>\n'
)

Changed = Callable[[Change], ChangedPlace]


def document(note: HearingNote, words: Catalog, changed: Changed) -> str:
    """The whole file; `changed` says which passage a change is of."""
    name = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    body = "".join(_body(note, words, changed))
    return f'{DECLARATION}<w:document xmlns:w="{name}"><w:body>\n{body}{_PAGE}</w:body></w:document>'


def _body(note: HearingNote, words: Catalog, changed: Changed) -> Iterator[str]:
    yield _paragraph(note.title, "Heading1")
    yield _paragraph(words("hearing_note.facts"), "Heading2")
    for label, value in note.facts:
        yield _labelled(label if label.endswith("?") else f"{label}:", value)
    yield from map(_paragraph, paragraphs(note.about))
    if note.only_quoted:
        yield _paragraph(words("hearing.only_quoted"))
    yield _paragraph(words("hearing.parties"), "Heading2")
    if note.parties:
        yield _table(note.parties, words)
    if not note.parties_known:
        yield _paragraph(words("hearing.others_not_stated" if note.parties else "hearing.not_stated"))
    yield _paragraph(words("hearing_note.points"), "Heading2")
    yield _paragraph(note.summary)
    for response in note.responses:
        yield _paragraph(response.party, "Heading3")
        if response.title:
            yield _labelled(f"{words('hearing.title')}:", response.title)
        yield from map(_paragraph, paragraphs(response.text))
        if response.summary:
            yield _paragraph(response.summary)
        for point in response.points:
            yield from _point(point, words, changed)


def _table(parties: Iterable[Party], words: Catalog) -> str:
    """Who was heard, who has responded, and when."""
    head = [words(f"hearing_note.{name}") for name in ("party", "response", "received")]
    rows = [_row(head, "<w:tblHeader/>", bold=True)]
    for party in parties:
        day = words.date(party.received) if party.received else words("hearing_note.no_day") if party.anchor else "–"
        rows.append(_row([party.name, words("hearing_note.yes" if party.anchor else "hearing_note.no"), day]))
    return f"{_TABLE}{''.join(rows)}</w:tbl>\n<w:p/>\n"


def _row(cells: Iterable[str], kind: str = "", *, bold: bool = False) -> str:
    width = '<w:tcPr><w:tcW w:w="3000" w:type="dxa"/></w:tcPr>'
    held = "".join(f"<w:tc>{width}<w:p>{_run(cell, bold=bold)}</w:p></w:tc>\n" for cell in cells)
    return f"<w:tr><w:trPr><w:cantSplit/>{kind}</w:trPr>{held}</w:tr>\n"


def _point(point: NotedPoint, words: Catalog, changed: Changed) -> Iterator[str]:
    yield _paragraph(point.heading, "Heading4")
    yield _quotes(point.quotes, words)
    for number, tied in point.remarks:
        yield from _remark(number, tied, words)
        if tied.remark.answer:
            yield from _answer(tied.remark.answer, words, changed)
        else:
            yield _paragraph(words("answer.none"), "Answer", bold=True)


def _remark(number: int, tied: TiedRemark, words: Catalog) -> Iterator[str]:
    kinds = ", ".join(words(f"remark.{kind.value}") for kind in tied.remark.kinds)
    yield _labelled(words("hearing_note.remark", number=number), f"({kinds})", "Remark")
    yield _quotes(tied.quotes, words)
    for line in paragraphs(tied.remark.text):
        yield _paragraph(line)


def _answer(answer: Answer, words: Catalog, changed: Changed) -> Iterator[str]:
    status = words(f"answer.{answer.status.value}")
    yield _labelled(words("answer.lead"), f"{status}, {words.date(answer.day)}" if answer.day else status, "Answer")
    for line in paragraphs(answer.reason):
        yield _paragraph(line, "Answer")
    for change in answer.changes:
        name = changed(change).name
        yield _labelled(words("change.made"), f"{name}: {change.what}" if change.what else name, "Answer")


def _quotes(quotes: Iterable[TiedQuote], words: Catalog) -> str:
    """What is quoted, and how it stands in the edition now, where that is otherwise."""
    found = []
    for tied in quotes:
        likeness = tied.found.likeness
        found.append(_paragraph(f"»{tied.quote.exact}«", "Quote"))
        if likeness is not Likeness.EXACT or tied.moved:
            key = "quote.moved_away" if tied.moved else f"quote.{likeness.value}"
            found.append(_paragraph(words(key, percent=tied.found.percent)))
            if likeness in (Likeness.NORMALISED, Likeness.NEAR):
                found.append(_labelled(words("quote.now"), f"»{tied.found.words}«"))
    return f"{_paragraph(words('hearing.quote'), bold=True)}{''.join(found)}\n" if found else "\n"


def _paragraph(text: str, style: str = "", *, bold: bool = False) -> str:
    return f"<w:p>{_styled(style)}{_run(text, bold=bold)}</w:p>\n\n"


def _labelled(label: str, text: str, style: str = "") -> str:
    """A paragraph that begins with a label in bold type."""
    return f"<w:p>{_styled(style)}{_run(f'{label} ', bold=True)}{_run(text)}</w:p>\n\n"


def _styled(style: str) -> str:
    return f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""


def _run(text: str, *, bold: bool = False) -> str:
    return f'<w:r>{"<w:rPr><w:b/></w:rPr>" if bold else ""}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def paragraphs(text: Text) -> Iterator[str]:
    """Running text as plain paragraphs, a list item on each line of its own."""
    for block in text:
        if block.prose:
            html = Prose()(block.prose)
            yield from (line for piece in _END_OF_PARAGRAPH.split(html) if (line := plain(piece)))
        elif block.note:
            yield block.note.text
