"""The characters of a Word paragraph: runs with their look, links and footnote marks, and what stands beside them.

Fields show their result, not their code. Deleted text of a tracked change is not part of the document;
inserted text is. Text boxes and pictures are handed back for the paragraph's reader to place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Final

from docx.oxml.ns import qn

from kanalstrategi.intake.blocks import NOWHERE, Doubt, LeftOut, Picture, Run, Where, plain
from kanalstrategi.intake.characters import clean, clean_words, lowered, raised
from kanalstrategi.intake.word_looks import Look
from kanalstrategi.intake.word_styles import Styles

_MC: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_MATH: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_VML: Final = "{urn:schemas-microsoft-com:vml}"
_DRAWN: Final = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_DIAGRAM: Final = "{http://schemas.openxmlformats.org/drawingml/2006/diagram}"
_CHART: Final = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
# What the fonts Symbol and Wingdings draw for the codes that lists and forms use.
_SYMBOLS: Final = {"F0B7": "•", "F0A7": "▪", "F0D8": "➢", "F0FC": "✓", "F0A8": "□", "F0E0": "→", "F0FE": "☒", "F06F": "□"}
_LETTERS: Final = {"w:tab": " ", "w:ptab": " ", "w:noBreakHyphen": "-", "w:cr": "\n"}


@dataclass
class Line:
    """What a paragraph holds. `styles` are those of its document, `letters` what its own says of its characters."""

    styles: Styles | None = None
    letters: tuple[Any, ...] = ()
    runs: list[Run] = field(default_factory=list)
    pictures: list[Picture] = field(default_factory=list)
    diagrams: dict[int, str] = field(default_factory=dict)
    """Which of the pictures are drawn from words, and the relation that leads to these."""
    boxes: list[Any] = field(default_factory=list)
    left_out: list[LeftOut] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)
    comments: list[str] = field(default_factory=list)

    def doubt(self, kind: str) -> None:
        if all(each.kind != kind for each in self.doubts):
            self.doubts.append(Doubt(kind))


@dataclass
class Fields:
    """The fields that are open; one may run over several paragraphs, as a table of contents does."""

    open: list[list[str]] = field(default_factory=list)

    @property
    def in_code(self) -> bool:
        return any(part == "code" for part, _ in self.open)

    @property
    def in_contents(self) -> bool:
        return any(re.match(r"\s*TOC\b", code) for _, code in self.open)

    @property
    def link(self) -> str:
        for _, code in reversed(self.open):
            if match := re.match(r'\s*HYPERLINK\s+"([^"]+)"', code):
                return match[1]
        return ""


def line(paragraph: Any, links: dict[str, str], fields: Fields, where: Where, styles: Styles | None = None) -> Line:
    """Read one paragraph; `links` are the addresses of its part by relation."""
    found = Line(styles, tuple(styles.of_letters(paragraph)) if styles else ())
    _children(paragraph, found, links, fields, where, "")
    return found


def text_of(paragraph: Any, links: dict[str, str], fields: Fields | None = None) -> str:
    """The words of a paragraph alone, on one line."""
    return plain(clean_words(line(paragraph, links, fields or Fields(), NOWHERE).runs))


def links_of(part: Any) -> dict[str, str]:
    """The addresses that a part leads to, by relation."""
    return {id: relation.target_ref for id, relation in part.rels.items() if relation.is_external}


def _children(parent: Any, found: Line, links: dict[str, str], fields: Fields, where: Where, link: str) -> None:
    for child in parent:
        name = child.tag
        if name == qn("w:r"):
            _run(child, found, links, fields, where, link)
        elif name == qn("w:hyperlink"):
            address = links.get(child.get(qn("r:id"), ""), "")
            anchor = child.get(qn("w:anchor"), "")
            _children(child, found, links, fields, where, f"{address}#{anchor}" if address and anchor else address)
        elif name in (qn("w:del"), qn("w:moveFrom")):
            kind = "deleted" if name == qn("w:del") else "moved"
            _leave(found, kind, "".join(_texts(child)), where)
        elif name in (qn("w:ins"), qn("w:moveTo")):
            found.doubt("inserted")
            _children(child, found, links, fields, where, link)
        elif name == qn("w:fldSimple"):
            fields.open.append(["result", child.get(qn("w:instr"), "")])
            _children(child, found, links, fields, where, link)
            fields.open.pop()
        elif name == qn("w:sdt"):
            _control(child, found, links, fields, where, link)
        elif name in (f"{_MATH}oMath", f"{_MATH}oMathPara"):
            found.doubt("formula")
            found.runs.append(Run("".join(text.text or "" for text in child.iter(f"{_MATH}t"))))
        elif name == qn("w:commentRangeStart"):
            found.comments.append(child.get(qn("w:id"), ""))
        elif name not in (qn("w:pPr"), qn("w:rPr"), qn("w:sdtPr")):
            _children(child, found, links, fields, where, link)


def _control(control: Any, found: Line, links: dict[str, str], fields: Fields, where: Where, link: str) -> None:
    content = control.find(qn("w:sdtContent"))
    if content is None:
        return
    if control.find(f"{qn('w:sdtPr')}/{qn('w:showingPlcHdr')}") is not None:
        _leave(found, "placeholder", "".join(_texts(content)), where)
    else:
        _children(content, found, links, fields, where, link)


def _run(run: Any, found: Line, links: dict[str, str], fields: Fields, where: Where, link: str) -> None:
    look = Look(run, found.styles, found.letters)
    if look.hidden:
        _leave(found, "hidden", "".join(_texts(run)), where)
        return
    if look.struck:
        found.doubt("struck")
    bold, italic = look.bold, look.italic
    for child in run:
        name = child.tag
        if name == qn("w:fldChar"):
            _field(child, fields)
        elif name == qn("w:instrText"):
            if fields.open:
                fields.open[-1][1] += child.text or ""
        elif fields.in_code:
            continue
        elif (text := _letter(child, found)) is not None:
            found.runs.append(Run(_at_height(text, look.height), bold, italic, link or fields.link))
        elif name in (qn("w:footnoteReference"), qn("w:endnoteReference")):
            kind = "f" if name == qn("w:footnoteReference") else "e"
            found.runs.append(Run("", footnote=f"{kind}{child.get(qn('w:id'))}"))
            if custom_mark(child):
                return
        elif name == qn("w:commentReference"):
            found.comments.append(child.get(qn("w:id"), ""))
        elif name in (qn("w:drawing"), qn("w:pict"), qn("w:object"), f"{_MC}AlternateContent"):
            _drawing(child, found, where)
        elif name == qn("w:ruby"):
            found.runs.append(Run("".join(_texts(child)), bold, italic, link))


def custom_mark(reference: Any) -> str:
    """The sign that an author has typed for a footnote, in place of its number: the rest of the run."""
    if reference.get(qn("w:customMarkFollows"), "0") in ("0", "false", "off"):
        return ""
    return "".join(each.text or "" for each in reference.itersiblings(qn("w:t"))).strip()


def _at_height(text: str, height: str) -> str:
    match height:
        case "superscript":
            return raised(text)
        case "subscript":
            return lowered(text)
    return text


def _letter(child: Any, found: Line) -> str | None:
    name = child.tag
    if name == qn("w:t"):
        return child.text or ""
    if name == qn("w:br"):
        return "\n" if child.get(qn("w:type"), "textWrapping") == "textWrapping" else " "
    if name == qn("w:sym"):
        code = child.get(qn("w:char"), "").upper()
        if code not in _SYMBOLS:
            found.doubt("symbol")
        return _SYMBOLS.get(code, "\ufffd")
    return next((text for each, text in _LETTERS.items() if name == qn(each)), None)


def _field(mark: Any, fields: Fields) -> None:
    match mark.get(qn("w:fldCharType")):
        case "begin":
            fields.open.append(["code", ""])
        case "separate" if fields.open:
            fields.open[-1][0] = "result"
        case "end" if fields.open:
            fields.open.pop()


def _drawing(drawing: Any, found: Line, where: Where) -> None:
    """A picture, a text box or a drawing; of two versions of one thing only the first."""
    if drawing.tag == f"{_MC}AlternateContent":
        chosen = next(iter(drawing), None)
        if chosen is not None:
            _drawing(chosen, found, where)
        return
    for choice in [*drawing.iter(f"{_MC}AlternateContent")]:
        for other in list(choice)[1:]:
            choice.remove(other)
    found.runs += [Run(clean(drawn.get("string", ""))) for drawn in drawing.iter(f"{_VML}textpath")]
    boxes = [box for box in drawing.iter(qn("w:txbxContent")) if _outermost(box, drawing)]
    found.boxes += boxes
    words = " – ".join(dict.fromkeys(filter(None, (clean(text).strip() for text in _alternatives(drawing)))))
    has_picture = any(True for _ in drawing.iter(f"{_DRAWN}blip", f"{_VML}imagedata"))
    diagram = next((each.get(qn("r:dm"), "") for each in drawing.iter(f"{_DIAGRAM}relIds")), "")
    chart = any(True for _ in drawing.iter(f"{_CHART}chart"))
    if has_picture or diagram or chart or (words and not boxes):
        doubts = (Doubt("diagram"),) if diagram else (Doubt("drawn"),) if chart else ()
        if diagram:
            found.diagrams[len(found.pictures)] = diagram
        found.pictures.append(Picture(clean_words([Run(words)]), where, doubts=doubts))


def _outermost(box: Any, top: Any) -> bool:
    parent = box.getparent()
    while parent is not None and parent is not top:
        if parent.tag == qn("w:txbxContent"):
            return False
        parent = parent.getparent()
    return True


def _alternatives(drawing: Any) -> Iterator[str]:
    for properties in drawing.iter(qn("wp:docPr")):
        yield properties.get("title") or ""
        yield properties.get("descr") or ""
    for shape in drawing.iter(f"{_VML}shape"):
        yield shape.get("alt") or ""


def _texts(element: Any) -> Iterator[str]:
    for child in element.iter(qn("w:t"), qn("w:delText"), qn("w:tab"), qn("w:br")):
        yield child.text or "" if child.tag in (qn("w:t"), qn("w:delText")) else " "


def _leave(found: Line, kind: str, text: str, where: Where) -> None:
    if text := " ".join(clean(text).split()):
        found.left_out.append(LeftOut(kind, text, where))

