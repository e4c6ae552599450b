"""The comparison is truthful cell by cell: every row is there, and every cell leads to the words it was made from."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Iterator, Mapping

import pytest
from bs4 import Tag
from conftest import COMPARISON, EDITION, EDITIONS, BuiltPage, World, cell_text, one_line, resolve, visible_text
from kanalstrategi.exports import comparison, targets
from kanalstrategi.i18n import catalog
from kanalstrategi.strategy.vocabulary import Absence, CommonChannel

Pages = dict[str, BuiltPage]

WORDS = catalog("da")
ABSENCES = {WORDS(f"absence.{absence.value}") for absence in Absence}
NOT_STATED, NOT_AVAILABLE = WORDS("absence.ikke-angivet"), WORDS("absence.ikke-i-den-foreliggende-del")
THEMES = """
    dokument periode vedtagelse vision mål rækkefølge antal-kanaler måltal principper succeskriterier retningslinjer
    henvendelsestyper målgrupper hjælp handicap opfølgning måling organisering omkostninger telefon fremmøde
    afgrænsning ramme medarbejdere
""".split()
COLUMNS = ["dragoer", "hilleroed", "hoersholm", "ikast-brande", "naestved"]
SHARED = ["web", "intranet", "digital-post", "selvbetjening"]


def cells(pages: Pages, caption: str) -> Iterator[tuple[str, str, Tag]]:
    """Every cell of a table: the words of its row, the municipality of its column, and the cell."""
    table = pages[COMPARISON].at(caption).find_parent("table")
    assert table
    for row in table.select("tbody tr"):
        for municipality, cell in zip(COLUMNS, row.select("td"), strict=True):
            yield visible_text(row.select("th")[0]), municipality, cell


def cell(pages: Pages, caption: str, row: str, municipality: str) -> str:
    [found] = [cell_text(cell) for name, column, cell in cells(pages, caption) if (name, column) == (row, municipality)]
    return found


def theme(pages: Pages, name: str, municipality: str) -> str:
    return cell(pages, "temaer-titel", WORDS(f"theme.{name}"), municipality)


def place(pages: Pages, channel: str, municipality: str) -> str:
    return cell(pages, "kanaler-titel", WORDS(f"channel.{channel}"), municipality)


# --- Rows and columns


def test_every_theme_has_its_row_in_order(pages: Pages) -> None:
    rows = [row[0] for row in pages[COMPARISON].table("temaer-titel")[1:]]
    assert rows == [WORDS(f"theme.{name}") for name in THEMES]


@pytest.mark.parametrize("caption", ["temaer-titel", "kanaler-titel"])
def test_every_municipality_has_its_column(caption: str, pages: Pages) -> None:
    table = pages[COMPARISON].at(caption).find_parent("table")
    assert table
    links = [str(link["href"]) for link in table.select("thead th a[href]")]
    assert [resolve(COMPARISON, link)[0] for link in links] == [EDITIONS[municipality] for municipality in COLUMNS]


def test_the_three_ways_of_being_silent_are_explained(pages: Pages) -> None:
    explained = visible_text(pages[COMPARISON].main).casefold()
    for absence in Absence:
        assert WORDS(f"absence.{absence.value}").casefold() in explained
        assert WORDS(f"absence_meaning.{absence.value}").casefold() in explained


def test_the_three_ways_of_being_silent_are_three_different_words() -> None:
    assert len(ABSENCES) == len({WORDS(f"absence_meaning.{absence.value}") for absence in Absence}) == 3


# --- Cells


@pytest.mark.parametrize("caption", ["temaer-titel", "kanaler-titel"])
def test_every_cell_leads_somewhere_or_says_that_the_document_is_silent(caption: str, pages: Pages) -> None:
    for row, municipality, cell in cells(pages, caption):
        silent = any(absence in cell_text(cell) for absence in ABSENCES)
        assert cell.select("a[href]") or silent, (row, municipality)


@pytest.mark.parametrize("caption", ["temaer-titel", "kanaler-titel", "maaltal-titel"])
def test_every_cell_leads_to_a_passage_of_its_own_municipality(caption: str, pages: Pages) -> None:
    table = pages[COMPARISON].at(caption).find_parent("table")
    assert table
    for link in table.select("tbody a[href]"):
        target, anchor = resolve(COMPARISON, str(link["href"]))
        assert target in EDITIONS.values() and anchor in pages[target].ids, link


@pytest.mark.parametrize("caption", ["temaer-titel", "kanaler-titel"])
def test_a_cell_never_leads_to_another_municipality(caption: str, pages: Pages) -> None:
    for _, municipality, cell in cells(pages, caption):
        targets = {resolve(COMPARISON, str(link["href"]))[0] for link in cell.select("a[href]")}
        assert targets <= {EDITIONS[municipality]}


def quotes(pages: Pages) -> list[tuple[str, str, str]]:
    """Every quotation of the comparison: the page and the address it is from, and its words without list marks."""
    links = [link for link in pages[COMPARISON].main.select("tbody a[href]") if link.select("q")]
    return [(*resolve(COMPARISON, str(link["href"])), visible_text(link).replace("· ", "")) for link in links]


def test_a_quotation_stands_word_for_word_where_it_leads(pages: Pages) -> None:
    found = quotes(pages)
    assert len(found) > 60
    assert not [quote for quote in found if one_line(quote[2]) not in pages[quote[0]].passage(quote[1])]


def test_what_looks_like_the_documents_words_stands_where_it_leads(pages: Pages) -> None:
    """Statements without quotation marks: names of goals, ranks and groups, but no counts and no data."""
    named = ["rækkefølge", "mål", "målgrupper", "henvendelsestyper"]
    rows = {WORDS(f"theme.{name}") for name in named}
    for row, municipality, cell in cells(pages, "temaer-titel"):
        for link in cell.select("a[href]") if row in rows else ():
            target, anchor = resolve(COMPARISON, str(link["href"]))
            assert visible_text(link) in pages[target].passage(anchor), (row, municipality)


# --- The matrix, against what the documents say


@pytest.mark.parametrize("channel", SHARED)
def test_hilleroeds_digital_channels_share_the_first_place(channel: str, pages: Pages) -> None:
    told = place(pages, channel, "hilleroed")
    assert told.startswith("1")
    assert all(WORDS(f"channel.{other}") in told for other in SHARED if other != channel)


PLACES = {
    ("telefon", "hilleroed"): "2",
    ("brev", "hilleroed"): "3",
    ("e-mail", "hilleroed"): "3",
    ("personligt-fremmøde", "hilleroed"): "4",
    ("selvbetjening", "naestved"): "1",
    ("telefon", "naestved"): "2",
    ("personligt-fremmøde", "naestved"): "3",
    ("fagforvaltning", "naestved"): "4",
    ("web", "dragoer"): "1",
    ("digital-post", "dragoer"): "1",
    ("selvbetjening", "dragoer"): "1",
    ("telefon", "dragoer"): "2",
    ("personligt-fremmøde", "dragoer"): "3",
}


@pytest.mark.parametrize(("channel", "municipality"), PLACES)
def test_a_channel_has_the_place_its_document_gives_it(channel: str, municipality: str, pages: Pages) -> None:
    assert re.match(r"\d+", place(pages, channel, municipality))[0] == PLACES[channel, municipality]  # type: ignore[index]


@pytest.mark.parametrize("municipality", ["dragoer", "hilleroed", "naestved"])
def test_a_channel_that_a_ranking_leaves_out_has_no_place(municipality: str, pages: Pages) -> None:
    ranked = {WORDS(f"channel.{channel}") for channel, of in PLACES if of == municipality}
    ranked |= {WORDS(f"channel.{channel}") for channel in SHARED} if municipality == "hilleroed" else set()
    others = [cell for row, of, cell in cells(pages, "kanaler-titel") if of == municipality and row not in ranked]
    assert others and not [cell for cell in others if re.match(r"\d", cell_text(cell))]


def test_ikast_brande_names_the_telephone_without_a_place(pages: Pages) -> None:
    assert place(pages, "telefon", "ikast-brande") == WORDS("matrix.named", name="TELEFON")


def test_ikast_brande_ranks_nothing_that_we_have(pages: Pages) -> None:
    row = [cell_text(cell) for _, of, cell in cells(pages, "kanaler-titel") if of == "ikast-brande"]
    assert not [told for told in row if re.match(r"\d", told)]


def test_hoersholms_ranking_is_not_in_the_part_we_have(pages: Pages) -> None:
    row = {cell_text(cell) for _, of, cell in cells(pages, "kanaler-titel") if of == "hoersholm"}
    assert row == {NOT_AVAILABLE}


def test_the_matrix_uses_the_common_names_of_channels_in_their_order(pages: Pages) -> None:
    rows = [row[0] for row in pages[COMPARISON].table("kanaler-titel")[1:]]
    common = [WORDS(f"channel.{channel.value}") for channel in CommonChannel]
    assert rows == [name for name in common if name in rows]


# --- Absence


ABSENT = {
    ("vision", "dragoer"): NOT_STATED,
    ("måltal", "dragoer"): NOT_STATED,
    ("periode", "hoersholm"): NOT_STATED,
    ("vedtagelse", "hilleroed"): NOT_STATED,
    ("vedtagelse", "hoersholm"): NOT_STATED,
    ("vedtagelse", "naestved"): NOT_STATED,
    ("opfølgning", "hilleroed"): NOT_STATED,
    ("rækkefølge", "hoersholm"): NOT_AVAILABLE,
    ("måltal", "hoersholm"): NOT_AVAILABLE,
    ("vedtagelse", "ikast-brande"): NOT_AVAILABLE,
    ("periode", "ikast-brande"): NOT_AVAILABLE,
    ("rækkefølge", "ikast-brande"): NOT_AVAILABLE,
    ("måltal", "ikast-brande"): NOT_AVAILABLE,
}


@pytest.mark.parametrize(("name", "municipality"), ABSENT)
def test_silence_is_told_in_the_right_way(name: str, municipality: str, pages: Pages) -> None:
    assert theme(pages, name, municipality) == ABSENT[name, municipality]


@pytest.mark.parametrize("name", THEMES)
def test_a_document_that_is_whole_never_lacks_a_part(name: str, pages: Pages) -> None:
    assert NOT_AVAILABLE not in theme(pages, name, "dragoer")


@pytest.mark.parametrize("name", THEMES)
def test_a_strategy_known_by_quotation_is_never_said_to_be_silent(name: str, pages: Pages) -> None:
    assert NOT_STATED not in theme(pages, name, "ikast-brande")


# --- Facts


FACTS = {
    ("periode", "dragoer"): "2020–2024",
    ("periode", "hilleroed"): "2014–2018",
    ("periode", "naestved"): "2012–2015",
    ("vedtagelse", "dragoer"): "Økonomiudvalget, 17. september 2020",
    ("antal-kanaler", "dragoer"): "3 ",
    ("antal-kanaler", "hilleroed"): "4 ",
    ("antal-kanaler", "naestved"): "4 ",
    ("principper", "dragoer"): "8 ",
    ("principper", "hilleroed"): "14 ",
    ("principper", "naestved"): "3 ",
    ("succeskriterier", "hilleroed"): "12 ",
    ("succeskriterier", "naestved"): "5 ",
    ("retningslinjer", "dragoer"): "HJEMMESIDEN: 3 ",
    ("opfølgning", "dragoer"): "Kanalstrategien evalueres hvert 4. år",
}


@pytest.mark.parametrize(("name", "municipality"), FACTS)
def test_a_cell_begins_with_what_the_document_says(name: str, municipality: str, pages: Pages) -> None:
    assert theme(pages, name, municipality).startswith(FACTS[name, municipality])


# --- Targets


TARGETS = [
    ("Hillerød Kommune", "80 %", "2015", None),
    ("Hillerød Kommune", "80 %", "2015", None),
    ("Hillerød Kommune", "cirka 26 %", "frem mod 2018", None),
    ("Hillerød Kommune", "80 %", "2015", None),
    ("Hillerød Kommune", "højst 20 %", "2018", None),
    ("Hillerød Kommune", "80 %", None, None),
    ("Hillerød Kommune", "80 %", None, None),
    ("Næstved Kommune", "mindst 70 %", "efter tre år", "foreløbigt"),
    ("Næstved Kommune", "gennemsnitligt 25 %", None, "foreløbigt"),
    ("Næstved Kommune", "30 %", None, "foreløbigt"),
    ("Næstved Kommune", "mindst 80 %", None, "foreløbigt"),
]


def in_words(municipality: str, value: str, deadline: str | None, finality: str | None) -> tuple[str, ...]:
    """A target as its row tells it, in the words of the catalogue."""
    comparator, _, number = value.rpartition(" ")[0].rpartition(" ")
    told = f"{WORDS(f'comparator.{comparator}')} {number} %" if comparator else value
    return municipality, told, deadline or NOT_STATED, WORDS(f"finality.{finality}") if finality else NOT_STATED


def test_the_targets_are_those_of_the_documents(pages: Pages) -> None:
    rows = pages[COMPARISON].table("maaltal-titel")[1:]
    told = [(municipality, value, deadline, finality) for municipality, _, value, deadline, finality, _ in rows]
    assert sorted(told) == sorted(in_words(*target) for target in TARGETS)


def test_a_target_stands_beside_the_words_it_was_read_from(pages: Pages) -> None:
    for _, _, value, deadline, _, words in pages[COMPARISON].table("maaltal-titel")[1:]:
        assert re.search(r"\d+ %", value)[0] in words  # type: ignore[index]
        assert deadline == NOT_STATED or deadline in words


def test_every_target_of_a_document_is_on_its_own_page_too(pages: Pages) -> None:
    for municipality in ("hilleroed", "naestved"):
        listed = pages[EDITIONS[municipality]].main.select(".ks-targets li")
        assert len(listed) == len([target for target in TARGETS if municipality[0] == target[0][0].lower()])


# --- A library that nobody has seen yet

Draw = Callable[..., World]

TWO_RANKINGS = (
    EDITION
    + """\
