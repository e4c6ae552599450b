"""The command line says what is wrong, in words and as data, and its exit code can be trusted."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import EDITION, ROOT, copy_project, python
from kanalstrategi.i18n import catalog

BROKEN = EDITION.replace("type: kanalstrategi", "type: kanalstrategy")
WARNED = EDITION + "fodnoter:\n  - {id: ubrugt, mærke: '1', tekst: Ingen henviser til den.}\n"
UNREADABLE = "kommune: [Ærtebjerg\ndokument: }\n"


@pytest.fixture
def library(tmp_path: Path) -> Path:
    folder = tmp_path / "strategier"
    (folder / "aertebjerg").mkdir(parents=True)
    return folder


def write(library: Path, text: str, name: str = "2025.yml") -> None:
    (library / "aertebjerg" / name).write_text(text, encoding="utf-8")


def run(*arguments: str | Path, cwd: Path = ROOT) -> tuple[int, str]:
    done = python("-m", "kanalstrategi.cli", *arguments, cwd=cwd)
    assert "Traceback" not in done.stdout
    return done.returncode, done.stdout


# --- Exit codes


def test_the_real_library_is_flawless() -> None:
    code, said = run("check", "strategier")
    assert code == 0
    assert "0 fejl, 0 advarsler" in said.splitlines()[-1]
    assert len(re.findall(r"\[KS\d{3}\]$", said, re.MULTILINE)) <= 20, "so much advice that nobody reads it"


@pytest.mark.parametrize("command", [("check", "strategier"), ("diff", "strategier/dragoer", "strategier/naestved")])
def test_a_reader_that_has_read_enough_is_no_mistake(command: tuple[str, ...]) -> None:
    """As in `kanalstrategi check | head`."""
    begun = subprocess.Popen(
        [sys.executable, "-m", "kanalstrategi.cli", *command], cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    assert begun.stdout and begun.stderr
    begun.stdout.close()
    assert begun.stderr.read() == ""
    assert begun.wait() == 141


def test_the_day_is_given_or_it_is_today(library: Path) -> None:
    write(library, EDITION.replace("2025, til: 2028", "2015, til: 2019"))
    assert "KS318" in run("check", library)[1]
    assert "KS318" in run("check", library, "--dato", "2020-01-01")[1]
    assert "KS318" not in run("check", library, "--dato", "2019-12-31")[1]


def test_lix_is_shown_when_it_is_asked_for() -> None:
    assert "LIX" not in run("check", "strategier/dragoer")[1]
    said = run("check", "strategier/dragoer", "--lix")[1]
    assert "LIX 57, meget svær: Hele dokumentet" in said and "LIX 55, meget svær: Mål og måltal" in said


def test_lix_says_what_the_number_means_and_why_there_is_none(library: Path) -> None:
    assert "44 middel" in run("check", "strategier/dragoer", "--lix")[1]
    write(library, UNREADABLE)
    said = run("check", library, "--lix")[1]
    assert "kan ikke måles, før fejlene er rettet" in said.splitlines()[0]
    code, said = run("check", library, "--lix", "--format", "json")
    assert code == 2 and "--lix" in said and len(said.splitlines()) == 1


def test_a_day_that_is_none_is_told_with_one_that_is() -> None:
    code, said = run("check", "--dato", "1. marts")
    assert code == 2 and "2026-03-01" in said


def test_check_without_a_path_looks_in_strategier() -> None:
    assert run("check") == run("check", "strategier")


def test_an_error_gives_1(library: Path) -> None:
    write(library, BROKEN)
    assert run("check", library)[0] == 1


def test_a_warning_alone_gives_0(library: Path) -> None:
    write(library, WARNED)
    code, said = run("check", library)
    assert code == 0 and "KS305" in said


@pytest.mark.parametrize(("file", "right"), [("2030.yml", "aertebjerg/2030.yml"), ("aertebjerg/nyt/2030.yml", "aertebjerg/2030.yml")])
def test_a_library_of_another_name_is_looked_at_like_any(file: str, right: str, library: Path) -> None:
    write(library, EDITION)
    write(library, EDITION.replace("2025, til: 2028", "2021, til: 2024"), "2021.yml")
    folder = library.rename(library.with_name("bibliotek"))
    (folder / file).parent.mkdir(exist_ok=True)
    (folder / file).write_text(EDITION, encoding="utf-8")
    code, said = run("check", folder)
    assert code == 1 and said.count("[KS") == 1 and f"Flyt den til bibliotek/{right}\n" in said


@pytest.mark.parametrize(
    ("asked", "glossary"), [("bibliotek/aertebjerg", True), ("bibliotek/aertebjerg/gammel", True), ("bibliotek/aertebjerg", False)]
)
def test_a_folder_inside_a_library_of_another_name_is_looked_at_for_misplaced_files(asked: str, glossary: bool, library: Path) -> None:
    write(library, EDITION)
    write(library, EDITION.replace("2025, til: 2028", "2021, til: 2024"), "2021.yml")
    folder = library.rename(library.with_name("bibliotek"))
    if glossary:
        (folder / "ordliste.yml").write_bytes((ROOT / "strategier" / "ordliste.yml").read_bytes())
    (folder / "aertebjerg" / "gammel").mkdir()
    (folder / "aertebjerg" / "gammel" / "2019.yml").write_bytes((folder / "aertebjerg" / "2025.yml").read_bytes())
    code, said = run("check", asked, cwd=folder.parent)
    assert code == 1 and said.count("[KS") == 1 and "Flyt den til bibliotek/aertebjerg/2019.yml\n" in said


def test_the_folder_of_a_municipality_is_no_library(library: Path) -> None:
    write(library, EDITION)
    (library / "aertebjerg").rename(alone := library.with_name("aertebjerg"))
    assert run("check", alone)[0] == 0


def test_a_path_that_is_not_there_gives_2_and_one_sentence(tmp_path: Path) -> None:
    code, said = run("check", tmp_path / "findes-ikke")
    assert code == 2
    assert "findes-ikke" in said and len(said.strip().splitlines()) == 1


def test_render_without_its_library_gives_2_and_one_sentence(tmp_path: Path) -> None:
    code, said = run("render", "--out", tmp_path / "ud", "--strategies", tmp_path / "findes-ikke")
    assert code == 2 and not (tmp_path / "ud").exists()
    assert len(said.strip().splitlines()) == 1


@pytest.mark.parametrize(
    "arguments", [(), ("check", "--format", "xml"), ("render",), ("ret",), ("check", "--forma", "json")]
)
def test_wrong_use_gives_2(arguments: tuple[str, ...]) -> None:
    assert run(*arguments)[0] == 2


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("check", "--forma"), "»--forma« kendes ikke her."),
        (("new", "Hillerød"), "der mangler UDGAVE."),
        (("check", "--format"), "der mangler noget efter --format."),
        (("check", "--format", "xml"), "»xml« kan ikke bruges som --format, vælg en af disse: text, json"),
        (("chek",), "»chek« kan ikke bruges som KOMMANDO, vælg en af disse: new, import, check"),
    ],
)
def test_wrong_use_is_told_in_danish(arguments: tuple[str, ...], told: str) -> None:
    assert f"Kommandoen kunne ikke forstås: {told}" in run(*arguments)[1]


def test_render_of_a_broken_library_gives_1_and_writes_nothing(library: Path, tmp_path: Path) -> None:
    write(library, BROKEN)
    assert run("render", "--out", tmp_path / "ud", "--strategies", library)[0] == 1
    assert not (tmp_path / "ud").exists()


# --- What is said


def test_a_finding_tells_place_words_reason_and_cure(library: Path) -> None:
    write(library, BROKEN)
    _, said = run("check", library)
    assert re.search(r"strategier/aertebjerg/2025\.yml:4:9: fejl: .*kanalstrategy.*\[KS\d{3}\]", said)
    line, marker = said.splitlines()[2:4]
    assert line.index("kanalstrategy") == marker.index("^")
    assert marker.count("~") == len("kanalstrategy") - 1
    assert "kanalstrategi" in said.replace("kanalstrategy", "")


def test_all_findings_of_all_files_come_at_once(library: Path) -> None:
    write(library, BROKEN)
    write(library, BROKEN.replace("omfang: hele", "omfang: halv"), "2029.yml")
    _, said = run("check", library)
    assert len(re.findall(r"2025\.yml:\d+:\d+: ", said)) == 1
    assert len(re.findall(r"2029\.yml:\d+:\d+: ", said)) == 2


def test_a_file_that_is_no_yaml_is_told_with_its_place(library: Path) -> None:
    write(library, UNREADABLE)
    code, said = run("check", library)
    assert code == 1 and re.search(r"aertebjerg/2025\.yml:\d+:\d+: fejl: ", said)


@pytest.mark.parametrize(
    "data", [b"", b"\x00\x01\x02", b"\xff\xfe\x00", b"\xe6\xf8\xe5", b"- " * 5000, b"[" * 5000], ids=str
)
def test_no_file_makes_it_fall_over(data: bytes, library: Path) -> None:
    (library / "aertebjerg" / "2025.yml").write_bytes(data)
    assert run("check", library)[0] == 1


def test_english_is_an_option(library: Path) -> None:
    write(library, BROKEN)
    _, said = run("check", library, "--language", "en")
    assert f"{catalog('en')('severity.error')}:" in said and "fejl" not in said


# --- JSON


def test_json_tells_path_line_column_and_code(library: Path) -> None:
    write(library, BROKEN)
    code, said = run("check", "strategier", "--format", "json", cwd=library.parent)
    [finding] = json.loads(said)["findings"]
    assert code == 1
    assert (finding["path"], finding["line"], finding["column"]) == ("strategier/aertebjerg/2025.yml", 4, 9)
    assert (finding["end_line"], finding["end_column"]) == (4, 22)
    assert re.fullmatch(r"KS\d{3}", finding["code"]) and finding["severity"] == "fejl"


def test_json_words_a_finding_in_three_sentences(library: Path) -> None:
    write(library, BROKEN)
    [finding] = json.loads(run("check", library, "--format", "json")[1])["findings"]
    assert all(finding[part] for part in ("what", "why", "cure"))


def test_json_of_a_flawless_library_is_an_empty_list(library: Path) -> None:
    write(library, EDITION)
    report = json.loads(run("check", library, "--format", "json", "--dato", "2026-01-01")[1])
    assert report == {"version": 1, "findings": []}


# --- Help


@pytest.mark.parametrize("arguments", [("--help",), ("check", "--help"), ("render", "--help")])
def test_help_is_given_in_danish_and_explains_every_option(arguments: tuple[str, ...]) -> None:
    code, said = run(*arguments)
    assert code == 0
    assert "==SUPPRESS==" not in said and "None" not in said
    assert not re.search(r"show this help|options:|usage:|positional arguments", said)


# --- One file, from where an author stands


def test_a_single_file_can_be_checked(library: Path) -> None:
    write(library, EDITION)
    assert run("check", library / "aertebjerg" / "2025.yml")[0] == 0


def test_a_municipalitys_folder_can_be_checked_from_inside_it(library: Path) -> None:
    write(library, EDITION)
    assert run("check", ".", cwd=library / "aertebjerg")[0] == 0
    assert run("check", "2025.yml", cwd=library / "aertebjerg")[0] == 0


def test_the_path_of_a_finding_can_be_opened_from_where_it_was_asked_for(library: Path) -> None:
    write(library, BROKEN)
    _, said = run("check", "strategier/aertebjerg", "--format", "json", cwd=library.parent)
    assert (library.parent / json.loads(said)["findings"][0]["path"]).is_file()


def test_a_hearing_can_be_checked_alone() -> None:
    assert run("check", "strategier/ikast-brande/udateret.hoering.yml")[0] == 0


def test_a_hearing_about_no_edition_is_told_which_there_are(tmp_path: Path) -> None:
    folder = tmp_path / "strategier" / "ikast-brande"
    shutil.copytree(ROOT / "strategier" / "ikast-brande", folder)
    (folder / "udateret.hoering.yml").rename(folder / "2024.hoering.yml")
    status, said = run("check", folder / "2024.hoering.yml", cwd=tmp_path)
    assert status == 1 and "»2024«" in said and "Mappen har: udateret." in said


def test_a_hearing_that_is_called_one_in_another_way_is_told_its_name(tmp_path: Path) -> None:
    folder = tmp_path / "strategier" / "ikast-brande"
    shutil.copytree(ROOT / "strategier" / "ikast-brande", folder)
    for name in ("udateret-hoering.yml", "hoering.yml"):
        shutil.copy(folder / "udateret.hoering.yml", folder / name)
        assert "/udateret.hoering.yml. " in run("check", folder / name, cwd=tmp_path)[1]


def test_a_file_that_is_no_yaml_by_name_is_not_passed_in_silence(tmp_path: Path) -> None:
    (tmp_path / "strategi.txt").write_text("kommune: Ærtebjerg", encoding="utf-8")
    assert run("check", tmp_path / "strategi.txt")[0] != 0


# --- The same findings in a build


def test_a_broken_file_stops_the_build_with_one_clear_message(tmp_path: Path) -> None:
    project = copy_project(tmp_path / "project")
    (project / "strategier" / "aertebjerg").mkdir()
    write(project / "strategier", BROKEN)
    done = python("-m", "mkdocs", "build", "-d", tmp_path / "site", cwd=project)
    assert done.returncode != 0
    assert "Traceback" not in done.stdout
    assert len(re.findall(r"strategier/aertebjerg/2025\.yml:4:9: fejl: ", done.stdout)) == 1
    assert not list((tmp_path / "site").rglob("*.html")), "half a site"


def test_a_warning_stops_a_strict_build_only(tmp_path: Path) -> None:
    project = copy_project(tmp_path / "project")
    (project / "strategier" / "aertebjerg").mkdir()
    write(project / "strategier", WARNED)
    lax, strict = (
        python("-m", "mkdocs", "build", "-d", tmp_path / "site", *options, cwd=project)
        for options in ((), ("--strict",))
    )
    assert (lax.returncode, strict.returncode) == (0, 1)
    assert "KS305" in lax.stdout and "KS305" in strict.stdout
