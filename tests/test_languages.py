"""One option makes the interface English; the documents stay Danish and say so."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from bs4 import Tag
from conftest import EDITIONS, HEARING, MUNICIPALITIES, SOURCES, Built, BuiltPage, one_line, visible_text
from kanalstrategi.i18n import catalog

SEEN_BY_LISTENERS = ("aria-label", "title", "alt", "placeholder")
OURS = (*EDITIONS.values(), HEARING, "sammenligning/index.html", "hoeringer/index.html", "kommuner/index.html")
NAMES = {"Dragør", "Hillerød", "Hørsholm", "Næstved", "Handicaprådet"}
OURS += ("kommuner/hilleroed/index.html", "ordliste/index.html", "data/index.html")


def is_danish(tag: Tag) -> bool:
    return tag.get("lang") == "da"


def english_text(node: Tag) -> str:
    """What an English listener hears: the text outside Danish elements, and the names given to things."""
    named = [tag for tag in node.select(", ".join(f"[{name}]" for name in SEEN_BY_LISTENERS)) if not in_danish(tag)]
    names = [str(tag[name]) for tag in named for name in SEEN_BY_LISTENERS if tag.has_attr(name)]
    return one_line(" ".join([visible_text(node, is_danish), *names]))


def in_danish(tag: Tag) -> bool:
    marked = tag if tag.has_attr("lang") else tag.find_parent(lang=True)
    return marked is not None and marked["lang"] == "da"


def danish_sentences() -> Iterator[str]:
    """The fixed words of the Danish catalogue that are long and different enough to be known wherever they stand."""
    english = catalog("en").entries
    for key, sentence in catalog("da").entries.items():
        if not key.startswith(("cli.", "finding.", "check.")):
            for words in map(str.strip, re.split(r"\{\w+\}", sentence)):
                if words.count(" ") >= 3 and words not in english.get(key, ""):
                    yield words


@pytest.fixture(scope="session")
def pages(english: Built) -> dict[str, BuiltPage]:
    return english.pages


def test_every_page_says_that_it_is_english(pages: dict[str, BuiltPage]) -> None:
    assert {str(page.soup.select("html")[0].get("lang")) for page in pages.values()} == {"en"}


def test_the_same_pages_are_built(pages: dict[str, BuiltPage], built: Built) -> None:
    assert set(pages) == set(built.pages)


@pytest.mark.parametrize("path", OURS)
def test_no_danish_sentence_of_the_interface_is_left(path: str, pages: dict[str, BuiltPage]) -> None:
    text = english_text(pages[path].soup.select("body")[0])
    assert not [sentence for sentence in danish_sentences() if sentence in text]


@pytest.mark.parametrize("path", OURS)
def test_no_danish_label_of_the_interface_is_left(path: str, pages: dict[str, BuiltPage]) -> None:
    danish, english = (set(catalog(language).entries.values()) for language in ("da", "en"))
    texts = [
        one_line(text) for text in pages[path].main.find_all(string=True) if text.parent and not in_danish(text.parent)
    ]
    assert not [text for text in texts if text in danish - english]


def test_the_theme_speaks_english_too(pages: dict[str, BuiltPage]) -> None:
    for path in OURS:
        text = english_text(pages[path].soup.select("body")[0])
        assert not re.search(r"(Skift til|Søg\b|Kommuner\b|Ret teksten|Rediger|Forrige|Næste\b).*", text), path


@pytest.mark.parametrize("path", ["sammenligning", "hoeringer", "kommuner", "ordliste"])
def test_a_page_of_the_interface_has_an_english_title(path: str, pages: dict[str, BuiltPage], built: Built) -> None:
    english, danish = (
        visible_text(site[f"{path}/index.html"].soup.select("title, h1")[0]) for site in (pages, built.pages)
    )
    assert english != danish


@pytest.mark.parametrize("municipality", MUNICIPALITIES)
def test_the_documents_words_are_marked_as_danish(municipality: str, pages: dict[str, BuiltPage]) -> None:
    page = pages[HEARING] if municipality == "ikast-brande" else pages[EDITIONS[municipality]]
    heard = visible_text(page.main, is_danish)
    source = (SOURCES / MUNICIPALITIES[municipality]).read_text(encoding="utf-8")
    lines = [one_line(line.removeprefix("- ")) for line in source.splitlines() if len(line) > 40]
    assert lines and not [line for line in lines if line in heard]


@pytest.mark.parametrize("path", [*EDITIONS.values(), HEARING])
def test_a_heading_from_a_document_is_marked_as_danish(path: str, pages: dict[str, BuiltPage]) -> None:
    source = SOURCES / MUNICIPALITIES[path.split("/")[1]]
    lines = {one_line(line.removeprefix("- ")) for line in source.read_text(encoding="utf-8").splitlines()}
    headings = [tag for tag in pages[path].main.select("h2, h3, h4, h5, h6") if visible_text(tag) in lines]
    assert len(headings) > 4 and not [tag for tag in headings if not in_danish(tag)]


@pytest.mark.parametrize("path", EDITIONS.values())
def test_the_documents_words_are_the_same_in_both_languages(
    path: str, pages: dict[str, BuiltPage], built: Built
) -> None:
    def prose(page: BuiltPage) -> list[str]:
        return [visible_text(tag) for tag in page.main.select(".ks-prose")]

    assert prose(pages[path]) == prose(built.pages[path]) != []


@pytest.mark.parametrize("path", OURS)
def test_every_danish_word_outside_a_name_is_marked_as_danish(path: str, pages: dict[str, BuiltPage]) -> None:
    heard = set(re.findall(r"\w*[æøåÆØÅ]\w*", visible_text(pages[path].main, is_danish)))
    assert heard <= NAMES


@pytest.mark.parametrize("path", [*EDITIONS.values(), HEARING])
def test_an_address_of_a_danish_page_leads_to_the_same_in_english(
    path: str, pages: dict[str, BuiltPage], built: Built
) -> None:
    english, danish = ({str(tag["id"]) for tag in site[path].main.select("[id]")} for site in (pages, built.pages))
    assert danish <= english


def test_dates_are_told_in_english(pages: dict[str, BuiltPage]) -> None:
    assert "17 September 2020" in visible_text(pages[EDITIONS["dragoer"]].at("fakta").find_next("dl") or Tag(name="x"))
