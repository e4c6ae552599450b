"""`check --fix` corrects what nobody sees and what others misread, and nothing else; the author is shown it first."""

from __future__ import annotations

import os
import random
import stat
import sys
import unicodedata
from pathlib import Path

import pytest
import yaml
from conftest import EDITION, ROOT, python
from kanalstrategi import check, source
from kanalstrategi.authoring.codes import is_misread
from kanalstrategi.authoring.corrections import corrected
from kanalstrategi.strategy import Edition, Hearing

CASES = sorted((ROOT / "tests" / "cases").glob("*/*.yml"))
PATH = "strategier/aertebjerg/2025.yml"
NBSP, ZERO, SOFT = "\u00a0", "\u200b", "\u00ad"

SPACED = EDITION.replace("titel: Kanalstrategi", f"titel: Kanal{SOFT}strategi{NBSP}for{ZERO} alle")
PIECES = EDITION.replace("Ærtebjerg Kommune, form", unicodedata.normalize("NFD", "Åby Kommune, form"))
INDENTED = EDITION.replace("  type: ", f"{NBSP}{NBSP}type: ").replace("omfang: ", f"omfang:{NBSP}")
CODES = (
    EDITION
    + """\
kanaler:
  kanaler:
    - id: telefon
      navn: no      # Nej til telefon
      nummer: 1.10
      åbningstider:
        - {dage: Mandag, fra: 9:00, til: 12:30}
        - {dage: Tirsdag, fra: "9:00", til: 15.00}
  overskrift: on
afsnit:
  - id: tal
    tekst:
      - tabel: {id: t, kolonner: [Kanal, "2023", 2024], rækker: [{navn: 0155, celler: [1.200, ~]}]}
"""
)


def fixed(text: str) -> str:
    return corrected(text.encode(), PATH, Edition).decode()


def count(text: str) -> int:
    return len(check({PATH: text.encode()})[1])


# --- What is corrected


def test_spaces_and_invisible_characters_become_what_they_look_like() -> None:
    assert count(SPACED) > 0 == count(fixed(SPACED))
    assert fixed(SPACED) == EDITION.replace("titel: Kanalstrategi", "titel: Kanalstrategi for alle")


def test_letters_in_two_pieces_become_one() -> None:
    assert count(PIECES) > 0 == count(fixed(PIECES))
    assert fixed(PIECES) == unicodedata.normalize("NFC", PIECES)


def test_spaces_that_keep_a_file_from_being_read_are_mended() -> None:
    assert count(INDENTED) > 0 == count(fixed(INDENTED))
    assert fixed(INDENTED) == EDITION


def test_codes_get_the_quotation_marks_that_others_need() -> None:
    after = fixed(CODES)
    changed = [line.strip() for old, line in zip(CODES.splitlines(), after.splitlines(), strict=True) if old != line]
    assert changed == [
        'navn: "no"      # Nej til telefon',
        'nummer: "1.10"',
        '- {dage: Mandag, fra: "9:00", til: "12:30"}',
        '- {dage: Tirsdag, fra: "9:00", til: "15.00"}',
        'overskrift: "on"',
        '- tabel: {id: t, kolonner: [Kanal, "2023", 2024], rækker: [{navn: "0155", celler: ["1.200", ~]}]}',
    ]


def test_another_program_then_reads_what_was_written() -> None:
    hours = yaml.safe_load(fixed(CODES))["kanaler"]["kanaler"][0]["åbningstider"]
    assert [(each["fra"], each["til"]) for each in hours] == [("9:00", "12:30"), ("9:00", "15.00")]
    assert yaml.safe_load(CODES)["kanaler"]["kanaler"][0]["åbningstider"][0]["til"] == 750, "what it read before"


def test_we_read_the_same_before_and_after() -> None:
    before, after = (check({PATH: text.encode()})[0].strategies[0].edition for text in (CODES, fixed(CODES)))
    assert before == after


@pytest.mark.parametrize(
    "text", ["12:30", "0155", "0219", "no", "Yes", "on", "true", "1.10", "1.200", "1_000", "0x1F", "1e3", ".inf"]
)
def test_what_looks_like_something_else_is_known(text: str) -> None:
    assert is_misread(text)


