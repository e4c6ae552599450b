"""What runs by itself on a host of Git is safe, sound and tried; the comment is written by the real step, to a real server."""

from __future__ import annotations

import io
import json
import os
import re
import shutil
import subprocess
import sys
import sysconfig
import threading
import zipfile
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
import yaml
from conftest import ROOT

WORKFLOWS = sorted((ROOT / ".github/workflows").glob("*.yml"))
GITLAB = ROOT / ".gitlab-ci.yml"
TRIED = ROOT / ".github/workflows/proev.yml"
COMMENT = ROOT / ".github/workflows/kommentar.yml"


def parsed(path: Path) -> dict[str, Any]:
    # YAML 1.1 reads the key `on` as true.
    held = yaml.safe_load(path.read_text(encoding="utf-8"))
    return {("on" if key is True else key): value for key, value in held.items()}


def steps(path: Path) -> list[dict[str, Any]]:
    return [step for job in parsed(path)["jobs"].values() for step in job["steps"]]


def program(name: str) -> str:
    suffix = ".exe" if os.name == "nt" else ""
    return str(Path(sysconfig.get_path("scripts")) / f"{name}{suffix}")


# --- Linted


def test_actionlint_finds_nothing() -> None:
    done = subprocess.run([program("actionlint"), *map(str, WORKFLOWS)], capture_output=True, text=True, cwd=ROOT)
    assert done.returncode == 0, done.stdout + done.stderr


def test_zizmor_finds_nothing() -> None:
    asked = [program("zizmor"), "--offline", "--persona", "auditor", "--no-progress", *map(str, WORKFLOWS)]
    done = subprocess.run(asked, capture_output=True, text=True, cwd=ROOT)
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_linters_would_find_a_mistake(tmp_path: Path) -> None:
    """A workflow that hands a stranger's title to the shell, with every right there is."""
    bad = tmp_path / ".github/workflows/bad.yml"
    bad.parent.mkdir(parents=True)
    bad.write_text(
        "on: pull_request_target\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    steps:\n"
        "      - uses: actions/checkout@v4\n        with: {ref: '${{ github.head_ref }}'}\n"
        "      - run: echo ${{ github.event.pull_request.title }}\n",
        encoding="utf-8",
    )
    for asked in ([program("actionlint"), str(bad)], [program("zizmor"), "--offline", str(bad)]):
        assert subprocess.run(asked, capture_output=True, cwd=tmp_path).returncode != 0, asked


# --- Safe for forks


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_every_action_is_pinned_by_digest_with_its_version_beside_it(path: Path) -> None:
    for line in path.read_text(encoding="utf-8").splitlines():
        if "uses:" in line:
            assert re.fullmatch(r"\s*(- )?uses: actions/[a-z-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", line), line


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_nothing_is_allowed_that_is_not_said(path: Path) -> None:
    held = parsed(path)
    assert held["permissions"] == {}
    assert all("permissions" in job and "timeout-minutes" in job for job in held["jobs"].values())
    assert "pull_request_target" not in held["on"]


def test_what_runs_a_strangers_code_may_only_read_and_holds_no_secret() -> None:
    held = parsed(TRIED)
    assert set(held["on"]) == {"pull_request"}
    assert [job["permissions"] for job in held["jobs"].values()] == [{"contents": "read"}]
    text = TRIED.read_text(encoding="utf-8")
    assert "secrets." not in text and "github.token" not in text
    checkout = next(step for step in steps(TRIED) if "checkout" in step.get("uses", ""))
    assert checkout["with"]["persist-credentials"] is False


def test_what_may_write_runs_nothing_of_a_strangers() -> None:
    held = parsed(COMMENT)
    assert set(held["on"]) == {"workflow_run"}
    assert held["on"]["workflow_run"]["workflows"] == [parsed(TRIED)["name"]]
    (step,) = steps(COMMENT)
    assert step["shell"] == "python" and "uses" not in step
    assert "${{" not in step["run"], "what a stranger names reaches the step as its environment only"
    assert not re.search(r"subprocess|exec\(|eval\(|import_module|extract", step["run"])


