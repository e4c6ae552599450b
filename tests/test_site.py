"""The built site as a parser sees it: whole, accessible in its markup, without dead ends, and closed to strangers."""

from __future__ import annotations

import json
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import yaml
from bs4 import Tag
from conftest import (
    EDITION,
    EDITIONS,
    HEARING,
    MUNICIPALITIES,
    ROOT,
    Built,
    BuiltPage,
    World,
    contents,
    is_internal,
    parse_errors,
    resolve,
    searched,
    visible_text,
)
from kanalstrategi.strategy.edition import Edition
from kanalstrategi.strategy.passages import CHAPTERS

Pages = dict[str, BuiltPage]
Draw = Callable[..., World]

ADDRESSES = (("a", "href"), ("link", "href"), ("script", "src"), ("img", "src"), ("source", "src"), ("iframe", "src"))
FETCHED = ADDRESSES[1:]
REGIONS = "[role=region], body nav, aside"


def addresses(page: BuiltPage, kinds: tuple[tuple[str, str], ...] = ADDRESSES) -> Iterator[str]:
    for name, attribute in kinds:
        for tag in page.soup.select(f"{name}[{attribute}]"):
            yield str(tag[attribute])


# --- The build


def test_a_strict_build_says_nothing_but_what_it_does(built: Built) -> None:
    assert not re.search(r"WARNING|ERROR|Traceback", built.output)


def test_a_build_writes_nothing_among_its_sources(
    built: Built, project: Path, sources_before: dict[str, bytes]
) -> None:
    assert contents(project) == sources_before


def test_every_kind_of_page_is_built(pages: Pages) -> None:
    kinds = ["index.html", "kommuner/index.html", "sammenligning/index.html", "hoeringer/index.html", HEARING]
    kinds += ["ordliste/index.html", "vejledning/index.html", "om/index.html", "tilgaengelighed/index.html"]
    kinds += ["data/index.html", *EDITIONS.values(), *(f"kommuner/{slug}/index.html" for slug in MUNICIPALITIES)]
    assert set(kinds) <= set(pages)


# --- Headings, ids, language


def test_every_page_has_one_h1(pages: Pages) -> None:
    assert {path: len(page.soup.select("h1")) for path, page in pages.items()} == dict.fromkeys(pages, 1)


def test_no_page_skips_a_heading_level(pages: Pages) -> None:
    for path, page in pages.items():
        levels = [int(tag.name[1]) for tag in page.main.select("h1, h2, h3, h4, h5, h6")]
        assert levels[0] == 1, path
        skipped = [(one, next_) for one, next_ in zip(levels, levels[1:], strict=False) if next_ > one + 1]
        assert not skipped, (path, skipped)


def test_no_heading_is_empty(pages: Pages) -> None:
    assert not [
        (path, tag)
        for path, page in pages.items()
        for tag in page.main.select("h1, h2, h3, h4, h5, h6")
        if not visible_text(tag)
    ]


def test_every_id_is_used_once(pages: Pages) -> None:
    for path, page in pages.items():
        counts = Counter(str(tag["id"]) for tag in page.soup.select("[id]"))
        assert not [id for id, count in counts.items() if count > 1], path


def test_every_address_of_ours_is_plain_letters(pages: Pages) -> None:
    ids = {str(tag["id"]) for page in pages.values() for tag in page.main.select("[id]")}
    assert not [id for id in ids if not re.fullmatch(r"[a-z0-9-]+", id)]


def test_every_heading_can_be_linked_to(pages: Pages) -> None:
    headings = [tag for page in pages.values() for tag in page.main.select("h1, h2, h3, h4, h5, h6")]
    assert not [tag for tag in headings if not tag.get("id")]


def test_danish_letters_are_transliterated_not_dropped(world: Draw) -> None:
    drawn = world(
        {"aertebjerg/2025.yml": EDITION + "afsnit:\n  - {id: Økonomi på Ærø, overskrift: Økonomi, tekst: Penge.}\n"}
    )
    assert [finding.values["suggestion"] for finding in drawn.report] == ["oekonomi-paa-aeroe"]


def test_every_page_says_that_it_is_danish(pages: Pages) -> None:
    assert {str(page.soup.select("html")[0].get("lang")) for page in pages.values()} == {"da"}


