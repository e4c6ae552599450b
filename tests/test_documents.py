"""The five documents are published whole and word for word, and nothing is published that they do not say."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from conftest import (
    COMPARISON,
    EDITIONS,
    HEARING,
    MUNICIPALITIES,
    SOURCES,
    BuiltPage,
    one_line,
    visible_text,
)
from kanalstrategi.i18n import catalog
from kanalstrategi.strategy.vocabulary import Absence

Pages = dict[str, BuiltPage]

LIST_MARK = re.compile(r"^- ")
CELLS = re.compile(r" {2,}")
WORDS = catalog("da")
ABSENCES = {WORDS(f"absence.{absence.value}") for absence in Absence}
REMARKS_ON_POINTS = 25
GENERAL_REMARKS = 2
SILENT_ON_ADOPTION = ["hilleroed", "hoersholm", "naestved", "ikast-brande"]


def lines(municipality: str) -> Iterator[tuple[int, str]]:
    """The lines of a source that hold text, with their numbers and without their layout."""
    text = (SOURCES / MUNICIPALITIES[municipality]).read_text(encoding="utf-8")
    for number, line in enumerate(text.splitlines(), start=1):
        if words := one_line(LIST_MARK.sub("", line)):
            yield number, words


EVERY_LINE = [
    pytest.param(municipality, line, id=f"{municipality}-{number}")
    for municipality in MUNICIPALITIES
    for number, line in lines(municipality)
]


def of(pages: Pages, municipality: str) -> list[BuiltPage]:
    return [page for path, page in pages.items() if path.startswith(f"kommuner/{municipality}/")]


@pytest.mark.parametrize(("municipality", "line"), EVERY_LINE)
def test_every_paragraph_heading_and_row_stands_whole_on_one_page(municipality: str, line: str, pages: Pages) -> None:
    assert any(line in page.text for page in of(pages, municipality)), line


# --- Order: tables, lists and rankings


def follow_each_other(words: list[str], text: str) -> bool:
    """Whether the words stand in this order, each after the one before."""
    place = 0
    for each in words:
        place = text.find(each, place)
        if place < 0:
            return False
        place += len(each)
    return True


def table_rows(first: str, last: str) -> list[list[str]]:
    """The rows of a table in Hørsholm's source, from the line that begins with `first` to that with `last`."""
    text = (SOURCES / MUNICIPALITIES["hoersholm"]).read_text(encoding="utf-8")
    start = text.index(f"\n{first}") + 1
    end = text.index("\n", text.index(f"\n{last}", start) + 1)
    return [CELLS.split(line.strip()) for line in text[start:end].splitlines()]


TABLES = {
    "survey": ("Oplevelse af kommunens hjemmeside", "Jeg foretrækker"),
    "areas": ("Ingen data   8%", "Teknik og Miljø"),
    "channels": ("Henvendelseskanal   Antal", "Telefonisk"),
    "handling time": ("Henvendelsesmåde/ekspeditionstid", "I alt"),
}


@pytest.mark.parametrize(("first", "last"), TABLES.values(), ids=TABLES)
def test_every_table_stands_row_by_row_in_one_table(first: str, last: str, pages: Pages) -> None:
    rows = [" ".join(row) for row in table_rows(first, last)]
    tables = [visible_text(table) for table in pages[EDITIONS["hoersholm"]].main.select("table")]
    assert any(follow_each_other(rows, table) for table in tables)


@pytest.mark.parametrize(("first", "last"), TABLES.values(), ids=TABLES)
def test_every_number_of_a_table_is_in_the_row_of_its_label(first: str, last: str, pages: Pages) -> None:
    tables = pages[EDITIONS["hoersholm"]].main.select("table")
    shown = [[visible_text(cell) for cell in row.select("th, td")] for table in tables for row in table.select("tr")]
    for label, *cells in table_rows(first, last):
        if cells and cells[0] != "Pct":
            assert any([label, *cells] == row or (row[1:] == [label, *cells]) for row in shown), label


RANKINGS = {
    "hilleroed": [
        "1. Web, Intranet, Digital post og digital selvbetjening",
        "2. Telefoni",
        "3. Skriftlige henvendelser",
        "4. Personligt fremmøde",
    ],
    "naestved": [
        "1. Selvbetjening ved hjælp af digitale løsninger",
        "2. Telefonisk betjening direkte nummer eller via kontaktcenteret",
        "3. Personligt fremmøde på bibliotekerne eller receptionen i Rådmandshaven",
        "4. Kontakt med fagforvaltning - sagsbehandling eller myndighedsafgørelser",
    ],
}


