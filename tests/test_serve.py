"""While `mkdocs serve` runs, a saved change is seen in the preview, and a mistake does not end it."""

from __future__ import annotations

import os
import re
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest
from conftest import EDITION as NEW_EDITION
from conftest import build, copy_project

EDITION = Path("strategier") / "dragoer" / "2020-2024.yml"
LOG = "serve.log"
SECONDS_TO_WAIT = 30


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return copy_project(tmp_path_factory.mktemp("served") / "project")


@pytest.fixture(scope="module")
def preview(project: Path) -> Iterator[str]:
    """The address of Dragør's page in a running preview."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        host = f"127.0.0.1:{free.getsockname()[1]}"
    command = [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", host]
    quiet = {"NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true", "PYTHONUTF8": "1"}
    with (project.parent / LOG).open("wb") as log:
        server = subprocess.Popen(command, cwd=project, env={**os.environ, **quiet}, stdout=log, stderr=log)
    yield f"http://{host}/kommuner/dragoer/2020-2024/"
    server.terminate()
    server.wait()


def comes_true(claim: Callable[[], bool]) -> bool:
    end = time.monotonic() + SECONDS_TO_WAIT
    while time.monotonic() < end:
        if claim():
            return True
        time.sleep(0.1)
    return False


def shows(address: str, words: str) -> bool:
    """Whether the page comes to show the words before patience ends."""

    def shown() -> bool:
        try:
            return words in urlopen(address, timeout=SECONDS_TO_WAIT).read().decode()
        except URLError:
            return False

    return comes_true(shown)


def served(address: str) -> str:
    """A page as it is served, without what only the preview has and only the published page has."""
    return only_the_page(urlopen(address, timeout=SECONDS_TO_WAIT).read().decode())


def only_the_page(html: str) -> str:
    """Without the reload, the policy that would forbid it, and the address of the preview."""
    unlike = r'<script>\s*var livereload.*?</script>|<meta http-equiv="Content-Security-Policy"[^>]*>\s*|<link rel="canonical"[^>]*>\s*'
    return re.sub(unlike, "", html, flags=re.DOTALL)


def tells_again(project: Path, words: str, save: Callable[[], object]) -> bool:
    """Whether the terminal says the words once more after something is saved."""
    log = project.parent / LOG
    before = log.read_text(encoding="utf-8").count(words)
    save()
    return comes_true(lambda: log.read_text(encoding="utf-8").count(words) > before)


def replace(project: Path, old: str, new: str) -> None:
    file = project / EDITION
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def test_a_saved_change_is_shown(preview: str, project: Path) -> None:
    assert shows(preview, "Vi tilpasser IT-arkitekturen")
    replace(project, "Vi tilpasser IT-arkitekturen", "Vi retter IT-arkitekturen")
    assert shows(preview, "Vi retter IT-arkitekturen")


def test_a_mistake_does_not_end_the_preview(preview: str, project: Path) -> None:
    assert shows(preview, "IT-arkitekturen")
    replace(project, "type: kanalstrategi\n", "type: kanalstrategy\n")
    assert comes_true(lambda: "2020-2024.yml:" in (project.parent / LOG).read_text(encoding="utf-8"))
    replace(project, "type: kanalstrategy\n", "type: kanalstrategi\n")
    replace(project, "IT-arkitekturen", "IT-huset")
    assert shows(preview, "IT-huset")


def test_a_mistake_in_a_new_file_leaves_the_pages_standing_and_is_told_on_the_list(preview: str, project: Path) -> None:
    overview = preview.removesuffix("dragoer/2020-2024/")
    new = project / "strategier" / "broby" / "2025-2028.yml"
    new.parent.mkdir()
    about = project / "content" / "om.md"
    saved = (
        (new, NEW_EDITION.replace("type: kanalstrategi\n", "type: kanalstrategy\n")),
        (new, NEW_EDITION.replace("type: kanalstrategi\n", "vision: [\n")),
        (about, about.read_text(encoding="utf-8") + "\nEn ny linje.\n"),
    )
    for file, text in saved:
        assert tells_again(project, "broby/2025-2028.yml:", partial(file.write_text, text, encoding="utf-8"))
        assert shows(overview, "broby/2025-2028.yml:")
        assert shows(preview, "IT-")
    shutil.rmtree(new.parent)
    assert comes_true(lambda: "broby" not in served(overview))
    assert shows(overview.removesuffix("kommuner/") + "om/", "En ny linje.")


def test_after_changes_every_page_is_as_a_build_makes_it(preview: str, project: Path) -> None:
    assert shows(preview, "IT-")
    home = project / "strategier" / "aertebjerg"
    home.mkdir()
    (home / "2025-2028.yml").write_text(NEW_EDITION, encoding="utf-8")
    root = preview.removesuffix("kommuner/dragoer/2020-2024/")
    assert shows(f"{root}kommuner/", "Ærtebjerg")
    shutil.rmtree(project / "strategier" / "naestved")
    assert comes_true(lambda: "Næstved" not in served(f"{root}kommuner/"))
    replace(project, "Kommunen vil helst have", "Kommunen ser helst")
    assert shows(preview, "Kommunen ser helst")
    pages = build(project).pages
    expected = {path: only_the_page(page.html) for path, page in pages.items()}
    found = {path: served(root + path.removesuffix("index.html")) for path in expected}
    assert not [path for path in expected if found[path] != expected[path]]