def test_every_page_has_a_title_and_a_description_of_its_own(pages: Pages) -> None:
    ours = [page for path, page in pages.items() if path.startswith("kommuner/")]
    for selector in ("title", "meta[name=description]"):
        told = [visible_text(tag) or tag.get("content") for page in ours for tag in page.soup.select(selector)]
        assert len(told) == len(set(told)) == len(ours)


def test_the_main_content_is_flawless_html(pages: Pages) -> None:
    for path, page in pages.items():
        article = re.search(r"<article[^>]*>(.*?)</article>", page.html, re.DOTALL)
        assert article and not parse_errors(article[1]), path


# --- Tables and regions


def test_every_table_has_a_caption(pages: Pages) -> None:
    assert not [
        path for path, page in pages.items() for table in page.main.select("table") if not table.select("caption")
    ]


def test_every_header_cell_says_what_it_heads(pages: Pages) -> None:
    cells = [(path, cell) for path, page in pages.items() for cell in page.main.select("th")]
    assert not [(path, cell) for path, cell in cells if cell.get("scope") not in ("col", "row", "colgroup", "rowgroup")]


def test_every_row_of_a_table_has_a_header(pages: Pages) -> None:
    rows = [(path, row) for path, page in pages.items() for row in page.main.select("tbody tr")]
    assert not [(path, row) for path, row in rows if not row.select("th[scope=row]")]


def test_every_row_of_a_table_is_as_wide_as_its_head(pages: Pages) -> None:
    for path, page in pages.items():
        for table in page.main.select("table"):
            assert len({len(row.select("th, td")) for row in table.select("tr")}) == 1, (path, table.get("id"))


def test_every_region_has_a_name(pages: Pages) -> None:
    for path, page in pages.items():
        for region in page.soup.select(REGIONS):
            labels = [page.at(label) for label in str(region.get("aria-labelledby", "")).split()]
            assert region.get("aria-label") or all(map(visible_text, labels)) and labels, (path, region.attrs)


def test_what_scrolls_has_a_name(pages: Pages) -> None:
    boxes = [(path, box) for path, page in pages.items() for box in page.main.select(".ks-scroll")]
    assert boxes and not [path for path, box in boxes if not box.select("caption") and not box.get("aria-labelledby")]


def test_what_scrolls_can_be_reached_by_keyboard_in_every_browser(pages: Pages) -> None:
    boxes = [(path, box) for path, page in pages.items() for box in page.main.select(".ks-scroll")]
    assert not [
        path for path, box in boxes if box.get("tabindex") != "0" and not box.select("a[href], button, summary")
    ]


def test_regions_of_a_page_have_different_names(pages: Pages) -> None:
    for path, page in pages.items():
        labels = [visible_text(page.at(str(region["aria-labelledby"]))) for region in page.main.select("[role=region]")]
        assert len(labels) == len(set(labels)), (path, labels)


# --- Links


def test_every_internal_link_leads_to_a_file_and_a_place(built: Built, pages: Pages) -> None:
    dead = []
    for path, page in pages.items():
        for address in filter(is_internal, addresses(page)):
            target, anchor = resolve(path, address)
            if not (built.folder / target).is_file() or (
                anchor and target in pages and anchor not in pages[target].ids
            ):
                dead.append((path, address))
    assert not dead


def test_nothing_is_fetched_from_elsewhere(pages: Pages) -> None:
    assert not [
        (path, each) for path, page in pages.items() for each in addresses(page, FETCHED) if not is_internal(each)
    ]


def test_no_stylesheet_fetches_from_elsewhere(built: Built) -> None:
    fetched = re.compile(rb"(?:url\(|@import)\s*[\"']?(?:https?:)?//[^)\"']*")
    sheets = {path: css for path, css in built.files().items() if path.endswith(".css")}
    assert sheets and not [(path, fetched.findall(css)) for path, css in sheets.items() if fetched.search(css)]


def name_of(link: Tag) -> str:
    return str(link.get("aria-label") or "") or visible_text(link)


def heads_of(cell: Tag) -> str:
    """The row and column headers of a table cell, which tell what its links are about (WCAG technique H79)."""
    row, table = cell.find_parent("tr"), cell.find_parent("table")
    assert row and table
    column = table.select("tr")[0].select("th, td")[row.select("th, td").index(cell)]
    return " ".join(visible_text(head) for head in (*row.select("th[scope=row]"), column))


