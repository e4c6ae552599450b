"""A hearing from the remark to the answer: each beside what it is about, found again when the text is corrected."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit
from xml.etree import ElementTree

import pytest
from accessibility.serving import served
from conftest import (
    EDITIONS,
    HEARING,
    ROOT,
    Built,
    BuiltPage,
    World,
    build,
    copy_project,
    one_line,
    python,
    resolve,
    visible_text,
)
from kanalstrategi import check
from kanalstrategi.exports import exports
from kanalstrategi.i18n import catalog
from kanalstrategi.pages import Site, render
from kanalstrategi.pages.taking_part import Repository, TakingPart
from kanalstrategi.strategy.anchoring import Likeness, find
from kanalstrategi.strategy.passages import CHAPTERS
from kanalstrategi.strategy.persons import private_name
from playwright.sync_api import Browser

WORDS = catalog("da")
NOTE = "kommuner/ikast-brande/udateret/hoering/hoeringsnotat/index.html"
DOCUMENT = "kommuner/ikast-brande/udateret/hoering/hoeringsnotat.docx"
Pages = dict[str, BuiltPage]
Draw = Callable[..., World]

# --- A small hearing

EDITION = """\
kommune: Ærtebjerg Kommune
dokument:
  titel: Kanalstrategi 2025
  type: kanalstrategi
  periode: {fra: 2025, til: 2028}
  omfang: hele
  kilde: {udgiver: Ærtebjerg Kommune, form: Hele teksten}
hjælp:
  tekst: Biblioteket hjælper dig, der ikke kan bruge selvbetjening. Du kan tage en pårørende med.
kanaler:
  kanaler:
    - id: telefon
      navn: Telefon
      tekst: Ring til os på alle hverdage mellem 10 og 15, når sagen er svær. Vi ringer også gerne til dig.
    - id: brev
      navn: Brev
      tekst: Skriv et brev, hvis du hellere vil det.
"""
HEARING_FILE = """\
høring:
  titel: Høring om kanalstrategien
{procedure}
svar:
  - id: handicapraadet
    fra: Handicaprådet
    punkter:
      - id: telefonen
        overskrift: Telefonen
        sted: kanal-telefon
        citater:
          - {quote}
        bemærkninger:
          - id: tidspunkt
            slags: [ønske]
            tekst: Vi vil gerne kunne ringe om aftenen.
{answer}
          - id: koe
            slags: [spørgsmål]
            tekst: Hvor lang er køen?
