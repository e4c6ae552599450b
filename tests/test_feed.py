"""The feed of news: valid Atom, dates from the files alone, and a reader finds it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from pathlib import Path
from xml.etree import ElementTree as Xml

import pytest
from conftest import EDITION, Built, World, build, contents, copy_project
from kanalstrategi.exports.feed import feed
from kanalstrategi.i18n import LANGUAGES, catalog
from kanalstrategi.pages import Site

ATOM = "{http://www.w3.org/2005/Atom}"
FEED = "data/nyt.atom"
ADOPTED = EDITION.replace("  omfang: hele\n", "  omfang: hele\n  status: vedtaget\n  vedtagelse: {organ: Byrådet, dato: 2025-01-30}\n")
HEARING = """\
høring:
  titel: Høring om & <kanalstrategi>
  åbnet: 2025-03-01
  frist: 2025-04-01
  lukket: 2025-04-02
svar:
  - id: handicapraadet
    fra: Handicaprådet
    generelle_bemærkninger:
      - {id: a, slags: [ønske], tekst: Skriv klart., svar: {status: imødekommet, begrundelse: Det gør vi., dato: 2025-05-06}}
      - {id: b, slags: [ønske], tekst: Svar hurtigt., svar: {status: besvaret, begrundelse: Vi svarer., dato: 2025-05-06}}
      - {id: c, slags: [ønske], tekst: Ring tilbage.}
