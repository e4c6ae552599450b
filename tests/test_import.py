"""Does an import lose nothing and invent nothing, place what it knows, and say what it does not?"""

from __future__ import annotations

import base64
import re
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Any

import pytest
import yaml
from conftest import MUNICIPALITIES, SOURCES, BuiltPage, World, one_line, python
from documents import as_html, as_markdown, as_word
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from kanalstrategi.i18n import catalog
from kanalstrategi.intake import Imported, import_document
from playwright.sync_api import Browser
from word_documents import add_footnotes, add_xml, diagram, footnote_mark, numbered, picture, run, the_whole_lot, word

Draw = Callable[[dict[str, str]], World]
WORD = re.compile(r"\w+")
PRINT = {"format": "A4", "margin": {side: "20mm" for side in ("top", "bottom", "left", "right")}}
FOOT = '<span style="font-size:8px">Side <span class="pageNumber"></span></span>'
HEAD = '<span style="font-size:8px">Kommunens eget papir</span>'


def imported(data: bytes | str, name: str, municipality: str | None = None) -> Imported:
    found = import_document(data.encode() if isinstance(data, str) else data, name, municipality)
    assert isinstance(found, Imported), found
    return found


def text_of(found: Imported) -> str:
    """The file that the import writes, with what is left to a person filled in."""
    return found.text("").replace("  type:\n", "  type: andet\n").replace("  titel:\n", "  titel: –\n")


def tree(found: Imported) -> Any:
    return yaml.safe_load(text_of(found))


def edition_page(world: World) -> BuiltPage:
    """The page of the one edition of a world."""
    (strategy,) = world.library.strategies
    return world.page(f"kommuner/{strategy.municipality_slug}/{strategy.slug}/index.md")


def printed(browser: Browser, html: str, tagged: bool = False) -> bytes:
    """The PDF that a browser prints, with a header and page numbers."""
    page = browser.new_page()
    page.set_content(html)
    pdf = page.pdf(display_header_footer=True, header_template=HEAD, footer_template=FOOT, tagged=tagged, **PRINT)
    page.close()
    return pdf


FORMATS = ["txt", "docx", "html", "md", "pdf", "columns.pdf"]


@pytest.fixture(scope="module")
def every(browser: Browser) -> Callable[[str, str], Imported]:
    """A source as a file of a format, imported; each once."""
    done: dict[tuple[str, str], Imported] = {}

    def make(municipality: str, format: str) -> Imported:
        if (municipality, format) not in done:
            file = MUNICIPALITIES[municipality]
            columns = "main{columns:2;font:10pt Liberation Sans}" if format.startswith("columns") else ""
            data = {
                "txt": lambda: (SOURCES / file).read_bytes(),
                "docx": lambda: as_word(file),
                "html": lambda: as_html(file),
                "md": lambda: as_markdown(file),
            }.get(format, lambda: printed(browser, as_html(file, columns)))()
            done[municipality, format] = imported(data, f"strategi.{format}", "Ærtebjerg Kommune")
        return done[municipality, format]

    return make


# --- Nothing lost, nothing invented


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize("municipality", MUNICIPALITIES)
def test_every_word_of_a_source_stands_in_the_file_as_often_as_in_the_source(
    municipality: str, format: str, every: Callable[[str, str], Imported]
) -> None:
    found = every(municipality, format)
    source = Counter(WORD.findall((SOURCES / MUNICIPALITIES[municipality]).read_text(encoding="utf-8")))
    assert (found.proof.lost, found.proof.added) == ((), ())
    assert found.proof.words == source


@pytest.mark.parametrize("format", [format for format in FORMATS if format != "columns.pdf"])
@pytest.mark.parametrize("municipality", MUNICIPALITIES)
def test_every_line_of_a_source_stands_whole_on_the_page(
    municipality: str, format: str, every: Callable[[str, str], Imported], world: Draw
) -> None:
    drawn = world({"aertebjerg/2025.yml": text_of(every(municipality, format))})
    assert not [finding for finding in drawn.report if finding.severity.value != "råd"]
    text = edition_page(drawn).text
    lines = (SOURCES / MUNICIPALITIES[municipality]).read_text(encoding="utf-8").splitlines()
    missing = [line for line in lines if as_read(line, format) not in as_read(text, format)]
    assert not missing


def as_read(text: str, format: str) -> str:
    """Text on one line; in a PDF a hyphen at the end of a line may have been there to divide."""
    line = one_line(re.sub(r"^- ", "", text))
    return re.sub(r"- ?", "", line) if format == "pdf" else line


@pytest.mark.parametrize("format", FORMATS)
def test_sections_keep_the_order_of_the_document(format: str, every: Callable[[str, str], Imported]) -> None:
    source = one_line((SOURCES / MUNICIPALITIES["naestved"]).read_text(encoding="utf-8"))
    headings = [section["overskrift"] for section in tree(every("naestved", format))["afsnit"] if "overskrift" in section]
    places = [source.index(heading) for heading in headings]
    assert len(headings) > 5 and places == sorted(places)


# --- Placed


@pytest.mark.parametrize("format", ["txt", "docx", "html", "md", "pdf"])
def test_dragoers_chapters_stand_where_an_editor_put_them(format: str, every: Callable[[str, str], Imported]) -> None:
    found = tree(every("dragoer", format))
    letters = [principle["nummer"] for principle in found["principper"][0]["principper"]]
    names = [channel["navn"] for channel in found["kanaler"]["kanaler"]]
    telephone = next(channel for channel in found["kanaler"]["kanaler"] if channel.get("fælles") == ["telefon"])
    assert letters == [f"{letter})" for letter in "abcdefgh"]
    assert names == ["DIGITALE KANALER", "HJEMMESIDEN", "DIGITAL POST", "TELEFONISK HENVENDELSE", "PERSONLIGT FREMMØDE"]
    # A browser draws the dots of a list in a PDF as drawings, so there is nothing to know the list by.
    assert format == "pdf" or len(telephone["retningslinjer"]["punkter"]) == 4
    assert found["dokument"]["periode"] == {"fra": 2020, "til": 2024}
    assert found["dokument"]["type"] == "kanalstrategi"
    assert found["mål"][0]["overskrift"] == "MÅL"
    assert found["organisering"]["overskrift"] == "IMPLEMENTERING AF KANALSTRATEGIEN"


