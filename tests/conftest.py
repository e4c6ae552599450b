"""Real parts for every test: the site as it is built, served and shown, and small worlds drawn in a line.

The site is built once, strictly, from a copy of the checkout; the browser is started once.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import html5lib
import pytest
import yaml
from bs4 import BeautifulSoup, NavigableString, Tag
from kanalstrategi import Library, Report, check
from kanalstrategi.i18n import catalog
from kanalstrategi.pages import Page as RenderedPage
from kanalstrategi.pages import Site, render
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "plugins" / "kanalstrategi"
SOURCES = ROOT / "tests" / "sources"
SECONDS_TO_WAIT = 8
NOT_COPIED = (".*", "site", "site.new", "site.old", "plugins", "tests", "__pycache__")

MUNICIPALITIES = {
    "dragoer": "dragoer-2020-2024.txt",
    "hilleroed": "hilleroed-2014-2018.txt",
    "hoersholm": "hoersholm-2008.txt",
    "ikast-brande": "ikast-brande-hoeringssvar.txt",
    "naestved": "naestved-2012-2015.txt",
}
EDITIONS = {
    "dragoer": "kommuner/dragoer/2020-2024/index.html",
    "hilleroed": "kommuner/hilleroed/2014-2018/index.html",
    "hoersholm": "kommuner/hoersholm/udateret/index.html",
    "ikast-brande": "kommuner/ikast-brande/udateret/index.html",
    "naestved": "kommuner/naestved/2012-2015/index.html",
}
HEARING = "kommuner/ikast-brande/udateret/hoering/index.html"
COMPARISON = "sammenligning/index.html"

EDITION = """\
kommune: Ærtebjerg Kommune
dokument:
  titel: Kanalstrategi 2025
  type: kanalstrategi
  periode: {fra: 2025, til: 2028}
  omfang: hele
  kilde: {udgiver: Ærtebjerg Kommune, form: Hele teksten}
"""
"""The least that an edition can say."""


# --- Pages as a reader meets them

BLOCKS = frozenset(
    "address article aside blockquote body br caption dd details div dl dt fieldset figcaption figure footer form"
    " h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section summary table tbody td tfoot th thead tr ul".split()
)
UNSEEN = frozenset("script style template noscript".split())
HEADINGS = frozenset("h1 h2 h3 h4 h5 h6".split())


def one_line(text: str) -> str:
    return " ".join(text.split())


def visible_text(node: Tag, skip: Callable[[Tag], bool] = lambda tag: False) -> str:
    """The text a reader sees, as one line: a space between blocks and cells, none between words of a line."""
    return one_line("".join(_pieces(node, skip)))


def _pieces(node: Tag, skip: Callable[[Tag], bool]) -> Iterator[str]:
    for child in node.children:
        if type(child) is NavigableString:
            yield str(child)
        elif isinstance(child, Tag) and not _is_unseen(child) and not skip(child):
            gap = " " if child.name in BLOCKS else ""
            yield gap
            yield from _pieces(child, skip)
            yield gap


def _is_unseen(tag: Tag) -> bool:
    if tag.name in UNSEEN or tag.has_attr("hidden") or tag.get("aria-hidden") == "true":
        return True
    closed = tag.parent is not None and tag.parent.name == "details" and not tag.parent.has_attr("open")
    return closed and tag.name != "summary"


@dataclass(frozen=True)
class BuiltPage:
    """A page of a built site; `path` is its file, relative to the site."""

    path: str
    html: str

    @cached_property
    def soup(self) -> BeautifulSoup:
        return BeautifulSoup(self.html, "html5lib")

    @cached_property
    def main(self) -> Tag:
        """The main content: the article, or all that is in `main` where a page is drawn without a frame."""
        article = self.soup.select_one("article") or self.soup.select_one("main")
        assert article, f"{self.path} has no main content"
        return article

    @cached_property
    def edit_links(self) -> list[str]:
        """The links of the frame to where the whole page is edited; those of its sections stand in the content."""
        links = self.soup.select("body a[href*='/edit/']")
        return [str(link["href"]) for link in links if self.main not in link.parents]

    @cached_property
    def text(self) -> str:
        return visible_text(self.main)

    @cached_property
    def ids(self) -> frozenset[str]:
        return frozenset(str(tag["id"]) for tag in self.soup.select("[id]"))

    def at(self, anchor: str) -> Tag:
        found = self.soup.find(id=anchor)
        assert isinstance(found, Tag), f"{self.path} has nothing called {anchor}"
        return found

    def passage(self, anchor: str) -> str:
        """The words under an address, without footnote marks: of a heading, all until the next of its rank."""
        start = self.at(anchor)
        parts = [start, *_under(start)] if start.name in HEADINGS else [start]
        return one_line(
            " ".join(visible_text(BeautifulSoup(str(part), "html5lib"), is_footnote_mark) for part in parts)
        )

    def table(self, caption_id: str) -> list[list[str]]:
        """A table's rows as the text of their cells."""
        table = self.at(caption_id).find_parent("table")
        assert table
        return [[cell_text(cell) for cell in row.select("th, td")] for row in table.select("tr")]


