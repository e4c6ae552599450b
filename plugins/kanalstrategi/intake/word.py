"""Word (.docx) to blocks. python-docx opens the package; the tree is walked here, for it holds more than its paragraphs:
text boxes, tracked changes, fields, notes, numbers that are only formatting, headers and comments."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from io import BytesIO
from typing import Any, Final

from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import qn

from kanalstrategi.intake.blocks import (
    NOWHERE, Block, Doubt, Footnote, Heading, Item, LeftOut, Listing, Paragraph, Reading, Refusal, Run, Where,
    Words, plain, words_in,
)
from kanalstrategi.intake.characters import clean, clean_words, split_lines
from kanalstrategi.intake.grids import table
from kanalstrategi.intake.shape import shaped
from kanalstrategi.intake.word_inline import Fields, Line, line
from kanalstrategi.intake.word_numbers import Numbers, roman
from kanalstrategi.intake.word_styles import Styles

_DRAWN: Final = ("/main}t", "/chart}v")
_WATERMARK: Final = "{urn:schemas-microsoft-com:vml}textpath"
_MC: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_WORD: Final = re.compile(r"\w+")
_CONTENTS: Final = re.compile(r"(?i)toc( \d|heading|\b)|indholdsfortegnelse")


def read(data: bytes) -> Reading | Refusal:
    try:
        document = Document(BytesIO(data))
    except Exception:  # a damaged package fails in zipfile, lxml or python-docx, each with errors of its own
        return Refusal("damaged")
    return _Word(document).reading()


@dataclass(frozen=True)
class _Marked:
    """A paragraph of a list, before the list is put together."""

    depth: int
    mark: str
    paragraph: Paragraph


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
        self.marks: dict[str, str] = {}
        self.contents: list[str] = []
        self.initial: list[Run] = []

    def reading(self) -> Reading:
        blocks = shaped(tuple(self.flow(self.document.element.body, _links(self.part))))
        footnotes = tuple(self.footnotes())
        if self.contents:
            self.left_out.append(LeftOut("contents", " · ".join(self.contents)))
        self.left_out += [*self.unread(blocks, footnotes), *self.drawings(), *self.margins(), *self.comments()]
        return Reading(blocks, footnotes, tuple(self.left_out))

    # --- The running text

    def flow(self, parent: Any, links: dict[str, str]) -> Iterator[Block]:
        """The blocks below an element, with the paragraphs of its lists put together."""
        waiting: list[_Marked] = []
        for block in self.pieces(parent, links):
            if isinstance(block, _Marked):
                waiting.append(block)
                continue
            yield from _lists(waiting)
            waiting = []
            yield block
        yield from _lists(waiting)

    def pieces(self, parent: Any, links: dict[str, str]) -> Iterator[Block | _Marked]:
        for child in parent:
            if child.tag == qn("w:p"):
                yield from self.paragraph(child, links)
            elif child.tag == qn("w:tbl"):
                yield from self.table(child, links)
            elif child.tag == qn("w:sdt"):
                if child.find(f"{qn('w:sdtPr')}/{qn('w:docPartObj')}/{qn('w:docPartGallery')}[@{qn('w:val')}='Table of Contents']") is not None:
                    self.contents += [text for each in child.iter(qn("w:p")) if (text := self.text_of(each, links))]
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

    def text_of(self, paragraph: Any, links: dict[str, str]) -> str:
        return plain(clean_words(line(paragraph, links, self.fields, self.where).runs))

    def paragraph(self, element: Any, links: dict[str, str]) -> Iterator[Block | _Marked]:
        was_contents = self.fields.in_contents
        found = line(element, links, self.fields, self.where)
        style = self.styles.of(element)
        self.left_out += found.left_out
        if element.find(f"{qn('w:pPr')}/{qn('w:framePr')}[@{qn('w:dropCap')}]") is not None:
            self.initial += found.runs  # a big first letter stands in a paragraph of its own
            return
        found.runs, self.initial = [*self.initial, *found.runs], []
        if found.comments:
            found.doubt("comment")
        if was_contents or self.fields.in_contents or _CONTENTS.match(style.name):
            self.contents += [text] if (text := plain(clean_words(found.runs))) else []
        else:
            yield from self.placed(found, style, element)
        for picture in found.pictures:
            yield picture
        for box in found.boxes:
            yield from (_in_box(block) for block in self.flow(box, links))

    def placed(self, found: Line, style: Any, element: Any) -> Iterator[Block | _Marked]:
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
        lines = _paragraphs(words)
        size = self.styles.size(element, style)
        looks = [
            Paragraph(_bold(each) if style.bold else each, where, doubts if not index else (), size, style.is_caption, style.is_subtitle)
            for index, each in enumerate(lines)
        ]
        if mark is None:
            yield from looks
        else:
            yield _Marked(depth, mark, looks[0])
            for more in looks[1:]:
                yield _Marked(depth, "\0", more)

    # --- Tables

    def table(self, element: Any, links: dict[str, str]) -> Iterator[Block]:
        where = self.where
        rows = []
        for row in _rows(element):
            cells: list[tuple[Block, ...]] = []
            for cell in _cells(row):
                span = cell.find(f"{qn('w:tcPr')}/{qn('w:gridSpan')}")
                merged = cell.find(f"{qn('w:tcPr')}/{qn('w:vMerge')}")
                continued = merged is not None and merged.get(qn("w:val"), "continue") == "continue"
                cells.append(tuple(self.flow(cell, links)) if not continued else ())
                cells += [()] * (int(span.get(qn("w:val"), "1")) - 1 if span is not None else 0)
            rows.append(tuple(cells))
        yield from table(tuple(rows), _names_columns(element), where)

    # --- Notes, margins and comments

    def footnotes(self) -> Iterator[Footnote]:
        for kind, letter in (("footnotes", "f"), ("endnotes", "e")):
            part = self.related.get(kind)
            if part is None:
                continue
            used = list(self.document.element.body.iter(qn(f"w:{kind[:-1]}Reference")))
            order = list(dict.fromkeys(each.get(qn("w:id")) for each in used))
            links = _links(part)
            for note in parse_xml(part.blob):
                id = note.get(qn("w:id"))
                if note.get(qn("w:type"), "normal") not in ("normal",):
                    continue
                blocks = tuple(self.flow(note, links))
                if id in order:
                    mark = str(order.index(id) + 1) if letter == "f" else roman(order.index(id) + 1)
                    yield Footnote(f"{letter}{id}", mark, blocks)
                elif text := " ".join(plain(words) for block in blocks for words in words_in(block)):
                    self.left_out.append(LeftOut("footnote", text))

    def margins(self) -> Iterator[LeftOut]:
        """The words of headers and footers, each once."""
        seen: set[tuple[str, str]] = set()
        for relation in self.part.rels.values():
            kind = relation.reltype.rpartition("/")[2]
            if kind not in ("header", "footer"):
                continue
            root = relation.target_part.element if hasattr(relation.target_part, "element") else parse_xml(relation.target_part.blob)
            for element in root.iter(qn("w:p")):
                behind = "".join(each.get("string", "") for each in element.iter(_WATERMARK))
                text = self.text_of(element, _links(relation.target_part)) or clean(behind)
                if text and (kind, text) not in seen:
                    seen.add((kind, text))
                    yield LeftOut(kind, text)

    def comments(self) -> Iterator[LeftOut]:
        part = self.related.get("comments")
        if part is None:
            return
        root = part.element if hasattr(part, "element") else parse_xml(part.blob)
        for comment in root.iter(qn("w:comment")):
            text = " ".join(filter(None, (self.text_of(each, {}) for each in comment.iter(qn("w:p")))))
            if text:
                yield LeftOut("comment", text)

    def drawings(self) -> Iterator[LeftOut]:
        """The words of charts and drawings, which stand in parts of their own."""
        for relation in self.part.rels.values():
            if relation.reltype.rpartition("/")[2] in ("diagramData", "chart", "chartEx"):
                root = parse_xml(relation.target_part.blob)
                found = (clean(each.text or "").strip() for each in root.iter() if isinstance(each.tag, str) and each.tag.endswith(_DRAWN))
                if text := " · ".join(dict.fromkeys(filter(None, found))):
                    yield LeftOut("drawing", text)

    def unread(self, blocks: tuple[Block, ...], footnotes: tuple[Footnote, ...]) -> Iterator[LeftOut]:
        """The words of the body that reached neither the blocks nor the list of what is left out: none, unless Word
        has a corner that is not known here."""
        within = [*blocks, *(block for note in footnotes for block in note.blocks)]
        known = Counter(_WORD.findall(" ".join("".join(run.text for run in words) for block in within for words in words_in(block))))
        known += Counter(_WORD.findall(" ".join(each.text for each in self.left_out)))
        said = Counter(_WORD.findall(" ".join(_raw(self.document.element.body))))
        letters = Counter("".join(said.elements())) - Counter("".join(known.elements()))
        if (missing := said - known) and letters:
            yield LeftOut("unread", " ".join(missing.elements()))


def _raw(body: Any) -> Iterator[str]:
    """All characters of the body, paragraph by paragraph, of two versions of one thing only the first."""
    for paragraph in body.iter(qn("w:p")):
        own = paragraph.iter(qn("w:t"), qn("w:tab"), qn("w:br"), qn("w:cr"), qn("w:noBreakHyphen"))
        pieces = (each for each in own if next(each.iterancestors(qn("w:p"))) is paragraph and not _is_hidden(each))
        if next(paragraph.iterancestors(f"{_MC}Fallback"), None) is None:
            yield clean("".join(each.text or "" if each.tag == qn("w:t") else " " for each in pieces))


def _is_hidden(element: Any) -> bool:
    """Whether characters are hidden or moved away; these are named on their own."""
    run = next(element.iterancestors(qn("w:r")), None)
    hidden = run is not None and run.find(f"{qn('w:rPr')}/{qn('w:vanish')}") is not None
    return hidden or next(element.iterancestors(qn("w:moveFrom")), None) is not None


def _links(part: Any) -> dict[str, str]:
    return {id: relation.target_ref for id, relation in part.rels.items() if relation.is_external}


def _rows(element: Any) -> Iterator[Any]:
    for child in element:
        if child.tag == qn("w:tr"):
            yield child
        elif child.tag in (qn("w:sdt"), qn("w:sdtContent"), qn("w:ins"), qn("w:customXml")):
            yield from _rows(child)


def _cells(row: Any) -> Iterator[Any]:
    for child in row:
        if child.tag == qn("w:tc"):
            yield child
        elif child.tag in (qn("w:sdt"), qn("w:sdtContent"), qn("w:customXml")):
            yield from _cells(child)


def _names_columns(element: Any) -> bool | None:
    """Whether the first row names the columns: yes where Word repeats it, unknown otherwise."""
    first = next(_rows(element), None)
    if first is None:
        return None
    flag = first.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}")
    if flag is not None and flag.get(qn("w:val"), "true") not in ("0", "false", "off"):
        return True
    return None


def _paragraphs(words: Words) -> list[Words]:
    """The words as paragraphs: a line break inside a sentence only joins, any other parts."""
    lines = split_lines(words)
    joined: list[Words] = []
    for each in lines:
        before, text = plain(joined[-1]) if joined else "", plain(each)
        goes_on = before and not re.search(r"[.:;!?»”\"]$", before) and text[:1].islower()
        if goes_on:
            joined[-1] = clean_words((*joined[-1], Run(" "), *each))
        else:
            joined.append(each)
    return joined


def _bold(words: Words) -> Words:
    return tuple(replace(run, bold=True) for run in words)


def _in_box(block: Block) -> Block:
    return replace(block, doubts=(*block.doubts, Doubt("box"))) if not isinstance(block, Heading) else block


def _lists(marked: list[_Marked]) -> Iterator[Listing]:
    """Paragraphs with marks as lists inside lists, by their depth."""
    if marked:
        yield _listing(marked, min(each.depth for each in marked))


def _listing(marked: list[_Marked], depth: int) -> Listing:
    items: list[Item] = []
    inner: list[_Marked] = []

    def close() -> None:
        nonlocal inner
        if inner:
            below = _listing(inner, min(each.depth for each in inner))
            last = items.pop() if items else Item("", ())
            items.append(Item(last.mark, (*last.blocks, below)))
            inner = []

    for each in marked:
        if each.depth > depth:
            inner.append(each)
        elif each.mark == "\0" and items:
            close()
            items[-1] = Item(items[-1].mark, (*items[-1].blocks, each.paragraph))
        else:
            close()
            items.append(Item(each.mark, (each.paragraph,)))
    close()
    return Listing(tuple(items), marked[0].paragraph.where)
