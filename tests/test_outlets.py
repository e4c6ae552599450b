"""The same findings where authors are: notes on GitHub, its job summary, SARIF for other programs, and a Git hook."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
import yaml
from conftest import EDITION, ROOT, python
from markdown_it import MarkdownIt

BROKEN = EDITION.replace("type: kanalstrategi", "type: kanalstrategy")
WARNED = EDITION + "fodnoter:\n  - {id: ubrugt, mærke: '1', tekst: Ingen henviser til den.}\n"
MANY = EDITION + "".join(f"ukendt{number}{'x' * number}: 1\n" for number in range(12)) + WARNED.removeprefix(EDITION)
HOSTILE = EDITION.replace(
    "type: kanalstrategi",
    'type: "100%0A a|b <script>alert(1)</script> ::error::x ##[error]y `z` [l](https://evil.example)"',
)


@pytest.fixture
def world(tmp_path: Path) -> Path:
    (tmp_path / "strategier" / "aertebjerg").mkdir(parents=True)
    return tmp_path


def run(world: Path, text: str, *arguments: str, name: str = "2025.yml", **settings: str) -> tuple[int, str]:
    (world / "strategier" / "aertebjerg" / name).write_text(text, encoding="utf-8")
    done = python("-m", "kanalstrategi.cli", "check", *arguments, cwd=world, **settings)
    assert "Traceback" not in done.stdout
    return done.returncode, done.stdout


# --- GitHub: what a runner does with what was printed


def obeyed(said: str) -> list[tuple[str, dict[str, str], str]]:
    """The commands that a runner obeys in a log: name, options and message, as GitHub reads them."""
    found, stopped = [], ""
    for line in said.splitlines():
        if stopped:
            stopped = "" if line == f"::{stopped}::" else stopped
            continue
        if match := re.fullmatch(r"::([a-z-]+)(?: ([^:]*))?::(.*)", line):
            options = dict(pair.split("=", 1) for pair in (match[2] or "").split(",") if pair)
            found.append((match[1], {name: unquote(value) for name, value in options.items()}, unquote(match[3])))
            stopped = match[3] if match[1] == "stop-commands" else ""
        else:
            assert "##[" not in line, "the older form of a command"
    return found


def notes(said: str) -> list[tuple[str, dict[str, str], str]]:
    return [command for command in obeyed(said) if command[0] != "stop-commands"]


def test_a_finding_becomes_a_note_beside_its_words(world: Path) -> None:
    code, said = run(world, BROKEN, "--format", "github")
    [(kind, options, message)] = notes(said)
    assert (code, kind) == (1, "error")
    assert options == {
        "file": "strategier/aertebjerg/2025.yml", "line": "4", "endLine": "4", "col": "9", "endColumn": "22", "title": "KS207"
    }  # fmt: skip
    assert "»kanalstrategy«" in message and "\nHvorfor: " in message and "\nRet: Skriv »kanalstrategi«" in message


def test_the_three_degrees_become_the_three_kinds(world: Path) -> None:
    spaced = WARNED.replace("Ingen henviser", "Ingen\u00a0henviser")
    kinds = [kind for kind, _, _ in notes(run(world, spaced, "--format", "github")[1])]
    assert kinds == sorted(kinds, key=["error", "warning", "notice"].index) and {"warning", "notice"} <= set(kinds)


def test_a_place_over_several_lines_has_no_columns(world: Path) -> None:
    _, said = run(
        world,
        EDITION.replace("titel: Kanalstrategi 2025", "titel: |\n    [a](javascript:x)\n    b\n  "),
        "--format",
        "github",
    )
    over_lines = [options for _, options, _ in notes(said) if options["line"] != options["endLine"]]
    assert all("col" not in options and "endColumn" not in options for options in over_lines)


def test_no_more_notes_than_github_shows_and_the_worst_first(world: Path) -> None:
    summary = world / "summary.md"
    code, said = run(world, MANY, "--format", "github", GITHUB_STEP_SUMMARY=str(summary))
    kinds = [kind for kind, _, _ in notes(said)]
    assert code == 1 and kinds == ["error"] * 10
    assert len(re.findall(r"\[KS\d{3}\]", said)) >= 12, "the log holds them all"
    assert len(rows(summary)) >= 12, "and so does the summary"


def test_nothing_that_an_author_writes_is_obeyed(world: Path) -> None:
    _, said = run(world, HOSTILE, "--format", "github")
    [(kind, options, message)] = notes(said)
    assert kind == "error" and options["title"].startswith("KS2")
    assert "::error::x ##[error]y" in message and "100%0A a|b" in message, "the words are there as they were written"


def rows(summary: Path) -> list[list[str]]:
    """The cells of the summary's table, as a reader of GitHub's Markdown sees them."""
    tokens = MarkdownIt("commonmark").enable("table").parse(summary.read_text(encoding="utf-8"))
    found: list[list[str]] = []
    for before, token in zip(tokens, tokens[1:], strict=False):
        if before.type == "tr_open":
            found.append([])
        if before.type in ("td_open", "th_open"):
            assert {child.type for child in token.children or []} <= {"text", "text_special"}, (
                "no markup of an author's"
            )
            found[-1].append("".join(child.content for child in token.children or []))
    return found[1:]


def test_the_summary_is_a_table_of_all_findings(world: Path) -> None:
    summary = world / "summary.md"
    summary.write_text("## Fra et andet trin\n\n", encoding="utf-8")
    run(world, BROKEN, "--format", "github", GITHUB_STEP_SUMMARY=str(summary))
    assert summary.read_text(encoding="utf-8").startswith("## Fra et andet trin\n\n## "), "what others wrote is kept"
    [[severity, place, what, cure]] = rows(summary)
    assert (severity, place) == ("fejl", "strategier/aertebjerg/2025.yml:4:9")
    assert "»kanalstrategy«" in what and what.endswith("KS207") and cure.startswith("Skriv »kanalstrategi«")


def test_the_summary_shows_an_authors_words_as_words(world: Path) -> None:
    summary = world / "summary.md"
    run(world, HOSTILE, "--format", "github", GITHUB_STEP_SUMMARY=str(summary))
    [[_, _, what, _]] = rows(summary)
    assert "100%0A a|b <script>alert(1)</script>" in what


def test_a_flawless_library_says_so_and_makes_no_table(world: Path) -> None:
    summary = world / "summary.md"
    code, said = run(world, EDITION, "--format", "github", GITHUB_STEP_SUMMARY=str(summary))
    assert code == 0 and not [note for note in notes(said) if note[0] == "error"]
    assert "0 fejl" in said and "0 fejl" in summary.read_text(encoding="utf-8")


def test_a_summary_that_cannot_be_written_does_not_hide_the_findings(world: Path) -> None:
    code, said = run(world, BROKEN, "--format", "github", GITHUB_STEP_SUMMARY=str(world / "findes-ikke" / "summary.md"))
    assert code == 1 and "findes-ikke" in said and len(notes(said)) == 1


def test_only_the_format_for_github_writes_a_summary(world: Path) -> None:
    run(world, BROKEN, GITHUB_STEP_SUMMARY=str(world / "summary.md"))
    assert not (world / "summary.md").exists()


# --- SARIF


def sarif(world: Path, text: str, name: str = "2025.yml") -> dict[str, Any]:
    log = json.loads(run(world, text, "--format", "sarif", name=name)[1])
    assert log["version"] == "2.1.0" and "sarif-schema-2.1.0" in log["$schema"]
    [whole] = log["runs"]
    return dict(whole)


def test_sarif_has_the_form_that_the_standard_asks_for(world: Path) -> None:
    """The parts that we write, as the schema of SARIF 2.1.0 has them; it refuses any other key in most of them."""
    whole = sarif(world, MANY)
    assert set(whole) == {"tool", "language", "columnKind", "newlineSequences", "results"}
    assert whole["columnKind"] in ("utf16CodeUnits", "unicodeCodePoints")
    driver = whole["tool"]["driver"]
    assert set(driver) == {"name", "version", "language", "rules"}
    for rule in driver["rules"]:
        assert set(rule) == {"id", "shortDescription", "fullDescription", "help", "defaultConfiguration"}
        assert all(
            set(rule[part]) == {"text"} and rule[part]["text"]
            for part in ("shortDescription", "fullDescription", "help")
        )
        assert not re.search(r"[{}]", json.dumps(rule["shortDescription"]["text"])), "no name of a value in it"
    assert len({rule["id"] for rule in driver["rules"]}) == len(driver["rules"])
    assert len(whole["results"]) >= 12
    for result in whole["results"]:
        assert set(result) == {"ruleId", "ruleIndex", "level", "message", "locations"}
        assert driver["rules"][result["ruleIndex"]]["id"] == result["ruleId"]
        assert result["level"] in ("error", "warning", "note") and result["message"]["text"]
        [location] = result["locations"]
        region = location["physicalLocation"]["region"]
        assert set(region) == {"startLine", "startColumn", "endLine", "endColumn"} and min(region.values()) >= 1


def test_sarif_tells_the_place_and_the_cure(world: Path) -> None:
    [result] = [each for each in sarif(world, BROKEN)["results"] if each["level"] == "error"]
    place = result["locations"][0]["physicalLocation"]
    assert place["artifactLocation"] == {"uri": "strategier/aertebjerg/2025.yml", "uriBaseId": "%SRCROOT%"}
    assert place["region"] == {"startLine": 4, "startColumn": 9, "endLine": 4, "endColumn": 22}
    assert "Ret: Skriv »kanalstrategi«" in result["message"]["text"]


def test_sarif_counts_columns_as_utf_16_does(world: Path) -> None:
    text = EDITION.replace("{udgiver: Ærtebjerg Kommune,", "{udgiver: Æ \U0001f600 \U0001f600, foobarbaz: 1,")
    [result] = [each for each in sarif(world, text)["results"] if each["level"] == "error"]
    line = text.splitlines()[6]
    region = result["locations"][0]["physicalLocation"]["region"]
    units = line.encode("utf-16-le")[2 * (region["startColumn"] - 1) : 2 * (region["endColumn"] - 1)]
    assert units.decode("utf-16-le") == "foobarbaz"


def test_sarif_of_a_name_with_odd_letters_is_an_address(world: Path) -> None:
    [result] = sarif(world, EDITION, name="Udgave æ.yml")["results"]
    uri = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert uri.isascii() and unquote(uri) == "strategier/aertebjerg/Udgave æ.yml"


def test_sarif_of_the_real_library_has_no_error() -> None:
    done = python("-m", "kanalstrategi.cli", "check", "--format", "sarif", cwd=ROOT)
    assert {result["level"] for result in json.loads(done.stdout)["runs"][0]["results"]} <= {"note"}


# --- A Git hook


def test_the_hook_stops_a_commit_that_would_break_the_library(tmp_path: Path) -> None:
    """pre-commit itself, with the hook taken from a repository of this project's own definition."""
    hooks, project = tmp_path / "hooks", tmp_path / "project"
    hooks.mkdir()
    (hooks / ".pre-commit-hooks.yaml").write_bytes((ROOT / ".pre-commit-hooks.yaml").read_bytes())
    revision = commit(hooks, "hooks")
    (project / "strategier" / "aertebjerg").mkdir(parents=True)
    config = {"repos": [{"repo": str(hooks), "rev": revision, "hooks": [{"id": "kanalstrategi"}]}]}
    (project / ".pre-commit-config.yaml").write_text(yaml.safe_dump(config), encoding="utf-8")
    (project / "strategier" / "aertebjerg" / "2025.yml").write_text(EDITION, encoding="utf-8")
    commit(project, "a library without a mistake")
    assert git(project, "pre-commit", "install").returncode == 0

    (project / "README.md").write_text("Ikke en strategi.", encoding="utf-8")
    assert "Skipped" in attempt(project)[1], "nothing of the library is touched"
    (project / "strategier" / "aertebjerg" / "2025.yml").write_text(BROKEN, encoding="utf-8")
    code, said = attempt(project)
    assert code != 0 and "strategier/aertebjerg/2025.yml:4:9: fejl:" in said
    (project / "strategier" / "aertebjerg" / "2025.yml").write_text(EDITION + "# rettet\n", encoding="utf-8")
    code, said = attempt(project)
    assert code == 0 and "Passed" in said