"""
QUOTE = "Ring til os på alle hverdage mellem 10 og 15, når sagen er svær."
ANSWER = """\
            svar:
              status: delvist-imødekommet
              dato: 2026-10-01
              begrundelse: Telefonen er nu åben til klokken 17 om torsdagen.
              ændringer:
                - {sted: kanal-telefon, hvad: Åbningstiden er længere.}"""
TELEPHONE = "kommuner/aertebjerg/2025-2028/index.md"
HELD = "kommuner/aertebjerg/2025-2028/hoering.md"
NOTED = "kommuner/aertebjerg/2025-2028/hoering/hoeringsnotat.md"
OPEN = """\
  åbnet: 2026-08-17
  frist: 2026-09-17
  svar_via:
    post: |
      Ærtebjerg Kommune
      Torvet 1
    telefon: +45 12 34 56 78
    e-mail: hoering@aertebjerg.dk
    pull_request: https://git.example.org/kanalstrategier
  handicapråd: Handicaprådet
  parter: [Ældrerådet, Aabenraa Venner, Bibliotekets Venner, Østbyens Borgerforening]"""


def files(edition: str = EDITION, procedure: str = "", quote: str = QUOTE, answer: str = "") -> dict[str, str]:
    hearing = HEARING_FILE.format(procedure=procedure, quote=quote, answer=answer)
    return {"aertebjerg/2025-2028.yml": edition, "aertebjerg/2025-2028.hoering.yml": hearing}


def codes(world: World) -> list[str]:
    return [code for code in world.codes if code.startswith(("KS30", "KS34", "KS35"))]


# --- A quote found again

TEXT = (
    "Vi hjælper dig. Telefonen er åben »hver dag« – også i ferien. Ring til os. Personlig henvendelse er en dyr og ofte"
    " ikke en effektiv kanal. Skriv, hvis du hellere vil det. Ring til os."
)


def test_a_quote_that_stands_is_exact_whatever_the_line_breaks() -> None:
    found = find("Telefonen er åben\n»hver dag«", TEXT)
    assert (found.likeness, found.words, found.percent) == (Likeness.EXACT, "Telefonen er åben »hver dag«", 100)


@pytest.mark.parametrize(
    "quote",
    [
        'telefonen er åben "hver dag" - også',
        "Telefonen er åben hver  dag – også",
        "Telefonen er å\u00adben ’hver dag’ — også",
    ],
)
def test_signs_spaces_and_capitals_make_no_other_quote(quote: str) -> None:
    found = find(quote, TEXT)
    assert (found.likeness, found.words) == (Likeness.NORMALISED, "Telefonen er åben »hver dag« – også")


def test_a_corrected_sentence_is_near_and_says_how_near() -> None:
    found = find("Personlige henvendelser er en dyr og tit ikke effektiv kanal.", TEXT)
    assert found.likeness is Likeness.NEAR and 80 <= found.percent < 100
    assert found.words == "Personlig henvendelse er en dyr og ofte ikke en effektiv kanal."


@pytest.mark.parametrize("quote", ["Kommunen lukker borgerservice om fredagen.", "EN D", "Vi har en chatrobot, der svarer."])
def test_other_words_are_not_taken_for_the_quote(quote: str) -> None:
    assert find(quote, TEXT).likeness is Likeness.ORPHANED
    assert find(quote, "").likeness is Likeness.ORPHANED


def test_what_stands_around_a_quote_tells_which_of_two_it_is() -> None:
    assert TEXT.index(" Ring til os.") < TEXT.rindex(" Ring til os.")
    marked = TEXT[:-1] + "!"
    assert find("Ring til os", marked, before="hellere vil det.").words == "Ring til os"
    assert find("Ring til os.", f"{TEXT} Ring til os! Slut.", after="Slut").likeness is Likeness.EXACT


def test_a_rewritten_passage_is_found_between_its_neighbours() -> None:
    """The words are too unlike to be found by themselves, but what stood before and after is still there."""
    quote, around = "Telefonisk henvendelse koster kommunen mange penge.", {"before": "Ring til os.", "after": "Skriv, hvis du"}
    assert find(quote, TEXT).likeness is Likeness.ORPHANED
    assert find(quote, TEXT, **around).words == "Personlig henvendelse er en dyr og ofte ikke en effektiv kanal."


# --- A passage that was changed after the response


def test_a_quote_that_stands_needs_no_word(world: Draw) -> None:
    held = world(files())
    assert codes(held) == []
    assert WORDS("quote.near", percent="")[:12] not in held.page(TELEPHONE).text


def test_a_changed_passage_is_told_of_and_stays_publishable(world: Draw) -> None:
    held = world(files(EDITION.replace("mellem 10 og 15", "fra 9 til 16")))
    assert codes(held) == ["KS341"] and not held.report.errors and not held.report.warnings
    for uri in (TELEPHONE, HELD, NOTED):
        text = held.page(uri).text
        assert QUOTE in text and "Ring til os på alle hverdage fra 9 til 16, når sagen er svær." in text
        assert re.search(r"Ligheden med citatet er \d\d procent", text)


def test_an_answer_that_names_the_change_explains_it(world: Draw) -> None:
    held = world(files(EDITION.replace("mellem 10 og 15", "fra 9 til 16"), answer=ANSWER))
    assert codes(held) == []


def test_a_deleted_passage_is_openly_orphaned(world: Draw) -> None:
    held = world(files(EDITION.replace(QUOTE, "Send en sms.")))
    assert codes(held) == ["KS342"] and not held.report.errors
    assert WORDS("quote.orphaned") in held.page(TELEPHONE).text
    assert WORDS("quote.orphaned") in held.page(HELD).text
    bold = held.page(HELD).main.select(".ks-quote-state > strong:only-child")
    assert not [each for each in bold if each.parent and visible_text(each) == visible_text(each.parent)], "it is no heading"


def test_tables_of_hearings_and_ways_to_their_notes_are_told_apart(world: Draw) -> None:
    drawn = files(procedure=OPEN)
    closed = {path.replace(".hoering", ".hoering-2"): text.replace("titel: ", "titel: Anden ") for path, text in drawn.items() if "hoering" in path}
    over = {path: re.sub(r"  åbnet:.*\n", "  status: lukket\n", text) for path, text in closed.items()}
    page = world({**drawn, **over}).page("hoeringer.md")
    captions = [visible_text(caption) for caption in page.main.select("caption")]
    assert len(captions) == 2 == len(set(captions)), captions
    names = [str(link["aria-label"]) for link in page.main.select("td a")]
    assert len(names) == 4 == len(set(names)), names


def test_a_passage_that_moved_is_found_where_it_is(world: Draw) -> None:
    moved = EDITION.replace(QUOTE, "").replace("hellere vil det.", f"hellere vil det. {QUOTE}")
    held = world(files(moved))
    assert codes(held) == ["KS343"]
    state = held.page(HELD).main.select_one(".ks-quote-state a")
    assert state and str(state["href"]).endswith("#kanal-brev")


def test_of_two_places_with_one_address_only_the_address_is_told() -> None:
    """The quote stands at the first of the two, which is not where it seems to have moved from."""
    drawn = files(EDITION.replace("- id: brev", "- id: telefon").replace(QUOTE, "Send en sms.").replace("hellere vil det.", f"hellere vil det. {QUOTE}"))
    _, report = check({name: text.encode() for name, text in drawn.items()})
    assert [finding.code for finding in report] == ["KS301"]


def test_a_remark_outlives_the_passage_it_was_about(world: Draw) -> None:
    start, end = EDITION.index("    - id: telefon"), EDITION.index("    - id: brev")
    held = world(files(EDITION[:start] + EDITION[end:]))
    assert codes(held) == ["KS345"] and not held.report.errors
    page = held.page(HELD)
    assert WORDS("hearing.place_gone") in page.text and "Hvor lang er køen?" in page.text
    assert not page.main.select("a[href*='#kanal-telefon']")


# --- Beside the passage, and back


def test_every_remark_of_ikast_brande_is_beside_its_passage_and_leads_there_and_back(pages: Pages) -> None:
    edition, hearing = pages[EDITIONS["ikast-brande"]], pages[HEARING]
    remarks = hearing.main.select("li[id^=bemaerkning-]")
    assert len(remarks) == 27
    for remark in remarks:
        words = one_line(" ".join(visible_text(block) for block in remark.select(".ks-prose")))
        back = remark.select_one("p.ks-way a")
        if back is None:
            assert remark.find_previous("h3").get_text() == WORDS("hearing.general")
            assert words in edition.passage(CHAPTERS["document"])
            continue
        path, anchor = resolve(HEARING, str(back["href"]))
        assert path == EDITIONS["ikast-brande"]
        assert words in edition.passage(anchor)
    for lead in edition.main.select(".ks-remarks__lead a"):
        path, anchor = resolve(EDITIONS["ikast-brande"], str(lead["href"]))
        assert path == HEARING and anchor in hearing.ids


def test_ikast_brande_waits_for_every_answer_and_nothing_is_invented(pages: Pages) -> None:
    hearing = pages[HEARING]
    assert hearing.text.count(WORDS("answer.none")) == 27
    for anchor in ("hvem", "saadan", "frist", "naeste"):
        assert WORDS("hearing.not_stated") in hearing.passage(anchor)
    assert WORDS("hearing.state.unknown") in hearing.text and WORDS("hearing.only_quoted") in hearing.text
    headings = [tag["id"] for tag in hearing.main.select("h2")]
    assert headings[:5] == ["om", "hvem", "saadan", "frist", "naeste"]
    overview = pages["hoeringer/index.html"].text
    assert WORDS("hearings.group.unknown") in overview and WORDS("hearings.none_open") in overview


def test_a_passage_says_how_many_remarks_it_has_and_how_many_are_answered(world: Draw) -> None:
    held = world(files(answer=ANSWER))
    passage = held.page(TELEPHONE).passage("kanal-telefon")
    assert "2 bemærkninger fra Handicaprådet, 1 besvaret." in passage
    assert "Stedet er ændret efter en bemærkning fra Handicaprådet. Åbningstiden er længere." in passage
    assert "Delvist imødekommet" in passage and "1. oktober 2026" in passage
    hearing = held.page(HELD)
    change = hearing.at("bemaerkning-tidspunkt").select_one(".ks-changed a")
    assert change and str(change["href"]).endswith("#kanal-telefon")
    assert "2 bemærkninger. 1 er besvaret, 1 venter på kommunens svar." in hearing.text


def test_a_remark_is_shown_wherever_an_edition_has_an_address() -> None:
    """A remark on every passage of every edition: each stands on the page, once."""
    for path in [Path(uri.replace("kommuner", "strategier").replace("/index.html", ".yml")) for uri in EDITIONS.values()]:
        text = (ROOT / path).read_bytes()
        library, _ = check({path.as_posix(): text})
        places = list(library.strategies[0].passages)
        points = "".join(
            f"      - id: p{number}\n        sted: {place}\n        bemærkninger:\n"
            f"          - {{id: r{number}, slags: [ønske], tekst: Bemærkning nummer {number} slut.}}\n"
            for number, place in enumerate(places)
        )
        hearing = f"høring: {{titel: Høring}}\nsvar:\n  - id: h\n    fra: Handicaprådet\n    punkter:\n{points}"
        name = path.as_posix().replace(".yml", ".hoering.yml")
        library, report = check({path.as_posix(): text, name: hearing.encode()})
        assert not report.errors
        uri = f"kommuner/{path.parent.name}/{path.stem}/index.md"
        content = next(page for page in render(library, Site(WORDS)) if page.uri == uri).made().content
        lost = [place for number, place in enumerate(places) if content.count(f"Bemærkning nummer {number} slut.") != 1]
        assert not lost, f"{path}: {lost}"


def test_a_general_remark_and_a_remark_with_a_place_of_its_own(world: Draw) -> None:
    drawn = files()
    name = "aertebjerg/2025-2028.hoering.yml"
    drawn[name] = drawn[name].replace(
        "    punkter:\n",
        "    generelle_bemærkninger:\n      - {id: tak, slags: [kommentar], tekst: Tak for en god strategi.}\n    punkter:\n",
    ) + "            sted: kanal-brev\n            citater: [Skriv et brev]\n"
    page = world(drawn).page(TELEPHONE)
    assert "1 bemærkning fra Handicaprådet til hele strategien, ikke besvaret." in page.passage("fakta")
    back = world(drawn).page(HELD).at("svar-handicapraadet-generelt").find_next("a", string=WORDS("hearing.general_link"))
    assert back and str(back["href"]).endswith("#fakta")
    assert "Hvor lang er køen?" in page.passage("kanal-brev") and "Hvor lang er køen?" not in page.passage("kanal-telefon")


# --- Open, closed, decided


@pytest.mark.parametrize(
    ("procedure", "state"),
    [
        ("", "hearing.state.unknown"),
        ("  status: åben", "hearing.state.open"),
        ("  frist: 2026-09-17", "hearing.state.open.until"),
        ("  frist: 2026-09-17\n  status: lukket", "hearing.state.closed"),
        ("  lukket: 2026-09-18", "hearing.state.closed.day"),
        ("  lukket: 2026-09-18\n  afgjort: 2026-10-01", "hearing.state.decided.day"),
    ],
)
def test_the_data_and_no_clock_says_how_far_a_hearing_is(world: Draw, procedure: str, state: str) -> None:
    held = world(files(procedure=procedure))
    day = "18. september 2026" if "closed" in state else "1. oktober 2026"
    sentence = WORDS(state, day=day, deadline="17. september 2026")
    assert sentence in held.page(HELD).text
    group = state.split(".")[2]
    assert held.page("hoeringer.md").at(group).name == "h2"


def test_an_open_hearing_fits_a_phone_whatever_the_address_of_the_text(tmp_path: Path, browser: Browser) -> None:
    long = f"https://git.example.org/{'kanalstrategier' * 8}/edit/main/strategier/aertebjerg/2025-2028.yml"
    for path, text in files(procedure=OPEN.replace("https://git.example.org/kanalstrategier", long)).items():
        (tmp_path / "strategier" / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "strategier" / path).write_text(text, encoding="utf-8")
    (tmp_path / "docs").mkdir()
    (tmp_path / "mkdocs.yml").write_text("site_name: x\ntheme: {name: material}\nplugins: [kanalstrategi]\n", encoding="utf-8")
    assert python("-m", "mkdocs", "build", cwd=tmp_path).returncode == 0
    with served(tmp_path / "site") as home:
        page = browser.new_page(viewport={"width": 320, "height": 800})
        page.goto(f"{home}kommuner/aertebjerg/2025-2028/hoering/")
        assert page.locator("#saadan").is_visible() and long in page.inner_text("main")
        assert page.evaluate("document.documentElement.scrollWidth") <= 320
        page.close()


def test_hearings_of_the_same_name_are_told_apart(world: Draw) -> None:
    drawn = files(procedure=OPEN)
    other = {path.replace("aertebjerg", "oestby"): text.replace("Ærtebjerg", "Østby") for path, text in drawn.items()}
    links = world({**drawn, **other}).page("hoeringer.md").main.select("td a")
    assert len(links) == 4 == len({str(link["aria-label"]) for link in links})


def test_the_ways_to_respond_are_links_where_they_can_be(world: Draw) -> None:
    page = world(files(procedure=OPEN)).page(HELD)
    assert "Ærtebjerg Kommune Torvet 1" in page.passage("saadan")
    targets = {str(link["href"]) for link in page.main.select("#saadan ~ dl a")}
    assert targets == {"tel:+4512345678", "mailto:hoering@aertebjerg.dk", "https://git.example.org/kanalstrategier"}


def test_a_hearing_that_has_just_begun_can_be_read_and_answered(world: Draw) -> None:
    begun = "høring: {titel: Høring, åbnet: 2026-08-17}\n"
    held = world({"aertebjerg/2025-2028.yml": EDITION, "aertebjerg/2025-2028.hoering.yml": begun})
    assert not held.report.errors and codes(held) == []
    page = held.page(HELD)
    assert "Høringen er åben. Den begyndte 17. august 2026. Der er endnu ingen bemærkninger." in page.text
    assert not [tag for tag in page.main.select("ul, dl, table, tbody") if not visible_text(tag)]
    assert "Der er endnu ingen bemærkninger." in held.page(NOTED).text


# --- The hearing note


def test_the_note_lists_the_parties_as_danes_sort_and_marks_who_answered(world: Draw) -> None:
    page = world(files(procedure=OPEN)).page(NOTED)
    rows = [visible_text(row) for row in page.main.select("tbody tr")]
    names = ["Bibliotekets Venner", "Handicaprådet", "Ældrerådet", "Østbyens Borgerforening", "Aabenraa Venner"]
    assert [next(name for name in names if row.startswith(name)) for row in rows] == names
    assert [row for row in rows if WORDS("hearing_note.yes") in row] == [rows[1]]


def test_the_note_has_every_point_with_the_comment_or_that_it_waits(pages: Pages, world: Draw) -> None:
    assert pages[NOTE].text.count(WORDS("answer.none")) == 27
    page = world(files(answer=ANSWER)).page(NOTED)
    assert "Telefonen er nu åben til klokken 17 om torsdagen." in page.passage("part-1")
    assert page.text.count(WORDS("answer.none")) == 1


NOTHING = """
  - id: aeldreraadet
    fra: Ældrerådet
    tekst: Ældrerådet har ingen bemærkninger til udkastet.
