"""The pages in a real browser: they load in peace, fit a phone, can be searched, read in the dark and printed."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest
from accessibility.serving import served
from conftest import COMPARISON, EDITIONS, HEARING, BuiltPage, Open, one_line, python
from playwright.sync_api import Browser, Locator, Page, expect

Pages = dict[str, BuiltPage]

KINDS = {
    "front page": "index.html",
    "municipalities": "kommuner/index.html",
    "municipality": "kommuner/ikast-brande/index.html",
    "edition": EDITIONS["hilleroed"],
    "edition with tables": EDITIONS["hoersholm"],
    "hearing": HEARING,
    "hearings": "hoeringer/index.html",
    "comparison": COMPARISON,
    "glossary": "ordliste/index.html",
    "guide": "vejledning/index.html",
    "data": "data/index.html",
    "accessibility": "tilgaengelighed/index.html",
}
EVERY_KIND = pytest.mark.parametrize("path", KINDS.values(), ids=KINDS)
PHONE, DESK = 320, 1280

# Colours as a browser paints them, however CSS says them: text over the backgrounds behind it.
CONTRASTS = """
() => {
  const canvas = document.createElement('canvas').getContext('2d', {willReadFrequently: true})
  const paint = (under, colour) => {
    canvas.fillStyle = `rgb(${under})`; canvas.fillRect(0, 0, 1, 1)
    canvas.fillStyle = colour; canvas.fillRect(0, 0, 1, 1)
    return [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3)
  }
  const known = new Map([[null, [255, 255, 255]]])
  const behind = element => {
    if (!known.has(element))
      known.set(element, paint(behind(element.parentElement), getComputedStyle(element).backgroundColor))
    return known.get(element)
  }
  const light = rgb => {
    const [r, g, b] = rgb.map(v => v / 255).map(v => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b
  }
  const found = []
  for (const element of document.querySelectorAll('article *')) {
    const text = [...element.childNodes].filter(n => n.nodeType === 3).map(n => n.data).join('').trim()
    if (!text || !element.checkVisibility({visibilityProperty: true}) || element.closest('[aria-hidden=true]')) continue
    const under = behind(element)
    const [a, b] = [light(paint(under, getComputedStyle(element).color)), light(under)]
    const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05)
    found.push({ratio, text: text.slice(0, 40), where: element.tagName.toLowerCase() + '.' + element.className})
  }
  return found
}
"""
IN_VIEW = """
element => {
  const box = element.getBoundingClientRect()
  const header = document.querySelector('header')
  const fixed = header && ['sticky', 'fixed'].includes(getComputedStyle(header).position)
  return box.top >= (fixed ? header.getBoundingClientRect().bottom : 0) - 1 && box.top < innerHeight
}
"""
OUTSIDE_THEIR_CELL = """
() => [...document.querySelectorAll('article td *')]
  .filter(part => part.getBoundingClientRect().right > part.closest('td').getBoundingClientRect().right + 1)
  .map(part => part.textContent.slice(0, 60))
"""
CUT_OFF = """
() => [...document.querySelectorAll('article [role=region]')]
  .filter(box => getComputedStyle(box).overflowX !== 'visible' && box.scrollWidth > box.clientWidth + 1)
  .map(box => box.getAttribute('aria-labelledby'))
"""
UNSEEN_IN_PRINT = """
() => [...document.querySelectorAll('article :is(h1, h2, h3, h4, p, li, td, th, dt, dd)')]
  .filter(element => element.textContent.trim() && !element.closest('.ks-tools'))
  .filter(element => !element.getClientRects().length).map(element => element.textContent.trim().slice(0, 60))