def attempt(project: Path) -> tuple[int, str]:
    """Commit everything as an author does, with the hook in the way."""
    git(project, "git", "add", "--all")
    done = git(project, "git", "commit", "-m", "en ændring")
    return done.returncode, done.stdout


def commit(folder: Path, message: str) -> str:
    for arguments in (("init", "-q"), ("add", "--all"), ("commit", "-q", "-m", message)):
        assert git(folder, "git", *arguments).returncode == 0
    return git(folder, "git", "rev-parse", "HEAD").stdout.strip()


def git(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """A program in a repository, with this environment's programs first and nobody's own settings of Git."""
    who = {f"GIT_{role}_{what}": "a@b.dk" for role in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    settings = {
        **os.environ,
        **who,
        "PATH": os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]]),
        "PRE_COMMIT_HOME": str(folder.parent / "pre-commit"),
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_CONFIG_SYSTEM": os.devnull,
        "PYTHONUTF8": "1",
    }
    return subprocess.run(
        arguments,
        cwd=folder,
        env=settings,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        timeout=120,
    )


def test_the_hook_speaks_of_files_that_exist() -> None:
    [hook] = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    files = [path.relative_to(ROOT).as_posix() for path in (ROOT / "strategier").glob("*/*.yml")]
    assert files and all(re.search(hook["files"], file) for file in files)
    assert not re.search(hook["files"], "mkdocs.yml")
