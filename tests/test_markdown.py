"""The pages outlive their host: written as Markdown, or built with ProperDocs, they say the same."""

from __future__ import annotations

from pathlib import Path

import pytest
from bs4 import BeautifulSoup, NavigableString, Tag
from conftest import HEARING, Built, BuiltPage, build, one_line, python, resolve, searched

PLAIN_CONFIG = """\
site_name: Kanalstrategier
docs_dir: pages
theme: {name: null, custom_dir: theme}
plugins: []
markdown_extensions: [attr_list, md_in_html, toc]
"""
PLAIN_THEME = "<!doctype html><html lang=da><title>{{ page.title }}</title><article>{{ page.content }}</article></html>"

Node = tuple[str, tuple[tuple[str, str], ...], tuple[object, ...]]


@pytest.fixture(scope="session")
def written(tmp_path_factory: pytest.TempPathFactory, project: Path, edit_url: str) -> Path:
    """A project for plain MkDocs, its pages written by `kanalstrategi render`."""
    plain = tmp_path_factory.mktemp("plain") / "project"
    (plain / "theme").mkdir(parents=True)
    (plain / "theme" / "main.html").write_text(PLAIN_THEME, encoding="utf-8")
    (plain / "mkdocs.yml").write_text(PLAIN_CONFIG, encoding="utf-8")
    command = ("-m", "kanalstrategi.cli", "render", "--out", plain / "pages", "--edit-url", edit_url)
    done = python(*command, cwd=project)
    assert done.returncode == 0, done.stdout
    (plain / "pages" / "index.md").write_text("# Forside\n", encoding="utf-8")
    return plain


@pytest.fixture(scope="session")
def plain(written: Path) -> Built:
    """The written pages, built by MkDocs without our plugin."""
    return build(written)


@pytest.fixture(scope="session")
def proper(project: Path) -> Built:
    """The real site, built by ProperDocs."""
    return build(project, generator="properdocs")


def tree(node: Tag) -> Node:
    """An element as values: its name, its attributes in order and what is in it, white space evened out."""
    attributes = tuple(
        sorted(
            (name, one_line(" ".join(value) if isinstance(value, list) else value))
            for name, value in node.attrs.items()
        )
    )
    return node.name, attributes, tuple(_children(node))


def _children(node: Tag) -> list[object]:
    found: list[object] = []
    for child in node.children:
        if isinstance(child, Tag):
            found.append(tree(child))
        elif type(child) is NavigableString and (text := one_line(child)):
            found.append(text)
    return found


def content(page: BuiltPage) -> Node:
    """The main content, whatever element holds it."""
    article = BeautifulSoup(str(page.main), "html5lib").select_one("article")
    assert article
    return "article", (), tree(article)[2]


def ids(page: BuiltPage) -> list[str]:
    return [str(tag["id"]) for tag in page.main.select("[id]")]


# --- Markdown


def test_every_page_of_ours_is_written(plain: Built, pages: dict[str, BuiltPage]) -> None:
    ours = {path for path in pages if path.startswith("kommuner/")} | {
        "sammenligning/index.html",
        "hoeringer/index.html",
    }
    assert ours | {"ordliste/index.html", "data/index.html", "index.html"} == set(plain.pages)


def test_a_written_page_has_the_same_main_content(plain: Built, pages: dict[str, BuiltPage]) -> None:
    for path in plain.pages.keys() - {"index.html"}:
        assert content(plain.pages[path]) == content(pages[path]), path


def test_a_written_page_has_the_same_addresses(plain: Built, pages: dict[str, BuiltPage]) -> None:
    for path in plain.pages.keys() - {"index.html"}:
        assert ids(plain.pages[path]) == ids(pages[path]), path


def test_a_written_page_has_markdown_headings(written: Path) -> None:
    text = (written / "pages" / "kommuner" / "hilleroed" / "2014-2018" / "index.md").read_text(encoding="utf-8")
    assert "\n## Vision {#vision}\n" in text


def test_the_files_a_page_needs_are_written_beside_it(written: Path) -> None:
    for name in ("assets/kanalstrategi.css", "data/strategier.json", "data/sammenligning.csv", "data/maaltal.csv"):
        assert (written / "pages" / name).stat().st_size > 1000, name


def test_the_written_search_knows_the_same_places(written: Path, built: Built, plain: Built) -> None:
    ours = [entry for entry in searched(built.folder) if resolve("index.html", f"./{entry['url']}")[0] in plain.pages]
    assert searched(written / "pages") == [
        entry for entry in ours if resolve("index.html", f"./{entry['url']}")[0] != "index.html"
    ]


def test_written_files_can_be_read_by_a_web_server(written: Path) -> None:
    assert not [path for path in (written / "pages").rglob("*") if path.is_file() and not path.stat().st_mode & 0o044]


# --- ProperDocs


def test_properdocs_builds_the_same_pages(proper: Built, pages: dict[str, BuiltPage]) -> None:
    assert set(proper.pages) == set(pages)


def test_properdocs_builds_the_same_main_content(proper: Built, pages: dict[str, BuiltPage]) -> None:
    for path, page in pages.items():
        assert content(proper.pages[path]) == content(page), path


def test_properdocs_builds_the_same_edit_links(proper: Built, pages: dict[str, BuiltPage]) -> None:
    assert proper.pages[HEARING].edit_links == pages[HEARING].edit_links != []