"""


def test_a_response_without_remarks_is_no_response_that_is_still_to_come(world: Draw) -> None:
    drawn = files(procedure=f"{OPEN}\n  om: Udkastet er sendt i høring.")
    held = world({path: text + NOTHING if "hoering" in path else text for path, text in drawn.items()})
    page, note = held.page(HELD), held.page(NOTED)
    assert "ingen bemærkninger i høringssvaret" in page.passage("svar-aeldreraadet") and "endnu" not in page.text
    assert "Ældrerådet har ingen bemærkninger til udkastet." in page.passage("svar-aeldreraadet")
    assert WORDS("hearing.before_points") not in page.text
    assert "Ældrerådet har ingen bemærkninger til udkastet." in note.passage("part-2")
    silent = world({path: text + NOTHING.partition("    tekst")[0] if "hoering" in path else text for path, text in drawn.items()})
    assert "ingen bemærkninger i høringssvaret" in silent.page(NOTED).passage("part-2")
    (word,) = [held for path, held in exports(held.library, Site(WORDS)).items() if path.endswith(".docx")]
    said = [text for _, text in paragraphs(b"".join(piece for piece in word if isinstance(piece, bytes)))]
    assert "Ældrerådet har ingen bemærkninger til udkastet." in said and "Udkastet er sendt i høring." in said
    assert "Udkastet er sendt i høring." in note.passage("fakta")


def test_the_note_has_the_period_in_dates_and_days_and_names_the_document_once(world: Draw) -> None:
    facts = world(files(procedure=OPEN)).page(NOTED).passage("fakta")
    assert "17. august 2026 til 17. september 2026 (32 dage)" in facts
    drawn = {path: text.replace("titel: Kanalstrategi 2025\n", "titel: Kanalstrategi 2025-2028\n") for path, text in files().items()}
    assert "Dokument Kanalstrategi 2025-2028 Hvor langt" in world(drawn).page(NOTED).passage("fakta")


def test_an_open_hearing_says_until_when_also_on_the_edition(world: Draw) -> None:
    held = world(files(procedure=OPEN))
    until = "Høringen er åben fra 17. august 2026 til og med 17. september 2026."
    assert until in held.page(HELD).text
    notice = held.page(TELEPHONE).main.select(".ks-note")[0]
    assert until in visible_text(notice)
    assert [str(link["href"]) for link in notice.select("a")] == ["hoering/#saadan"]
    over = world(files(procedure=f"{OPEN}\n  lukket: 2026-09-18\n  afgjort: 2026-10-01"))
    assert not over.page(TELEPHONE).main.select(".ks-note")
    assert WORDS("hearing.over") in over.page(HELD).passage("saadan")
    assert "Sagen blev afgjort 1. oktober 2026." in over.page(HELD).passage("naeste")


def test_a_point_without_a_heading_is_called_what_it_is_about(world: Draw) -> None:
    held = world({path: text.replace("        overskrift: Telefonen\n", "") for path, text in files().items()})
    for page in (held.page(HELD), held.page(NOTED)):
        assert "Om »Telefon«" in [visible_text(tag) for tag in page.main.select("h3, h4")]


W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def paragraphs(document: bytes) -> list[tuple[str, str]]:
    """The style and the words of every paragraph of a Word document, read as Word reads them."""
    with zipfile.ZipFile(io.BytesIO(document)) as archive:
        assert archive.testzip() is None
        for name in archive.namelist():
            ElementTree.fromstring(archive.read(name))
        body = ElementTree.fromstring(archive.read("word/document.xml"))
    found = []
    for paragraph in body.iter(f"{W}p"):
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        text = "".join(run.text or "" for run in paragraph.iter(f"{W}t"))
        found.append(("" if style is None else str(style.get(f"{W}val")), text))
    return found


def test_the_document_to_send_says_what_the_page_says(built: Built) -> None:
    document = (built.folder / DOCUMENT).read_bytes()
    page = built.pages[NOTE]
    link = page.main.select_one("a[download]")
    assert link and resolve(NOTE, str(link["href"]))[0] == DOCUMENT
    said = paragraphs(document)
    assert said[0] == ("Heading1", visible_text(page.at("titel")))
    headings = [text for style, text in said if re.fullmatch("Heading[2-4]", style)]
    assert headings == [visible_text(tag) for tag in page.main.select("h2, h3, h4")]
    text = one_line(" ".join(text for _, text in said))
    for words in page.main.select(".ks-noted .ks-prose p"):
        assert visible_text(words) in text


def test_a_hostile_text_stays_text_in_the_document(world: Draw) -> None:
    drawn = files(quote='"</w:t><w:br/> & <x>"')
    held = world({path: text.replace("Hvor lang er køen?", "</w:t> & <b>fed</b> ]]>") for path, text in drawn.items()})
    (pieces,) = [held for path, held in exports(held.library, Site(WORDS)).items() if path.endswith(".docx")]
    document = b"".join(piece for piece in pieces if isinstance(piece, bytes))
    assert any("</w:t> & <b>fed</b> ]]>" in text for _, text in paragraphs(document))


def test_the_same_note_is_the_same_bytes(world: Draw) -> None:
    one, other = ({path: list(held) for path, held in exports(world(files()).library, Site(WORDS)).items()} for _ in range(2))
    assert one == other and any(path.endswith(".docx") for path in one)


# --- Private persons

COUNCILS = """Handicaprådet, Danske Handicaporganisationer, Ældre Sagen, Ældrerådet, Landsforeningen LEV, DH Ikast-Brande,
Dansk Blindesamfund, Danske Seniorer, Muskelsvindfonden, HK Kommunal, 3F Midtjylland, Karen Blixen Museet, Røde Kors,
Sankt Lukas Stiftelsen, Anders And Fonden, En borger, Kommunalbestyrelsen, foreningen Karen Blixen, Åse Marie-hjemmets beboerråd, Max Bank, Djøf"""
PERSONS = """Hans Jensen, H. Jensen, H.J., Handicaprådet v/ Hans Jensen, Jens-Peter Hansen, Ronja Thygesen, Fatima Ahmed,
Hr. Poulsen, Hans Jensen på foreningens vegne, en borger (Anne Marie Sørensen), Mette Kirkegaard, Ældrerådet Søren Møller"""


@pytest.mark.parametrize("party", [one_line(name) for name in COUNCILS.split(",")])
def test_a_council_or_an_association_is_no_person(party: str) -> None:
    assert private_name(party) is None


@pytest.mark.parametrize("party", [one_line(name) for name in PERSONS.split(",")])
def test_a_person_is_found(party: str) -> None:
    assert private_name(party)


# --- Taking part without Git

ADDRESS = "https://kanaler.example.dk/b/kommuner/x/2025/#kanal-telefon"
PART = TakingPart("hoering+ks@example.dk", "+45 12 34 56 78", None, "https://kanaler.example.dk/b/", "Ærtebjerg & Øst")


def ways(part: TakingPart, passage: str = "Telefon?") -> list[tuple[str, str]]:
    return list(part.comment("kommuner/x/2025/#kanal-telefon", passage, None, WORDS))


def test_an_e_mail_has_its_subject_and_the_passage_filled_in() -> None:
    (mail, name), (telephone, _) = ways(PART)
    address = urlsplit(mail)
    assert (address.scheme, unquote(address.path)) == ("mailto", "hoering+ks@example.dk")
    assert "+" not in address.path and "#" not in mail
    assert parse_qs(address.query) == {"subject": ["Ærtebjerg & Øst: Telefon?"], "body": [ADDRESS]}
    assert name == "Send e-mail om Telefon?"
    assert telephone == "tel:+4512345678"


@pytest.mark.parametrize(
    ("kind", "url", "page", "title", "text", "edit"),
    [
        ("github", "https://github.com/k/s", "https://github.com/k/s/issues/new", "title", "body",
         "https://github.com/k/s/edit/main/{path}#L{line}"),
        ("gitlab", "https://gitlab.com/k/s/", "https://gitlab.com/k/s/-/issues/new", "issue[title]", "issue[description]",
         "https://gitlab.com/k/s/-/edit/main/{path}#L{line}"),
        ("forgejo", "https://codeberg.org/k/s", "https://codeberg.org/k/s/issues/new", "title", "body",
         "https://codeberg.org/k/s/src/branch/main/{path}#L{line}"),
        ("azure", "https://dev.azure.com/k/p/_git/s", "https://dev.azure.com/k/p/_workitems/create/Task", "[System.Title]",
         "[System.Description]", "https://dev.azure.com/k/p/_git/s?path=/{path}&version=GBmain&line={line}&_a=contents"),
        ("azure", "https://dev.azure.com/k/_git/s", "https://dev.azure.com/k/s/_workitems/create/Task", "[System.Title]",
         "[System.Description]", "https://dev.azure.com/k/_git/s?path=/{path}&version=GBmain&line={line}&_a=contents"),
    ],
)  # fmt: skip
def test_every_kind_of_repository_gets_its_own_addresses(
    kind: str, url: str, page: str, title: str, text: str, edit: str
) -> None:
    repository = Repository(kind, url)
    ((href, _),) = ways(TakingPart(repository=repository, site_url="https://kanaler.example.dk/b"))
    address = urlsplit(href)
    assert f"{address.scheme}://{address.netloc}{address.path}" == page and not address.fragment
    assert parse_qs(address.query) == {title: ["Telefon?"], text: [ADDRESS]}
    assert repository.edit_url == edit


HOSTILE = "Fra A & B til #3 + 100 %:\n»Ærø = <b>ø</b>«?"


@pytest.mark.parametrize("kind", ["github", "gitlab", "forgejo", "azure"])
def test_any_passage_arrives_as_it_is_called(kind: str) -> None:
    part = TakingPart("a@b.dk", None, Repository(kind, "https://git.example.dk/k/_git/s"), "https://kanaler.example.dk/b")
    for href, _ in ways(part, HOSTILE):
        title, text = parse_qs(urlsplit(href).query, strict_parsing=True).values()
        assert title == [one_line(HOSTILE)] and text == [ADDRESS]
        assert re.fullmatch(r"[!-~]+", href) and not set("<>\"'") & set(href)


@pytest.mark.parametrize("kind", ["github", "gitlab", "forgejo", "azure"])
def test_a_very_long_passage_makes_an_address_that_every_host_takes(kind: str) -> None:
    part = TakingPart("a@b.dk", None, Repository(kind, "https://git.example.dk/k/_git/s"), "https://kanaler.example.dk/b", "Ærø")
    for href, _ in ways(part, "Mål på ældreområdet " * 200):
        title, text = (held[0] for held in parse_qs(urlsplit(href).query).values())
        assert title.startswith("Ærø: Mål på ældreområdet") and title.endswith(" …") and len(title) <= 255
        assert text == ADDRESS and len(href) < 2000


@pytest.fixture(scope="module")
def with_ways(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The real site with the ways to comment as options, and without the address for editing."""
    copy = copy_project(tmp_path_factory.mktemp("ways") / "project")
    config = copy / "mkdocs.yml"
    text = re.sub(r"      (?:edit_url|comment_\w+): .*\n|      repository:\n(?:        .*\n)+", "", config.read_text(encoding="utf-8"))
    options = (
        "      comment_mail: kommentar@example.dk\n      comment_telephone: 12 34 56 78\n"
        "      repository: {kind: gitlab, url: https://git.example.dk/k/s, branch: main}\n"
    )
    text = text.replace("      language: da\n", f"      language: da\n{options}")
    text = re.sub(r"^site_url: .*\n", "", text, flags=re.MULTILINE) + "\nsite_url: https://kanaler.example.dk/b/\n"
    config.write_text(text, encoding="utf-8")
    return build(copy)