"""

Draw = Callable[[Mapping[str, str]], World]


def read(world: World, **site: str) -> Xml.Element:
    return Xml.fromstring(feed(world.library, Site(catalog("da"), **site)))


def texts(root: Xml.Element, name: str) -> list[str]:
    return [str(found.text) for found in root.iter(f"{ATOM}{name}")]


@pytest.fixture
def news(world: Draw) -> World:
    drawn = world({"aertebjerg/2025.yml": ADOPTED, "aertebjerg/2025.hoering.yml": HEARING})
    assert not drawn.report.errors
    return drawn


def valid(root: Xml.Element) -> None:
    """What RFC 4287 asks of a feed and its entries."""
    assert root.tag == f"{ATOM}feed"
    moment = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")
    for element in (root, *root.findall(f"{ATOM}entry")):
        for name in ("id", "title", "updated"):
            assert len(element.findall(f"{ATOM}{name}")) == 1 and element.findtext(f"{ATOM}{name}"), name
        assert moment.fullmatch(element.findtext(f"{ATOM}updated") or "")
        assert re.match(r"(tag:[^,]+,\d{4}-\d\d-\d\d:\S+|urn:uuid:[0-9a-f-]{36})$", element.findtext(f"{ATOM}id") or "")
        alternates = [link for link in element.findall(f"{ATOM}link") if link.get("rel") == "alternate"]
        assert len(alternates) == 1 and alternates[0].get("href")
    assert root.find(f"{ATOM}author/{ATOM}name") is not None, "entries without an author take the feed's"
    assert [link.get("rel") for link in root.findall(f"{ATOM}link")].count("self") == 1
    ids = [element.findtext(f"{ATOM}id") for element in (root, *root.findall(f"{ATOM}entry"))]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("site", [{}, {"name": "Kanalstrategier", "url": "https://kanaler.example.org/side/"}], ids=str)
def test_it_is_atom(news: World, site: dict[str, str]) -> None:
    valid(read(news, **site))


def test_a_draft_is_not_told_of_as_an_edition(world: Draw) -> None:
    dated = EDITION.replace("form: Hele teksten", "form: Hele teksten, optaget: 2025-02-01")
    entered = dated.replace("  omfang: hele\n", "  omfang: hele\n  status: {}\n")
    for status, title in (("udkast", "Nyt udkast"), ("i-høring", "Nyt udkast"), ("vedtaget", "Ny udgave")):
        drawn = world({"aertebjerg/2025.yml": entered.replace("status: {}", f"status: {status}")})
        assert f"{title}: Ærtebjerg Kommune: Kanalstrategi 2025–2028" in texts(read(drawn), "title")


def test_each_piece_of_news_has_the_date_of_its_file_and_the_newest_is_first(news: World) -> None:
    root = read(news)
    said = list(zip(texts(root, "title")[1:], texts(root, "updated")[1:], strict=True))
    assert said == [
        ("Svar på 2 bemærkninger fra Handicaprådet: Ærtebjerg Kommune: Høring om & <kanalstrategi>", "2025-05-06T12:00:00Z"),
        ("Høring lukket: Ærtebjerg Kommune: Høring om & <kanalstrategi>", "2025-04-02T12:00:00Z"),
        ("Høring åbnet: Ærtebjerg Kommune: Høring om & <kanalstrategi>", "2025-03-01T12:00:00Z"),
        ("Ny udgave: Ærtebjerg Kommune: Kanalstrategi 2025–2028", "2025-01-30T12:00:00Z"),
    ]  # fmt: skip
    assert root.findtext(f"{ATOM}updated") == "2025-05-06T12:00:00Z"
    assert "Kommunens svar: 1 imødekommet og 1 besvaret." in texts(root, "summary")
    assert any("Fristen er 1. april 2025." in summary for summary in texts(root, "summary"))


def test_the_day_in_the_library_goes_before_the_day_of_adoption(world: Draw) -> None:
    drawn = world({"aertebjerg/2025.yml": ADOPTED.replace("form: Hele teksten", "form: Hele teksten, optaget: 2026-02-03")})
    assert texts(read(drawn), "published") == ["2026-02-03T12:00:00Z"]


def test_what_has_no_date_has_no_entry(world: Draw) -> None:
    root = read(world({"aertebjerg/2025.yml": EDITION}))
    valid(root)
    assert not root.findall(f"{ATOM}entry")


def test_a_deadline_alone_closes_nothing(world: Draw) -> None:
    hearing = HEARING.replace("  lukket: 2025-04-02\n", "")
    drawn = world({"aertebjerg/2025.yml": ADOPTED, "aertebjerg/2025.hoering.yml": hearing})
    assert not [title for title in texts(read(drawn), "title") if "lukket" in title]
    closed = hearing.replace("  frist: 2025-04-01\n", "  frist: 2025-04-01\n  status: lukket\n")
    drawn = world({"aertebjerg/2025.yml": ADOPTED, "aertebjerg/2025.hoering.yml": closed})
    root = read(drawn)
    assert ("2025-04-01T12:00:00Z" in texts(root, "published")) and any("lukket" in title for title in texts(root, "title"))


def test_a_new_edition_leads_to_what_changed(world: Draw) -> None:
    older = ADOPTED.replace("fra: 2025, til: 2028", "fra: 2021, til: 2024").replace("2025-01-30", "2021-01-30")
    root = read(world({"aertebjerg/2021.yml": older, "aertebjerg/2025.yml": ADOPTED}), url="https://k.example.org/")
    assert "https://k.example.org/kommuner/aertebjerg/2025/aendringer/" in texts(root, "summary")[0]


def test_with_an_address_links_are_whole_and_ids_are_the_hosts(news: World) -> None:
    root = read(news, url="https://kanaler.example.org/side/")
    links = [str(link.get("href")) for link in root.iter(f"{ATOM}link")]
    assert all(link.startswith("https://kanaler.example.org/side/") for link in links)
    assert all(id.startswith("tag:kanaler.example.org,") for id in texts(root, "id"))


def test_without_an_address_links_are_seen_from_the_feed(news: World) -> None:
    links = [str(link.get("href")) for link in read(news).iter(f"{ATOM}link")]
    assert "../kommuner/aertebjerg/2025/" in links and "../data/nyt.atom" in links


def test_an_id_stays_when_words_are_corrected(news: World, world: Draw) -> None:
    corrected = world(
        {
            "aertebjerg/2025.yml": ADOPTED.replace("titel: Kanalstrategi 2025", "titel: Kanalstrategien 2025"),
            "aertebjerg/2025.hoering.yml": HEARING.replace("<kanalstrategi>", "kanalstrategien"),
        }
    )
    assert texts(read(news), "id") == texts(read(corrected), "id")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_feed_says_its_language(news: World, language: str) -> None:
    root = Xml.fromstring(feed(news.library, Site(catalog(language))))
    assert root.get("{http://www.w3.org/XML/1998/namespace}lang") == language


# --- On the site


def test_the_real_feed_tells_of_the_five_documents(built: Built) -> None:
    root = Xml.fromstring((built.folder / FEED).read_bytes())
    valid(root)
    assert len(root.findall(f"{ATOM}entry")) >= 5


def test_every_page_names_the_feed_and_the_link_leads_to_it(built: Built) -> None:
    for name, page in built.pages.items():
        if not (links := page.soup.select('head link[rel="alternate"][type="application/atom+xml"]')):
            pytest.fail(f"{name} does not name the feed")
        target = (built.folder / name).parent / str(links[0]["href"])
        assert target.resolve() == (built.folder / FEED).resolve(), name


@pytest.mark.parametrize("page", ["hoeringer/index.html", "data/index.html"])
def test_a_reader_finds_the_feed(built: Built, page: str) -> None:
    hrefs = [str(link["href"]) for link in built.pages[page].main.select("a[href$='.atom']")]
    assert len(hrefs) == 1
    assert ((built.folder / page).parent / hrefs[0]).resolve() == (built.folder / FEED).resolve()


def test_the_same_files_give_the_same_feed_on_another_day(tmp_path: Path) -> None:
    project = copy_project(tmp_path / "project")
    config = project / "mkdocs.yml"
    config.write_text(config.read_text(encoding="utf-8") + "\nsite_url: https://kanaler.example.org/\n", encoding="utf-8")
    first = contents(build(project).folder)[FEED]
    second = contents(build(project, SOURCE_DATE_EPOCH="86400", TZ="Pacific/Auckland").folder)[FEED]
    assert first == second and b"https://kanaler.example.org/kommuner/" in first