def test_only_what_is_merged_is_published() -> None:
    held = parsed(ROOT / ".github/workflows/udgiv.yml")
    assert held["on"] == {"push": {"branches": ["main"]}}
    assert held["jobs"]["byg"]["permissions"] == {"contents": "read"}


def test_gitlab_is_pinned_and_keeps_its_token_from_a_proposals_code() -> None:
    held = yaml.safe_load(GITLAB.read_text(encoding="utf-8"))
    assert re.fullmatch(r"python:3\.\d+\.\d+-bookworm@sha256:[0-9a-f]{64}", held["default"]["image"])
    comment = held["kommentar"]
    assert comment["variables"]["GIT_STRATEGY"] == "none"
    assert "$CI_MERGE_REQUEST_SOURCE_PROJECT_ID == $CI_PROJECT_ID" in comment["rules"][0]["if"]
    for job in ("proev", "pages"):
        assert "KOMMENTAR_TOKEN" not in json.dumps(held[job])
    assert "scripts/review.py" in held["proev"]["script"][0]


# --- The comment, written by the step itself


class Host:
    """As much of GitHub as the step asks: a run with an artifact, a proposal and its comments."""

    def __init__(
        self, text: str | None, comments: list[dict[str, Any]], proposal: dict[str, Any], changed: list[str], size: int
    ) -> None:
        self.comments, self.written = comments, list[tuple[str, str, str]]()
        packed = io.BytesIO()
        with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as files:
            files.writestr("aendringer.md", text or "")
        self.packed, self.size = packed.getvalue(), size or len(packed.getvalue())
        self.artifacts = [{"id": 5, "size_in_bytes": self.size}] if text is not None else []
        head = {"sha": "abc", "branch": "fork:ret/æ&b", "repo": {"id": 44}} | proposal
        self.proposals, self.changed = [{"number": 7, "head": head}], [{"filename": name} for name in changed]
        self.tokens = set[str]()

    def answer(self, method: str, path: str, body: bytes, token: str) -> bytes | None:
        if "/stored" not in path:
            self.tokens.add(token)
        elif token:
            return None  # the token left the host
        if method in ("POST", "PATCH"):
            self.written.append((method, path.split("/repos/x/y/")[1], json.loads(body)["body"]))
            return b"{}"
        if "artifacts?" in path:
            return json.dumps({"artifacts": self.artifacts}).encode()
        if path.endswith("/stored"):
            return self.packed
        asked = parse_qs(urlsplit(path).query)
        first = asked.get("page") == ["1"]
        if "/pulls?" in path:
            found = [each for each in self.proposals if asked["head"] == [each["head"]["branch"]]]
            return json.dumps(found if first and asked["state"] == ["open"] else []).encode()
        if "/pulls/7/files?" in path:
            return json.dumps(self.changed if first else []).encode()
        if "/issues/7/comments?" in path:
            return json.dumps(self.comments if first else []).encode()
        return None


Run = Callable[..., tuple[int, Host]]