def test_every_passage_has_a_link_and_the_ways_to_comment(with_ways: Built) -> None:
    page = with_ways.pages[EDITIONS["ikast-brande"]]
    tools = page.main.select(".ks-tools")
    assert len(tools) > 30
    names = [str(summary["aria-label"]) for summary in page.main.select(".ks-tools summary")]
    assert len(names) == len(tools) == len(set(names)) and all(name.startswith("Kommentér afsnittet »") for name in names)
    for tool in tools:
        anchor = str(tool.select("a")[0]["href"])[1:]
        assert anchor in page.ids
        mail, telephone, issue, *edit = (str(link["href"]) for link in tool.select("details a"))
        here = f"https://kanaler.example.dk/b/kommuner/ikast-brande/udateret/#{anchor}"
        assert parse_qs(urlsplit(mail).query)["body"] == [here]
        assert telephone == "tel:12345678"
        assert parse_qs(urlsplit(issue).query)["issue[description]"] == [here]
        assert all(href.startswith("https://git.example.dk/k/s/-/edit/main/strategier/ikast-brande/") for href in edit)
        assert not tool.select("details[open]")
    labels = [visible_text(link) for link in page.main.select(".ks-tools details a")]
    assert len(labels) == len(set(labels))


def test_a_site_that_does_not_know_its_address_says_so(tmp_path: Path) -> None:
    (tmp_path / "strategier").mkdir()
    (tmp_path / "docs").mkdir()
    plugin = "{kanalstrategi: {comment_mail: a@b.dk}}"
    config = f"site_name: x\ntheme: {{name: material}}\nplugins: [{plugin}]\n"
    for rest, found in (("", True), ("site_url: https://kanaler.example.dk/\n", False)):
        (tmp_path / "mkdocs.yml").write_text(config + rest, encoding="utf-8")
        done = python("-m", "mkdocs", "build", cwd=tmp_path)
        assert done.returncode == 0 and ("Skriv adressen som site_url i mkdocs.yml" in done.stdout) is found


