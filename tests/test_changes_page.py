"""Two editions of a municipality: what changed is a page of its own, in words and signs, with ways to both."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

import pytest
from bs4 import BeautifulSoup
from conftest import PACKAGE, BuiltPage, World, parse_errors, resolve, visible_text
from test_diff import GONE, HILLEROED, MISSPELT, NEW, NOTE, PERIOD, RENAMED, SOURCE, SWAP, TARGET, WORDS, edited
from kanalstrategi.i18n import catalog
from kanalstrategi.pages import Site, render
from playwright.sync_api import Browser

CHANGES_CSS = PACKAGE / "components" / "changes" / "changes.css"
OLD = "kommuner/hilleroed/2014-2018/index.md"
NEWER = "kommuner/hilleroed/2019-2022/index.md"
PAGE = "kommuner/hilleroed/2019-2022/aendringer.md"


@pytest.fixture
def two(world: Callable[[Mapping[str, str]], World]) -> World:
    newer = edited(HILLEROED, [*PERIOD, *TARGET, *SWAP, *GONE, *NEW, *WORDS, *RENAMED, *MISSPELT])
    drawn = world({"hilleroed/2014-2018.yml": HILLEROED, "hilleroed/2019-2022.yml": newer})
    assert not drawn.report.errors
    return drawn


def links(page: BuiltPage) -> list[str]:
    return [str(link["href"]) for link in page.main.select("a[href]")]


def test_the_page_stands_beside_the_newer_edition_only(two: World) -> None:
    assert PAGE in two.rendered and "kommuner/hilleroed/2014-2018/aendringer.md" not in two.rendered


def test_one_edition_has_no_such_page(world: Callable[[Mapping[str, str]], World]) -> None:
    drawn = world({"hilleroed/2014-2018.yml": HILLEROED})
    assert not [uri for uri in drawn.rendered if "aendringer" in uri]
    assert "ændret siden" not in visible_text(drawn.page(OLD).main)


def test_the_summary_comes_first_and_counts_what_follows(two: World) -> None:
    main = two.page(PAGE).main
    (counted,) = re.findall(r"(\d+) ændringer: (\d+) i indholdet, (\d+) redaktionelle", visible_text(main))
    items = [len(main.select(f"#{key} ~ h3, #{key} ~ ul.ks-changes > li")) for key in ("substance", "editorial")]
    assert [heading.get("id") for heading in main.select("h2")] == ["overblik", "substance", "editorial"]
    assert int(counted[0]) == len(main.select("ul.ks-changes > li")) == int(counted[1]) + int(counted[2])
    assert items[0] > items[1] > 0


def test_changes_stand_under_their_chapters(two: World) -> None:
    main = two.page(PAGE).main
    chapters = [visible_text(heading) for heading in main.select("h3")]
    assert chapters[:3] == ["Om dokumentet", "Mål og måltal", "Principper"]


def test_what_is_removed_and_added_says_so_without_colour(two: World) -> None:
    main = two.page(PAGE).main
    for name, word in (("del", "fjernet:"), ("ins", "tilføjet:")):
        assert main.select(name)
        assert all(visible_text(mark).startswith(word) for mark in main.select(name))
    assert {"+", "−", "≠", "↕"} <= {str(sign["data-sign"]) for sign in main.select(".ks-changes__sign")}


def test_the_signs_are_drawn(two: World, browser: Browser) -> None:
    page = browser.new_page()
    page.set_content(f"<style>{CHANGES_CSS.read_text(encoding='utf-8')}</style>{two.page(PAGE).html}")
    drawn = page.locator(".ks-changes__sign").evaluate_all("all => all.map(sign => sign.getBoundingClientRect().height)")
    shown = page.locator(".ks-changes__sign").evaluate_all("all => all.map(sign => getComputedStyle(sign, '::before').content)")
    page.close()
    assert min(drawn) > 0 and {'"+"', '"−"', '"≠"', '"↕"'} <= set(shown)


def test_every_link_leads_to_a_passage_that_is_there(two: World) -> None:
    page = two.page(PAGE)
    for href in links(page):
        target, anchor = resolve("kommuner/hilleroed/2019-2022/aendringer/index.html", href)
        drawn = page if "aendringer" in target else two.page(target.removesuffix(".html") + ".md")
        assert not anchor or drawn.soup.find(id=anchor), href


def test_links_say_which_edition_and_which_change(two: World) -> None:
    names = [str(link["aria-label"]) for link in two.page(PAGE).main.select(".ks-changes__places a")]
    assert len(names) == len(set(names)), "no two links sound the same"
    assert any(name.startswith("Se stedet i Kanalstrategi 2014–2018: ") for name in names)
    assert any(name.startswith("Se stedet i Kanalstrategi 2019–2022: ") for name in names)


def test_what_is_gone_leads_to_the_old_edition_only(two: World) -> None:
    item = next(item for item in two.page(PAGE).main.select("li.ks-changes__item") if "selvhjælp« fjernet" in visible_text(item))
    (link,) = item.select(".ks-changes__places a")
    assert str(link["href"]).endswith("2014-2018/#princip-hjaelp-til-selvhjaelp")


def test_both_editions_and_the_municipality_lead_to_it(two: World) -> None:
    assert "../2019-2022/aendringer/" in links(two.page(OLD))
    assert "aendringer/" in links(two.page(NEWER))
    assert "2019-2022/aendringer/" in links(two.page("kommuner/hilleroed/index.md"))


def test_the_older_edition_says_that_there_is_a_newer(two: World) -> None:
    assert "Der findes en nyere udgave" in visible_text(two.page(OLD).main)
    assert "../2019-2022/" in links(two.page(OLD))
    alone = two.page(OLD).main.find("a", href="../2019-2022/aendringer/")
    assert alone and alone.find_parent("p", class_="ks-way"), "a link that stands alone is as large as a finger"
    assert "Der findes en nyere udgave" not in visible_text(two.page(NEWER).main)


@pytest.mark.parametrize("status", ["udkast", "i-høring"])
def test_a_draft_of_a_newer_edition_is_not_said_to_hold(world: Callable[[Mapping[str, str]], World], status: str) -> None:
    newer = edited(HILLEROED, [*PERIOD, ("  status: ukendt\n", f"  status: {status}\n")])
    drawn = world({"hilleroed/2014-2018.yml": HILLEROED, "hilleroed/2019-2022.yml": newer})
    old = visible_text(drawn.page(OLD).main)
    assert "Der er et udkast til en nyere udgave. Det er ikke vedtaget." in old and "Der findes en nyere" not in old
    draft = drawn.page(NEWER)
    assert "Dette er et udkast. Det er ikke vedtaget." in visible_text(draft.main) and "../2014-2018/" in links(draft)
    for text in (visible_text(drawn.page(uri).main) for uri in (NEWER, "kommuner/hilleroed/index.md")):
        assert "gældende" not in text


@pytest.mark.parametrize("status", ["udkast", "i-høring"])
def test_a_draft_stands_for_its_municipality_only_where_there_is_nothing_else(
    world: Callable[[Mapping[str, str]], World], status: str
) -> None:
    """A citizen reads what holds; a draft is a way further, and says what it is."""
    draft = edited(HILLEROED, [*PERIOD, *TARGET, ("  status: ukendt\n", f"  status: {status}\n")])
    both = world({"hilleroed/2014-2018.yml": HILLEROED, "hilleroed/2019-2022.yml": draft})
    alone = world({"hilleroed/2019-2022.yml": draft})
    for uri in ("sammenligning.md", "kommuner/index.md"):
        shown = visible_text(both.page(uri).main)
        assert "Kanalstrategi 2014–2018" in shown and "2019–2022" not in shown
        assert "Kanalstrategi 2019–2022, udkast" in visible_text(alone.page(uri).main)
    assert "85 %" not in visible_text(both.page("sammenligning.md").main)
    rows = alone.page("sammenligning.md").main.select("table.ks-comparison--targets tbody th")
    assert rows and {visible_text(row) for row in rows} == {"Hillerød Kommune Udkast"}
    page = both.page("kommuner/hilleroed/index.md")
    assert "Læs hele: Kanalstrategi 2014–2018" in visible_text(page.main)
    assert "Der er et udkast til en nyere udgave. Det er ikke vedtaget. Læs udkastet" in visible_text(page.main)
    assert "2019-2022/" in links(page)
    text = visible_text(alone.page("kommuner/hilleroed/index.md").main)
    assert "Dette er et udkast." in text and "Læs hele: Kanalstrategi 2019–2022" in text


def test_of_several_drafts_the_newest_is_led_to(world: Callable[[Mapping[str, str]], World]) -> None:
    def of(years: str, status: str) -> str:
        first, last = years.split("-")
        period = ("fra: 2014\n    til: 2018", f"fra: {first}\n    til: {last}")
        return edited(HILLEROED, [period, ("  status: ukendt\n", f"  status: {status}\n")])

    states = {"2010-2013": "erstattet", "2014-2018": "vedtaget", "2019-2022": "udkast", "2023-2026": "udkast"}
    drawn = world({f"hilleroed/{years}.yml": of(years, status) for years, status in states.items()})
    for years, other in {"2010-2013": "2014-2018", "2014-2018": "2023-2026", "2019-2022": "2023-2026"}.items():
        note = drawn.page(f"kommuner/hilleroed/{years}/index.md").main.select(".ks-note a")[0]
        assert note["href"] == f"../{other}/", years


def test_an_edition_without_a_year_is_told_from_the_other(world: Callable[[Mapping[str, str]], World]) -> None:
    undated = re.sub(r"  periode:\n(?:    .*\n)+", "", HILLEROED)
    drawn = world({"hilleroed/udateret.yml": undated, "hilleroed/2019-2022.yml": edited(HILLEROED, [*PERIOD])})
    assert "Hvad er ændret fra Kanalstrategi (uden år) til Kanalstrategi 2019–2022" in drawn.page(PAGE).text
    assert "fra Kanalstrategi (uden år) til" in visible_text(drawn.page("kommuner/hilleroed/index.md").main)


def test_the_page_is_sound_html(two: World) -> None:
    page = two.page(PAGE)
    assert not parse_errors(page.html)
    levels = [int(heading.name[1]) for heading in page.main.select("h1, h2, h3, h4")]
    assert levels[0] == 1 and all(after - before <= 1 for before, after in zip(levels, levels[1:], strict=False))
    ids = [str(tag["id"]) for tag in page.main.select("[id]")]
    assert len(ids) == len(set(ids))


def test_authors_words_are_shown_as_text(world: Callable[[Mapping[str, str]], World]) -> None:
    hostile = HILLEROED.replace("hjælpe til selvhjælp", "<img src=x onerror=alert(1)> hjælpe til selvhjælp")
    hostile = hostile.replace("fra: 2014\n    til: 2018", "fra: 2019\n    til: 2022")
    drawn = world({"hilleroed/2014-2018.yml": HILLEROED, "hilleroed/2019-2022.yml": hostile})
    assert not drawn.page(PAGE).main.select("img")
    assert "<img src=x" in visible_text(drawn.page(PAGE).main).replace("tilføjet: ", "")


def test_the_same_strategy_twice_says_that_nothing_changed(world: Callable[[Mapping[str, str]], World]) -> None:
    drawn = world({"hilleroed/2014-2018.yml": HILLEROED, "hilleroed/2019-2022.yml": HILLEROED})
    page = next(page for uri, page in ((uri, drawn.page(uri)) for uri in drawn.rendered) if "aendringer" in uri)
    assert "Ingen ændringer." in visible_text(page.main)


def test_in_english_the_interface_is_english_and_the_documents_words_are_marked(world: Callable[[Mapping[str, str]], World]) -> None:
    paragraph = "      Borgerne skal opleve en høj service gennem de digitale kanaler, som giver en tilgængelig, hurtig og fleksibel service.\n\n"
    last = "      De borgere der aldrig bliver digitale, får den nødvendige hjælp via f.eks. telefonisk rådgivning.\n"
    pieces = [*PERIOD, *TARGET, *SOURCE, *NOTE, (paragraph, ""), (last, f"{last}\n{paragraph}")]
    goal = HILLEROED[HILLEROED.index("      - id: digitale-ansoegninger\n") : HILLEROED.index("      - id: flyttes-til-hjemmesiden\n")]
    there = "    overskrift: Mål for service\n    mål:\n"
    newer = edited(HILLEROED, [*pieces, (goal, ""), (there, there + goal)])
    drawn = world({"hilleroed/2014-2018.yml": HILLEROED, "hilleroed/2019-2022.yml": newer})
    main = next(page for page in render(drawn.library, Site(catalog("en"))) if page.uri == PAGE)
    said = [item for item in BeautifulSoup(main.made().content, "html5lib").select(".ks-changes__said")]
    heard = [visible_text(item, lambda tag: tag.get("lang") == "da") for item in said]
    whole = [visible_text(item) for item in said]
    assert "Period: 2014–2018 → 2019–2022" in whole
    assert any(text.startswith("Vision “Vision 2018”, “Borgerne skal") and text.endswith("moved from place 2 to 8") for text in whole)
    assert any(text.startswith("Source, What we have: Udleveret dokument") for text in whole)
    assert any(text.endswith("80 % → 85 %, deadline 2015 → 2016") for text in whole)
    assert len(said) == 6 and not [text for text in whole if "»" in text], whole
    assert not [text for text in heard if re.search("[æøåÆØÅ]|Borgerne|Udleveret|Goals for|Mål", text)], heard