def cell_text(cell: Tag) -> str:
    """The words of a table cell, without the header that narrow screens repeat in it."""
    return visible_text(cell, lambda tag: any(name.endswith("__label") for name in tag.get("class") or ()))


def is_footnote_mark(tag: Tag) -> bool:
    return tag.name == "a" and str(tag.get("href", "")).startswith("#fodnote-") and tag.has_attr("id")


def _under(heading: Tag) -> Iterator[Tag]:
    for sibling in heading.find_next_siblings():
        if sibling.name in HEADINGS and sibling.name <= heading.name:
            return
        yield sibling


def resolve(page: str, address: str) -> tuple[str, str]:
    """The file and the anchor that a relative address on a page leads to."""
    path, _, anchor = address.partition("#")
    folder = page.rpartition("/")[0]
    target = os.path.normpath(f"{folder}/{path}" if folder else path or ".").replace("\\", "/") if path else page
    if path and (path.endswith("/") or path in (".", "..") or path.endswith("/..")):
        target = f"{target}/index.html" if target != "." else "index.html"
    return target, anchor


def is_internal(address: str) -> bool:
    return not re.match(r"[a-z][a-z0-9+.-]*:|//", address, re.IGNORECASE)


# --- Sites


@dataclass(frozen=True)
class Built:
    """A built site: its folder, its pages by path, and what the builder said."""

    folder: Path
    output: str

    @cached_property
    def pages(self) -> dict[str, BuiltPage]:
        files = sorted(self.folder.rglob("*.html"))
        names = [file.relative_to(self.folder).as_posix() for file in files]
        return {
            name: BuiltPage(name, file.read_text(encoding="utf-8"))
            for name, file in zip(names, files, strict=True)
            if name != "404.html"
        }

    def files(self) -> dict[str, bytes]:
        return contents(self.folder)


def contents(folder: Path) -> dict[str, bytes]:
    """Every file below a folder, by its path."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()
    }


def python(*arguments: str | Path, cwd: Path = ROOT, **settings: str) -> subprocess.CompletedProcess[str]:
    """Run the environment's Python as a user does, with UTF-8 and no colours."""
    quiet = {"NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true", "PYTHONUTF8": "1"}
    return subprocess.run(
        [sys.executable, *map(str, arguments)],
        cwd=cwd,
        env={**os.environ, **quiet, **settings},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        timeout=120,
    )


def build(project: Path, *options: str, generator: str = "mkdocs", **settings: str) -> Built:
    """Build a project strictly into `built-<generator>` beside it; the test fails when the build does."""
    folder = project.parent / f"built-{generator}"
    arguments = ("-m", generator, "build", "--strict", "-f", project / "mkdocs.yml", "-d", folder, *options)
    done = python(*arguments, cwd=project, **settings)
    if done.returncode != 0:
        pytest.fail(f"{generator} could not build {project}:\n{done.stdout}", pytrace=False)
    return Built(folder, done.stdout)


def copy_project(target: Path) -> Path:
    """A copy of what the site is made from."""
    shutil.copytree(ROOT, target, ignore=shutil.ignore_patterns(*NOT_COPIED))
    return target


@pytest.fixture(scope="session")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the real site's sources. Not to be changed by a test."""
    return copy_project(tmp_path_factory.mktemp("real") / "project")


@pytest.fixture(scope="session")
def sources_before(project: Path) -> dict[str, bytes]:
    """Every file of the project before anything was built from it."""
    return contents(project)


@pytest.fixture(scope="session")
def built(project: Path, sources_before: dict[str, bytes]) -> Built:
    """The real site, built strictly. Without it most tests have nothing to look at, so they end here."""
    try:
        return build(project)
    except pytest.fail.Exception as failure:
        pytest.exit(str(failure), returncode=1)


@pytest.fixture(scope="session")
def pages(built: Built) -> dict[str, BuiltPage]:
    return built.pages


@pytest.fixture(scope="session")
def edit_url() -> str:
    """The address that `mkdocs.yml` gives for editing a file, with `{path}` and `{line}`."""
    loader = type("Loader", (yaml.SafeLoader,), {})
    loader.add_multi_constructor("", lambda *_: None)  # mkdocs.yml may hold tags of its own
    config = yaml.load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"), loader)
    plugins = {
        name: options for entry in config["plugins"] if isinstance(entry, dict) for name, options in entry.items()
    }
    return str(plugins["kanalstrategi"]["edit_url"])