@pytest.mark.parametrize(
    "text", ["2025", "2020-09-17", "80 %", "1,5", "ja", "~", "null", "Ring", "12:30 til 15", "85.15"]
)
def test_what_is_read_as_it_stands_is_left(text: str) -> None:
    assert not is_misread(text)


# --- What is not


@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_everything_else_stays_byte_for_byte(ending: str) -> None:
    text = "\ufeff# En bemærkning\n" + CODES + "\n\n# til sidst,   uden linjeskift"
    data = text.replace("\n", ending).encode()
    after = corrected(data, PATH, Edition)
    assert after.startswith("\ufeff# En bemærkning".encode()) and after.count(ending.encode()) == data.count(
        ending.encode()
    )
    assert after.replace(b'"', b"") == data.replace(b'"', b"")


def test_a_correction_that_would_cut_a_text_is_not_made() -> None:
    """With ordinary spaces ` #` would begin a comment, and `: ` a key."""
    text = EDITION.replace("titel: Kanalstrategi", f"titel: Nr.{NBSP}# 1:{NBSP}a{ZERO}b")
    assert fixed(text) == text
    beside = text.replace("form: Hele teksten", f"form: Hele{NBSP}teksten")
    assert fixed(beside) == text, "the line beside it is corrected all the same"


def test_what_does_something_is_kept() -> None:
    family = EDITION.replace("Hele teksten", "\U0001f468\u200d\U0001f469\u200d\U0001f467 kan")
    assert fixed(family) == family, "one picture of three people"
    hyphen = EDITION + f"kort_fortalt:\n  skrevet_af: redaktionen\n  tekst: |\n    En tele{SOFT}\n    fon.\n"
    assert fixed(hyphen) == hyphen, "half a word at the end of a line"


def test_a_file_that_is_no_text_is_left() -> None:
    for data in (b"", b"\xff\xfe\x00", b"\xe6\xf8\xe5", b"kommune: [", b"PK\x03\x04", os.urandom(50)):
        assert corrected(data, PATH, Edition) == data or data.decode()


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.name)
def test_no_case_gets_worse_and_a_second_time_changes_nothing(path: Path) -> None:
    is_hearing = path.name.endswith(".hoering.yml")
    model, name = (Hearing, PATH.replace(".yml", ".hoering.yml")) if is_hearing else (Edition, PATH)
    data = path.read_bytes()
    after = corrected(data, name, model)
    beside = {PATH: EDITION.encode()} if is_hearing else {}
    before_count, after_count = (len(check(beside | {name: each})[1]) for each in (data, after))
    assert after_count <= before_count
    assert corrected(after, name, model) == after


def test_a_mutilated_file_never_says_anything_else() -> None:
    chance = random.Random(7)
    signs = f" {NBSP}{NBSP}{ZERO}{SOFT}\u2009\u0308\u030a\u0301:#-|\"'\n0123"
    for _ in range(150):
        letters = list(CODES)
        for _ in range(3):
            letters.insert(chance.randrange(len(letters)), chance.choice(signs))
        text = "".join(letters)
        after = fixed(text)
        assert fixed(after) == after
        assert count(after) <= count(text) or not can_be_read(text), "a file that is read now may show other mistakes"
        assert visible(after) == visible(text)


def can_be_read(text: str) -> bool:
    return source.read(text.encode(), PATH)[1] is not None


def visible(text: str) -> str:
    """A text without what a correction may change."""
    kept = unicodedata.normalize("NFC", "".join(sign for sign in text if sign not in f"{ZERO}{SOFT}"))
    return "".join(sign for sign in kept if not sign.isspace() and sign != '"')


# --- The command


@pytest.fixture
def world(tmp_path: Path) -> Path:
    (tmp_path / PATH).parent.mkdir(parents=True)
    (tmp_path / PATH).write_bytes(SPACED.encode())
    return tmp_path


def run(world: Path, *arguments: str) -> tuple[int, str]:
    done = python("-m", "kanalstrategi.cli", "check", *arguments, cwd=world)
    assert "Traceback" not in done.stdout
    return done.returncode, done.stdout