@pytest.fixture
def write_comment(tmp_path: Path) -> Iterator[Run]:
    """Run the step of `kommentar.yml`, word for word, against a host on this machine."""
    servers: list[ThreadingHTTPServer] = []

    def run(
        text: str | None = "## Hvad er ændret\n",
        comments: Any = (),
        proposal: Any = (),
        changed: Any = ("strategier/dragoer/2020-2024.yml", "content/om.md"),
        conclusion: str = "success",
        size: int = 0,
    ) -> tuple[int, Host]:
        host = Host(text, list(comments), dict(proposal), list(changed), size)

        class Handler(BaseHTTPRequestHandler):
            def handle_any(self) -> None:
                if self.path.endswith("/zip"):
                    self.send_response(302)
                    self.send_header("Location", "/stored")
                    self.end_headers()
                    return
                body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
                said = host.answer(self.command, self.path, body, self.headers.get("Authorization") or "")
                self.send_response(404 if said is None else 200)
                self.end_headers()
                self.wfile.write(said or b"")

            do_GET = do_POST = do_PATCH = handle_any

            def log_message(self, format: str, *arguments: object) -> None:
                pass

        server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        servers.append(server)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        (step,) = steps(COMMENT)
        script = tmp_path / "step.py"
        script.write_text(step["run"], encoding="utf-8")
        settings = {
            "GITHUB_API_URL": f"http://127.0.0.1:{server.server_port}",
            "GITHUB_REPOSITORY": "x/y",
            "TOKEN": "hemmelig",
            "RUN_ID": "3",
            "RUN_URL": "https://example.org/koersel",
            "CONCLUSION": conclusion,
            "HEAD_SHA": "abc",
            "HEAD_OWNER": "fork",
            "HEAD_REPOSITORY": "44",
            "HEAD_BRANCH": "ret/æ&b",
        }
        done = subprocess.run([sys.executable, str(script)], env={**os.environ, **settings}, capture_output=True, timeout=60)
        return done.returncode, host

    yield run
    for server in servers:
        server.shutdown()
        server.server_close()


def test_the_first_comment_is_written(write_comment: Run) -> None:
    code, host = write_comment()
    ((method, path, body),) = host.written
    assert code == 0 and (method, path) == ("POST", "issues/7/comments")
    assert "## Hvad er ændret" in body and "https://example.org/koersel" in body
    assert host.tokens == {"Bearer hemmelig"}


def test_a_comment_from_a_fork_calls_nobody(write_comment: Run) -> None:
    """The proposal's own code wrote the text, and the comment is sent in the project's name."""
    code, host = write_comment(text="## Hvad er ændret\n\n@alle @organisation/hold\n")
    assert code == 0 and not re.search(r"@\w", host.written[0][2])
    assert "organisation/hold" in host.written[0][2]


def test_the_same_comment_is_kept_up_to_date(write_comment: Run) -> None:
    _, first = write_comment()
    others = {"id": 1, "user": {"login": "en-anden"}, "body": first.written[0][2]}
    ours = {"id": 2, "user": {"login": "github-actions[bot]"}, "body": first.written[0][2]}
    code, host = write_comment(text="## Hvad er ændret\n\nMere.\n", comments=[others, ours])
    ((method, path, body),) = host.written
    assert code == 0 and (method, path) == ("PATCH", "issues/comments/2") and "Mere." in body


@pytest.mark.parametrize(
    "given",
    [
        {"proposal": {"sha": "en-anden"}},
        {"proposal": {"branch": "fork:en-anden"}},
        {"proposal": {"branch": "en-anden:ret/æ&b"}},
        {"proposal": {"repo": {"id": 45}}},
        {"proposal": {"repo": None}},
        {"text": "x" * 60_001},
        {"text": " "},
        {"text": "x" * 2_000_000},
        {"size": 2_000_000},
    ],
    ids=lambda given: str(given)[:40],
)
def test_what_does_not_fit_writes_nothing(write_comment: Run, given: dict[str, Any]) -> None:
    code, host = write_comment(**given)
    assert code != 0 and not host.written


@pytest.mark.parametrize("text", [None, "**Ikke i orden:** Prøverne.\n\n## Hvad er ændret\n"])
def test_a_run_that_failed_says_so(write_comment: Run, text: str | None) -> None:
    code, host = write_comment(text=text, conclusion="failure")
    ((_, _, body),) = host.written
    assert code == 0 and "**Ikke i orden.**" in body and "**I orden.**" not in body
    assert (text or "Det betyder ikke, at alt er ens.") in body
    assert "**I orden.**" in write_comment()[1].written[0][2]


@pytest.mark.parametrize("name", ["scripts/review.py", ".github/workflows/proev.yml", "strategier.py"])
def test_a_proposal_that_changes_what_writes_the_text_is_said_to(write_comment: Run, name: str) -> None:
    body = write_comment(changed=["strategier/dragoer/2020-2024.yml", name])[1].written[0][2]
    assert "**Se selv efter:** forslaget ændrer også 1 af de filer" in body
    assert "Se selv efter" not in write_comment()[1].written[0][2]