kanaler:
  rækkefølger:
    - id: information
      gælder: informationshenvendelser
      pladser:
        - {plads: 1, navn: Hjemmesiden, fælles: [web]}
        - {plads: 2, navn: Telefonen, fælles: [telefon]}
    - id: transaktion
      gælder: transaktionshenvendelser
      pladser:
        - {plads: 1, navn: Selvbetjening, fælles: [selvbetjening]}
        - {plads: 1, navn: Telefonen, fælles: [telefon]}
"""
)


def test_a_place_says_which_enquiries_it_is_for_where_there_are_several_rankings(world: Draw) -> None:
    page = world({"aertebjerg/2025.yml": TWO_RANKINGS}).page("sammenligning.md")
    telephone = next(row for row in page.main.select("#kanaler-titel ~ tbody tr") if visible_text(row).startswith("Telefon"))
    links = [visible_text(link) for link in telephone.select("td a")]
    assert links == ["2, informationshenvendelser", "1 (delt med Selvbetjening), transaktionshenvendelser"]


ONLY_CHAPTERS = (
    EDITION
    + """
hjælp:
  tekst: Biblioteket hjælper dig.
organisering:
  overskrift: 5. Styring
  afsnit:
    - {id: styregruppen, overskrift: 5.1 Styregruppen, tekst: Direktionen er styregruppe.}