def test_every_link_has_a_name(pages: Pages) -> None:
    assert not [
        (path, link) for path, page in pages.items() for link in page.main.select("a[href]") if not name_of(link)
    ]


def test_links_with_the_same_name_lead_to_the_same_place(pages: Pages) -> None:
    ambiguous = []
    for path, page in pages.items():
        led: dict[str, set[str]] = defaultdict(set)
        for link in page.main.select("a[href]"):
            cell = link.find_parent("td")
            name = f"{heads_of(cell)}: {name_of(link)}" if cell else name_of(link)
            led[name.casefold()].add("#".join(resolve(path, str(link["href"]))))
        ambiguous += [(path, name, sorted(targets)) for name, targets in led.items() if len(targets) > 1]
    assert not ambiguous


def test_the_visible_words_of_a_link_are_in_its_name(pages: Pages) -> None:
    links = [(path, link) for path, page in pages.items() for link in page.main.select("a[aria-label]")]
    assert not [(path, link) for path, link in links if visible_text(link).casefold() not in name_of(link).casefold()]


# --- Edit links


def written(edit_url: str) -> re.Pattern[str]:
    """What an edit link looks like; its groups are the file and the line."""
    return re.compile(re.escape(edit_url).replace(r"\{path\}", "(?P<file>.+)").replace(r"\{line\}", r"(?P<line>\d+)"))


def edits(page: BuiltPage, edit_url: str) -> Iterator[tuple[str, str, int]]:
    """Every section's edit link: the id of the heading it stands under, the file and the line."""
    for link in page.main.select("a[href]"):
        heading = link.find_previous(["h1", "h2", "h3", "h4", "h5", "h6"])
        if heading and (match := written(edit_url).fullmatch(str(link["href"]))):
            yield str(heading["id"]), match["file"], int(match["line"])


def parts_by_line(file: str) -> dict[int, list[tuple[str, yaml.Node]]]:
    """Every mapping and list of a YAML file by the line it begins on, with the key it stands under."""
    found: dict[int, list[tuple[str, yaml.Node]]] = defaultdict(list)

    def walk(node: yaml.Node, key: str) -> None:
        found[node.start_mark.line + 1].append((key, node))
        for child in node.value if isinstance(node, yaml.SequenceNode) else ():
            walk(child, key)
        for name, child in node.value if isinstance(node, yaml.MappingNode) else ():
            walk(child, name.value)

    walk(yaml.compose((ROOT / file).read_text(encoding="utf-8")), "")
    return found


def says(node: yaml.Node, words: str) -> bool:
    scalars = [value for _, value in node.value] if isinstance(node, yaml.MappingNode) else []
    return any(isinstance(value, yaml.ScalarNode) and value.value.strip() == words for value in scalars)


KEYS = {anchor: Edition.model_fields[name].alias for name, anchor in CHAPTERS.items()}
KEYS |= {"kontakt": "kanaler", "kilder": "kilde"}


@pytest.mark.parametrize("path", [*EDITIONS.values(), HEARING])
def test_the_edit_link_of_a_section_leads_to_the_lines_it_is_written_on(path: str, pages: Pages, edit_url: str) -> None:
    found = list(edits(pages[path], edit_url))
    assert len(found) > 10
    for anchor, file, line in found:
        parts = parts_by_line(file).get(line, [])
        heading = visible_text(pages[path].at(anchor))
        id = anchor.partition("-")[2]
        belongs = [
            key == KEYS.get(anchor, key)
            if anchor in KEYS
            else says(node, id) or says(node, heading) or "gruppe" in anchor
            for key, node in parts
        ]
        assert any(belongs), (anchor, file, line)


@pytest.mark.parametrize("path", [*EDITIONS.values(), HEARING])
def test_every_page_is_edited_in_the_file_it_is_made_from(path: str, pages: Pages, edit_url: str) -> None:
    [link] = pages[path].edit_links
    match = written(edit_url).fullmatch(link)
    municipality, edition = path.split("/")[1:3]
    ending = ".hoering.yml" if path == HEARING else ".yml"
    assert match and match["file"] == f"strategier/{municipality}/{edition}{ending}"
    assert (ROOT / match["file"]).is_file()


# --- Footnotes