def test_without_a_terminal_it_only_shows(world: Path) -> None:
    code, said = run(world, "--fix")
    assert code == 1 and (world / PATH).read_bytes() == SPACED.encode()
    assert f"--- a/{PATH}\n+++ b/{PATH}\n@@ " in said
    assert (
        "-  titel: Kanal‹U+00AD›strategi‹U+00A0›for‹U+200B› alle 2025\n+  titel: Kanalstrategi for alle 2025\n" in said
    )
    assert "--fix --yes" in said


def test_yes_corrects_and_then_checks(world: Path) -> None:
    (world / PATH).chmod(0o640)
    code, said = run(world, "--fix", "--yes")
    assert code == 0 and "0 fejl" in said
    assert (world / PATH).read_bytes() == fixed(SPACED).encode()
    assert stat.S_IMODE((world / PATH).stat().st_mode) == 0o640
    assert [path.name for path in (world / PATH).parent.iterdir()] == ["2025.yml"], "nothing half-written is left"
    assert "rettes af sig selv" in run(world, "--fix", "--yes")[1]


def test_a_file_that_could_not_be_read_is_corrected_and_then_says_what_is_wrong_in_it(world: Path) -> None:
    two_more = INDENTED.replace("omfang", "omfamg") + "ukendt_felt: 1\n"
    (world / PATH).write_bytes(two_more.encode())
    before = run(world)[1]
    assert "KS104" in before and "»omfamg«" not in before, "nothing is said of a line whose reading depends on a correction"
    code, said = run(world, "--fix", "--yes")
    assert code == 1 and "KS104" not in said and "»omfamg«" in said and "»ukendt_felt«" in said


def test_a_link_to_a_file_stays_a_link(world: Path) -> None:
    real = (world / PATH).rename(world / "et-andet-sted.yml")
    (world / PATH).symlink_to(real)
    assert run(world, "--fix", "--yes")[0] == 0
    assert (world / PATH).is_symlink() and real.read_bytes() == fixed(SPACED).encode()


def test_only_the_files_asked_for_are_corrected(world: Path) -> None:
    hearing = world / PATH.replace(".yml", ".hoering.yml")
    hearing.write_text(f"høring:\n  titel: Høring{NBSP}om alt\n", encoding="utf-8")
    assert run(world, "--fix", "--yes", hearing.relative_to(world).as_posix())[0] == 0
    assert NBSP not in hearing.read_text(encoding="utf-8") and (world / PATH).read_bytes() == SPACED.encode()


@pytest.mark.parametrize("arguments", [("--fix", "--format", "json"), ("--yes",)])
def test_what_makes_no_sense_is_refused(world: Path, arguments: tuple[str, ...]) -> None:
    code, said = run(world, *arguments)
    assert code == 2 and len(said.strip().splitlines()) == 1


def test_the_real_library_needs_no_correction() -> None:
    said = run(ROOT, "--fix")[1]
    assert "rettes af sig selv. Fundene herunder" in said.splitlines()[0] and " råd." in said.splitlines()[-1]


@pytest.mark.skipif(sys.platform == "win32", reason="a terminal of this kind is made on other systems only")
@pytest.mark.parametrize(("answer", "is_made"), [("ja", True), ("nej", False), ("", False), ("\x04", False)])
def test_in_a_terminal_it_asks(world: Path, answer: str, is_made: bool) -> None:
    code, said = in_a_terminal(world, answer)
    assert said.index("+  titel: ") < said.index("ja eller nej"), "what it is about is shown first"
    assert (code == 0, (world / PATH).read_bytes() == fixed(SPACED).encode()) == (is_made, is_made)
    assert "Traceback" not in said


def in_a_terminal(world: Path, answer: str) -> tuple[int, str]:
    """Run the command at a terminal and type an answer when it asks."""
    import pty

    child, terminal = pty.fork()
    if child == 0:
        os.chdir(world)
        os.execv(sys.executable, [sys.executable, "-m", "kanalstrategi.cli", "check", "--fix"])
    said, asked = b"", False
    while True:
        try:
            piece = os.read(terminal, 4096)
        except OSError:
            break
        if not piece:
            break
        said += piece
        if not asked and b"ja eller nej:" in said:
            asked = True
            os.write(terminal, f"{answer}\n".encode() if answer != "\x04" else b"\x04")
    os.close(terminal)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), said.decode().replace("\r\n", "\n")