HEADINGS = {
    "Vision": "vision",
    "VISION": "vision",
    "2.1 Vision": "vision",
    "Vores vision": "vision",
    "Vision 2030": "vision",
    "Visionen for kanalstrategien": "vision",
    "Mål": "mål",
    "3. Overordnede mål": "mål",
    "Målsætninger": "mål",
    "MÅLSÆTNING": "mål",
    "Strategiske mål": "mål",
    "Principper": "principper",
    "Bærende principper": "principper",
    "Pejlemærker:": "principper",
    "Kanaler": "kanaler",
    "Henvendelseskanaler": "kanaler",
    "Prioritering af kanaler": "kanaler",
    "Succeskriterier": "succeskriterier",
    "Servicemål:": "servicemål",
    "Indsatsområder": "indsatser",
    "Handleplan": "indsatser",
    "Roller og ansvar": "organisering",
    "Økonomi": "økonomi",
    "7. Økonomi for strategien": "økonomi",
    "Økonomiske rammer": "økonomi",
    "Finansiering": "økonomi",
    "Opfølgning og evaluering": "opfølgning",
    "Målgrupper": "målgrupper",
    "Hjælp til borgere, der ikke kan være digitale": "hjælp",
    "Afgrænsning": "afgrænsning",
    "Lovgivning": "ramme",
}


@pytest.mark.parametrize(("heading", "key"), HEADINGS.items())
def test_a_heading_is_known_by_its_many_spellings(heading: str, key: str) -> None:
    def build(document: Any) -> None:
        document.add_heading("Kanalstrategi for Ærtebjerg Kommune", 0)
        document.add_heading(heading, 1)
        document.add_paragraph("Her står noget.")
        document.add_paragraph("Et punkt.", style="List Bullet")

    found = tree(imported(word(build), "strategi.docx"))
    assert key in found and "afsnit" not in found
    assert "ligner" not in str(found)


@pytest.mark.parametrize("heading", ["Måling", "Formål", "Kanalen", "Visionær ledelse", "Telefonpolitik", "Baggrund", "Økonomiudvalget"])
def test_a_heading_that_only_resembles_one_opens_no_chapter(heading: str) -> None:
    found = tree(imported(f"# Kanalstrategi for Ærtebjerg Kommune\n\n## {heading}\n\nTekst.\n", "strategi.md"))
    assert [section["overskrift"] for section in found["afsnit"]] == [heading]


def test_a_heading_that_only_likely_opens_a_chapter_is_marked() -> None:
    text = "# Kanalstrategi for Ærtebjerg Kommune\n\n## 2.1 Vision for den gode kontakt\n\nTekst.\n"
    statement = tree(imported(text, "strategi.md"))["vision"][0]
    assert statement["overskrift"] == "2.1 Vision for den gode kontakt"
    assert statement["tekst"][0]["note"]["slags"] == "tjek"


def test_a_chapter_inside_a_section_leaves_a_note_where_it_stood() -> None:
    text = "# Kanalstrategi for Ærtebjerg Kommune\n\n## Retning\n\nFør.\n\n### Vision\n\nMidt.\n\n### Tiden\n\nEfter.\n"
    found = tree(imported(text, "strategi.md"))
    section = found["afsnit"][0]
    assert found["vision"][0]["tekst"] == "Midt.\n"
    assert section["tekst"][1]["note"]["slags"] == "rækkefølge" and "»Vision«" in section["tekst"][1]["note"]["tekst"]
    assert [inner["overskrift"] for inner in section["afsnit"]] == ["Tiden"]


def test_what_the_title_does_not_say_is_left_to_a_person() -> None:
    text = imported("# Sådan møder vi borgerne i Ærtebjerg Kommune\n\n## Forord\n\nVi begyndte i 2019-2021.\n", "x.md").text("")
    assert "  type:\n" in text and "periode" not in text


# --- Word


def test_word_with_everything_in_it_loses_nothing(world: Draw) -> None:
    found = imported(the_whole_lot(), "strategi.docx")
    drawn = world({"birkeby/2026-2030.yml": text_of(found)})
    text = edition_page(drawn).text
    for words in (
        "Vedtaget af byrådet i foråret",
        "Kommunen vil være let at komme i kontakt med, se borger.dk",
        "Alle 1) borgere * får _svar_ [inden] for 24 timer # hver dag: altid.",
        "12. maj ringede 30 borgeretil Gl-Nr.",
        "Dette står fast, og det er godkendt.",
        "Boksen står ved denne tekst.",
        "Figur 1. Rådhuset i Birkeby",
        "Et fotografi af rådhuset",
        "1.1 Mål for den personlige kontakt",
        "a) Flere får svar med det samme.",
        "I. Både i telefonen",
        "II. og på mail",
        "b) Ingen venter mere end fem minutter.",
        "E-mail: svar 800 950",
        "Dag Tid Mandag 9-15",
        "Synlig tekst efter den skjulte.",
        "Du kan også bruge virk.dk.",
    ):
        assert text.count(words) == 1, words
    assert text.count("Husk at du altid kan ringe til os.") == 1
    assert "måske" not in text and "Skjult besked" not in text
    assert not drawn.report.errors and not drawn.report.warnings
    link = edition_page(drawn).main.select_one("a[href='https://www.borger.dk']")
    assert link and link.get_text() == "borger.dk"


HEIGHTS = "Hallen er 20 m² og 10³ stk.¹⁾ om året¹², 10⁻³ % CO₂ og 1st."
RAISED = "Hallen er 20 m² og 10<sup>3</sup> stk.<sup>1)</sup> om året<sup>12</sup>, 10<sup>-3</sup> % CO<sub>2</sub> og 1<sup>st</sup>."


def with_heights(document: Any) -> None:
    document.add_heading("Kanalstrategi for Ærtebjerg Kommune", 0)
    document.add_heading("Haller på 20 m²", 1)
    paragraph = document.add_paragraph()
    for piece in re.split(r"(<su[pb]>.*?</su[pb]>)", RAISED):
        run = paragraph.add_run(re.sub("<.*?>", "", piece))
        run.font.superscript, run.font.subscript = "<sup>" in piece, "<sub>" in piece


@pytest.mark.parametrize("format", ["docx", "html", "md", "txt", "pdf"])
def test_a_raised_number_stays_raised_however_the_document_says_it(format: str, browser: Browser) -> None:
    html = f"<meta charset=utf-8><h1>Kanalstrategi for Ærtebjerg Kommune</h1><h2>Haller på 20 m²</h2><p>{RAISED}</p><p>Slut.</p>"
    data = {
        "docx": lambda: word(with_heights),
        "html": lambda: html,
        "md": lambda: f"# Kanalstrategi for Ærtebjerg Kommune\n\n## Haller på 20 m²\n\n{RAISED}\n",
        "txt": lambda: f"Kanalstrategi for Ærtebjerg Kommune\n\nHaller på 20 m²\n\n{HEIGHTS}\n",
        "pdf": lambda: printed(browser, html),
    }[format]()
    found = imported(data, f"strategi.{format}")
    assert HEIGHTS in one_line(text_of(found)) and "Haller på 20 m²" in text_of(found)
    assert not [each for each in found.placement.left_out if each.kind == "unread"]