def test_the_documents_footnotes_are_there(pages: Pages) -> None:
    counts = {slug: len(pages[path].main.select("li[id^=fodnote-]")) for slug, path in EDITIONS.items()}
    assert counts == {"dragoer": 0, "hilleroed": 1, "hoersholm": 3, "ikast-brande": 0, "naestved": 0}


@pytest.mark.parametrize("municipality", ["hilleroed", "hoersholm"])
def test_a_footnote_is_reached_from_its_mark_and_leads_back_to_it(municipality: str, pages: Pages) -> None:
    page = pages[EDITIONS[municipality]]
    for note in page.main.select("li[id^=fodnote-]"):
        mark = page.main.select(f'a[id][href="#{note["id"]}"]')[0]
        assert note.select(f'a[href="#{mark["id"]}"]')
        assert visible_text(note).startswith(f"{visible_text(mark)} ")


# --- Search


def index(built: Built) -> list[dict[str, str]]:
    return searched(built.folder)


def fold(text: str) -> str:
    """As `frame/search/search.js` does it."""
    return text.lower().replace("å", "aa").replace("ø", "oe").replace("æ", "ae")


def holding(folder: Path, word: str) -> set[int]:
    """The sections that the search finds for a whole word, as the script in the page reads the files."""
    held = json.loads((folder / "soegning" / "ord" / f"{word[:2]}.json").read_text(encoding="utf-8"))
    sections, last = set(), -1
    for gap in held[word][0]:
        last += abs(gap)
        sections.add(last)
    return sections


@pytest.mark.parametrize("word", ["telefon", "digital", "raad", "oekonomiudvalget", "2020"])
def test_search_finds_every_section_that_holds_a_word(word: str, built: Built) -> None:
    sections = [set(re.findall("[a-z0-9]+", fold(f"{each['title']} {each['text']}"))) for each in index(built)]
    assert holding(built.folder, word) >= {number for number, words in enumerate(sections) if word in words} != set()


def test_no_file_of_the_search_is_large(built: Built) -> None:
    sizes = {file.name: file.stat().st_size for file in (built.folder / "soegning").rglob("*.json")}
    assert max(sizes.values()) < 100_000


def test_search_knows_the_documents_words(built: Built) -> None:
    found = {
        entry["url"].split("/")[1] for entry in index(built) if "Digital Post" in entry["text"] and "/" in entry["url"]
    }
    assert {"dragoer", "hilleroed"} <= found


def test_search_leads_to_places_that_exist(built: Built, pages: Pages) -> None:
    for entry in index(built):
        target, anchor = resolve("index.html", entry["url"] if entry["url"].partition("#")[0] else f"./{entry['url']}")
        assert target in pages and (not anchor or anchor in pages[target].ids), entry["url"]


def test_search_knows_every_section_of_every_page(built: Built, pages: Pages) -> None:
    urls = {entry["url"] for entry in index(built)}
    for path, page in pages.items():
        headings = page.main.select("h2[id], h3[id], h4[id]")
        assert {f"{path.removesuffix('index.html')}#{heading['id']}" for heading in headings} <= urls, path


def test_search_names_the_page_of_every_section(built: Built) -> None:
    assert not [entry for entry in index(built) if not entry["page"] or not entry["title"]]


# --- Untrusted text

SCRIPT = "<script>alert(1)</script>"
QUOTE = "\" onmouseover='alert(1)' x=\""
IMAGE = "<img src=x onerror=alert(1)>"
ATTACK = f"{SCRIPT} {QUOTE} {IMAGE} {{{{ 7 * 7 }}}} &lt;b&gt;"
HOSTILE = f"""\
kommune: >-
  Ærtebjerg {ATTACK}
dokument:
  titel: >-
    {ATTACK}
  type: kanalstrategi
  periode: {{fra: 2025, til: 2028}}
  omfang: hele
  omfang_note: >-
    {ATTACK}
  kilde:
    udgiver: >-
      {ATTACK}
    form: >-
      {ATTACK}
vision:
  - id: "2028"
    overskrift: >-
      {ATTACK}
    kaldes_vision: ja
    tekst: >-
      {ATTACK}
mål:
  - niveau: overordnet
    mål:
      - id: post
        tekst: >-
          {ATTACK}
        måltal:
          - hvad: >-
              {ATTACK}
            værdi: 80 %
            frist: >-
              {ATTACK}
kanaler:
  rækkefølger:
    - id: alle
      pladser:
        - plads: 1
          navn: >-
            {ATTACK}
          fælles: [web]
  kanaler:
    - id: web
      navn: >-
        {ATTACK}
      fælles: [web]
afsnit:
  - id: tabel
    overskrift: >-
      {ATTACK}
    tekst:
      - >-
        {ATTACK}
      - tabel:
          id: svar
          titel: >-
            {ATTACK}
          kolonner: [Kanal, Antal]
          rækker:
            - navn: >-
                {ATTACK}
              celler: ["1"]
begreber:
  - id: ord
    begreb: >-
      {ATTACK}
    forklaring: >-
      {ATTACK}
    sted: vision-2028
mangler:
  - tema: telefon
    slags: ikke-angivet
    tekst: >-
      {ATTACK}
"""


