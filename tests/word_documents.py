"""Word documents as municipalities have them, made with python-docx and, where it cannot, with Word's own XML."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from io import BytesIO
from typing import Any
from xml.sax.saxutils import escape

from docx import Document
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Pt

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
NAMESPACES = (
    f'{W} xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
    ' xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:v="urn:schemas-microsoft-com:vml"'
    ' xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"'
)


def saved(document: Any) -> bytes:
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()


def word(build: Callable[[Any], None]) -> bytes:
    """A document built with python-docx."""
    document = Document()
    build(document)
    return saved(document)


def run(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def add_xml(document: Any, inner: str, style: str = "") -> None:
    """A paragraph of Word's own XML at the end of the body."""
    named = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    body = document.element.body
    body.insert(len(body) - 1, parse_xml(f"<w:p {NAMESPACES}>{named}{inner}</w:p>"))


def add_footnotes(data: bytes, notes: dict[int, str]) -> bytes:
    """The same document with a part of footnotes; their marks stand in the text already."""
    inner = "".join(
        f'<w:footnote w:id="{id}"><w:p><w:r><w:footnoteRef/></w:r>{run(" " + text)}</w:p></w:footnote>'
        for id, text in notes.items()
    )
    separator = '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
    part = f"<?xml version='1.0' encoding='UTF-8'?><w:footnotes {NAMESPACES}>{separator}{inner}</w:footnotes>"
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
    return _with_part(data, "footnotes", part, kind)


def _with_part(data: bytes, name: str, xml: str, kind: str) -> bytes:
    target = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.namelist():
            content = old.read(entry)
            if entry == "[Content_Types].xml":
                override = f'<Override PartName="/word/{name}.xml" ContentType="{kind}"/></Types>'
                content = content.replace(b"</Types>", override.encode())
            if entry == "word/_rels/document.xml.rels":
                type = f"http://schemas.openxmlformats.org/officeDocument/2006/relationships/{name}"
                relation = f'<Relationship Id="rId9{name}" Type="{type}" Target="{name}.xml"/></Relationships>'
                content = content.replace(b"</Relationships>", relation.encode())
            new.writestr(entry, content)
        new.writestr(f"word/{name}.xml", xml)
    return target.getvalue()


def footnote_mark(id: int, own: str = "") -> str:
    """The mark of a footnote: Word's number, or a sign that the author has typed."""
    custom, sign = (' w:customMarkFollows="1"', f"<w:t>{own}</w:t>") if own else ("", "")
    return f'<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteReference{custom} w:id="{id}"/>{sign}</w:r>'


def diagram(document: Any, texts: dict[str, str], links: list[tuple[str, str, int]]) -> str:
    """A drawing of Word's (SmartArt): its boxes by id, `0` for the whole, and which stands below which, in which place."""
    name = "http://schemas.openxmlformats.org/drawingml/2006/diagram"
    boxes = "".join(
        f'<dgm:pt modelId="{id}"><dgm:t><a:p><a:r><a:t>{escape(text)}</a:t></a:r></a:p></dgm:t></dgm:pt>' for id, text in texts.items()
    )
    lines = "".join(f'<dgm:cxn modelId="c{to}" srcId="{one}" destId="{to}" srcOrd="{place}"/>' for one, to, place in links)
    xml = (
        f'<dgm:dataModel xmlns:dgm="{name}" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
        f'<dgm:ptLst><dgm:pt modelId="0" type="doc"/>{boxes}</dgm:ptLst><dgm:cxnLst>{lines}</dgm:cxnLst></dgm:dataModel>'
    )
    kind = "application/vnd.openxmlformats-officedocument.drawingml.diagramData+xml"
    part = Part(PackURI("/word/diagrams/data1.xml"), kind, xml.encode(), document.part.package)
    id = document.part.relate_to(part, "http://schemas.openxmlformats.org/officeDocument/2006/relationships/diagramData")
    return (
        '<w:r><w:drawing><wp:inline><wp:docPr id="9" name="Diagram 9"/><a:graphic><a:graphicData uri="x">'
        f'<dgm:relIds xmlns:dgm="{name}" r:dm="{id}"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>'
    )