opfølgning:
  tekst: Styregruppen gør status hvert år.
"""
)
SAID_IN_THEM = {
    "hjælp": ("hjaelp", "Biblioteket hjælper dig."),
    "organisering": ("afsnit-styregruppen", "Direktionen er styregruppe."),
    "opfølgning": ("opfoelgning", "Styregruppen gør status hvert år."),
}


@pytest.mark.parametrize("name", SAID_IN_THEM)
def test_what_has_a_chapter_is_not_called_missing_for_want_of_an_excerpt(name: str, world: Draw) -> None:
    drawn, (anchor, words) = world({"aertebjerg/2025.yml": ONLY_CHAPTERS}), SAID_IN_THEM[name]
    rows = drawn.page("sammenligning.md").main.select("#temaer-titel ~ tbody tr")
    [cell] = [row.select_one("td") for row in rows if visible_text(row.select("th")[0]) == WORDS(f"theme.{name}")]
    assert cell and cell_text(cell) == words and str(cell.select("a")[0]["href"]).endswith(f"#{anchor}")
    chapter = drawn.page("kommuner/aertebjerg/2025/index.md").text.split(words)[1]
    assert not chapter.lstrip().startswith(NOT_STATED)


def test_goals_that_stand_in_a_table_are_named_by_its_rows(world: Draw) -> None:
    table = "{tabel: {id: t, kolonner: [Mål, '2028'], rækker: [{navn: Tilfredshed, celler: ['4,2']}, {navn: Opkald, celler: ['70.000']}]}}"
    goals = f"mål:\n  - niveau: overordnet\n    mål:\n      - id: tal\n        tekst: [{table}]\n"
    page = world({"aertebjerg/2025.yml": EDITION + goals}).page("sammenligning.md")
    rows = page.main.select("#temaer-titel ~ tbody tr")
    [cell] = [row.select_one("td") for row in rows if visible_text(row.select("th")[0]) == WORDS("theme.mål")]
    assert cell and [visible_text(link) for link in cell.select("a")] == ["Tilfredshed", "Opkald"]


AT_CHANNELS = (
    EDITION
    + """\