# --- The same on GitLab


def gitlab_note(folder: Path, notes: list[dict[str, Any]]) -> tuple[int, list[tuple[str, str, str]]]:
    """Run the job's own script against a host on this machine; the token's user has the number 9."""
    written = list[tuple[str, str, str]]()

    class Handler(BaseHTTPRequestHandler):
        def handle_any(self) -> None:
            body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
            held: Any = {"id": 9} if self.path == "/user" else notes if "&page=1" in self.path else []
            if self.command != "GET":
                written.append((self.command, self.path, json.loads(body)["body"]))
            self.send_response(200 if self.headers["PRIVATE-TOKEN"] == "hemmelig" else 401)
            self.end_headers()
            self.wfile.write(json.dumps(held).encode())

        do_GET = do_POST = do_PUT = handle_any

        def log_message(self, format: str, *arguments: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    (command,) = yaml.safe_load(GITLAB.read_text(encoding="utf-8"))["kommentar"]["script"]
    script = re.fullmatch(r"python3 -I - <<'EOF'\n(.*)EOF\n", command, re.DOTALL)
    assert script
    settings = {
        "CI_API_V4_URL": f"http://127.0.0.1:{server.server_port}",
        "CI_PROJECT_ID": "3",
        "CI_MERGE_REQUEST_IID": "7",
        "CI_PIPELINE_URL": "https://example.org/koersel",
        "KOMMENTAR_TOKEN": "hemmelig",
    }
    done = subprocess.run(
        [sys.executable, "-I", "-"], input=script[1].encode(), env={**os.environ, **settings}, cwd=folder, timeout=60
    )
    server.shutdown()
    server.server_close()
    return done.returncode, written


def test_gitlabs_comment_is_ours_and_kept_up_to_date_and_gives_no_orders(tmp_path: Path) -> None:
    (tmp_path / "review/kommentar").mkdir(parents=True)
    file = tmp_path / "review/kommentar/aendringer.md"
    file.write_text("## Hvad er ændret\n\n/close\n> /merge @alle\n- a/b\n", encoding="utf-8")
    code, ((method, path, body),) = gitlab_note(tmp_path, [])
    assert code == 0 and (method, path) == ("POST", "/projects/3/merge_requests/7/notes")
    assert not re.search(r"(?m)^[\s>*+-]*/|@\w", body) and "- a/b" in body
    others = [{"id": 1, "author": {"id": 8}, "system": False, "body": body}]
    assert [each[:2] for each in gitlab_note(tmp_path, others)[1]] == [("POST", path)]
    ours = [*others, {"id": 2, "author": {"id": 9}, "system": False, "body": body}]
    assert [each[:2] for each in gitlab_note(tmp_path, ours)[1]] == [("PUT", f"{path}/2")]


def test_gitlabs_comment_says_when_the_run_came_to_nothing_and_reads_nothing_else(tmp_path: Path) -> None:
    code, ((_, _, body),) = gitlab_note(tmp_path, [])
    assert code == 0 and "**Ikke i orden.**" in body
    (tmp_path / "hemmelig.md").write_text("hemmelig", encoding="utf-8")
    (tmp_path / "job/review").mkdir(parents=True)
    (tmp_path / "job/review/kommentar").symlink_to(tmp_path)
    (tmp_path / "aendringer.md").write_text("hemmelig", encoding="utf-8")
    code, written = gitlab_note(tmp_path / "job", [])
    assert code != 0 and not written


# --- What people meet


@pytest.mark.parametrize("path", [".github/CODEOWNERS", ".gitlab/CODEOWNERS"])
def test_each_owned_folder_is_there_and_the_teams_are_marked_as_examples(path: str) -> None:
    text = (ROOT / path).read_text(encoding="utf-8")
    rules = [line.split() for line in text.splitlines() if line and not line.startswith("#")]
    assert all((ROOT / rule[0].strip("/")).exists() for rule in rules if rule[0] != "*")
    owned = {rule[0].strip("/") for rule in rules}
    real = {f"strategier/{folder.name}" for folder in (ROOT / "strategier").glob("[a-z]*") if folder.is_dir()}
    assert real <= owned
    assert "EXAMPLES" in text and all(owner.startswith("@eksempel-") for rule in rules for owner in rule[1:])


def test_the_form_for_a_remark_can_be_filled_in() -> None:
    form = yaml.safe_load((ROOT / ".github/ISSUE_TEMPLATE/bemaerkning.yml").read_text(encoding="utf-8"))
    assert form["name"] and form["description"]
    fields = [field for field in form["body"] if field["type"] != "markdown"]
    assert [field["id"] for field in fields] == ["kommune", "sted", "citat", "slags", "bemaerkning"]
    assert all(field["attributes"]["label"] for field in fields)
    assert "privatpersoner" in form["body"][0]["attributes"]["value"]


# --- The same steps as one command


def test_a_review_leaves_the_site_and_what_changed(tmp_path: Path) -> None:
    if not (ROOT / ".git").exists() or not shutil.which("git"):
        pytest.skip("needs the project's own history")
    out = tmp_path / "review"
    asked = [sys.executable, str(ROOT / "scripts/review.py"), "HEAD", "--without-tests", "--out", str(out)]
    quiet = {key: value for key, value in os.environ.items() if key != "GITHUB_ACTIONS"}
    done = subprocess.run(asked, capture_output=True, text=True, encoding="utf-8", env=quiet, timeout=300)
    assert (out / "site/kommuner/hilleroed/2014-2018/index.html").is_file(), done.stdout + done.stderr
    assert (out / "kommentar/aendringer.md").read_text(encoding="utf-8").startswith("## Hvad er ændret")
    assert "<h1>Hvad er ændret</h1>" in (out / "aendringer.html").read_text(encoding="utf-8")
    assert done.returncode == 0, done.stdout


def test_a_review_removes_nothing_but_an_earlier_result(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    (tmp_path / "afhandling.txt").write_text("tre år", encoding="utf-8")
    asked = [sys.executable, str(ROOT / "scripts/review.py"), "HEAD", "--without-tests", "--out", str(tmp_path)]
    done = subprocess.run(asked, capture_output=True, text=True, encoding="utf-8", timeout=60)
    assert done.returncode == 1 and "--out" in done.stderr
    assert sorted(each.name for each in tmp_path.iterdir()) == ["afhandling.txt", "site"]


def test_the_comment_of_a_review_begins_with_what_is_not_in_order_and_fits() -> None:
    asked = "import review, sys; sys.stdout.write(review.said(sys.argv[1].split(), 'En linje med tegn.\\n' * int(sys.argv[2])))"

    def said(failed: str, lines: int) -> str:
        place = {**os.environ, "PYTHONPATH": str(ROOT / "scripts"), "PYTHONUTF8": "1"}
        return subprocess.run([sys.executable, "-c", asked, failed, str(lines)], env=place, capture_output=True, check=True).stdout.decode()

    assert said("", 2) == "En linje med tegn.\n" * 2
    assert said("Prøverne", 2).startswith("**Ikke i orden:** Prøverne.")
    long = said("Prøverne", 5000)
    assert len(long) <= 60_000 and "aendringer.html" in long.splitlines()[-1] and long.startswith("**Ikke i orden:** Prøverne.")


def test_a_review_against_nothing_says_what_to_do(tmp_path: Path) -> None:
    asked = [sys.executable, str(ROOT / "scripts/review.py"), "findes-ikke", "--without-tests", "--out", str(tmp_path / "ud")]
    done = subprocess.run(asked, capture_output=True, text=True, encoding="utf-8", timeout=60)
    assert done.returncode == 1 and "git fetch --unshallow" in done.stderr
    assert not (tmp_path / "ud").exists()
