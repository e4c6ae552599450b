"""A build that is stopped, meets another one, or comes after others makes the site that it would make alone."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import EDITION, ROOT, Built, contents, copy_project

from test_determinism import BUILT_AT

SECONDS_TO_WAIT = 120
UNFINISHED = ("site.new", "site.old")

Files = dict[str, bytes]


def start(project: Path) -> subprocess.Popen[str]:
    """`scripts/build.py` as its user runs it, on a copy of the project."""
    settings = {
        "PYTHONUTF8": "1",
        "SOURCE_DATE_EPOCH": BUILT_AT,
        "NO_MKDOCS_2_WARNING": "1",
        "DISABLE_MKDOCS_2_WARNING": "true",
    }
    return subprocess.Popen(
        [sys.executable, str(ROOT / "scripts" / "elsewhere.py"), str(project), "build"],
        env={**os.environ, **settings},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        start_new_session=True,
    )


def end(building: subprocess.Popen[str]) -> None:
    said, _ = building.communicate(timeout=SECONDS_TO_WAIT)
    assert building.returncode == 0, said


def site(project: Path) -> Files:
    return contents(project / "site")


def alone(project: Path) -> Files:
    """The site that a build makes of these sources when nothing was ever built of them."""
    fresh = project.with_name("alone")
    shutil.rmtree(fresh, ignore_errors=True)
    shutil.copytree(project, fresh, ignore=shutil.ignore_patterns("site*", ".*"))
    end(start(fresh))
    return site(fresh)


def differing(one: Files, other: Files) -> list[str]:
    return sorted(path for path in one.keys() | other.keys() if one.get(path) != other.get(path))


def halfway(project: Path) -> bool:
    """Whether a build has begun to write pages."""
    return any((project / "site.new").rglob("index.html"))


def wait_for(claim: Callable[[], bool], building: subprocess.Popen[str]) -> None:
    while not claim():
        assert building.poll() is None, building.communicate()[0]
        time.sleep(0.001)


@pytest.fixture(scope="module")
def right(tmp_path_factory: pytest.TempPathFactory) -> Files:
    return alone(copy_project(tmp_path_factory.mktemp("right") / "project"))


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return copy_project(tmp_path / "project")


@pytest.mark.skipif(os.name == "nt", reason="signals as Unix has them")
@pytest.mark.parametrize("how", ["SIGKILL", "SIGINT"])
def test_a_stopped_build_leaves_the_former_site_and_the_next_is_right(project: Path, right: Files, how: str) -> None:
    former = project / "site" / "index.html"
    former.parent.mkdir()
    former.write_text("the former site", encoding="utf-8")
    building = start(project)
    wait_for(lambda: halfway(project), building)
    os.killpg(building.pid, getattr(signal, how))
    said, _ = building.communicate(timeout=SECONDS_TO_WAIT)
    assert building.returncode != 0, "it ended before it was stopped"
    assert "Traceback" not in said
    assert site(project) == {"index.html": b"the former site"}
    end(start(project))
    assert not differing(site(project), right)


def test_two_builds_at_once_and_a_third_after_them_all_end_well(project: Path, right: Files) -> None:
    for building in [start(project), start(project)]:
        end(building)
    assert not differing(site(project), right)
    assert not [name for name in UNFINISHED if (project / name).exists()]
    end(start(project))
    assert not differing(site(project), right)


def test_what_is_changed_after_a_build_is_changed_in_the_next(project: Path) -> None:
    end(start(project))
    edition = project / "strategier" / "dragoer" / "2020-2024.yml"
    edition.write_text(edition.read_text(encoding="utf-8").replace("IT-arkitekturen", "IT-huset"), encoding="utf-8")
    home = project / "strategier" / "aertebjerg"
    home.mkdir()
    (home / "2025-2028.yml").write_text(EDITION, encoding="utf-8")
    shutil.rmtree(project / "strategier" / "naestved")
    end(start(project))
    found = site(project)
    assert b"IT-huset" in found["kommuner/dragoer/2020-2024/index.html"]
    assert "kommuner/aertebjerg/2025-2028/index.html" in found
    assert not [path for path in found if "naestved" in path]
    assert not differing(found, alone(project))


def test_another_language_after_a_build_reaches_every_page(project: Path, english: Built) -> None:
    end(start(project))
    shutil.copy(english.folder.parent / "project" / "mkdocs.yml", project)
    end(start(project))
    found, expected = ({path: data for path, data in files.items() if path.endswith(".html")} for files in (site(project), english.files()))
    assert not differing(found, expected)


def test_nothing_is_done_when_nothing_has_changed_and_everything_when_a_byte_has(project: Path, right: Files) -> None:
    def says_unchanged() -> bool:
        building = start(project)
        said, _ = building.communicate(timeout=SECONDS_TO_WAIT)
        assert building.returncode == 0, said
        return "Intet er ændret" in said

    home, memory = project / "site" / "index.html", project / ".cache" / "built.json"
    assert not says_unchanged()
    assert says_unchanged()
    home.write_text(home.read_text(encoding="utf-8").replace("kommune", "kommUne", 1), encoding="utf-8")
    assert not says_unchanged() and not differing(site(project), right)
    memory.write_text(memory.read_text(encoding="utf-8")[:40], encoding="utf-8")
    assert not says_unchanged() and not differing(site(project), right)
    page = project / "content" / "om.md"
    page.write_text(page.read_text(encoding="utf-8") + "\nEt ord mere.\n", encoding="utf-8")
    assert not says_unchanged()
    assert b"Et ord mere." in site(project)["om/index.html"]
