"""A press officer begins: the file that `new` makes, the one to copy in a browser, and the list of municipalities.

After a change of the model or of the words in a template, `python tests/test_new.py` writes the committed templates anew.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from conftest import EDITION, ROOT, python
from kanalstrategi import Report, check
from kanalstrategi.authoring import edition_file, edition_template, hearing_file, hearing_template
from kanalstrategi.i18n import catalog
from kanalstrategi.schema import modeline
from kanalstrategi.strategy import Edition, Hearing
from kanalstrategi.strategy.describe import describe
from kanalstrategi.strategy.municipalities import coded, municipalities, named, nearest
from kanalstrategi.strategy.passages import CHAPTERS

HILLEROED = named("Hillerød")
assert HILLEROED
WORDS = catalog("da")
FOLDER = ROOT / "strategier" / ".skabelon"
COMMITTED = {"udgave.yml": edition_template, "hoering.yml": hearing_template}
PATH, HEARING = "strategier/hilleroed/2025-2028.yml", "strategier/hilleroed/2025-2028.hoering.yml"
WRITTEN = edition_file(HILLEROED, "2025-2028", PATH, WORDS)
WRITTEN_HEARING = hearing_file(HILLEROED, "2025-2028", HEARING, WORDS)


def run(*arguments: str | Path, cwd: Path = ROOT) -> tuple[int, str]:
    done = python("-m", "kanalstrategi.cli", *arguments, cwd=cwd)
    assert "Traceback" not in done.stdout
    return done.returncode, done.stdout


def filled_in(text: str) -> str:
    """The file when its author has written something after every colon that has nothing."""
    lines = text.splitlines(keepends=True)
    for number, line in enumerate(lines):
        below = next((each for each in lines[number + 1 :] if each.strip() and not each.lstrip().startswith("#")), "")
        opens = len(below) - len(below.lstrip(" -")) > len(line) - len(line.lstrip(" -"))
        if re.fullmatch(r"[ -]*[\w]+:\n", line) and not opens:
            lines[number] = f"{line.rstrip()} {ANSWERS[line.strip(' -:' + chr(10))]}\n"
    return "".join(lines)


ANSWERS = {
    "kommune": "Hillerød Kommune",
    "titel": "Kanalstrategi",
    "udgiver": "Hillerød Kommune",
    "form": "Hele teksten",
    "citat": "Hele teksten",
    "forklaring": "Hele teksten",
    "betydning": "Hele teksten",
    "navn": "Hele teksten",
    "sted": "fakta",
}
"""What an author knows: words that stand in the document, and where."""


def report(edition: str, hearing: str | None = None) -> Report:
    files = {PATH: edition.encode()} | ({HEARING: hearing.encode()} if hearing else {})
    return check(files)[1]


# --- What is turned off


def blocks(text: str) -> Iterator[tuple[int, int]]:
    """The first and last line of everything that is turned off, as an author sees it: `# key` and what is under it.

    The first line of the file is for editors and says that it stays.
    """
    lines = text.splitlines()
    for number, line in enumerate(lines):
        if line in (modeline(Edition), modeline(Hearing)):
            continue
        if start := re.match(r"( *)# (?=[\w-])", line):
            end = number + 1
            while end < len(lines) and re.match(rf"{start[1]}# [ ]", lines[end]):
                end += 1
            yield number, end


def turn_on(text: str, first: int, last: int) -> str:
    """The text when an author has deleted the `# ` in front of these lines."""
    lines = text.splitlines()
    lines[first:last] = [re.sub(r"^( *)# ", r"\1", line, count=1) for line in lines[first:last]]
    return "\n".join(lines) + "\n"


def all_on(text: str) -> str:
    while found := next(blocks(text), None):
        text = turn_on(text, *found)
    return text


def each_on(text: str) -> Iterator[str]:
    """The text with one block turned on, for every block; and for every block inside it, with both."""
    for first, last in blocks(text):
        on = turn_on(text, first, last)
        yield on
        yield from (turn_on(on, *inner) for inner in blocks(on) if first <= inner[0] < last)


def test_the_file_has_something_to_turn_on() -> None:
    assert len(list(blocks(WRITTEN))) > 25 and len(list(each_on(WRITTEN))) > 35


def test_a_file_as_written_asks_for_nothing_but_what_only_the_author_knows() -> None:
    errors = report(WRITTEN).errors
    assert {finding.code for finding in errors} == {"KS231"}
    assert [finding.values["key"] for finding in errors] == ["titel", "form"]


def test_a_file_is_right_once_it_is_filled_in() -> None:
    assert not report(filled_in(WRITTEN)).errors
    assert not report(filled_in(WRITTEN), filled_in(WRITTEN_HEARING)).errors


@pytest.mark.parametrize("text", list(each_on(WRITTEN)), ids=lambda text: str(len(text)))
def test_every_block_can_be_turned_on(text: str) -> None:
    assert yaml.compose(text)
    assert {finding.code for finding in report(text).errors} == {"KS231"}, "nothing is wrong but what is not filled in"
    assert not report(filled_in(text)).errors


@pytest.mark.parametrize("text", list(each_on(WRITTEN_HEARING)), ids=lambda text: str(len(text)))
def test_every_block_of_a_hearing_can_be_turned_on(text: str) -> None:
    assert not report(filled_in(WRITTEN), filled_in(text)).errors


def test_everything_can_be_turned_on_at_once() -> None:
    assert not report(filled_in(all_on(WRITTEN)), filled_in(all_on(WRITTEN_HEARING))).errors


def test_what_is_turned_on_is_the_whole_model() -> None:
    """Every field has a line of its own somewhere, or stands where its like are listed."""
    for text, root in ((all_on(WRITTEN), Edition), (all_on(WRITTEN_HEARING), Hearing)):
        for key in root.keys():
            assert re.search(rf"^{key}:", text, re.MULTILINE), key
    both = all_on(WRITTEN) + all_on(WRITTEN_HEARING)
    tables = [table for table in describe() if not table.name.startswith(("ordlisten", "ord"))]
    keys = {described.key for table in tables for described in table.fields}
    assert not [key for key in keys if not re.search(rf"^[# -]*{key}:", both, re.MULTILINE)]


def test_every_meaning_is_told() -> None:
    told = " ".join(re.sub(r"^[ #]*## *", "", line) for line in WRITTEN.splitlines() if "##" in line)
    told = " ".join(told.split())
    meanings = {info.description or "" for info in Edition.keys().values()}
    meanings |= {
        described.meaning for table in describe() if table.name.startswith("kanaler") for described in table.fields
    }
    assert not [meaning for meaning in meanings if meaning not in told]


def test_the_fields_come_in_the_order_of_the_page() -> None:
    keys = re.findall(r"^(?:# )?(\w+):", WRITTEN, re.MULTILINE)
    chapters = [str(Edition.model_fields[name].alias) for name in CHAPTERS]
    assert keys[:2] == ["kommune", "kommunekode"]
    assert keys[2 : 2 + len(chapters)] == chapters
    assert sorted(keys) == sorted(Edition.keys())


def test_what_the_list_and_the_name_tell_is_filled_in() -> None:
    known = yaml.safe_load(WRITTEN)
    assert (known["kommune"], known["kommunekode"]) == ("Hillerød Kommune", 219)
    assert known["dokument"]["periode"] == {"fra": 2025, "til": 2028}
    assert known["dokument"]["kilde"]["udgiver"] == "Hillerød Kommune"
    assert "titel" in known["dokument"] and known["dokument"]["titel"] is None, "a title is never made up"


def test_no_line_is_a_wall() -> None:
    assert max(map(len, WRITTEN.splitlines())) < 120
    assert len(WRITTEN.splitlines()) < 520


# --- The files to copy


@pytest.mark.parametrize("name", COMMITTED)
def test_the_committed_template_is_current(name: str) -> None:
    current = COMMITTED[name](WORDS)
    assert (FOLDER / name).read_text(encoding="utf-8") == current, "run: python tests/test_new.py"


def test_the_template_to_copy_is_right_once_it_is_filled_in() -> None:
    text = edition_template(WORDS)
    asked = [finding.values["key"] for finding in report(text).errors]
    assert asked == ["kommune", "titel", "udgiver", "form"]
    assert not report(filled_in(text)).errors
    assert not report(filled_in(text), filled_in(hearing_template(WORDS))).errors


def test_a_template_in_a_hidden_folder_is_no_strategy() -> None:
    code, said = run("check", "strategier")
    assert code == 0 and "skabelon" not in said


def test_the_guide_names_the_files_to_copy() -> None:
    for page in ("vejledning.md", "vejledning.en.md"):
        text = (ROOT / "content" / page).read_text(encoding="utf-8")
        assert all(f"strategier/.skabelon/{name}" in text for name in COMMITTED)
        assert "kanalstrategi new" in text


# --- The command


@pytest.mark.parametrize(
    "written", [("Hillerød",), ("hilleroed",), ("219",), ("0219",), ("Hillerød Kommune",), ("HILLERØD", "kommune")]
)
def test_a_municipality_is_understood_however_it_is_written(written: tuple[str, ...], tmp_path: Path) -> None:
    code, said = run("new", *written, "2025-2028", cwd=tmp_path)
    assert code == 0 and PATH in said
    assert (tmp_path / PATH).read_text(encoding="utf-8") == WRITTEN


@pytest.mark.parametrize("written", ["Hillrød", "Hilleröd", "hillerod"])
def test_a_misspelling_is_told_what_it_might_be(written: str, tmp_path: Path) -> None:
    code, said = run("new", written, "2025-2028", cwd=tmp_path)
    assert code == 2 and "kanalstrategi new hilleroed 2025-2028" in said
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(("part", "whole"), [("Lyngby", "lyngby-taarbaek"), ("Ikast", "ikast-brande")])
def test_half_a_name_is_told_the_whole(part: str, whole: str, tmp_path: Path) -> None:
    assert f"kanalstrategi new {whole} 2025" in run("new", part, "2025", cwd=tmp_path)[1]


def test_a_word_that_is_like_no_municipality_gets_no_suggestion(tmp_path: Path) -> None:
    code, said = run("new", "xyzzy", "2025", cwd=tmp_path)
    assert code == 2 and "xyzzy" in said and "kanalstrategi new" not in said
    assert not list(tmp_path.iterdir())


def test_nothing_is_ever_overwritten(tmp_path: Path) -> None:
    run("new", "219", "2025-2028", cwd=tmp_path)
    (tmp_path / PATH).write_text("mit arbejde", encoding="utf-8")
    code, said = run("new", "219", "2025-2028", cwd=tmp_path)
    assert code == 1 and PATH in said and len(said.strip().splitlines()) == 1
    assert (tmp_path / PATH).read_text(encoding="utf-8") == "mit arbejde"


def test_a_file_that_cannot_be_written_is_told_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "strategier").write_text("en fil, hvor mappen skulle være", encoding="utf-8")
    code, said = run("new", "219", "2025-2028", cwd=tmp_path)
    assert code == 1 and PATH in said and len(said.strip().splitlines()) == 1


def test_the_folder_can_be_another(tmp_path: Path) -> None:
    assert run("new", "Ærø", "udateret", "--strategies", tmp_path / "andre")[0] == 0
    assert (tmp_path / "andre" / "aeroe" / "udateret.yml").is_file()


def test_the_name_of_an_edition_becomes_an_address(tmp_path: Path) -> None:
    assert run("new", "Ærø", "Udkast 2025–2028.yml", cwd=tmp_path)[0] == 0
    assert (tmp_path / "strategier" / "aeroe" / "udkast-2025-2028.yml").is_file()
    code, said = run("new", "Ærø", "–", cwd=tmp_path)
    assert code == 2 and "udateret" in said


def test_a_hearing_stands_beside_its_edition(tmp_path: Path) -> None:
    code, said = run("new", "219", "2025-2028", "--hoering", cwd=tmp_path)
    assert code == 2 and "kanalstrategi new hilleroed 2025-2028" in said and not list(tmp_path.iterdir())
    run("new", "219", "2025-2028", cwd=tmp_path)
    assert run("new", "219", "2025-2028", "--hoering", cwd=tmp_path)[0] == 0
    assert (tmp_path / HEARING).read_text(encoding="utf-8") == WRITTEN_HEARING
    code, said = run("new", "219", "2025-2028", "--hoering", cwd=tmp_path)
    assert code == 1 and HEARING in said and "2025-2028.hoering-2.yml" in said


def test_check_says_of_a_new_file_what_to_fill_in(tmp_path: Path) -> None:
    run("new", "219", "2025-2028", cwd=tmp_path)
    code, said = run("check", cwd=tmp_path)
    assert code == 1 and said.count("[KS231]") == 2 and f"{PATH}:" in said


# --- The list


def test_the_list_is_denmark() -> None:
    listed = municipalities()
    regions = Counter(each.region for each in listed)
    assert regions == {"Hovedstaden": 29, "Sjælland": 17, "Syddanmark": 22, "Midtjylland": 19, "Nordjylland": 11}
    assert len({each.code for each in listed}) == len({each.slug for each in listed}) == len(listed) == 98
    assert all(re.fullmatch(r"[1-8]\d\d", each.code) for each in listed)
    assert {
        "101": "København",
        "147": "Frederiksberg",
        "400": "Bornholm",
        "756": "Ikast-Brande",
        "860": "Hjørring",
    } == {each.code: each.name for each in listed if each.code in ("101", "147", "400", "756", "860")}


def test_every_municipality_is_found_by_all_it_is_called() -> None:
    for each in municipalities():
        for written in (
            each.name,
            each.full_name,
            each.slug,
            each.name.upper(),
            f"{each.name}s Kommune",
            each.name.removesuffix("s"),
        ):
            assert named(written) == each, written
        assert coded(each.code) == coded(f"0{each.code}") == each


def test_older_spellings_are_known() -> None:
    assert {
        written: found and found.name
        for written in ("Århus", "Høje Taastrup", "Åbenrå", "Lyngby-Tårbæk")
        if (found := named(written))
    } == {
        "Århus": "Aarhus",
        "Høje Taastrup": "Høje-Taastrup",
        "Åbenrå": "Aabenraa",
        "Lyngby-Tårbæk": "Lyngby-Taarbæk",
    }


def test_a_name_that_was_made_up_is_no_misspelling() -> None:
    assert not [name for name in ("Ærtebjerg Kommune", "Eksempel Kommune", "Kommune", "") if nearest(name)]


def hilleroed(**changes: str) -> Report:
    text = EDITION.replace("Ærtebjerg", changes.get("name", "Hillerød"), 1)
    text = text.replace("dokument:", f"kommunekode: {changes.get('code', '219')}\ndokument:", 1)
    return check({f"strategier/{changes.get('folder', 'hilleroed')}/2025.yml": text.encode()})[1]


def codes(found: Report) -> list[str]:
    return [finding.code for finding in found if finding.code in ("KS310", "KS311", "KS312")]


def test_a_listed_municipality_in_its_folder_is_right() -> None:
    assert codes(hilleroed()) == []
    assert codes(hilleroed(name="Ærtebjerg", folder="aertebjerg", code="999")) == []


@pytest.mark.parametrize(
    ("changes", "code", "cure"),
    [
        ({"name": "Hillrød"}, "KS310", "Hillerød Kommune"),
        ({"folder": "hillerod"}, "KS311", "hilleroed"),
        ({"code": "217"}, "KS312", "219"),
    ],
)
def test_what_does_not_agree_with_the_list_is_found_and_never_stops_a_build(
    changes: dict[str, str], code: str, cure: str
) -> None:
    found = hilleroed(**changes)
    assert codes(found) == [code] and not found.errors
    [finding] = [finding for finding in found if finding.code == code]
    assert cure in finding.values.values()


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    for committed, make in COMMITTED.items():
        (FOLDER / committed).write_text(make(WORDS), encoding="utf-8")
