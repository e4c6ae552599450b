"""The same input gives the same bytes, whatever the folder, the hash seed and the clock of the machine."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import ROOT, Built, build, contents, copy_project, python
from kanalstrategi import load, read_files
from kanalstrategi.i18n import catalog
from kanalstrategi.pages import Site, render
from kanalstrategi.site import assemble

# MkDocs writes the day of the build into sitemap.xml, and its second into sitemap.xml.gz, unless this says when it is.
BUILT_AT = "1735689600"

Twice = tuple[Built, Built]


@pytest.fixture(scope="session")
def twice(tmp_path_factory: pytest.TempPathFactory) -> Twice:
    """The real site, built in two folders by two processes that order their sets differently."""
    first, second = (
        copy_project(tmp_path_factory.mktemp(name) / "project") for name in ("here", "somewhere-else-entirely")
    )
    return (
        build(first, SOURCE_DATE_EPOCH=BUILT_AT, PYTHONHASHSEED="1", TZ="Europe/Copenhagen"),
        build(second, SOURCE_DATE_EPOCH=BUILT_AT, PYTHONHASHSEED="2", TZ="Pacific/Auckland", LC_ALL="C"),
    )


def test_two_builds_make_the_same_files(twice: Twice) -> None:
    first, second = (set(site.files()) for site in twice)
    assert first == second


def test_two_builds_make_the_same_bytes(twice: Twice) -> None:
    first, second = (site.files() for site in twice)
    assert not [path for path in first if first[path] != second[path]]


def test_no_page_tells_where_it_was_built(twice: Twice) -> None:
    here = str(twice[0].folder.parent).encode()
    assert not [path for path, data in twice[0].files().items() if here in data]


def test_rendering_twice_writes_the_same_bytes(project: Path, tmp_path: Path) -> None:
    for name, seed in (("one", "1"), ("two", "2")):
        done = python("-m", "kanalstrategi.cli", "render", "--out", tmp_path / name, cwd=project, PYTHONHASHSEED=seed)
        assert done.returncode == 0, done.stdout
    assert contents(tmp_path / "one") == contents(tmp_path / "two")


def test_what_was_shown_and_checked_equals_what_was_not() -> None:
    """The preview and `diff` compare editions of which one may have been asked for much: nothing of it may stay in them."""
    shown, _ = load(ROOT / "strategier")
    fresh, _ = assemble(read_files([ROOT / "strategier"]))
    assert all(page.made().content for page in render(shown, Site(catalog("da"))))
    assert [each.edition for each in shown.strategies] == [each.edition for each in fresh.strategies]