"""


@dataclass(frozen=True)
class Visit:
    """What a reader meets on a page, by screen and colours."""

    errors: list[str]
    strangers: list[str]
    cookies: Sequence[object]
    width: int
    text: str
    contrasts: list[dict[str, object]]
    unseen_in_print: list[str]


@pytest.fixture(scope="session")
def visit(new_window: Open) -> Callable[..., Visit]:
    """Visit a page once for each width and scheme: `visit(path, width=320, color_scheme="dark")`."""

    @cache
    def look(path: str, width: int = DESK, color_scheme: str = "light") -> Visit:
        opened = new_window(width=width, color_scheme=color_scheme)
        page = opened.open(path)
        page_width, text = page.evaluate(
            "[document.documentElement.scrollWidth, document.querySelector('article').innerText]"
        )
        contrasts = page.evaluate(CONTRASTS)
        page.emulate_media(media="print")
        unseen = page.evaluate(UNSEEN_IN_PRINT)
        page.close()
        seen = one_line(text).casefold()
        return Visit(opened.errors, opened.strangers, page.context.cookies(), page_width, seen, contrasts, unseen)

    return look


Look = Callable[..., Visit]


# --- Loading


@pytest.mark.parametrize("width", [DESK, PHONE])
@EVERY_KIND
def test_a_page_loads_without_a_word_of_complaint(path: str, width: int, visit: Look) -> None:
    assert visit(path, width).errors == []


@EVERY_KIND
def test_a_page_asks_nobody_else_for_anything(path: str, visit: Look) -> None:
    assert visit(path).strangers == []


@EVERY_KIND
def test_a_page_leaves_no_cookie(path: str, visit: Look) -> None:
    assert visit(path).cookies == []


@EVERY_KIND
def test_no_page_scrolls_sideways_on_a_phone(path: str, visit: Look) -> None:
    assert visit(path, PHONE).width <= PHONE


@pytest.mark.parametrize("path", [*EDITIONS.values(), HEARING])
@pytest.mark.parametrize("width", [DESK, PHONE])
def test_styles_hide_no_word_of_a_document(path: str, width: int, visit: Look, pages: Pages) -> None:
    told = [
        one_line(tag.get_text()).casefold()
        for tag in pages[path].main.select("li > span, .ks-prose p, blockquote p, td")
    ]
    shown = visit(path, width).text
    assert told and not [words for words in told if words not in shown]


def test_the_pages_can_be_read_without_scripts(window: Open) -> None:
    page = window(java_script_enabled=False).open(EDITIONS["dragoer"])
    expect(page.get_by_text("Den sekundære kanal er telefoniske henvendelser.").last).to_be_visible()


@pytest.mark.parametrize("sentences, fetched", [(100, True), (20_000, False)])
def test_a_large_page_brings_its_styles_along_under_the_same_policy(
    sentences: int, fetched: bool, tmp_path: Path, browser: Browser
) -> None:
    """It would be there before them, and wait."""
    (tmp_path / "strategier").mkdir()
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "index.md").write_text("# Forside\n", encoding="utf-8")
    (tmp_path / "docs" / "alt.md").write_text("# Alt\n\n" + "Kommunen svarer inden for fem dage.\n\n" * sentences, encoding="utf-8")
    (tmp_path / "mkdocs.yml").write_text("site_name: x\ntheme: {name: material}\nplugins: [kanalstrategi]\n", encoding="utf-8")
    assert python("-m", "mkdocs", "build", cwd=tmp_path).returncode == 0
    with served(tmp_path / "site") as home:
        page = browser.new_page()
        asked: list[str] = []
        complaints: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        page.on("console", lambda said: complaints.append(said.text))
        page.goto(f"{home}alt/", wait_until="networkidle")
        assert any(url.endswith(".css") for url in asked) is fetched
        assert f"{home}assets/source-sans-3.woff2" in asked
        expect(page.locator("body")).to_have_css("margin-top", "0px")
        expect(page.locator("h1")).to_have_css("font-family", re.compile("Source Sans 3"))
        assert page.evaluate("document.fonts.check('16px \"Source Sans 3\"')")
        assert complaints == []
        page.close()


# --- Search


def search(page: Page, words: str) -> Locator:
    """Open the search, type, and return the links it finds."""
    page.get_by_role("button", name="Søg", exact=True).click()
    page.get_by_role("searchbox").press_sequentially(words)
    return page.get_by_role("dialog").get_by_role("listitem").get_by_role("link")


@pytest.mark.parametrize("width", [DESK, PHONE])
def test_search_finds_digital_post(width: int, window: Open) -> None:
    opened = window(width=width)
    results = search(opened.open(), "digital post")
    expect(results.first).to_be_visible()
    assert results.count() > 2
    assert (opened.errors, opened.strangers) == ([], [])


def test_a_search_result_leads_to_its_section(window: Open) -> None:
    page = window().open()
    result = search(page, "telefonpolitik").first
    expect(result).to_be_visible()
    result.click()
    page.wait_for_url("**/kommuner/dragoer/**#*")
    target = page.locator(f"[id='{page.url.partition('#')[2]}']")
    page.wait_for_function(IN_VIEW, arg=target.element_handle())


@pytest.mark.parametrize("words", ["fremmøde", "fremmoede", "FREMMØDE", "rådhuset", "raadhuset"])
def test_search_knows_danish_letters_however_they_are_typed(words: str, window: Open) -> None:
    expect(search(window().open(), words).first).to_be_visible()


def test_search_that_finds_nothing_says_so(window: Open) -> None:
    page = window().open()
    assert search(page, "xyzzy").count() == 0
    expect(page.get_by_role("dialog").get_by_role("status")).to_contain_text("Ingen")


# --- The comparison


@pytest.mark.parametrize("width", [PHONE, 768, 1024, DESK])
def test_the_comparison_stays_inside_the_page(width: int, window: Open) -> None:
    page = window(width=width).open(COMPARISON)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("width", [PHONE, 768, 1024, DESK])
def test_no_words_of_the_comparison_run_out_of_their_cell(width: int, window: Open) -> None:
    assert window(width=width).open(COMPARISON).evaluate(OUTSIDE_THEIR_CELL) == []


def test_the_municipalities_stay_in_view_while_the_comparison_scrolls(window: Open) -> None:
    page = window().open(COMPARISON)
    row = page.locator("#temaer-titel ~ tbody tr").nth(12)
    row.evaluate("element => element.scrollIntoView({block: 'center', behavior: 'instant'})")
    expect(page.locator("#temaer-titel ~ thead th").nth(2)).to_be_in_viewport()


def test_a_wide_table_scrolls_by_keyboard(window: Open) -> None:
    page = window(width=640).open(EDITIONS["hoersholm"])
    boxes = page.locator(".ks-scroll")
    wide = boxes.nth(boxes.evaluate_all("boxes => boxes.findIndex(box => box.scrollWidth > box.clientWidth)"))
    wide.evaluate("box => (box.querySelector('a[href]') ?? box).focus()")
    page.keyboard.press("ArrowRight")
    page.wait_for_function("box => box.scrollLeft > 0", arg=wide.element_handle())


def test_on_a_phone_a_table_of_numbers_stacks_and_each_number_tells_its_column(window: Open) -> None:
    page = window(width=PHONE).open(EDITIONS["hoersholm"])
    assert page.locator(".ks-scroll").evaluate_all("boxes => boxes.every(box => box.scrollWidth === box.clientWidth)")
    table = page.locator(".ks-table--data").first
    assert table.get_by_role("columnheader").count() == table.locator("thead th").count()
    cell = table.locator("tbody td").first
    assert cell.evaluate("cell => getComputedStyle(cell, '::before').content").strip('"').startswith("Enig")


def test_on_a_phone_every_cell_tells_its_municipality(window: Open) -> None:
    page = window(width=PHONE).open(COMPARISON)
    cell = page.locator("#temaer-titel ~ tbody tr").first.locator("td").nth(1)
    assert "Hillerød" in cell.evaluate("cell => getComputedStyle(cell, '::before').content + cell.innerText")


def test_a_table_is_a_table_to_those_who_listen_on_a_phone_too(window: Open) -> None:
    page = window(width=PHONE).open(COMPARISON)
    table = page.get_by_role("table").first
    assert table.get_by_role("columnheader").count() == 6
    assert table.get_by_role("rowheader").count() == 24


@pytest.mark.parametrize("width", [DESK, PHONE])
@pytest.mark.parametrize("municipality", EDITIONS)
def test_a_link_of_the_comparison_lands_on_its_passage(municipality: str, width: int, window: Open) -> None:
    page = window(width=width).open(COMPARISON)
    links = page.locator(f"tbody a[href*='/{municipality}/']")
    links.nth(links.count() // 2).click(position={"x": 12, "y": 8})  # its first line; between lines is no link
    page.wait_for_url(f"**/kommuner/{municipality}/**")
    anchor = page.url.partition("#")[2]
    target = page.locator(f"[id='{anchor}']")
    page.wait_for_load_state("load")
    page.wait_for_function(IN_VIEW, arg=target.element_handle())


@pytest.mark.parametrize("width", [DESK, PHONE])
def test_two_municipalities_are_put_side_by_side_from_the_keyboard(width: int, window: Open) -> None:
    page = window(width=width).open(COMPARISON)
    page.get_by_text("Vælg kommuner at sammenligne").focus()
    page.keyboard.press("Enter")
    for name in ("Hillerød Kommune", "Næstved Kommune"):
        page.get_by_role("checkbox", name=name).focus()
        page.keyboard.press("Space")
    expect(page.get_by_role("status")).to_contain_text("Viser 2 af 5 kommuner")
    shown = page.locator("#temaer-titel ~ thead th:visible").all_inner_texts()
    assert [text.split(" Kommune")[0] for text in shown[-2:]] == ["Hillerød", "Næstved"]
    assert page.locator("#temaer-titel ~ tbody tr").first.locator("td:visible").count() == 2
    assert {text.strip() for text in page.locator("#maaltal-titel ~ tbody th:visible").all_inner_texts()} <= {
        "Hillerød Kommune",
        "Næstved Kommune",
    }
    page.get_by_role("button", name="Vis alle kommuner").press("Enter")
    expect(page.locator("#temaer-titel ~ tbody tr").first.locator("td:visible")).to_have_count(5)


def test_the_municipalities_side_by_side_can_be_sent_to_others(window: Open) -> None:
    page = window().open(COMPARISON)
    page.get_by_text("Vælg kommuner at sammenligne").click()
    page.get_by_role("checkbox", name="Dragør Kommune").check()
    assert page.url.endswith("?kommune=dragoer")
    page.reload()
    expect(page.locator("#temaer-titel ~ tbody tr").first.locator("td:visible")).to_have_count(1)


# --- Light, dark, print


@pytest.mark.parametrize("scheme", ["light", "dark"])
@EVERY_KIND
def test_text_stands_out_seven_to_one(path: str, scheme: str, visit: Look) -> None:
    contrasts = visit(path, color_scheme=scheme).contrasts
    assert contrasts and not [text for text in contrasts if float(str(text["ratio"])) < 7]


def test_the_dark_scheme_is_dark(window: Open) -> None:
    page = window(color_scheme="dark").open(EDITIONS["dragoer"])
    colours = re.findall(r"\d+", page.evaluate("getComputedStyle(document.body).backgroundColor"))
    assert all(int(colour) < 60 for colour in colours[:3])


@EVERY_KIND
def test_everything_is_on_paper(path: str, visit: Look) -> None:
    assert visit(path).unseen_in_print == []


@pytest.mark.parametrize("path", [COMPARISON, EDITIONS["hoersholm"]], ids=["comparison", "edition with tables"])
def test_no_table_is_cut_off_on_paper(path: str, window: Open) -> None:
    page = window(width=760).open(path)
    page.emulate_media(media="print")
    assert page.evaluate(CUT_OFF) == []


def test_the_frame_around_a_page_is_not_on_paper(window: Open) -> None:
    page = window().open(EDITIONS["dragoer"])
    page.emulate_media(media="print")
    for part in page.locator("body > header, body > header nav, button").all():
        expect(part).to_be_hidden()


# --- The keyboard


def test_the_keyboard_reaches_the_content_at_once(window: Open) -> None:
    page = window().open(EDITIONS["dragoer"])
    page.keyboard.press("Tab")
    target = page.evaluate("document.activeElement.getAttribute('href')")
    assert target and page.locator(target).evaluate("target => target.matches('main, main *')")


def test_a_footnote_is_reached_and_left_by_keyboard(window: Open) -> None:
    page = window().open(EDITIONS["hilleroed"])
    page.locator("a[id^=fodnote-][href^='#fodnote-']").focus()
    page.keyboard.press("Enter")
    note = page.locator("li[id^=fodnote-]")
    page.wait_for_function(IN_VIEW, arg=note.element_handle())
    note.get_by_role("link").last.focus()
    page.keyboard.press("Enter")
    page.wait_for_function(IN_VIEW, arg=page.locator("a[id^=fodnote-]").element_handle())