def text_box(text: str) -> str:
    """A text box as Word saves it: once for new programs and once for old ones."""
    paragraph = f"<w:txbxContent><w:p>{run(text)}</w:p></w:txbxContent>"
    return (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><wp:docPr id="7" name="Tekstfelt 7"/>'
        f"<a:graphic><a:graphicData uri=\"x\"><wps:wsp><wps:txbx>{paragraph}</wps:txbx></wps:wsp></a:graphicData></a:graphic>"
        "</wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox>"
        f"{paragraph}</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )


def picture(alternative: str, title: str = "") -> str:
    return (
        f'<w:r><w:drawing><wp:inline><wp:docPr id="3" name="Billede 3" title="{escape(title)}" descr="{escape(alternative)}"/><a:graphic><a:graphicData uri="x">'
        '<pic:pic><pic:blipFill><a:blip r:embed="rId1"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>'
    )


def numbering(document: Any, levels: list[tuple[str, str]]) -> str:
    """A list of Word's whose numbers are only formatting; gives its id."""
    part = document.part.numbering_part.element
    inner = "".join(
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{format}"/><w:lvlText w:val="{text}"/></w:lvl>'
        for depth, (format, text) in enumerate(levels)
    )
    id = str(900 + len(part.findall(qn("w:abstractNum"))))
    abstract = parse_xml(f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{id}">{inner}</w:abstractNum>')
    part.insert(0, abstract)
    part.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="{id}"><w:abstractNumId w:val="{id}"/></w:num>'))
    return id


def numbered(document: Any, list: str, text: str, depth: int = 0, style: str = "") -> None:
    """A paragraph of such a list, or a heading of it."""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    properties = f'<w:pPr>{named}<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{list}"/></w:numPr></w:pPr>'
    body = document.element.body
    body.insert(len(body) - 1, parse_xml(f"<w:p {NAMESPACES}>{properties}{run(text)}</w:p>"))


def hyperlink(document: Any, address: str, text: str) -> str:
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"
    id = document.part.relate_to(address, kind, is_external=True)
    return f'<w:hyperlink r:id="{id}">{run(text)}</w:hyperlink>'


def the_whole_lot() -> bytes:
    """One document with everything that a press officer's Word may hold."""
    document = Document()
    document.sections[0].header.paragraphs[0].text = "Birkeby Kommune – intern kopi"
    document.sections[0].footer.paragraphs[0].text = "Sag 00.15.00-P22"
    document.add_paragraph("Birkeby Kommunes kanalstrategi 2026-2030", style="Title")
    document.add_paragraph("Vedtaget af byrådet i foråret")
    contents = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>TOC \\o "1-3"</w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>' + run("Forord\t3")
    )
    add_xml(document, contents)
    add_xml(document, run("Vision\t4") + '<w:r><w:fldChar w:fldCharType="end"/></w:r>')
    document.add_heading("Forord", 1)
    add_xml(
        document,
        run("Kommunen vil være ") + run("let", "<w:b/>") + run(" at komme i kontakt med, se ")
        + hyperlink(document, "https://www.borger.dk", "borger.dk") + run(".") + footnote_mark(2)
        + run(" Alle 1) borgere * får _svar_ [inden] for 24\u00a0timer # hver dag: altid."),
    )
    add_xml(document, run("12. maj ringede 30 ") + run("bor\u00adgere") + '<w:r><w:t>til Gl</w:t><w:noBreakHyphen/><w:t>Nr</w:t></w:r>' + run("."))
    add_xml(document, run("Dette står fast") + '<w:del w:id="1" w:author="X"><w:r><w:delText>, måske</w:delText></w:r></w:del>'
            + f'<w:ins w:id="2" w:author="X">{run(", og det er godkendt")}</w:ins>' + run("."))
    add_xml(document, text_box("Husk at du altid kan ringe til os.") + run("Boksen står ved denne tekst."))
    add_xml(document, picture("Et fotografi af rådhuset"))
    document.add_paragraph("Figur 1. Rådhuset i Birkeby", style="Caption")
    document.add_heading("Vision", 1)
    document.add_paragraph("Borgerne får svar første gang.")
    headings = numbering(document, [("decimal", "%1"), ("decimal", "%1.%2")])
    numbered(document, headings, "Mål", style="Heading1")
    numbered(document, headings, "Mål for den personlige kontakt", 1, style="Heading2")
    letters = numbering(document, [("lowerLetter", "%1)"), ("upperRoman", "%2.")])
    document.add_paragraph("Vi har tre mål:")
    numbered(document, letters, "Flere får svar med det samme.")
    numbered(document, letters, "Både i telefonen", 1)
    numbered(document, letters, "og på mail", 1)
    numbered(document, letters, "Ingen venter mere end fem minutter.")
    document.add_heading("Kanaler", 1)
    document.add_heading("Telefon", 2)
    document.add_paragraph("Ring mellem 9 og 15.")
    document.add_heading("Retningslinjer for telefonen", 3)
    document.add_paragraph("Vi tager den inden tredje ring.", style="List Bullet")
    document.add_paragraph("Vi ringer tilbage samme dag.", style="List Bullet")
    document.add_heading("Digital Post", 2)
    document.add_paragraph("Skriv til os i Digital Post.")
    bold = document.add_paragraph()
    bold.add_run("Tal fra borgerservice").bold = True
    table = document.add_table(3, 3)
    for row, cells in zip(table.rows, (("Kanal", "2024", "2025"), ("Telefon", "1.200", ""), ("E-mail: svar", "800", "950")), strict=True):
        for cell, text in zip(row.cells, cells, strict=True):
            cell.text = text
    outer = document.add_table(1, 2)
    outer.rows[0].cells[0].text = "Til venstre står det lange."
    inner = outer.rows[0].cells[1].add_table(2, 2)
    for cell, text in zip([cell for row in inner.rows for cell in row.cells], ("Dag", "Tid", "Mandag", "9-15"), strict=True):
        cell.text = text
    add_xml(document, run("Skjult besked til redaktionen", "<w:vanish/>") + run("Synlig tekst efter den skjulte."))
    small = document.add_paragraph("Slut.")
    small.runs[0].font.size = Pt(8)
    document.add_comment(small.runs, text="Skal dette med?", author="A. Andersen", initials="AA")
    return add_footnotes(saved(document), {2: "Du kan også bruge virk.dk."})