@pytest.mark.parametrize("encoding", ["utf-8", "cp1252", "utf-16"])
def test_a_web_page_that_does_not_name_its_encoding_keeps_its_letters(encoding: str) -> None:
    html = "<h1>Kanalstrategi for Ærtebjerg Kommune</h1><h2>Forord</h2><p>Vi svarer på »alle« spørgsmål – først.</p>"
    assert "Vi svarer på »alle« spørgsmål – først." in text_of(imported(html.encode(encoding), "strategi.html"))


def test_the_inner_lists_of_words_own_styles_stand_inside() -> None:
    def build(document: Any) -> None:
        document.add_heading("Kanalstrategi for Ærtebjerg Kommune", 0)
        document.add_heading("Forord", 1)
        for style, text in (("List Bullet", "Yderst"), ("List Bullet 2", "Inde"), ("List Bullet 3", "Inderst"), ("List Bullet", "Yderst igen")):
            document.add_paragraph(text, style=style)

    text = tree(imported(word(build), "strategi.docx"))["afsnit"][0]["tekst"]
    assert text == "- Yderst\n  - Inde\n    - Inderst\n- Yderst igen\n"


def test_a_caption_stands_at_what_it_names_also_between_two() -> None:
    def build(document: Any) -> None:
        document.add_heading("Kanalstrategi for Ærtebjerg Kommune", 0)
        document.add_heading("Forord", 1)
        cells = [cell for row in document.add_table(2, 2).rows for cell in row.cells]
        for cell, text in zip(cells, ("Dag", "Tid", "Mandag", "9-15"), strict=True):
            cell.text = text
        document.add_paragraph("Tabel 1: Åbningstider", style="Caption")
        add_xml(document, picture("Rådhuset"))

    pieces = tree(imported(word(build), "strategi.docx"))["afsnit"][0]["tekst"]
    table, figure = (next(piece[kind] for piece in pieces if kind in piece) for kind in ("tabel", "figur"))
    assert table["titel"] == "Tabel 1: Åbningstider" and "titel" not in figure


def test_what_is_not_the_running_text_of_word_is_named_with_its_words() -> None:
    left_out = {each.kind: each.text for each in imported(the_whole_lot(), "strategi.docx").placement.left_out}
    assert left_out == {
        "deleted": ", måske",
        "hidden": "Skjult besked til redaktionen",
        "contents": "Forord 3 · Vision 4",
        "header": "Birkeby Kommune – intern kopi",
        "footer": "Sag 00.15.00-P22",
        "comment": "Skal dette med?",
    }


def test_the_name_of_who_commented_in_word_is_not_told() -> None:
    found = imported(the_whole_lot(), "strategi.docx")
    assert "Andersen" not in text_of(found) + str(found.placement.left_out)


def test_a_footnote_in_a_heading_keeps_its_mark(world: Draw) -> None:
    def build(document: Any) -> None:
        document.add_heading("Kanalstrategi for Ærtebjerg Kommune", 0)
        add_xml(document, run("Forord") + footnote_mark(4), style="Heading1")
        document.add_paragraph("Tekst.")

    found = imported(add_footnotes(word(build), {4: "En note."}), "strategi.docx")
    drawn = world({"aertebjerg/2025.yml": text_of(found)})
    assert "KS361" in drawn.codes and not drawn.report.errors and not drawn.report.warnings


def test_what_a_style_says_of_the_characters_is_heard() -> None:
    def build(document: Any) -> None:
        raised = document.styles.add_style("Hævet", WD_STYLE_TYPE.CHARACTER)
        raised.font.superscript = True
        hidden = document.styles.add_style("Intern", WD_STYLE_TYPE.PARAGRAPH)
        hidden.font.hidden = True
        document.add_heading("Kanalstrategi for Ærtebjerg Kommune", 0)
        document.add_heading("Forord", 1)
        paragraph = document.add_paragraph("Rådhuset er 900 m")
        paragraph.add_run("2", style=raised)
        paragraph.add_run(" og ")
        paragraph.add_run("helt nyt", style="Strong")
        document.add_paragraph("Kun til redaktionen", style=hidden)

    found = imported(word(build), "strategi.docx")
    assert tree(found)["afsnit"][0]["tekst"] == "Rådhuset er 900 m² og **helt nyt**\n"
    assert [(each.kind, each.text) for each in found.placement.left_out] == [("hidden", "Kun til redaktionen")]


def test_a_footnote_keeps_the_sign_that_its_author_gave_it() -> None:
    def build(document: Any) -> None:
        document.add_heading("Kanalstrategi for Ærtebjerg Kommune", 0)
        document.add_heading("Forord", 1)
        add_xml(document, run("Vi svarer altid") + footnote_mark(2, "*") + run(" og hurtigt") + footnote_mark(3) + run("."))

    found = tree(imported(add_footnotes(word(build), {2: "* På hverdage.", 3: "Kilde: KL."}), "strategi.docx"))
    assert [(note["mærke"], note["tekst"]) for note in found["fodnoter"]] == [("*", "På hverdage.\n"), ("1", "Kilde: KL.\n")]
    ids = [note["id"] for note in found["fodnoter"]]
    assert found["afsnit"][0]["tekst"] == f"Vi svarer altid[^{ids[0]}] og hurtigt[^{ids[1]}].\n"


