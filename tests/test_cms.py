"""The form editor: the model's own fields, exactly the change that was made, and nothing from elsewhere.

The real Decap CMS runs in the real browser and writes into a Git repository by its own `decap-server`.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import socket
import subprocess
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import html5lib
import pytest
from conftest import ROOT, Built, build, copy_project, python
from editor.fetch import Unavailable, fetch
from kanalstrategi import load, source
from kanalstrategi.cms.fields import fields
from kanalstrategi.diagnostics import Severity
from kanalstrategi.frame import page_policy
from kanalstrategi.i18n import catalog
from kanalstrategi.strategy import Edition, Glossary, Hearing
from kanalstrategi.strategy.fields import Part
from kanalstrategi.strategy.text import PROSE
from playwright.sync_api import Browser, Locator, Page

DRAGOER = "strategier/dragoer/2020-2024.yml"
OLD = "I Dragør Kommune sender vi alle breve via systemerne til Digital Post/fjernprint."
NEW = "I Dragør Kommune sender vi alle breve med Digital Post: også til virksomheder."


def with_editor(project: Path, option: str) -> None:
    config = project / "mkdocs.yml"
    text = config.read_text(encoding="utf-8")
    changed = re.sub(r"(- kanalstrategi:\n)", rf"\1      editor: {option}\n", text)
    assert changed != text
    config.write_text(changed, encoding="utf-8")


@pytest.fixture(scope="module")
def programs() -> Path:
    """The cache with the programs of the form, fetched as its script fetches them."""
    done = python("scripts/editor.py", cwd=ROOT)
    if done.returncode != 0 and ("npm" in done.stdout or "Node.js" in done.stdout):
        pytest.skip(f"the form's programs cannot be fetched here: {done.stdout.strip()}")
    assert done.returncode == 0, done.stdout
    return ROOT / ".cache"


@pytest.fixture(scope="module")
def port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory, programs: Path, port: int) -> Path:
    """The real project with the form switched on, as a Git repository."""
    project = copy_project(tmp_path_factory.mktemp("form") / "project")
    (project / ".cache").symlink_to(programs, target_is_directory=True)
    (project / ".gitignore").write_text(".cache\n", encoding="utf-8")
    with_editor(project, f"{{host: local, address: 'http://127.0.0.1:{port}'}}")
    git(project, "init", "-q", "-b", "main")
    git(project, "config", "user.name", "Redaktionen")
    git(project, "config", "user.email", "redaktionen@example.org")
    git(project, "add", "-A")
    git(project, "commit", "-q", "-m", "Begyndelsen")
    return project


@pytest.fixture(scope="module")
def form(repository: Path) -> Built:
    return build(repository)


def git(folder: Path, *arguments: str) -> str:
    done = subprocess.run(["git", *arguments], cwd=folder, capture_output=True, encoding="utf-8")
    assert done.returncode == 0, done.stderr
    return done.stdout


# --- The option


def test_there_is_no_form_until_it_is_asked_for(built: Built) -> None:
    assert not (built.folder / "admin").exists()


def test_without_its_programs_the_build_says_what_to_run(tmp_path: Path) -> None:
    project = copy_project(tmp_path / "project")
    with_editor(project, "{host: local}")
    done = python("-m", "mkdocs", "build", "-q", "-d", tmp_path / "site", cwd=project)
    assert done.returncode != 0 and "Traceback" not in done.stdout
    assert "python3 scripts/editor.py" in done.stdout


def test_a_host_that_lacks_something_is_told_so(tmp_path: Path) -> None:
    project = copy_project(tmp_path / "project")
    with_editor(project, "{host: gitlab, repository: kommune/kanalstrategier}")
    done = python("-m", "mkdocs", "build", "-q", "-d", tmp_path / "site", cwd=project)
    assert done.returncode != 0 and "Traceback" not in done.stdout
    assert "app_id" in done.stdout


# --- The page


def test_the_page_holds_together_without_scripts_and_is_in_no_menu(form: Built) -> None:
    page = (form.folder / "admin" / "index.html").read_text(encoding="utf-8")
    assert '<html lang="da">' in page and catalog("da")("cms.noscript") in page
    parser = html5lib.HTMLParser()
    parser.parse(page)
    assert not parser.errors
    assert not [name for name, other in form.pages.items() if name != "admin/index.html" and "admin/" in other.html]
    assert not re.search(r'(?:src|href)="(?:https?:)?//', page)


def test_only_the_page_of_the_form_has_a_looser_policy(form: Built, port: int) -> None:
    policies = {
        name: str(meta["content"])
        for name, page in form.pages.items()
        if (meta := page.soup.find("meta", {"http-equiv": "Content-Security-Policy"}))
    }
    assert policies.keys() == {name for name in form.pages if not name.startswith("was/")}
    looser = policies.pop("admin/index.html")
    assert set(policies.values()) == {page_policy()}
    assert looser.startswith("default-src 'none'")
    assert re.findall(r"https?://\S+?(?=[ ;])", looser) == [f"http://127.0.0.1:{port}"]
    headers = (form.folder / "_headers").read_text(encoding="utf-8")
    assert "frame-ancestors 'none'" in headers and "default-src" not in headers


def test_the_form_has_the_fields_of_the_model_in_its_order() -> None:
    words = catalog("da")
    for model in (Edition, Hearing, Glossary):
        _is_the_model(fields(model, words), model)


def _is_the_model(form: list[dict[str, Any]], model: type[Part]) -> None:
    infos = {key: info for key, info in model.keys().items() if key != PROSE}
    assert [(field["name"], field["label"], field["hint"]) for field in form] == [
        (key, info.title, info.description) for key, info in infos.items()
    ]


def test_choices_are_the_fixed_words_with_what_they_mean() -> None:
    document = next(field for field in fields(Edition, catalog("da")) if field["name"] == "dokument")
    [status] = [field for field in document["fields"] if field["name"] == "status"]
    assert [option["value"] for option in status["options"]] == ["udkast", "i-høring", "vedtaget", "erstattet", "ukendt"]
    assert status["options"][0]["label"] == "udkast: Kommunen skriver stadig på dokumentet."


# --- What a change does to a file


@pytest.fixture(scope="module")
def changes(form: Built) -> list[dict[str, Any]]:
    """Every eleventh of some three thousand changes to the real files, one at a time, and the text after each."""
    script = ROOT / "tests" / "cms" / "changes.mjs"
    command = ["node", str(script), str(form.folder / "admin"), str(ROOT / "strategier")]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", timeout=300)
    assert done.returncode == 0, done.stderr
    told: list[dict[str, Any]] = json.loads(done.stdout)
    assert len(told) > 200
    return told


def test_saving_without_a_change_changes_nothing(changes: list[dict[str, Any]]) -> None:
    untouched = [change for change in changes if change["change"] == "nothing"]
    assert len(untouched) == 7 and all(change["same"] for change in untouched)


def test_every_change_can_be_written(changes: list[dict[str, Any]]) -> None:
    assert not [change for change in changes if "error" in change]
    assert not [change for change in changes if change["change"] != "nothing" and change["same"]]


def test_a_changed_text_changes_its_own_lines_only(changes: list[dict[str, Any]]) -> None:
    """A text without quotes may run over some lines of the file."""
    for change in changes:
        if change["change"] in ("said", "chosen"):
            assert change["removed"] <= max(change["lines"], 5), {**change, "text": ""}


def test_comments_stay_and_what_is_written_can_be_read(changes: list[dict[str, Any]]) -> None:
    for change in changes:
        if "text" not in change:
            continue
        before = (ROOT / change["file"]).read_text(encoding="utf-8")
        comments = re.findall(r"^#.*$", before, re.MULTILINE)
        assert comments and all(comment in change["text"] for comment in comments)
        _, node, found = source.read(change["text"].encode(), change["file"])
        broken = [finding for finding in found if finding.severity is Severity.ERROR]
        assert node is not None and not broken, (change["path"], change["change"], broken)


# --- In the browser


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *arguments: object) -> None:
        pass


@pytest.fixture(scope="module")
def served(form: Built, repository: Path, port: int) -> Iterator[str]:
    """The site, and beside it the program that writes into the repository."""
    try:
        program = fetch(ROOT / ".cache", ROOT / "tests" / "cms", "decap-server/dist/index.js")
    except Unavailable as missing:
        pytest.skip(f"decap-server cannot be run here: {missing}")
    settings = {"GIT_REPO_DIRECTORY": str(repository), "MODE": "git", "PORT": str(port), "BIND_HOST": "127.0.0.1"}
    writer = subprocess.Popen(
        [shutil.which("node") or "node", str(program)],
        cwd=repository,
        env={**os.environ, **settings},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )
    assert writer.stdout
    while b"listening" not in (line := writer.stdout.readline()):
        assert line, "decap-server ended"
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(form.folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()
    writer.terminate()
    writer.wait(timeout=10)
    writer.stdout.close()


def unfold(page: Page, field: Locator) -> None:
    """Open what is folded around a field, from the outermost in, as an editor clicks."""
    while not field.is_visible():
        button = field.evaluate_handle(
            """field => {
              let folded = null;
              for (let each = field; each !== document.body; each = each.parentElement)
                if (getComputedStyle(each).display === 'none') folded = each;
              for (let each = folded; each; each = each.parentElement) {
                const above = [...each.parentElement.querySelectorAll('button')]
                  .find(button => button.offsetParent && !folded.contains(button)
                    && (button.getAttribute('aria-label') === 'Expand' || button.matches('[class*=TopBarButton]')));
                if (above) return above;
              }
            }"""
        ).as_element()
        assert button, "what is folded cannot be opened"
        button.click()


def test_a_changed_guideline_is_exactly_one_changed_line(
    served: str, repository: Path, browser: Browser, port: int
) -> None:
    context = browser.new_context(viewport={"width": 1280, "height": 1000}, locale="da-DK")
    page = context.new_page()
    page.set_default_timeout(30_000)
    strangers: list[str] = []
    own = (served, f"http://127.0.0.1:{port}/", "data:", "blob:")
    page.on("request", lambda request: None if request.url.startswith(own) else strangers.append(request.url))
    mistakes: list[str] = []
    page.on("pageerror", lambda error: mistakes.append(str(error)))
    page.on("console", lambda said: mistakes.append(said.text) if "Content Security Policy" in said.text else None)
    try:
        page.goto(f"{served}admin/")
        page.get_by_role("button", name="Log ind").click()
        page.get_by_role("link", name="Dragør Kommune").click()
        page.get_by_role("link", name="Udgaven 2020-2024").click()
        page.get_by_label("Kommune", exact=True).first.wait_for()
        texts = page.locator("textarea")
        number = texts.evaluate_all("(all, text) => all.findIndex(each => each.value.trim() === text)", OLD)
        guideline = texts.nth(number)
        unfold(page, guideline)
        guideline.fill(NEW)
        page.get_by_role("button", name="Gem", exact=True).click()
        page.get_by_text("Dokumentet er gemt").wait_for()
    finally:
        context.close()
    assert not strangers and not mistakes
    branches = git(repository, "branch", "--list", "cms/*", "--format", "%(refname:short)").split()
    assert branches == ["cms/dragoer/2020-2024"], "the change is a proposal on a branch of its own"
    before, after = (git(repository, "show", f"{branch}:{DRAGOER}") for branch in ("main", *branches))
    assert after == before.replace(OLD, NEW) and before.count(OLD) == 1
    assert git(repository, "diff", "--name-only", "main", *branches).split() == [DRAGOER]
    git(repository, "checkout", "-q", *branches)
    assert not load(repository / "strategier")[1].errors
    git(repository, "checkout", "-q", "main")
