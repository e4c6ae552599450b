"""Beside an earlier revision the check sees what a file alone cannot show: dead addresses, adopted words that changed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from conftest import EDITION, python
from test_diff import commit, git, write

TEXT = "principper:\n  - principper:\n      - {id: naer, tekst: Vi er til at få fat i for alle borgere.}\n      - {id: klar, tekst: Vi skriver i klart sprog til alle.}\n"  # fmt: skip
HEARING = "høring: {titel: Høring}\nsvar:\n  - id: raadet\n    fra: Handicaprådet\n    generelle_bemærkninger:\n      - {id: a, slags: [ønske], tekst: Skriv klart og kort.}\n"  # fmt: skip
ADOPTED = EDITION.replace("  omfang: hele\n", "  omfang: hele\n  status: vedtaget\n")
FILE = "strategier/aertebjerg/2025.yml"


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    folder = tmp_path / "projekt"
    write(folder, FILE, ADOPTED + TEXT)
    write(folder, "strategier/aertebjerg/2025.hoering.yml", HEARING)
    git(folder, "init", "-q", "-b", "main")
    commit(folder)
    return folder


def since(folder: Path, *arguments: str) -> tuple[int, dict[str, tuple[str, int]]]:
    """The exit code, and the file and line of each KS6 finding by its code."""
    done = python("-m", "kanalstrategi.cli", "check", "--since", "main", "--format", "json", *arguments, cwd=folder)
    assert "Traceback" not in done.stdout, done.stdout
    if done.returncode == 2:
        return 2, {}
    found = [each for each in json.loads(done.stdout)["findings"] if each["code"].startswith("KS6")]
    assert len(found) == len({each["code"] for each in found}), found
    return done.returncode, {each["code"]: (each["path"], each["line"]) for each in found}


def test_nothing_changed_is_nothing_found(repository: Path) -> None:
    assert since(repository) == (0, {})


@pytest.mark.parametrize("arguments", [(), ("strategier/aertebjerg",), (FILE,)], ids=str)
def test_a_changed_address_is_found_at_its_id(repository: Path, arguments: tuple[str, ...]) -> None:
    write(repository, FILE, (ADOPTED + TEXT).replace("id: klar", "id: klart-sprog"))
    code, found = since(repository, *arguments)
    line = (ADOPTED + TEXT).split("id: klar")[0].count("\n") + 1
    assert code == 0 and found == {"KS601": (FILE, line)}


def test_the_cure_names_the_old_id(repository: Path) -> None:
    write(repository, FILE, (ADOPTED + TEXT).replace("id: klar", "id: klart-sprog"))
    said = python("-m", "kanalstrategi.cli", "check", "--since", "main", cwd=repository).stdout
    assert "»princip-klar« hedder nu »princip-klart-sprog«" in said and "Sæt id tilbage til klar." in said


@pytest.mark.parametrize("old, new", [("id: antal", "id: henvendelser"), ("id: kurve", "id: udvikling")])
def test_a_table_and_a_figure_keep_their_addresses(repository: Path, old: str, new: str) -> None:
    text = (ADOPTED + TEXT) + (
        "afsnit:\n  - id: tal\n    overskrift: Tal\n    tekst:\n      - tabel:\n          id: antal\n          titel: Antal\n"
        "          kolonner: [Kanal, Antal]\n          rækker:\n            - {navn: Brev, celler: ['20']}\n"
        "      - figur:\n          id: kurve\n          mangler: Billedet er ikke med.\n"
    )
    write(repository, FILE, text)
    commit(repository)
    write(repository, FILE, text.replace(old, new))
    assert since(repository) == (0, {"KS601": (FILE, text.split(old)[0].count("\n") + 1)})


def test_an_address_that_is_gone_is_found_beside_what_stood_before_it(repository: Path) -> None:
    shorter = (ADOPTED + TEXT).rpartition("      - {id: klar")[0]
    write(repository, FILE, shorter)
    code, found = since(repository)
    assert found["KS602"] == (FILE, shorter.split("id: naer")[0].count("\n") + 1)
    assert set(found) == {"KS602", "KS604"}, "the adopted words changed, too"


def test_a_remark_keeps_its_address(repository: Path) -> None:
    write(repository, "strategier/aertebjerg/2025.hoering.yml", HEARING.replace("id: a,", "id: b,"))
    assert since(repository)[1].keys() == {"KS601"}


def test_adopted_words_change_only_with_a_word_about_it(repository: Path) -> None:
    changed = (ADOPTED + TEXT).replace("for alle borgere", "for de fleste borgere")
    write(repository, FILE, changed)
    assert since(repository)[1].keys() == {"KS604"}
    told = changed.replace("  omfang: hele\n", "  omfang: hele\n  revisioner: [{hvornår: '2026', hvad: Princip 1 rettet}]\n")
    write(repository, FILE, told)
    assert since(repository) == (0, {})


def test_typography_and_drafts_may_change(repository: Path) -> None:
    write(repository, FILE, (ADOPTED + TEXT).replace("klart sprog til alle.", "klart sprog – til alle"))
    assert since(repository) == (0, {})
    write(repository, FILE, EDITION + TEXT)
    commit(repository)
    write(repository, FILE, EDITION + TEXT.replace("for alle borgere", "for de fleste borgere"))
    assert since(repository) == (0, {})


def test_a_file_that_is_gone_or_called_something_else_is_found(repository: Path) -> None:
    write(repository, "strategier/aertebjerg/2021.yml", EDITION.replace("fra: 2025, til: 2028", "fra: 2021, til: 2024"))
    commit(repository)
    (repository / "strategier/aertebjerg/2021.yml").unlink()
    assert since(repository)[1] == {"KS603": ("strategier/aertebjerg/2021.yml", 1)}
    git(repository, "checkout", "-q", "--", ".")
    git(repository, "mv", "strategier/aertebjerg/2021.yml", "strategier/aertebjerg/2021-2024.yml")
    assert since(repository)[1] == {"KS605": ("strategier/aertebjerg/2021-2024.yml", 1)}


def test_what_is_new_has_nothing_to_be_compared_with(repository: Path) -> None:
    write(repository, "strategier/brobjerg/2020.yml", EDITION.replace("Ærtebjerg", "Brobjerg"))
    assert since(repository) == (0, {})
    assert since(repository, "strategier/brobjerg") == (0, {})


def test_a_revision_that_is_not_there_gives_2(repository: Path) -> None:
    done = python("-m", "kanalstrategi.cli", "check", "--since", "findes-ikke", cwd=repository)
    assert done.returncode == 2 and "Git kender ingen version" in done.stdout


def test_a_file_that_cannot_be_read_now_is_an_error_of_its_own(repository: Path) -> None:
    write(repository, FILE, "kommune: [")
    assert since(repository)[0] == 1