@pytest.mark.parametrize("municipality", RANKINGS)
def test_a_ranking_stands_in_its_order_with_its_numbers(municipality: str, pages: Pages) -> None:
    assert " ".join(RANKINGS[municipality]) in pages[EDITIONS[municipality]].text


def test_naestveds_thirteen_initiatives_stand_in_order(pages: Pages) -> None:
    numbered = [line for _, line in lines("naestved") if re.match(r"\d+\. ", line)]
    initiatives = numbered[numbered.index(next(line for line in numbered if line.startswith("1. Det er nemt"))) :]
    assert len(initiatives) == 13
    assert follow_each_other(initiatives, pages[EDITIONS["naestved"]].text)


def test_dragoers_eight_principles_stand_in_order_with_their_letters(pages: Pages) -> None:
    principles = [line for _, line in lines("dragoer") if re.match(r"[a-h]\) ", line)]
    assert len(principles) == 8
    places = [pages[EDITIONS["dragoer"]].text.find(principle) for principle in principles]
    assert -1 not in places and places == sorted(places)


# --- Ikast-Brande: the strategy is known only through the response


@dataclass(frozen=True)
class Point:
    """A point of the response: its headings and quoted lines, then the council's remarks."""

    said: list[str]
    remarks: list[str]


def points() -> list[Point]:
    """The points of the response, as `tests/sources` marks them: lines with `- ` are the council's remarks."""
    text = (SOURCES / MUNICIPALITIES["ikast-brande"]).read_text(encoding="utf-8")
    found = [Point([], [])]
    for line in text[text.index("STRATEGIENS RAMME.") :].splitlines():
        if line.startswith("- "):
            found[-1].remarks.append(one_line(line[2:]))
        elif line.strip():
            if found[-1].remarks:
                found.append(Point([], []))
            found[-1].said.append(re.sub(r"^\d\. ", "", one_line(line)))
    return found


POINTS = points()
WITH_REMARKS = [point for point in POINTS if point.remarks]


def test_the_source_has_the_remarks_that_the_tests_count_on() -> None:
    assert sum(len(point.remarks) for point in POINTS) == REMARKS_ON_POINTS


def test_the_hearing_page_follows_the_response_line_by_line(pages: Pages) -> None:
    response = [words for point in POINTS for words in [*point.said, *point.remarks]]
    assert follow_each_other(response, pages[HEARING].text)


@pytest.mark.parametrize("point", WITH_REMARKS, ids=lambda point: point.said[-1][:30])
def test_a_remark_on_the_edition_page_follows_the_passage_it_is_about(point: Point, pages: Pages) -> None:
    text = pages[EDITIONS["ikast-brande"]].text
    passages = [each.said[-1] for each in WITH_REMARKS]
    for remark in point.remarks:
        place = text.index(remark)
        assert max(passages, key=lambda words: text.rfind(words, 0, place)) == point.said[-1]


def test_every_remark_says_that_the_municipality_has_not_answered(pages: Pages) -> None:
    remarks = pages[HEARING].main.select("li[id^=bemaerkning-]")
    assert len(remarks) == REMARKS_ON_POINTS + GENERAL_REMARKS
    assert all(WORDS("answer.none") in visible_text(remark) for remark in remarks)


@pytest.mark.parametrize("heading", ["PAPIRPOST / EMAIL / DIGITAL POST", "PUSH-KANALER", "SELVBETJENING"])
def test_a_heading_without_remarks_says_so(heading: str, pages: Pages) -> None:
    start = next(tag for tag in pages[HEARING].main.select("h3, h4") if visible_text(tag) == heading)
    assert WORDS("hearing.no_remarks") in pages[HEARING].passage(str(start["id"]))


# --- What the documents do not say


def targets(pages: Pages) -> list[list[str]]:
    return pages[COMPARISON].table("maaltal-titel")[1:]


@pytest.mark.parametrize("municipality", ["Hørsholm", "Dragør", "Ikast-Brande"])
def test_a_document_without_numeric_targets_has_none(municipality: str, pages: Pages) -> None:
    assert not [row for row in targets(pages) if row[0].startswith(municipality)]


