"""Word (.docx) to blocks. python-docx opens the package; the tree is walked here, for it holds more than its paragraphs:
text boxes, tracked changes, fields, notes, numbers that are only formatting, headers and comments."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from io import BytesIO
from typing import Any, Final

from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import qn

from kanalstrategi.intake.blocks import (
    NOWHERE, Block, Doubt, Footnote, Heading, LeftOut, Paragraph, Reading, Refusal, Run, Where, Words, plain, words_in,
)
from kanalstrategi.intake.characters import clean_words, paragraphs_of, without_start
from kanalstrategi.intake.grids import table
from kanalstrategi.intake.shape import shaped
from kanalstrategi.intake.word_beside import comments, margins, unread
from kanalstrategi.intake.word_drawings import charts, diagram
from kanalstrategi.intake.word_inline import Fields, Line, custom_mark, line, links_of, text_of
from kanalstrategi.intake.word_lists import GOES_ON, Marked, lists
from kanalstrategi.intake.word_numbers import Numbers, in_words
from kanalstrategi.intake.word_styles import Styles
from kanalstrategi.intake.word_tables import before_cells, cells_of, names_columns, rows_of

_CONTENTS: Final = re.compile(r"(?i)toc( \d|heading|\b)|indholdsfortegnelse")


def read(data: bytes) -> Reading | Refusal:
    try:
        document = Document(BytesIO(data))
    except Exception:  # a damaged package fails in zipfile, lxml or python-docx, each with errors of its own
        return Refusal("damaged")
    return _Word(document).reading()


@dataclass
class _Word:
    document: Any
    left_out: list[LeftOut] = field(default_factory=list)
    fields: Fields = field(default_factory=Fields)
    under: str = ""

    def __post_init__(self) -> None:
        self.part = self.document.part
        self.styles = Styles(self.document.styles.element)
        related = {relation.reltype.rpartition("/")[2]: relation for relation in self.part.rels.values()}
        self.related = {kind: each.target_part for kind, each in related.items() if not each.is_external}
        numbering = self.related.get("numbering")
        self.numbers = Numbers(parse_xml(numbering.blob) if numbering is not None else None)
        self.contents: list[str] = []
        self.initial: list[Run] = []

    def reading(self) -> Reading:
        blocks = shaped(tuple(self.flow(self.document.element.body, links_of(self.part))))
        footnotes = tuple(self.footnotes())
        if self.contents:
            self.left_out.append(LeftOut("contents", " · ".join(self.contents)))
        reading = Reading(blocks, footnotes, tuple(self.left_out))
        beside = [*unread(self.document.element.body, reading), *charts(self.part), *margins(self.part), *comments(self.part)]
        return replace(reading, left_out=(*reading.left_out, *beside))

    # --- The running text

    def flow(self, parent: Any, links: dict[str, str]) -> Iterator[Block]:
        """The blocks below an element, with the paragraphs of its lists put together."""
        waiting: list[Marked] = []
        for block in self.pieces(parent, links):
            if isinstance(block, Marked):
                waiting.append(block)
                continue
            yield from lists(waiting)
            waiting = []
            yield block
        yield from lists(waiting)

    def pieces(self, parent: Any, links: dict[str, str]) -> Iterator[Block | Marked]:
        for child in parent:
            if child.tag == qn("w:p"):
                yield from self.paragraph(child, links)
            elif child.tag == qn("w:tbl"):
                yield from self.table(child, links)
            elif child.tag == qn("w:sdt"):
                if child.find(f"{qn('w:sdtPr')}/{qn('w:docPartObj')}/{qn('w:docPartGallery')}[@{qn('w:val')}='Table of Contents']") is not None:
                    self.contents += [text for each in child.iter(qn("w:p")) if (text := text_of(each, links, self.fields))]
                else:
                    content = child.find(qn("w:sdtContent"))
                    yield from self.pieces(content if content is not None else (), links)
            elif child.tag == qn("w:altChunk"):
                self.left_out.append(LeftOut("embedded", child.get(qn("r:id"), ""), self.where))
            elif child.tag in (qn("w:ins"), qn("w:moveTo"), qn("w:customXml"), qn("w:smartTag")):
                yield from self.pieces(child, links)

    @property
    def where(self) -> Where:
        return Where("heading", heading=self.under) if self.under else NOWHERE

    def paragraph(self, element: Any, links: dict[str, str]) -> Iterator[Block | Marked]:
        was_contents = self.fields.in_contents
        found = line(element, links, self.fields, self.where, self.styles)
        style = self.styles.of(element)
        self.left_out += found.left_out
        if element.find(f"{qn('w:pPr')}/{qn('w:framePr')}[@{qn('w:dropCap')}]") is not None:
            self.initial += found.runs  # a big first letter stands in a paragraph of its own
            return
        found.runs, self.initial = [*self.initial, *found.runs], []
        if element.find(f"{qn('w:pPr')}/{qn('w:rPr')}/{qn('w:del')}") is not None:
            self.initial, found.runs = found.runs, []  # where its end is deleted, a paragraph runs on into the next
        if found.comments:
            found.doubt("comment")
        if was_contents or self.fields.in_contents or _CONTENTS.match(style.name) or _leads_to_a_heading(element):
            self.contents += [text] if (text := plain(clean_words(found.runs))) else []
        else:
            yield from self.placed(found, style, element)
        for index, picture in enumerate(found.pictures):
            yield replace(picture, lines=diagram(self.part, found.diagrams[index])) if index in found.diagrams else picture
        for box in found.boxes:
            yield from (_in_box(block) for block in self.flow(box, links))

    def placed(self, found: Line, style: Any, element: Any) -> Iterator[Block | Marked]:
        where, doubts = self.where, tuple(found.doubts)
        words = clean_words(found.runs)
        if not plain(words) and not any(run.footnote for run in words):
            return
        depth = style.depth if style.depth is not None else self.numbers.depth_of(style.list or "", style.ids)
        mark = self.numbers.mark(style.list, depth) if style.list else None
        if style.level or style.is_title:
            numbered = (Run(f"{mark} "), *words) if mark else words
            one_line = tuple(replace(run, text=run.text.replace("\n", " ")) for run in numbered)
            self.under = plain(one_line)
            yield Heading(style.level or 1, one_line, where, doubts, style.is_title)
            return
        lines = paragraphs_of(words)
        size = self.styles.size(element, style)
        looks = [
            Paragraph(_bold(each) if style.bold else each, where, doubts if not index else (), size, style.is_caption, style.is_subtitle)
            for index, each in enumerate(lines)
        ]
        if mark is None:
            yield from looks
        else:
            inner = depth or style.inner
            yield Marked(inner, mark, looks[0])
            for more in looks[1:]:
                yield Marked(inner, GOES_ON, more)

    # --- Tables

    def table(self, element: Any, links: dict[str, str]) -> Iterator[Block]:
        where = self.where
        rows = []
        for row in rows_of(element):
            cells: list[tuple[Block, ...]] = [()] * before_cells(row)
            for cell in cells_of(row):
                span = cell.find(f"{qn('w:tcPr')}/{qn('w:gridSpan')}")
                merged = cell.find(f"{qn('w:tcPr')}/{qn('w:vMerge')}")
                continued = merged is not None and merged.get(qn("w:val"), "continue") == "continue"
                cells.append(tuple(self.flow(cell, links)) if not continued else ())
                cells += [()] * (int(span.get(qn("w:val"), "1")) - 1 if span is not None else 0)
            rows.append(tuple(cells))
        yield from table(tuple(rows), names_columns(element), where)

    # --- Notes

    def footnotes(self) -> Iterator[Footnote]:
        for kind, letter in (("footnotes", "f"), ("endnotes", "e")):
            part = self.related.get(kind)
            if part is None:
                continue
            marks = self.marks_of(kind[:-1])
            links = links_of(part)
            for note in parse_xml(part.blob):
                id = note.get(qn("w:id"))
                if note.get(qn("w:type"), "normal") not in ("normal",):
                    continue
                blocks = tuple(self.flow(note, links))
                if id in marks:
                    yield Footnote(f"{letter}{id}", marks[id], _without(marks[id], blocks))
                elif text := " ".join(plain(words) for block in blocks for words in words_in(block)):
                    self.left_out.append(LeftOut("footnote", text))

    def marks_of(self, kind: str) -> dict[str, str]:
        """The marks of the notes in the text, by their ids: an author's own sign, or the number that Word counts."""
        settings = self.related.get("settings")
        places = [self.document.element.body, *([settings.element] if settings is not None else [])]
        said = [each for place in places for each in place.iter(qn(f"w:{kind}Pr"))]
        form = next((each.get(qn("w:val")) for every in said for each in every.findall(qn("w:numFmt"))), "")
        usual = "decimal" if kind == "footnote" else "lowerRoman"
        marks: dict[str, str] = {}
        count = 0
        for reference in self.document.element.body.iter(qn(f"w:{kind}Reference")):
            id, own = reference.get(qn("w:id")), custom_mark(reference)
            if id not in marks:
                count += not own
                marks[id] = own or in_words(count, form or usual)
        return marks


def _without(mark: str, blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """A note without the sign that its author has typed before it; Word's own numbers are no text."""
    first = blocks[0] if blocks else None
    if mark.isalnum() or not isinstance(first, Paragraph) or not first.text.startswith(mark):
        return blocks
    return (replace(first, words=without_start(first.words, len(mark))), *blocks[1:])


def _bold(words: Words) -> Words:
    return tuple(replace(run, bold=True) for run in words)


def _leads_to_a_heading(paragraph: Any) -> bool:
    """Whether a paragraph is nothing but a link to a heading that Word marked for its table of contents."""
    links = [link for link in paragraph.findall(qn("w:hyperlink")) if link.get(qn("w:anchor"), "").startswith("_Toc")]
    return bool(links) and not any((text.text or "").strip() for run in paragraph.findall(qn("w:r")) for text in run.iter(qn("w:t")))


def _in_box(block: Block) -> Block:
    return replace(block, doubts=(*block.doubts, Doubt("box"))) if not isinstance(block, Heading) else block