def hostile(world: Draw) -> list[BuiltPage]:
    drawn = world({"aertebjerg/2025.yml": HOSTILE})
    assert not drawn.report.errors
    return drawn.pages


ONLY_SOME_WITH_HEADINGS = EDITION + """\
mål:
  - niveau: overordnet
    mål:
      - {id: et, nummer: 1., tekst: Vi svarer.}
      - {id: to, overskrift: Klart sprog, tekst: Vi skriver klart.}
      - {id: tre, tekst: Vi lytter.}
"""


def test_a_list_may_have_headings_for_only_some_of_its_items(world: Draw) -> None:
    """A number alone is no heading: those who jump from heading to heading would hear nothing but "1."."""
    page = world({"aertebjerg/2025.yml": ONLY_SOME_WITH_HEADINGS}).page("kommuner/aertebjerg/2025/index.md")
    assert [page.at(f"maal-{name}").name for name in ("et", "to", "tre")] == ["li", "h4", "li"]
    assert "None" not in page.text


def test_what_is_written_before_the_channels_stands_before_them(world: Draw) -> None:
    """A table of which channel is for what, and the heading over the channels, are read before the first of them."""
    text = (
        "kanaler:\n  overskrift: 2. Sådan gør vi\n  tekst: Vi begynder her.\n  afsnit:\n"
        "    - {id: tabel, overskrift: 2.1 Hvilken kanal?, tekst: Se tabellen.}\n    - {id: hver, overskrift: 2.2 Kanal for kanal}\n"
        "  kanaler:\n    - {id: nettet, navn: Nettet, fælles: [web], tekst: Skriv svaret øverst.}\n"
    )
    page = world({"aertebjerg/2025.yml": EDITION + text}).page("kommuner/aertebjerg/2025/index.md").text
    order = ["2. Sådan gør vi", "Vi begynder her.", "2.1 Hvilken kanal?", "Se tabellen.", "2.2 Kanal for kanal", "Skriv svaret øverst."]
    assert [page.index(words) for words in order] == sorted(page.index(words) for words in order)


TABLES_IN_POINTS = """
mål:
  - niveau: overordnet
    mål:
      - id: tal
        tekst:
          - tabel: {id: goals, titel: Målene, kolonner: [Mål, "2028"], rækker: [{navn: Tilfredshed, celler: ["4,2"]}]}
målgrupper:
  grupper:
    - id: unge
      navn: Unge
      tekst:
        - figur: {id: unge, titel: Figur 1, mangler: Billedet er ikke med., linjer: [Unge i kommunen]}
kanaler:
  kanaler:
    - id: nettet
      navn: Nettet
      fælles: [web]
      retningslinjer:
        punkter:
          - id: svar
            tekst:
              - Svar efter tabellen.
              - tabel: {id: svar, kolonner: [Hvad, Hvornår], rækker: [{navn: Klager, celler: [Straks]}]}
fodnoter:
  - id: 1
    mærke: 1
    tekst:
      - tabel: {id: note, kolonner: [År, Antal], rækker: [{navn: "2019", celler: [Ni hundrede]}]}
afsnit:
  - {id: a, overskrift: A, tekst: "Se noten[^1]."}
"""