def test_each_goal_of_a_list_has_a_link_that_leaves_its_words_whole(pages: Pages) -> None:
    goal = pages[EDITIONS["ikast-brande"]].at("maal-personlige-henvendelser")
    link = goal.select_one("a.ks-here")
    assert link and link["href"] == "#maal-personlige-henvendelser" and not link.get_text()
    assert visible_text(goal) == "1. Antallet af personlige henvendelser falder"


def test_without_options_only_the_link_shows(world: Draw) -> None:
    page = world(files()).page(TELEPHONE)
    tool = page.at("kanal-telefon").find_next_sibling("div", class_="ks-tools")
    assert tool and [str(link["href"]) for link in tool.select("a")] == ["#kanal-telefon"] and not tool.select("details")


def test_an_open_hearing_is_answered_where_it_says(world: Draw) -> None:
    page = world(files(procedure=OPEN)).page(TELEPHONE)
    mails = {unquote(urlsplit(str(link["href"])).path) for link in page.main.select(".ks-tools a[href^=mailto]")}
    assert mails == {"hoering@aertebjerg.dk"}
    closed = world(files(procedure=f"{OPEN}\n  lukket: 2026-09-18")).page(TELEPHONE)
    assert not closed.main.select(".ks-tools details")


def test_comments_open_without_scripts_by_keyboard_and_are_large_enough(with_ways: Built, browser: Browser) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 320, "height": 800})
    page = context.new_page()
    page.goto((with_ways.folder / EDITIONS["ikast-brande"]).as_uri())
    tool = page.locator(".ks-tools:has(> span > a[href='#kanal-telefon'])")
    tool.locator("summary").focus()
    page.keyboard.press("Enter")
    links = tool.locator("details a")
    assert links.count() == 4 and links.first.is_visible()
    for link in [*links.all(), tool.locator("summary")]:
        box = link.bounding_box()
        assert box and box["height"] >= 44 and box["x"] >= 0 and box["x"] + box["width"] <= 320
    page.emulate_media(media="print")
    assert not tool.is_visible()
    context.close()