@pytest.fixture(scope="session")
def english(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The real site with the one option that makes its interface English."""
    copy = copy_project(tmp_path_factory.mktemp("english") / "project")
    config = copy / "mkdocs.yml"
    text = config.read_text(encoding="utf-8")
    changed = re.sub(r"(kanalstrategi:\n(?:\s+.*\n)*?\s+language: )da", r"\1en", text)
    assert changed != text
    config.write_text(changed, encoding="utf-8")
    return build(copy)


# --- Small worlds


@dataclass(frozen=True)
class World:
    """A small library, as its readers see it."""

    library: Library
    report: Report

    @cached_property
    def codes(self) -> list[str]:
        return [finding.code for finding in self.report]

    @cached_property
    def rendered(self) -> dict[str, RenderedPage]:
        return {page.uri: page for page in render(self.library, Site(catalog("da")))}

    def page(self, uri: str) -> BuiltPage:
        return BuiltPage(uri, f"<main>{self.rendered[uri].made().content}</main>")

    @property
    def pages(self) -> list[BuiltPage]:
        return [self.page(uri) for uri in self.rendered]


@pytest.fixture
def world() -> Callable[[Mapping[str, str]], World]:
    """Draw a library from paths and texts: `world({"aertebjerg/2025.yml": EDITION})`."""

    def draw(files: Mapping[str, str]) -> World:
        return World(*check({f"strategier/{path}": text.encode() for path, text in files.items()}))

    return draw


# --- The browser


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *arguments: object) -> None:
        pass


@pytest.fixture(scope="session")
def address(built: Built) -> Iterator[str]:
    """The built site, served on this machine; ends with a slash."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(built.folder)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The installed browser that `scripts/test.py` names, or finds."""
    sys.path.insert(0, str(ROOT / "scripts"))
    from browser import VARIABLE, find

    path = find()
    assert path, f"no browser: install Chromium or set {VARIABLE}"
    options = ["--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync"]
    is_root = hasattr(os, "geteuid") and os.geteuid() == 0
    options += ["--no-first-run", *(["--no-sandbox"] if is_root else [])]
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=path, args=options)
        yield started
        started.close()


@dataclass
class Window:
    """A tab of the browser that notes what went wrong in it."""

    page: Page
    address: str
    errors: list[str]
    strangers: list[str]

    def open(self, path: str = "") -> Page:
        """Go to a file of the site, by the address that readers know."""
        self.page.goto(self.address + path.removesuffix("index.html"))
        return self.page


Open = Callable[..., Window]


@pytest.fixture(scope="session")
def contexts(browser: Browser) -> Iterator[Callable[..., BrowserContext]]:
    """A reader's browser by its settings; the same settings give the same one, with what it has fetched."""
    opened: dict[str, BrowserContext] = {}

    def context(width: int = 1280, height: int = 800, **options: Any) -> BrowserContext:
        key = f"{width} {height} {options}"
        if key not in opened:
            screen = {"width": width, "height": height}
            opened[key] = browser.new_context(viewport=screen, reduced_motion="reduce", **options)
            opened[key].set_default_timeout(SECONDS_TO_WAIT * 1000)
        return opened[key]

    yield context
    for each in opened.values():
        each.close()


@pytest.fixture(scope="session")
def new_window(contexts: Callable[..., BrowserContext], address: str) -> Open:
    """Open a tab: `new_window(width=320, color_scheme="dark")`. Who opens it closes it."""

    def open_window(**options: Any) -> Window:
        opened = Window(contexts(**options).new_page(), address, [], [])
        opened.page.on("console", lambda said: opened.errors.append(said.text) if said.type == "error" else None)
        opened.page.on("pageerror", lambda error: opened.errors.append(str(error)))
        opened.page.on(
            "request", lambda request: opened.strangers.append(request.url) if is_strange(request.url) else None
        )
        return opened

    def is_strange(url: str) -> bool:
        return not url.startswith((address, "data:", "blob:"))

    return open_window


@pytest.fixture
def window(new_window: Open) -> Iterator[Open]:
    """A tab that is closed after the test."""
    opened: list[Window] = []

    def open_window(**options: Any) -> Window:
        opened.append(new_window(**options))
        return opened[-1]

    yield open_window
    for each in opened:
        each.page.close()


def searched(folder: Path) -> list[dict[str, str]]:
    """Every section that the search of a site can show, in its order."""
    files = sorted((folder / "soegning" / "side").glob("*.json"), key=lambda path: int(path.stem))
    found = []
    for page in (json.loads(file.read_text(encoding="utf-8")) for file in files):
        for anchor, title, text in page["sections"]:
            url = f"{page['url']}#{anchor}" if anchor else page["url"]
            found.append({"url": url, "page": page["title"], "title": title, "text": text})
    return found


def parse_errors(html: str) -> list[str]:
    """What the HTML standard calls mistakes in a piece of a page."""
    parser = html5lib.HTMLParser()
    parser.parseFragment(html, container="div")
    return [f"{name} {values}" for _, name, values in parser.errors]