def test_a_table_or_a_figure_in_a_point_of_a_list_is_on_the_page(world: Draw) -> None:
    page = world({"aertebjerg/2025.yml": EDITION + TABLES_IN_POINTS}).page("kommuner/aertebjerg/2025/index.md")
    for said in ("Målene", "Tilfredshed", "4,2", "Figur 1", "Unge i kommunen", "Klager", "Straks", "Ni hundrede"):
        assert said in page.text, said
    assert not [link for link in page.main.select("a[aria-label]") if str(link["aria-label"]).rstrip().endswith(":")]


def test_everything_that_a_file_can_say_is_on_its_page(world: Draw) -> None:
    text = (ROOT / "tests" / "cases" / "ok" / "values.yml").read_text(encoding="utf-8")
    page = world({"aertebjerg/2025.yml": text}).page("kommuner/aertebjerg/2025/index.md")
    for said in (
        "Alle dage: 00.00–24.00 (med kort)", "under 3 til 5 %", "12,5 % (2024)", "For alle kanaler", "24. december",
        "250.000 kr.", "Sådan svarer vi.", "Vi begynder nu.", "1,2 mio. kr.", "hver 18. måned", "Det er alle.",
        "at man møder op", "frivillige", "borgerservice@kommune.dk",
    ):  # fmt: skip
        assert said in page.text, said
    assert {"tel:12345678", "mailto:borgerservice@kommune.dk"} <= {link["href"] for link in page.soup.select("a[href]")}


def test_what_an_author_writes_is_never_an_element(world: Draw) -> None:
    for page in hostile(world):
        assert not page.main.select("script, img, b, [onmouseover], [onerror], [x]"), page.path


def test_what_an_author_writes_is_shown_as_it_stands(world: Draw) -> None:
    drawn = world({"aertebjerg/2025.yml": HOSTILE})
    edition = drawn.page("kommuner/aertebjerg/2025/index.md")
    assert edition.text.count(SCRIPT) >= 15
    assert IMAGE in edition.text and "{{ 7 * 7 }}" in edition.text


def test_what_an_author_writes_never_leaves_its_attribute(world: Draw) -> None:
    labels = [str(tag["aria-label"]) for page in hostile(world) for tag in page.main.select("[aria-label]")]
    assert [label for label in labels if QUOTE in label]


def links_of(world: Draw, address: str) -> list[Tag]:
    text = f"afsnit:\n  - id: et\n    overskrift: Et\n    tekst: |\n      Se [vores side]({address}) her.\n"
    drawn = world({"aertebjerg/2025.yml": EDITION + text})
    page = drawn.page("kommuner/aertebjerg/2025/index.md")
    assert "vores side" in page.text
    return [link for link in page.main.select("a[href]") if visible_text(link) == "vores side"]


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "java&#115;cript:alert(1)",
        "data:text/html,x",
        "vbscript:x",
        "file:///etc/passwd",
        "//evil.example",
        "\\\\evil.example",
        "/\\evil.example",
        "<javascript:alert(1)>",
        "%6aavascript:alert(1)",
    ],
)
def test_a_link_that_could_lead_astray_is_no_link(address: str, world: Draw) -> None:
    assert not links_of(world, address)


@pytest.mark.parametrize(
    "address",
    ["https://borger.dk", "http://borger.dk/x?y=1", "mailto:a@b.dk", "tel:+4512345678", "#vision", "../2025/"],
)
def test_an_honest_link_is_a_link(address: str, world: Draw) -> None:
    assert [link["href"] for link in links_of(world, address)] == [address]


@pytest.mark.parametrize(
    "text", ["![billede](https://evil.example/x.png)", "<b>fed</b>", "# Stor", "`kode`", "| a | b |"]
)
def test_markdown_beyond_prose_is_shown_as_text(text: str, world: Draw) -> None:
    drawn = world(
        {"aertebjerg/2025.yml": f"{EDITION}afsnit:\n  - id: et\n    overskrift: Et\n    tekst: |\n      {text}\n"}
    )
    page = drawn.page("kommuner/aertebjerg/2025/index.md")
    assert not page.main.select("img, b, code")
    assert len(page.main.select("h1")) == 1


def test_an_id_with_a_quote_is_found_before_it_is_shown(world: Draw) -> None:
    drawn = world(
        {"aertebjerg/2025.yml": f"{EDITION}afsnit:\n  - id: 'a\" onclick=\"x'\n    overskrift: Et\n    tekst: To.\n"}
    )
    assert drawn.codes == ["KS212"]