@pytest.mark.parametrize("measured", ["74", "84,42", "16", "34,3", "83", "92", "75", "4,5", "1,66"])
def test_a_measured_value_is_no_target(measured: str, pages: Pages) -> None:
    values = [row[2] for row in targets(pages)]
    assert not [value for value in values if re.search(rf"(?<![\d,]){re.escape(measured)}(?![\d,])", value)]


def facts(page: BuiltPage) -> dict[str, str]:
    """The facts about the document, by their labels."""
    rows = page.at("fakta").find_all_next("dl")[0].select("dt")
    return {
        visible_text(label): " ".join(visible_text(value) for value in label.find_next_siblings("dd")) for label in rows
    }


@pytest.mark.parametrize("municipality", SILENT_ON_ADOPTION)
def test_a_document_that_is_silent_on_its_adoption_has_none(municipality: str, pages: Pages) -> None:
    assert facts(pages[EDITIONS[municipality]])[WORDS("fact.adoption")] in ABSENCES


@pytest.mark.parametrize("municipality", SILENT_ON_ADOPTION)
def test_a_document_without_a_date_is_given_none(municipality: str, pages: Pages) -> None:
    told = " ".join(facts(pages[EDITIONS[municipality]]).values()).replace(
        "Version 21.2.2012", ""
    )  # a version, as the document writes it
    assert not re.search(r"\d{1,2}\.\s*(\d{1,2}\.|[a-z]+)\s*\d{4}", told)


@pytest.mark.parametrize("municipality", ["hoersholm", "ikast-brande"])
def test_a_document_without_a_period_is_given_none(municipality: str, pages: Pages) -> None:
    assert facts(pages[EDITIONS[municipality]])[WORDS("fact.period")] in ABSENCES


def test_dragoers_adoption_is_told_with_body_and_day(pages: Pages) -> None:
    assert facts(pages[EDITIONS["dragoer"]])[WORDS("fact.adoption")] == "Økonomiudvalget, 17. september 2020"


def test_dragoer_has_no_passage_called_a_vision(pages: Pages) -> None:
    page = pages[EDITIONS["dragoer"]]
    assert WORDS("absence.ikke-angivet").casefold() in page.passage("vision").casefold()
    assert page.at("vision").find_all_next(["h2", "h3"])[0].name == "h2"


def test_hilleroeds_success_criteria_have_no_year(pages: Pages) -> None:
    criteria = pages[EDITIONS["hilleroed"]].at("succeskriterier").find_all_next("li", id=re.compile("^succes-"))
    assert len(criteria) == 12
    assert not [each for each in criteria if re.search(r"20\d\d", visible_text(each))]


@pytest.mark.parametrize("figure", ["figur-mest-viste-sider", "figur-sider-borgerne-forlader"])
def test_no_percentage_of_a_top_20_is_paired_with_a_page(figure: str, pages: Pages) -> None:
    entries = [visible_text(entry) for entry in pages[EDITIONS["hoersholm"]].at(figure).select("li")]
    percentages = [entry for entry in entries if "%" in entry]
    assert len(entries) == 22
    assert [re.sub(r"[\d,% ]", "", entry) for entry in percentages] == [""]


@pytest.mark.parametrize("title", ["Top 20 mest viste sider", "Top 20 over de sider"])
def test_a_top_20_is_no_table(title: str, pages: Pages) -> None:
    assert not [table for table in pages[EDITIONS["hoersholm"]].main.select("table") if title in visible_text(table)]


def test_the_lost_label_of_the_handling_times_is_said_to_be_lost(pages: Pages) -> None:
    rows = pages[EDITIONS["hoersholm"]].main.select("tr")
    row = next(row for row in rows if "8,40%" in visible_text(row))
    assert visible_text(row.select("th")[0]) == "tabt"


@pytest.mark.parametrize("channel", ["Personlig", "Skriftligt", "Telefonisk"])
def test_a_lost_count_of_enquiries_is_said_to_be_lost(channel: str, pages: Pages) -> None:
    rows = [
        [visible_text(cell) for cell in row.select("th, td")] for row in pages[EDITIONS["hoersholm"]].main.select("tr")
    ]
    assert [channel, "tabt"] in rows