def test_a_list_that_refers_to_a_list_style_keeps_its_numbers() -> None:
    def build(document: Any) -> None:
        document.add_heading("Kanalstrategi for Ærtebjerg Kommune", 0)
        part = document.part.numbering_part.element
        level = '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="Punkt %1"/></w:lvl>'
        for id, inner in (("980", f'<w:styleLink w:val="Punkter"/>{level}'), ("981", '<w:numStyleLink w:val="Punkter"/>')):
            part.insert(0, parse_xml(f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{id}">{inner}</w:abstractNum>'))
        part.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="981"><w:abstractNumId w:val="981"/></w:num>'))
        numbered(document, "981", "Forord", style="Heading1")
        document.add_paragraph("Tekst.")

    assert tree(imported(word(build), "strategi.docx"))["afsnit"][0]["overskrift"] == "Punkt 1 Forord"


def test_the_words_of_a_drawing_of_words_stand_in_the_file_as_they_are_read(world: Draw) -> None:
    def build(document: Any) -> None:
        document.add_heading("Kanalstrategi for Ærtebjerg Kommune", 0)
        document.add_heading("Forord", 1)
        texts = {"3": "Du får svar", "1": "Du spørger", "2": "på nettet"}
        add_xml(document, run("Sådan går det:") + diagram(document, texts, [("0", "1", 0), ("1", "2", 0), ("0", "3", 1)]))

    found = imported(word(build), "strategi.docx")
    figure = next(piece["figur"] for piece in tree(found)["afsnit"][0]["tekst"] if "figur" in piece)
    assert figure["linjer"] == ["Du spørger", "på nettet", "Du får svar"] and not found.placement.left_out
    drawn = world({"aertebjerg/2025.yml": text_of(found)})
    assert "Du spørger på nettet Du får svar" in edition_page(drawn).text


def test_many_tables_without_named_columns_leave_one_note() -> None:
    def build(document: Any) -> None:
        document.add_heading("Kanalstrategi for Ærtebjerg Kommune", 0)
        document.add_heading("Forord", 1)
        for index in range(4):
            document.add_paragraph(f"Nummer {index}:")
            for cell, text in zip([cell for row in document.add_table(2, 2).rows for cell in row.cells], "abcd", strict=True):
                cell.text = text * 3

    written = text_of(imported(word(build), "strategi.docx"))
    assert "den første række i 4 tabeller" in written and "tabellens første række" not in written


def test_a_paragraph_whose_end_is_deleted_runs_on_and_drawn_words_and_free_columns_are_kept() -> None:
    def build(document: Any) -> None:
        document.add_heading("Kanalstrategi for Ærtebjerg Kommune", 0)
        document.add_heading("Forord", 1)
        add_xml(document, '<w:pPr><w:rPr><w:del w:id="1" w:author="A"/></w:rPr></w:pPr>' + run("Det er nyt, og "))
        add_xml(document, run("det er godt."))
        add_xml(document, '<w:r><w:pict><v:shape><v:textpath string="Sammen om service"/></v:shape></w:pict></w:r>')
        table = document.add_table(2, 3)
        for cell, text in zip([cell for row in table.rows for cell in row.cells], ("Dag", "Fra", "Til", "", "9", "15"), strict=True):
            cell.text = text
        row = table.rows[1]._tr
        row.remove(row.tc_lst[0])
        row.get_or_add_trPr().append(parse_xml(f'<w:gridBefore {nsdecls("w")} w:val="1"/>'))

    text, table, *_ = tree(imported(word(build), "strategi.docx"))["afsnit"][0]["tekst"]
    assert text == "Det er nyt, og det er godt.\n\nSammen om service\n"
    assert table["tabel"]["rækker"] == [{"navn": "", "celler": ["9", "15"]}]


def test_the_first_row_of_a_table_written_as_text_is_no_heading() -> None:
    html = (
        "<meta charset=utf-8><h1>Kanalstrategi for Ærtebjerg Kommune</h1><h2>Forord</h2><table><tr><td>Principper<td>Betydning"
        "<tr><td>Digitalt først<td>Vi<ul><li>svarer</li><li>ringer</li></ul></table>"
    )
    found = tree(imported(html, "strategi.html"))
    assert "principper" not in found and found["afsnit"][0]["tekst"][0] == "Principper\n"


NASTY = [
    "1. maj begynder vi", "- ikke en liste", "+ heller ikke", "* stjerne * her *", "**ikke fed**", "_streg_ og a_b_c",
    "[^1] er ingen fodnote", "[se](javascript:alert(1)) her", "[se](https://a.dk) her", "# ikke en overskrift", "a: b #c", "<b>ikke fed</b> <!-- x -->",
    r"C:\mappe\*fil* \n", "`kode` og ~~streg~~", "| a | b |", "&amp; &lt;", "***", "---", "2) ikke nummer to", "ja", "nej", "~",
    "null", "2018", "12:30", "!vigtigt", "% procent", "@navn", "{a: b}", "'en' \"to\"", "\"citat\": svar", "? hvad", "> citat",
    "Slut med kolon:", "tal 1.000,50 kr.", "- a: b", "=== ", "http://a.dk/_x_?y=*z*", "mellem\u00a0rum og blød\u00adbinde",
]  # fmt: skip


@pytest.mark.parametrize("words", NASTY)
def test_signs_that_mean_something_to_yaml_or_markdown_are_shown_as_they_are(words: str, world: Draw) -> None:
    def build(document: Any) -> None:
        document.add_heading("Kanalstrategi for Ærtebjerg Kommune", 0)
        document.add_heading("Forord", 1)
        document.add_paragraph("Før.")
        document.add_paragraph(words)
        document.add_paragraph("Efter.")
        table = document.add_table(2, 2)
        for cell, text in zip(table.rows[0].cells, ("A", "B"), strict=True):
            cell.text = text
        table.rows[1].cells[0].text = "række"
        table.rows[1].cells[1].text = words

    drawn = world({"aertebjerg/2025.yml": text_of(imported(word(build), "strategi.docx"))})
    shown = one_line(words.replace("\u00ad", ""))
    text = edition_page(drawn).text
    assert f"Før. {shown.removeprefix('- ')} Efter." in text
    assert f"række {shown} " in text
    assert not drawn.report.errors and not drawn.report.warnings


def test_an_empty_cell_is_empty_and_not_lost(world: Draw) -> None:
    text = "# Kanalstrategi for Ærtebjerg Kommune\n\n## Tal\n\n| Kanal | 2025 |\n|---|---|\n| Telefon | |\n|  | 7 |\n"
    page = edition_page(world({"aertebjerg/2025.yml": text_of(imported(text, "x.md"))}))
    rows = [[cell.get_text() for cell in row.select("th, td")] for row in page.main.select(".ks-table--data tr")]
    assert rows == [["Kanal", "2025"], ["Telefon", ""], ["", "7"]]


def test_a_table_of_contents_without_its_field_is_left_out_too() -> None:
    def build(document: Any) -> None:
        document.add_heading("Kanalstrategi for Ærtebjerg Kommune", 0)
        add_xml(document, f'<w:hyperlink w:anchor="_Toc17">{run("Forord")}<w:r><w:tab/></w:r>{run("3")}</w:hyperlink>')
        document.add_heading("Forord", 1)
        add_xml(document, run("Se ") + f'<w:hyperlink w:anchor="_Toc17">{run("forordet")}</w:hyperlink>' + run("."))

    found = imported(word(build), "strategi.docx")
    assert [(each.kind, each.text) for each in found.placement.left_out] == [("contents", "Forord 3")]
    assert "Se forordet." in text_of(found) and not found.proof.lost


def _first_note(document: bytes) -> str:
    text = tree(imported(document, "strategi.docx"))["afsnit"][0]["tekst"]
    return next(str(block["note"]["tekst"]) for block in text if "note" in block)


def test_a_table_written_as_text_says_the_true_reason() -> None:
    def table(deleted: int, cells: tuple[str, ...], listed: bool = False) -> bytes:
        def build(document: Any) -> None:
            document.add_heading("Kanalstrategi for Ærtebjerg Kommune", 0)
            document.add_heading("Tal", 1)
            rows = document.add_table(3, 2).rows
            for row in rows:
                for cell, text in zip(row.cells, cells, strict=True):
                    cell.text = text
                    if listed:
                        cell.paragraphs[0].style = "List Bullet"
            for row in list(rows)[3 - deleted :]:
                for paragraph in row._tr.iter(qn("w:p")):
                    for each in paragraph.findall(qn("w:r")):
                        each.find(qn("w:t")).tag = qn("w:delText")
                        paragraph.replace(each, gone := parse_xml(f'<w:del {nsdecls("w")} w:id="1" w:author="X"/>'))
                        gone.append(each)

        return word(build)

    assert "kun én række" in _first_note(table(2, ("Telefon", "120")))
    assert "for lange" in _first_note(table(0, ("Telefon", "lang " * 200)))
    assert "lister" in _first_note(table(0, ("Telefon", "120"), listed=True))
    assert "overskrifter" in _first_note(table(1, ("Telefon", "120")))


# --- Pictures


def with_pictures(document: Any) -> None:
    document.add_heading("Kanalstrategi for Ærtebjerg Kommune", 0)
    document.add_heading("Forord", 1)
    add_xml(document, run("Før ") + picture("Søjler", "Opkald pr. år") + run(" efter."))
    document.add_paragraph("Figur 1. Antal opkald", style="Caption")


@pytest.mark.parametrize("format", ["docx", "html", "svg.html", "pdf"])
def test_a_picture_keeps_every_word_about_it_and_says_what_to_do(format: str, browser: Browser) -> None:
    start = "<meta charset=utf-8><h1>Kanalstrategi for Ærtebjerg Kommune</h1><h2>Forord</h2><p>Før efter.</p>"
    drawing = "<svg width=200 height=200><title>Opkald pr. år</title><rect width=9 height=9 /><text y=20>Søjler</text></svg>"
    img = f'<img width=200 height=200 alt="Opkald pr. år – Søjler" src="data:image/png;base64,{PIXEL}">'
    data: dict[str, Callable[[], bytes | str]] = {
        "docx": lambda: word(with_pictures),
        "html": lambda: f"{start}<figure>{img}<figcaption>Figur 1. Antal opkald</figcaption></figure>",
        "svg.html": lambda: f"{start}<figure>{drawing}<figcaption>Figur 1. Antal opkald</figcaption></figure>",
        "pdf": lambda: printed(browser, f"{start}{img}<p>Figur 1. Antal opkald</p>", tagged=True),
    }
    found = imported(data[format](), f"strategi.{format}")
    pieces = tree(found)["afsnit"][-1]["tekst"]
    figure = next(piece["figur"] for piece in pieces if "figur" in piece)
    assert figure["linjer"] == ["Opkald pr. år – Søjler"] and "ikke med" in figure["mangler"]
    assert ("side 1" in figure["mangler"]) == (format == "pdf")
    assert one_line(text_of(found)).count("Figur 1. Antal opkald") == 1
    assert any("»viser«" in piece["note"]["tekst"] and piece["note"]["slags"] == "tjek" for piece in pieces if "note" in piece)


def test_a_picture_in_a_list_of_a_web_page_leaves_a_note() -> None:
    html = "<meta charset=utf-8><h1>Kanalstrategi for Ærtebjerg Kommune</h1><h2>Forord</h2><ul><li>Ring <img src=a.png alt='Ikon'></li><li>Skriv</li></ul>"
    written = text_of(imported(html, "strategi.html"))
    assert "Ikon" in written and "billede i listen" in written


# --- The web, Markdown and plain text


def test_what_stands_around_a_document_on_a_web_page_is_named_and_left_out() -> None:
    html = (
        "<meta charset=utf-8><a href='#indhold'>Spring til indhold</a><div id=cookie-boks role=dialog><p>Vi bruger cookies.</p></div>"
        "<nav><a href=/>Forside</a></nav><div class=hero><h1>Kanalstrategi for Ærtebjerg Kommune</h1></div>"
        f"<div><main id=indhold><h2>Forord</h2><p>{'Vi svarer hver dag. ' * 12}</p></main><aside><h2>Læs også</h2><p>Handicappolitik</p></aside></div>"
    )
    found = imported(html, "strategi.html")
    written = tree(found)
    assert written["dokument"]["titel"] == "Kanalstrategi for Ærtebjerg Kommune"
    assert [each["overskrift"] for each in written["afsnit"]] == ["Forord"]
    left_out = {each.text: each.kind for each in found.placement.left_out}
    assert left_out == {
        "Vi bruger cookies.": "around", "Spring til indhold": "around", "Forside": "navigation", "Læs også Handicappolitik": "around",
    }


def test_the_points_of_an_accordion_are_headings_and_lines_broken_for_width_are_joined() -> None:
    html = (
        "<meta charset=utf-8><h1>Kanalstrategi for Ærtebjerg Kommune</h1><h2>Retning</h2><details><summary>Hvad er det?</summary><p>Strategien er den "
        "overordnede ramme for, hvordan vi i Ærtebjerg<br>Kommune taler med borgere.<br>Den gælder alle.</p></details><details><summary>For hvem?</summary>Alle."
        "</details>"
    )
    inner = tree(imported(html, "strategi.html"))["afsnit"][0]["afsnit"]
    assert [each["overskrift"] for each in inner] == ["Hvad er det?", "For hvem?"]
    first = "Strategien er den overordnede ramme for, hvordan vi i Ærtebjerg Kommune taler med borgere."
    assert inner[0]["tekst"] == f"{first}\n\nDen gælder alle.\n" and inner[1]["tekst"] == "Alle.\n"


def test_a_list_of_definitions_keeps_each_word_with_what_explains_it() -> None:
    html = (
        "<meta charset=utf-8><h1>Kanalstrategi for Ærtebjerg Kommune</h1><h2>Ord</h2><dl><dt>LIX</dt><dd>et tal</dd>"
        "<div><dt>Kanal</dt><dt>Vej</dt><dd>måden, man henvender sig</dd></div></dl>"
    )
    text = tree(imported(html, "strategi.html"))["afsnit"][0]["tekst"]
    assert text == "- **LIX**\n\n  et tal\n- **Kanal**\n\n  **Vej**\n\n  måden, man henvender sig\n"


@pytest.mark.parametrize(
    "written",
    ["**LIX:** et tal for sprog\n\n**Kanal** – en vej ind", "- LIX: et tal for sprog\n- Kanal: en vej ind"],
)
def test_a_chapter_of_words_and_what_they_mean_becomes_terms(written: str, world: Draw) -> None:
    text = f"# Kanalstrategi for Ærtebjerg Kommune\n\n## Forord\n\nVi svarer.\n\n## Bilag 1: Ordforklaring\n\nOrdene betyder:\n\n{written}\n"
    found = imported(text, "strategi.md")
    file = tree(found)
    assert file["begreber_overskrift"] == "Bilag 1: Ordforklaring" and file["begreber_tekst"][-1] == "Ordene betyder:\n"
    assert [(each["begreb"], each["forklaring"]) for each in file["begreber"]] == [("LIX", "et tal for sprog"), ("Kanal", "en vej ind")]
    drawn = world({"aertebjerg/2025.yml": text_of(found)})
    assert "Bilag 1: Ordforklaring" in edition_page(drawn).text and not drawn.report.errors


def test_a_chapter_of_words_with_other_text_in_it_stays_as_it_stands() -> None:
    text = "# Kanalstrategi for Ærtebjerg Kommune\n\n## Begreber\n\nLIX: et tal for sprog\n\nKanal: en vej ind\n\nDet er alt.\n"
    assert "Det er alt." in str(tree(imported(text, "strategi.md"))["afsnit"][0]["tekst"])


def test_a_line_that_names_a_table_by_its_number_is_its_title() -> None:
    text = "# Kanalstrategi for Ærtebjerg Kommune\n\n## Forord\n\n*Tabel 2. Opkald i 2024*\n\n| Kanal | Antal |\n|---|---|\n| Telefon | 9 |\n"
    (piece,) = tree(imported(text, "strategi.md"))["afsnit"][0]["tekst"]
    assert piece["tabel"]["titel"] == "Tabel 2. Opkald i 2024"


def test_plain_text_that_is_broken_for_width_becomes_whole_paragraphs_again() -> None:
    text = (
        "Kanalstrategi for Ærtebjerg Kommune\n===================================\n\nForord\n------\n"
        "Vi vil være til at få fat i, og vi møder dig dér, hvor du er, mandag-\n"
        "torsdag også i telefonen. Det gælder både for- og eftermiddag, og det\n"
        "gælder alle, der bor her:\n- dem, der klarer sig selv på nettet, og dem, der hellere vil tale med\n"
        "  et menneske\n- virksomheder.\n\nMed venlig hilsen\nByrådet\n"
    )
    found = imported(text, "strategi.txt")
    written = tree(found)
    assert written["dokument"]["titel"] == "Kanalstrategi for Ærtebjerg Kommune"
    assert written["afsnit"][0]["overskrift"] == "Forord"
    assert written["afsnit"][0]["tekst"] == (
        "Vi vil være til at få fat i, og vi møder dig dér, hvor du er, mandag-torsdag også i telefonen.\n"
        "Det gælder både for- og eftermiddag, og det gælder alle, der bor her:\n\n"
        "- dem, der klarer sig selv på nettet, og dem, der hellere vil tale med et menneske\n- virksomheder.\n\n"
        "Med venlig hilsen\n\nByrådet\n"
    )


def test_a_heading_that_only_resembles_a_chapter_stays_among_those_that_do_not() -> None:
    inner = "".join(f"### {each}\n\nOm dem.\n\n" for each in ("De selvkørende", "De fritagne", "De usikre"))
    section = tree(imported(f"# Kanalstrategi for Ærtebjerg Kommune\n\n## Hvem er I?\n\n{inner}", "strategi.md"))["afsnit"][0]
    assert [each["overskrift"] for each in section["afsnit"]] == ["De selvkørende", "De fritagne", "De usikre"]
    assert "ligner »Hjælp til dig, der ikke kan være digital«" in section["afsnit"][1]["tekst"][0]["note"]["tekst"]


# --- PDF


def test_lines_of_two_columns_at_heights_between_do_not_run_into_each_other(browser: Browser) -> None:
    left = "".join(f"<div>{number} gange i ugen</div>" for number in ("En", "To", "Tre", "Fire", "Fem", "Seks"))
    right = "".join(f"<div>{number} opkald om dagen</div>" for number in ("Hundrede", "Halvtreds", "Tyve", "Ti"))
    style = "font: 11px/13px sans-serif; float: left; width: 45%"
    html = (
        "<meta charset=utf-8><h1>Kanalstrategi for Ærtebjerg Kommune</h1><h2>Forord</h2>"
        f"<div style='{style}'>{left}</div><div style='{style}; padding-top: 6.5px; line-height: 19.5px'>{right}</div>"
    )
    written = one_line(text_of(imported(printed(browser, html), "strategi.pdf")))
    for words in ("To gange i ugen", "Tre gange i ugen", "Halvtreds opkald om dagen", "Fem gange i ugen", "Tyve opkald om dagen"):
        assert words in written


def test_a_large_first_letter_stands_before_the_line_it_begins(browser: Browser) -> None:
    html = (
        "<meta charset=utf-8><style>p{font:11px/14px serif;width:200px}.d::first-letter{float:left;font-size:38px;line-height:40px;padding-right:3px}"
        "</style><h1>Kanalstrategi for Ærtebjerg Kommune</h1><h2>Forord</h2><p class=d>De fleste af os klarer det meste på nettet. Det er hurtigt, og det "
        "kan gøres, når børnene sover. Men når livet vælter, vil man tale med et menneske.</p><p>Vi svarer hver dag, og vi ringer til dig.</p>"
    )
    written = one_line(text_of(imported(printed(browser, html), "strategi.pdf")))
    assert "De fleste af os klarer det meste på nettet. Det er hurtigt, og det kan gøres, når børnene sover. Men når livet" in written


@pytest.mark.parametrize("sign", ["disc", "circle", "square"])
def test_the_dots_that_a_pdf_draws_make_a_list(sign: str, browser: Browser) -> None:
    html = (
        "<meta charset=utf-8><h1>Kanalstrategi for Ærtebjerg Kommune</h1><h2>Forord</h2><p>Vi hjælper dig:</p>"
        f"<ul style='list-style: {sign}'><li>i telefonen</li><li>ved skranken</li></ul><p>Vi kommer også hjem til dig.</p>"
    )
    text = tree(imported(printed(browser, html), "strategi.pdf"))["afsnit"][-1]["tekst"]
    text = text if isinstance(text, str) else "".join(piece for piece in text if isinstance(piece, str))
    assert text.startswith("Vi hjælper dig:\n\n- i telefonen\n- ved skranken\n\nVi kommer også hjem til dig.\n")


def test_the_lines_around_pdf_pages_are_named_and_left_out(every: Callable[[str, str], Imported]) -> None:
    found = every("naestved", "pdf")
    left_out = {each.kind: each.text for each in found.placement.left_out}
    assert left_out["running"] == "Kommunens eget papir"
    assert left_out["page_number"].startswith("Side 1 · Side 2")
    assert "Kommunens eget papir" not in text_of(found)


def test_what_is_around_the_pages_of_a_short_pdf_does_not_break_into_its_sentences(browser: Browser) -> None:
    sentences = told(60, "Nr")
    html = f"<style>body{{font:10pt Liberation Sans}}</style><h1>Kanalstrategi for Ærtebjerg Kommune</h1><h2>Forord</h2><p>{' '.join(sentences)}</p>"
    found = imported(printed(browser, html), "strategi.pdf")
    assert said_in_order(found, sentences)
    assert {each.kind: each.text for each in found.placement.left_out} == {"running": "Kommunens eget papir", "page_number": "Side 1 · Side 2"}


def test_a_box_and_columns_on_a_part_of_a_pdf_page_do_not_break_into_the_text_beside_them(browser: Browser) -> None:
    style = "body{font:11pt Liberation Sans}aside{float:right;width:5cm;padding:4px;border:1px solid}.c{columns:2}"
    html = (
        f"<style>{style}</style><h1>Kanalstrategi for Ærtebjerg Kommune</h1><h2>1. Forord</h2>"
        "<aside>Husk: Du kan altid ringe til os på 12 34 56 78.</aside><p>Teksten står ved siden af boksen med så mange ord, at "
        "den løber over adskillige linjer og går rundt om boksen, som den skal i et rigtigt dokument fra en kommune.</p>"
        "<div class=c><p>Første spalte har en del tekst om telefonen, og den løber ned ad siden, til der ikke er mere. Så kommer "
        "den anden spalte, og den slutter med et punktum.</p><p>Anden del står i den anden spalte og handler om, hvordan man "
        "bestiller tid hos kommunen.</p></div><h2>2. Mål</h2><ol><li>Mere post er digital.</li><li>Ventetiden er kort.</li></ol>"
        "<h2>3. Vision</h2><p>Slut.</p>"
    )
    found = imported(printed(browser, html), "strategi.pdf")
    written = one_line(text_of(found))
    for words in (
        "går rundt om boksen, som den skal i et rigtigt dokument fra en kommune.",
        "Husk: Du kan altid ringe til os på 12 34 56 78.",
        "ned ad siden, til der ikke er mere. Så kommer den anden spalte",
        "handler om, hvordan man bestiller tid hos kommunen.",
    ):
        assert words in written, words
    assert "spalter" in str(tree(found)["noter"])
    # A heading with a number stands right above a list with numbers.
    assert [goal["nummer"] for goal in tree(found)["mål"][0]["mål"]] == ["1.", "2."]


SAID = (
    "borgeren kommunen telefonen svarer hurtigt digital post selvbetjening hjemmesiden henvendelse altid venligt åbningstid rådhuset"
    " hjælp personlig kontakt medarbejder ventetid besked breve skriver ringer møder aftale tid dag uge gang sted"
).split()


def told(count: int, name: str) -> list[str]:
    """Sentences of many lengths, each of them once, and always the same."""
    chance = Random(name)
    return [f"{name}{number} {' '.join(chance.choices(SAID, k=chance.randint(7, 16)))}." for number in range(count)]


def in_paragraphs(sentences: list[str]) -> str:
    return "".join(f"<p>{' '.join(sentences[start : start + 3])}</p>" for start in range(0, len(sentences), 3))


def said_in_order(found: Imported, sentences: list[str]) -> bool:
    text = one_line(text_of(found))
    places = [text.find(each) for each in sentences]
    return -1 not in places and places == sorted(places) and all(text.count(each) == 1 for each in sentences)


@pytest.mark.parametrize("part", ["whole", "part"])
@pytest.mark.parametrize(
    ("columns", "size", "gap", "align"),
    [(2, 11, 8, "justify"), (2, 9, 6, "left"), (3, 9, 8, "left"), (3, 9, 12, "justify")],
)
def test_columns_with_a_narrow_gutter_are_read_one_after_the_other(
    columns: int, size: int, gap: int, align: str, part: str, browser: Browser
) -> None:
    before, inside, after = (told(6, "Før"), told(20, "Midt"), told(6, "Efter")) if part == "part" else ([], told(70, "Midt"), [])
    style = f"body{{font:{size}pt Liberation Sans}}.c{{columns:{columns};column-gap:{gap}pt;text-align:{align}}}"
    html = (
        f"<style>{style}</style><h1>Kanalstrategi for Ærtebjerg Kommune</h1><h2>Forord</h2>{in_paragraphs(before)}"
        f"<div class=c>{in_paragraphs(inside)}</div>{in_paragraphs(after)}"
    )
    found = imported(printed(browser, html), "strategi.pdf")
    assert said_in_order(found, [*before, *inside, *after]) and "spalter" in str(tree(found)["noter"])


@pytest.mark.parametrize("style", ["word-spacing:.8em", "width:6cm;text-align:justify", "word-spacing:.5em;text-align:justify"])
def test_text_in_one_column_is_not_torn_however_wide_its_spaces(style: str, browser: Browser) -> None:
    sentences = told(60, "Nr")
    html = f"<style>body{{font:10pt Liberation Sans;{style}}}</style><h1>Kanalstrategi for Ærtebjerg Kommune</h1><h2>Forord</h2>{in_paragraphs(sentences)}"
    found = imported(printed(browser, html), "strategi.pdf")
    assert said_in_order(found, sentences) and "spalter" not in str(tree(found)["noter"])


@pytest.mark.parametrize("space", [2, 6])
def test_the_cells_of_a_table_without_lines_are_read_row_by_row(space: int, browser: Browser) -> None:
    cells = told(8, "Felt")
    rows = "".join(f"<tr><td>{left}<td>{right}</tr>" for left, right in zip(cells[::2], cells[1::2], strict=True))
    style = f"body{{font:10pt Liberation Sans}}td{{padding:{space}pt;width:50%;vertical-align:top}}"
    html = f"<style>{style}</style><h1>Kanalstrategi for Ærtebjerg Kommune</h1><h2>Forord</h2><p>Før.</p><table>{rows}</table><p>Efter.</p>"
    assert said_in_order(imported(printed(browser, html), "strategi.pdf"), cells)


def test_a_word_divided_at_the_end_of_a_line_is_joined_and_named(browser: Browser) -> None:
    body = "<h1>Kanalstrategi for Ærtebjerg Kommune</h1><h2>Forord</h2>" + "<p>Vi svarer borgerne hurtigt og venligt hver dag.</p>" * 3
    divided = "<p>God kommu-<br>nikation og selvbe-<br>tjening, e-<br>mail, tele-<br>fon. Selvbetjening og telefon er godt, og chat- <br>og brevkontakt.</p>"
    found = imported(printed(browser, body + divided), "x.pdf")
    text = text_of(found)
    assert "God kommunikation og selvbetjening, e-mail, telefon." in text
    assert "chat- og brevkontakt" in text
    assert "rigtige: kommunikation, e-mail." in text.partition("noter:")[2]


def test_a_ruled_table_of_a_pdf_is_a_table(browser: Browser) -> None:
    rows = "<tr><th>Kanal<th>2025</tr><tr><td>Telefon<td>1.200</tr><tr><td>E-mail<td>800</tr>"
    style = "<style>table{border-collapse:collapse}td,th{border:1px solid black;padding:4px}</style>"
    html = f"{style}<h1>Kanalstrategi for Ærtebjerg Kommune</h1><h2>Tal</h2><p>Sådan gik det.</p><table>{rows}</table>"
    section = tree(imported(printed(browser, html), "x.pdf"))["afsnit"][-1]
    table = next(piece["tabel"] for piece in section["tekst"] if "tabel" in piece)
    assert table["kolonner"] == ["Kanal", "2025"]
    assert [(row["navn"], row["celler"]) for row in table["rækker"]] == [("Telefon", ["1.200"]), ("E-mail", ["800"])]


# --- The command


def command(folder: Path, *arguments: str) -> tuple[int, str]:
    done = python("-m", "kanalstrategi.cli", "import", *arguments, cwd=folder)
    return done.returncode, done.stdout


def test_the_command_writes_the_file_and_tells_what_went_where(tmp_path: Path) -> None:
    (tmp_path / "strategi.docx").write_bytes(the_whole_lot())
    code, said = command(tmp_path, "strategi.docx")
    written = tmp_path / "strategier" / "birkeby" / "2026-2030.yml"
    assert code == 0 and written.is_file()
    for words in ("Skrevet: strategier/birkeby/2026-2030.yml", "»Forord«", "»Kanaler«", "»Sag 00.15.00-P22«", "kanalstrategi check"):
        assert words in said
    checked = python("-m", "kanalstrategi.cli", "check", cwd=tmp_path)
    assert checked.returncode == 0 and "KS361" in checked.stdout


def test_the_command_takes_the_folder_and_the_name_of_a_municipality_as_new_does(tmp_path: Path) -> None:
    (tmp_path / "x.md").write_text("# Kanalstrategi 2026-2029\n\n## Forord\n\nVi svarer.\n", encoding="utf-8")
    run = python("-m", "kanalstrategi.cli", "import", "x.md", "--kommune", "favrskov", "--strategies", "bibliotek", cwd=tmp_path)
    assert run.returncode == 0, run.stderr
    assert "kommune: Favrskov Kommune\n" in (tmp_path / "bibliotek/favrskov/2026-2029.yml").read_text(encoding="utf-8")


def test_nothing_is_overwritten(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("# Kanalstrategi for Ærtebjerg Kommune 2025-2028\n\nTekst.\n", encoding="utf-8")
    assert command(tmp_path, "a.md")[0] == 0
    written = tmp_path / "strategier" / "aertebjerg" / "2025-2028.yml"
    written.write_text("min egen", encoding="utf-8")
    code, said = command(tmp_path, "a.md")
    assert code == 1 and "--udgave" in said and written.read_text(encoding="utf-8") == "min egen"
    assert command(tmp_path, "a.md", "--udgave", "Ny udgave", "--kommune", "Birkeby Kommune")[0] == 0
    assert (tmp_path / "strategier" / "birkeby" / "ny-udgave.yml").is_file()


def test_a_document_that_names_no_municipality_asks_for_it(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("# Kanalstrategi\n\nTekst.\n", encoding="utf-8")
    code, said = command(tmp_path, "a.md")
    assert code == 2 and "--kommune" in said and not (tmp_path / "strategier").exists()


def password_pdf() -> bytes:
    """The least PDF that asks for a password."""
    objects = [
        "<</Type/Catalog/Pages 2 0 R>>",
        "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>",
        f"<</Filter/Standard/V 1/R 2/P -4/O<{'00' * 32}>/U<{'11' * 32}>>>",
    ]
    text, places = "%PDF-1.4\n", []
    for number, each in enumerate(objects, 1):
        places.append(len(text))
        text += f"{number} 0 obj{each}endobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    trailer = "trailer<</Size 5/Root 1 0 R/Encrypt 4 0 R/ID[<00><00>]>>"
    return f"{text}xref\n0 5\n0000000000 65535 f \n{table}{trailer}\nstartxref\n{len(text)}\n%%EOF".encode()


PIXEL = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="


def scanned_pdf(browser: Browser) -> bytes:
    page = browser.new_page()
    page.set_content(f'<img width=500 height=700 src="data:image/png;base64,{PIXEL}">')
    pdf = page.pdf()
    page.close()
    return pdf


@pytest.mark.parametrize(
    ("name", "data", "kind"),
    [
        ("tom.docx", b"", "empty"),
        ("tom.txt", b" \n", "empty"),
        ("ord.docx", b"PK\x03\x04 hej", "damaged"),
        ("ord.docx", the_whole_lot()[:4000], "damaged"),
        ("tekst.docx", b"bare tekst", "damaged"),
        ("gammel.doc", b"\xd0\xcf\x11\xe0" + b"\0" * 600, "old_word"),
        ("laast.docx", b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"), "password"),
        ("laast.pdf", password_pdf(), "password"),
        ("skaevt.pdf", b"%PDF-1.7\nhej", "damaged"),
        ("billede.png", base64.b64decode(PIXEL), "other"),
        ("note.rtf", b"{\\rtf1 hej}", "other"),
        ("data.txt", b"a\0b\0c\1", "not_text"),
        ("tom.md", b"<!-- intet -->\n", "no_words"),
    ],
)  # fmt: skip
def test_a_file_that_cannot_be_imported_is_refused_with_the_cure(name: str, data: bytes, kind: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(data)
    code, said = command(tmp_path, name, "--kommune", "Ærtebjerg Kommune")
    assert code == 1 and said.strip() == catalog("da")(f"intake.refused.{kind}", file=name)
    assert not (tmp_path / "strategier").exists()


def test_pages_that_are_pictures_are_refused_with_the_cure(browser: Browser, tmp_path: Path) -> None:
    (tmp_path / "scannet.pdf").write_bytes(scanned_pdf(browser))
    code, said = command(tmp_path, "scannet.pdf", "--kommune", "Ærtebjerg Kommune")
    assert code == 1 and "OCR" in said


def test_a_missing_file_is_said_to_be_missing(tmp_path: Path) -> None:
    code, said = command(tmp_path, "findes-ikke.docx")
    assert code == 2 and "findes-ikke.docx" in said