def test_a_name_of_a_file_cannot_leave_its_folder(world: Draw) -> None:
    drawn = world({"../../etc/2025.yml": EDITION, "aertebjerg/..yml": EDITION, "Ærte bjerg/2025.yml": EDITION})
    assert set(drawn.codes) == {"KS501"} or all(".." not in uri for uri in drawn.rendered)


def test_every_code_of_a_rule_has_its_place_on_the_page_of_rules(pages: Pages) -> None:
    main = pages["regler/index.html"].main
    folder = ROOT / "plugins" / "kanalstrategi" / "rules"
    codes = {code for file in folder.glob("*.py") for code in re.findall(r'"(KS\d{3})"', file.read_text(encoding="utf-8"))}
    assert len(codes) > 30 and {item["id"] for item in main.select("code[id]")} == {code.lower() for code in codes}
    shown = [block.get_text() for block in main.select("pre")]
    for file in folder.glob("*.md"):
        blocks = re.findall(r"```\w+\n(.*?)\s*```", file.read_text(encoding="utf-8"), re.DOTALL)
        assert set(blocks) <= set(shown), file.name


GLOSSARY = """\
ord:
  - {id: medbetjening, ord: medbetjening, former: [medbetjeningen], forklaring: At hjælpe sig selv sammen.}
  - {id: esdh, ord: ESDH, står_for: elektronisk sags- og dokumenthåndtering, forklaring: Et arkiv.}
"""


def test_a_word_of_the_glossary_is_explained_in_sight_where_it_is_first_used(world: Draw) -> None:
    text = EDITION + (
        "principper:\n  - principper:\n"
        "      - {id: et, tekst: Medbetjeningsord er et andet ord.}\n"
        "      - {id: to, tekst: Vi bruger medbetjeningen.}\n"
        "      - {id: tre, tekst: Vi bruger medbetjening og ESDH-systemet.}\n"
    )
    drawn = world({"aertebjerg/2025.yml": text, "ordliste.yml": GLOSSARY})
    main = drawn.page("kommuner/aertebjerg/2025/index.md").main
    explained = {item["id"]: [term.get_text() for term in item.select("dt")] for item in main.select("li[id^=princip-]")}
    assert explained == {"princip-et": [], "princip-to": ["medbetjening"], "princip-tre": ["ESDH"]}
    assert "elektronisk sags- og dokumenthåndtering. Et arkiv." in visible_text(main)
    assert len(main.select(".ks-words .ks-byline")) == 2, "whose words they are"


LONG = "Kommunen svarer borgerne hurtigt og venligt på alle deres spørgsmål om det, de har brug for. " * 7


def test_the_page_says_how_hard_it_is_to_read(world: Draw) -> None:
    text = EDITION + f"hjælp:\n  tekst: {LONG}\nafgrænsning:\n  tekst: Det gælder ikke skoler.\n"
    main = world({"aertebjerg/2025.yml": text}).page("kommuner/aertebjerg/2025/index.md").main
    rows = [[cell.get_text(strip=True) for cell in row.select("th, td")] for row in main.select(".ks-readability tbody tr")]
    # 16 words a sentence, 5 of them long: 16 + 100 * 5 / 16 = 47; the short part counts only in the whole.
    assert rows == [["Hele dokumentet", "45, svær", "116"], ["Hjælp til dig, der ikke kan være digital", "47, svær", "112"]]


def test_a_page_too_short_to_measure_says_nothing_of_reading(world: Draw) -> None:
    main = world({"aertebjerg/2025.yml": EDITION}).page("kommuner/aertebjerg/2025/index.md").main
    assert not main.select("#laesbarhed")


def test_a_channel_says_whom_it_is_for(world: Draw) -> None:
    text = EDITION + (
        "målgrupper:\n  grupper:\n    - {id: unge, navn: Unge borgere}\n    - {id: alle, navn: Alle}\n"
        "kanaler:\n  kanaler:\n    - {id: chat, navn: Chat, fælles: [chat], målgrupper: [unge]}\n"
    )
    main = world({"aertebjerg/2025.yml": text}).page("kommuner/aertebjerg/2025/index.md").main
    assert [link.get_text() for link in main.select("dd a[href='#maalgruppe-unge']")] == ["Unge borgere"]
    assert not main.select("dd a[href='#maalgruppe-alle']")