målgrupper:
  grupper:
    - {id: fritagne, navn: De fritagne}
kanaler:
  rækkefølger:
    - id: fritagne
      gælder: De fritagne
      målgrupper: [fritagne]
      pladser:
        - {plads: 1, navn: Telefon, fælles: [telefon], kanal: telefon}
  kanaler:
    - id: telefon
      navn: Telefon
      fælles: [telefon]
      servicemål:
        - id: svar
          tekst: Vi besvarer 80 % af opkaldene inden for 3 minutter.
          måltal: [{hvad: opkaldene, værdi: 80 %}]
"""
)


def test_a_promise_at_a_channel_counts_and_has_no_day_to_miss(world: Draw) -> None:
    drawn = world({"aertebjerg/2025.yml": AT_CHANNELS})
    rows = drawn.page("sammenligning.md").main.select("#temaer-titel ~ tbody tr")
    [cell] = [row.select_one("td") for row in rows if visible_text(row.select("th")[0]) == WORDS("theme.succeskriterier")]
    assert cell and cell_text(cell) == "Telefon: 1 servicemål" and str(cell.select("a")[0]["href"]).endswith("#kanal-telefon")
    page = drawn.page("kommuner/aertebjerg/2025/index.md")
    chapter = page.text.split("Dokumentet har servicemål under disse kanaler:")[1]
    assert chapter.startswith(" Telefon") and NOT_STATED not in chapter[:30]
    assert "Hvornår" not in page.text.split("3 minutter.")[1][:60]
    assert "KS315" not in drawn.codes


def test_an_order_of_channels_leads_to_the_audience_it_is_for(world: Draw) -> None:
    drawn = world({"aertebjerg/2025.yml": AT_CHANNELS})
    page = drawn.page("kommuner/aertebjerg/2025/index.md")
    assert [visible_text(link) for link in page.main.select("q a[href$='#maalgruppe-fritagne']")] == ["De fritagne"] * 2
    assert "KS313" not in drawn.codes


def test_a_column_of_words_is_told_from_one_of_numbers(world: Draw) -> None:
    table = "{tabel: {id: t, kolonner: [Kanal, Antal, Næste], rækker: [{navn: Telefon, celler: ['90', Chat]}, {navn: Chat, celler: [–, '2. linje']}]}}"
    drawn = world({"aertebjerg/2025.yml": EDITION + f"afsnit:\n  - {{id: a, overskrift: Tal, tekst: [{table}]}}\n"})
    found = drawn.page("kommuner/aertebjerg/2025/index.md").main.select("#tabel-t .ks-table__words")
    assert [visible_text(each) for each in found] == ["Næste", "Chat", "2. linje"]


def test_more_municipalities_than_fit_scroll_in_a_named_region(world: Draw) -> None:
    page = world({f"kommune-{number}/2025.yml": EDITION for number in range(8)}).page("sammenligning.md")
    [region, *_] = page.main.select("[role=region]")
    assert visible_text(page.at(str(region["aria-labelledby"]))) and region.select_one("table")


def test_the_same_words_of_two_municipalities_are_told_apart_by_their_links(world: Draw) -> None:
    """A listener hears whose they are: links of one name lead to one place."""
    goal = (
        "mål:\n  - niveau: overordnet\n    mål:\n      - id: post\n        tekst: Mindst 80 % af al post bliver sendt digitalt i 2030.\n"
        "        måltal: [{hvad: post, værdi: 80 %}]\n"
    )
    texts = {name: EDITION.replace("Ærtebjerg", name) + goal for name in ("Ærtebjerg", "Brobjerg")}
    page = world({"aertebjerg/2025.yml": texts["Ærtebjerg"], "brobjerg/2025.yml": texts["Brobjerg"]}).page("sammenligning.md")
    links = [link for link in page.main.select("td a") if link.select("q")]
    names = {str(link.get("aria-label") or visible_text(link)): str(link["href"]) for link in links}
    assert len(links) == 4 == len(names)
    assert all(visible_text(link) in str(link["aria-label"]) for link in links)
    alone = world({"aertebjerg/2025.yml": texts["Ærtebjerg"]}).page("sammenligning.md")
    assert not [link for link in alone.main.select("td a:has(q)") if link.has_attr("aria-label")]


def test_a_word_that_two_editions_explain_says_which_of_them_it_is_from(world: Draw) -> None:
    term = "begreber:\n  - {id: kanal, begreb: kanal, forklaring: En vej til kommunen, sted: afsnit-a}\nafsnit:\n  - {id: a, overskrift: A, tekst: En kanal er En vej til kommunen.}\n"
    newer = EDITION.replace("fra: 2025, til: 2028", "fra: 2029, til: 2032")
    page = world({"aertebjerg/2025.yml": EDITION + term, "aertebjerg/2029.yml": newer + term}).page("ordliste.md")
    links = [str(link["aria-label"]) for link in page.main.select("dd a[aria-label]")]
    assert sorted(name.rpartition(", ")[2] for name in links) == ["Kanalstrategi 2025–2028", "Kanalstrategi 2029–2032"]


@pytest.mark.parametrize("status, said", [("udkast", "udkast"), ("i-høring", "i-høring"), ("vedtaget", "vedtaget"), ("", "ukendt")])
def test_each_row_of_the_data_says_how_far_its_edition_has_come(
    world: Callable[[Mapping[str, str]], World], status: str, said: str
) -> None:
    """A row is taken out of the table, without the name of the column that says that it is a draft."""
    goal = "mål:\n  - niveau: overordnet\n    mål:\n      - {id: post, tekst: 80 % er digital., måltal: [{hvad: post, værdi: 80 %}]}\n"
    stated = f"  status: {status}\n" if status else ""
    text = re.sub(r"  status: .+\n", "", EDITION).replace("dokument:\n", f"dokument:\n{stated}") + goal
    drawn = world({"aertebjerg/2025.yml": text})
    assert not drawn.report.errors
    for export in (comparison, targets):
        rows = list(csv.DictReader(export(drawn.library, WORDS).splitlines()))
        assert rows and {row["udgavens_status"] for row in rows} == {said}
