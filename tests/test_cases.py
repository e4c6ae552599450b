"""Cases as files: what an author may write, and exactly what is found where it went wrong.

`cases/ok/*.yml` must be silent. Beside `cases/error/<name>.yml` stands `<name>.expected`, a line for each finding:
line, column, code, severity, and the words that the marker is under (an invisible character is a `·`). Every case is
`cases/ok/minimal.yml` with one change; `*.hoering.yml` is a hearing about it.

A new case: write the `.yml`, run `python tests/test_cases.py`, and read the `.expected` that it wrote.
"""

from __future__ import annotations

import random
import re
import string
from collections.abc import Iterator
from datetime import date, time
from decimal import Decimal
from pathlib import Path

import pytest
import yaml
from kanalstrategi import Library, Report, check, load, read_files, source
from kanalstrategi.diagnostics import Finding, Severity, terminal
from kanalstrategi.i18n import LANGUAGES, catalog
from kanalstrategi.source import characters
from kanalstrategi.strategy import Edition, Hearing, decode, vocabulary
from kanalstrategi.strategy.channels import Channel
from kanalstrategi.strategy.fields import Amount
from kanalstrategi.strategy.statements import Goal

CASES = Path(__file__).resolve().parent / "cases"
PACKAGE = Path(source.__file__).resolve().parent.parent
OK = sorted(CASES.glob("ok/*.yml"))
ERROR = sorted(CASES.glob("error/*.yml"))
EDITION, HEARING = "strategier/aertebjerg/2025.yml", "strategier/aertebjerg/2025.hoering.yml"
MINIMAL = (CASES / "ok" / "minimal.yml").read_bytes()


def library_of(path: Path) -> tuple[Library, Report]:
    files = {EDITION: path.read_bytes()}
    if path.name.endswith(".hoering.yml"):
        files = {EDITION: MINIMAL, HEARING: path.read_bytes()}
    return check(files)


def marked(finding: Finding) -> str:
    """The words that the marker is under, as a terminal shows them."""
    span = finding.span
    words = span.source.line(span.line)[span.column - 1 :][: span.width]
    return "".join(character if character.isprintable() else "·" for character in words)


def in_short(finding: Finding) -> str:
    span = finding.span
    return f"{span.line}:{span.column} {finding.code} {finding.severity.value} {marked(finding)}".rstrip()


def found(path: Path) -> str:
    return "".join(f"{in_short(finding)}\n" for finding in library_of(path)[1])


def name(path: Path) -> str:
    return path.name.removesuffix(".yml")


# --- The cases


@pytest.mark.parametrize("path", OK, ids=name)
def test_what_is_right_is_silent(path: Path) -> None:
    assert found(path) == ""


@pytest.mark.parametrize("path", ERROR, ids=name)
def test_what_is_wrong_is_found_in_its_place(path: Path) -> None:
    assert found(path) == path.with_suffix(".expected").read_text(encoding="utf-8")


SEVERAL_MISTAKES = {
    "duplicate-key-nfd": 2,
    "missing-keys-two": 2,
    "unknown-word-other": 3,
    "key-in-english": 3,
    "two-chapter-and-period": 2,
    "two-colon-and-period": 2,
    "two-field-and-place": 2,
    "two-quote-and-period": 2,
    "two-tab-and-period": 2,
    "two-indent-and-period": 2,
    "two-time-and-cells": 2,
}


@pytest.mark.parametrize("path", ERROR, ids=name)
def test_one_mistake_is_one_finding(path: Path) -> None:
    assert len(library_of(path)[1]) == SEVERAL_MISTAKES.get(name(path), 1)


def test_every_expectation_belongs_to_a_case() -> None:
    assert {path.with_suffix("") for path in CASES.glob("error/*.expected")} == {path.with_suffix("") for path in ERROR}


# --- What a Danish author means


def edition_of(case: str) -> Edition:
    library, _ = library_of(CASES / "ok" / f"{case}.yml")
    return library.strategies[0].edition


def test_text_stays_the_text_that_was_written() -> None:
    document = edition_of("text-that-looks-like-yaml").document
    assert document.title == "Mål #1: kontakt"
    assert document.other_names == (
        "no", "12:30", "12:30", "0219", "2020-09-17", "85.15", "80 %", "1,5", "2.526", "ja", "1e3", ".5", ".inf",
        "0x1F", "1_000", "=", "~", "Ærtebjerg's strategi", "Mål#1", "http://www.aertebjerg.dk", "Vi vil, og vi kan",
        "-5 grader", "on", "Vi har & bruger * og ! og % og @", "null",
    )  # fmt: skip


def test_values_mean_what_a_danish_author_means() -> None:
    edition = edition_of("values")
    document = edition.document
    assert edition.municipality_code == "219"
    assert document.period and (document.period.first, document.period.last) == (2014, 2018)
    assert document.adoption and document.adoption.day == date(2020, 9, 17)
    assert document.subjects == ("85.15", "00.13.02", "85")
    assert [statement.labelled for statement in edition.vision] == [True, False]
    assert edition.follow_up and (edition.follow_up.interval_years, edition.follow_up.years) == (4, (2013, 2015))


def test_amounts_are_read_the_danish_way() -> None:
    (goal,) = edition_of("values").goals[0].goals
    assert isinstance(goal, Goal)
    assert [target.value for target in goal.targets] == [
        Amount(Decimal("80"), "%", "80 %"),
        Amount(Decimal("1.5"), "minutter", "1,5 minutter"),
        Amount(Decimal("2526"), "", "2.526"),
        Amount(Decimal("12345.5"), "besøg", "12.345,5 besøg"),
        Amount(Decimal("80"), "%", "80%"),
    ]


def test_times_are_times_of_day() -> None:
    channels = edition_of("values").channels
    assert channels and isinstance(channel := channels.channels[0], Channel)
    assert [(hours.opens, hours.closes) for hours in channel.opening_hours] == [
        (time(10), time(15, 30)),
        (time(8), time(12, 30)),
        (None, None),
        (None, None),
    ]
    assert [f"{hours.days}: {hours.written}" for hours in channel.opening_hours[1:]] == [
        "Tirsdag: 08.00–12.30", "Onsdag: lukket", "Fredag: kun efter aftale",
    ]  # fmt: skip


def test_running_text_keeps_its_signs() -> None:
    edition = edition_of("running-text")
    assert edition.summary and edition.summary.text[0].prose == (
        'Vi vil: hjælpe alle. # ikke en bemærkning\n- "ring" til os\n* skriv til os\n\n& kom forbi!'
    )
    table = edition.sections[0].text[2].table
    assert table and (table.rows[1].label, table.rows[1].cells) == (None, (None,))


# --- What no file holds


def test_line_breaks_of_every_system_count_alike() -> None:
    text = MINIMAL.decode().replace("titel: Kanalstrategi", "titel: @")
    places = {in_short(finding) for ending in ("\n", "\r\n", "\r") for finding in _findings(text.replace("\n", ending))}
    assert places == {"4:10 KS109 fejl @"}


def test_a_file_that_is_too_large_is_not_read() -> None:
    text = MINIMAL.decode() + "# " + "x" * characters.MAX_BYTES
    assert [in_short(finding) for finding in _findings(text)] == ["1:1 KS102 fejl k"]


def test_many_invisible_characters_are_one_finding() -> None:
    text = MINIMAL.decode() + "kort_fortalt:\n  skrevet_af: redaktionen\n  tekst: |\n" + "    Ring\u200b.\n" * 500
    (finding,) = _findings(text)
    assert finding.values["lines"] == "13, 14, 15, 16, 17, 18, 19, 20, 21, 22 …"


@pytest.mark.parametrize(
    ("right", "wrong", "code"),
    [
        ("  omfang: hele", "  omfang:hele", "KS123"),
        ("titel: Kontakt", "titel: Kontakt: med os", "KS108"),
        ("udgiver: Æ", "udgiver: @Æ", "KS109"),
        ("titel: Kontakt", 'titel: "Kontakt', "KS110"),
        ("    - id: nettet", "    – id: nettet", "KS142"),
        ("    - id: nettet", "    -id: nettet", "KS127"),
        ("fælles: [web]", "fælles: [web", "KS130"),
        ("  omfang: hele", "  omfang hele", "KS121"),
        ("  type: kanal", "  type:\u00a0kanal", "KS104"),
        ("        Og to.", "      Og to.", "KS132"),
    ],
)
def test_a_mistake_in_the_yaml_does_not_hide_the_others(right: str, wrong: str, code: str) -> None:
    text = MINIMAL.decode().replace("titel: Kanalstrategi", "titel: Kontakt").rstrip() + (
        "\nkanaler:\n  kanaler:\n    - id: nettet\n      navn: Nettet\n      fælles: [web]\n      rolle: størst\n"
        "      tekst: |\n        Et.\n        Og to.\nopfølgning:\n  interval_år: fire år\n"
    )
    assert right in text and [finding.code for finding in _findings(text)] == ["KS219", "KS210"]
    findings = _findings(text.replace(right, wrong))
    assert sorted(finding.code for finding in findings) == sorted([code, "KS219", "KS210"])
    assert all(finding.span.source.text == text.replace(right, wrong) for finding in findings)


def test_two_mistakes_in_the_yaml_are_told_at_once() -> None:
    text = MINIMAL.decode().replace("titel: Kanalstrategi", "titel: Kontakt: os").replace("type: ", "type:")
    assert [finding.code for finding in _findings(text)] == ["KS108", "KS123"]


def test_below_a_misspelt_key_is_looked_too() -> None:
    text = MINIMAL.decode() + "\nchannels:\n  channels:\n    - id: telefon\n      name: Telefon\n      rolle: størst\n"
    assert [(finding.code, finding.span.line) for finding in _findings(text)] == [("KS201", 11), ("KS201", 12), ("KS201", 14), ("KS219", 15)]


@pytest.mark.parametrize(
    ("above", "lost", "code"),
    [
        ("ramme:\n  tekst: Vi følger loven.\n", "  tekst: Vi evaluerer.\n  interval_år: 2\n", "KS261"),
        ("kort_fortalt:\n  skrevet_af: redaktionen\n  tekst: Ring.\n", "  overskrift: Hjælp\n  tekst: Vi hjælper dig.\n", "KS263"),
        ("kort_fortalt:\n  skrevet_af: redaktionen\n  tekst: Ring.\n", "  hjælp:\n  overskrift: Hjælp\n  tekst: Vi hjælper dig.\n", "KS233"),
    ],
)
def test_a_chapter_whose_key_is_gone_is_one_finding(above: str, lost: str, code: str) -> None:
    text = MINIMAL.decode() + above + lost + "uddrag:\n  - {tema: hjælp, citat: Vi hjælper dig., sted: hjaelp}\n"
    (finding,) = _findings(text)
    assert (finding.code, finding.span.line) == (code, (MINIMAL.decode() + above).count("\n") + 1)
    _is_worded(finding)


def test_a_file_with_far_too_many_mistakes_is_not_read_to_the_end() -> None:
    text = "".join(f"kommune: Ærtebjerg #{number}\n" for number in range(10_000))
    findings = _findings(text)
    assert len(findings) < 1000 and findings[-1].code == "KS139"
    _is_worded(findings[-1])


CURES = {
    "id-of-a-star": "Skriv for eksempel: id: stjerne",
    "id-with-capital-in-list": "Skriv for eksempel: sofie",
    "telephone-after-a-word": "telefon: 89 64 10 10",
    "unknown-word-for-at-most": "Skriv »højst«.",
    "unknown-word-instagram": "Skriv »sociale-medier«.",
    "dash-twice": "- id: klart",
    "key-in-bold-in-list": "Skriv: id: klart",
    "item-first-line-gone": "- id: …",
    "period-as-text": "fra: 2014, til: 2018",
    "hours-on-one-line": 'dage: man-tor, fra: "09:00", til: "14:00"',
    "table-row-in-brackets": "- navn: ",
    "date-day-before-month": "dato: 2020-09-17",
    "date-with-long-dashes": "dato: 2020-09-17",
    "date-year-of-two-digits": "dato: 2020-09-17",
    "whole-number-ordinal": "for eksempel 2.",
    "web-address-scheme-misspelt": "https://www.kommune.dk/kanaler",
    "telephone-letter-for-a-digit": "telefon: 46 46 46 40",
    "mail-with-a-space": "e-mail: post@kommune.dk",
    "ids-with-semicolon": "Skriv: borgere, virksomheder",
    "unknown-word-and-more": "Skriv »hele«.",
    "unknown-word-sign-of-arithmetic": "Skriv »mindst«.",
    "rule-place-whole-address": "Skriv »afsnit-forord«",
    "indent-one-space-too-little": "i parentes: id (6).",
    "dash-gone-of-the-only-item": "Skriv »- id: kurser«",
    "item-first-line-gone-of-a-text": "- |",
    "chapter-key-gone-below-a-list": "Skriv nøglen på linjen over",
    "list-outdented-below-a-text": "så sæt 6 mellemrum foran",
    "year-in-another-century": "begynder med 19 eller 20",
    "amount-after-its-currency": "beløb: 250.000 kr",
    "rule-link-to-a-mail-address": "Skriv: [os](mailto:post@kommune.dk)",
    "hearing-word-for-list.hoering": "foran: - ønske",
    "quote-around-first-words-before-a-comma": "'\"Kanalplanen\", som den hed'",
    "indent-too-much": "i parentes: titel (2).",
    "indent-dash-one-too-much": "Sæt 4 mellemrum foran",
    "mail-with-at-in-words": "e-mail: borgerservice@kommune.dk",
    "list-in-parentheses": "- telefon",
    "list-of-texts-in-one-text": "andre_navne: [Kanalplanen, Kontaktplanen]",
    "list-of-lines-for-text": '"Kanalstrategi, for kommunen"',
    "missing-text-under-heading": "skriv »tekst:« i stedet for »overskrift:«",
    "list-below-a-guideline": "Skriv punkterne nederst i »tekst«",
}


@pytest.mark.parametrize("case", CURES)
def test_a_cure_leads_straight_to_what_to_write(case: str) -> None:
    (finding,) = library_of(CASES / "error" / f"{case}.yml")[1]
    assert CURES[case] in catalog("da")(f"finding.{finding.code}.cure", **finding.values)


def test_a_name_that_cannot_be_an_address() -> None:
    (finding,) = check({"strategier/Ærtebjerg Kommune/Udgave 2025.yml": MINIMAL})[1]
    assert finding.code == "KS501"
    assert finding.values["suggestion"] == "aertebjerg-kommune/udgave-2025.yml"
    _is_worded(finding)


@pytest.mark.parametrize(
    ("file", "code", "right"),
    [
        ("2025.yml", "KS503", "strategier/aertebjerg/2025.yml"),
        ("2025.hoering.yml", "KS503", "strategier/aertebjerg/2025.hoering.yml"),
        ("aertebjerg/2025/udgave.yml", "KS503", "strategier/aertebjerg/udgave.yml"),
        ("aertebjerg/ordliste.yml", "KS503", "strategier/ordliste.yml"),
        ("Ordliste.yaml", "KS503", "strategier/ordliste.yml"),
        ("aertebjerg/2025.hoering2.yml", "KS501", "aertebjerg/2025.hoering-2.yml"),
        ("aertebjerg/2025.høringssvar.yml", "KS501", "aertebjerg/2025.hoering.yml"),
        ("aertebjerg/2025.yaml.txt", "KS501", "aertebjerg/2025.yml"),
        ("aertebjerg/2025.hoering.YML", "KS501", "aertebjerg/2025.hoering.yml"),
    ],
)
def test_a_file_in_the_wrong_place_is_told_where_it_belongs(file: str, code: str, right: str, tmp_path: Path) -> None:
    """On the disk, since a file that is not looked at is passed over in silence."""
    (tmp_path / "strategier" / file).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / "strategier" / file).write_bytes(MINIMAL)
    library, report = load(tmp_path / "strategier")
    (finding,) = report
    assert (finding.code, finding.values["suggestion"]) == (code, right) and not library.municipalities
    _is_worded(finding)
    assert [each.code for each in check(read_files([tmp_path / "strategier"]))[1]] == [code]


def test_a_link_to_a_file_that_is_gone_is_told_of(tmp_path: Path) -> None:
    (tmp_path / "strategier" / "aertebjerg").mkdir(parents=True)
    (tmp_path / EDITION).symlink_to(tmp_path / "gone.yml")
    (finding,) = load(tmp_path / "strategier")[1]
    assert (finding.code, finding.span.source.name) == ("KS119", EDITION)
    assert [each.code for each in check(read_files([tmp_path / "strategier"]))[1]] == ["KS119"]


@pytest.mark.parametrize(
    ("entry", "code", "marked"),
    [
        ("  - {id: esdh, ord: KLE, forklaring: Emner.}\n", "KS301", "esdh"),
        ("  - {id: esdh-2, ord: ESDH, former: [ESDH-system], forklaring: Sager.}\n", "KS592", "ESDH"),
        ("  - {id: system, ord: system, former: [ESDH-system], forklaring: Sager.}\n", "KS592", "ESDH-system"),
        ("  - {id: kle, ord: KLE, forklaring: TODO}\n", "KS337", "TODO"),
        ('  - {id: kle, ord: KLE, forklaring: "Se [listen](www.kle.dk)."}\n', "KS306", "www"),
        ("  - {id: kle, ord: KLE, forklaring: Emner.}\n", "", ""),
    ],
)
def test_the_words_of_the_glossary_are_read_together(entry: str, code: str, marked: str) -> None:
    glossary = "ord:\n  - {id: esdh, ord: ESDH, former: [ESDH-system], forklaring: Sager.}\n\n# A second word\n" + entry
    found = list(check({EDITION: MINIMAL, "strategier/ordliste.yml": glossary.encode()})[1])
    assert [(finding.code, (finding.span.line, finding.span.column)) for finding in found] == (
        [(code, (5, entry.index(marked) + 1))] if code else []
    )
    for finding in found:
        _is_worded(finding)


def test_a_copied_file_is_told_of_once() -> None:
    edition = MINIMAL + b"kort_fortalt: {skrevet_af: redaktionen, tekst: TODO}\n"
    for copy in ("2025 - Kopi.yml", "2025-kopi.yml", "2025 (1).yml"):
        found = check({EDITION: edition, f"strategier/aertebjerg/{copy}": edition})[1]
        assert [(finding.code, finding.span.source.name == EDITION) for finding in found] == [("KS590", False), ("KS337", True)]
        _is_worded(next(iter(found)))
    changed = {EDITION: MINIMAL, "strategier/aertebjerg/2025-kopi.yml": edition}
    assert [finding.code for finding in check(changed)[1]] == ["KS337"]


def test_a_hearing_without_its_edition() -> None:
    hearing = (CASES / "ok" / "minimal.hoering.yml").read_bytes()
    (finding,) = check({EDITION: MINIMAL, "strategier/aertebjerg/2020.hoering.yml": hearing})[1]
    assert in_short(finding) == "1:1 KS502 fejl høring"
    _is_worded(finding)


def test_an_edition_that_could_not_be_read_is_not_said_to_be_missing() -> None:
    hearing = (CASES / "error" / "hearing-change-edition.hoering.yml").read_bytes()
    broken = MINIMAL.replace(b"dokument:", b"dokumnet:")
    files = {EDITION: MINIMAL, HEARING: hearing}
    assert [finding.code for finding in check(files)[1]] == ["KS347"]
    found = check({**files, "strategier/aertebjerg/2029-2032.yml": broken})[1]
    assert found.errors and {finding.span.source.name for finding in found} == {"strategier/aertebjerg/2029-2032.yml"}


def test_editions_that_differ_about_the_name() -> None:
    other = MINIMAL.replace("kommune: Ærtebjerg Kommune".encode(), "kommune: Ærtebjerg".encode())
    (finding,) = check({EDITION: MINIMAL, "strategier/aertebjerg/2020.yml": other})[1]
    assert finding.code == "KS309"
    _is_worded(finding)


def test_signs_of_markup_are_told_in_the_file_they_stand_in() -> None:
    edition = MINIMAL + "ramme:\n  tekst: Vi følger <b>loven</b>.\n".encode()
    hearing = (CASES / "ok" / "minimal.hoering.yml").read_bytes().replace(b"titel:", b"om: Et <b>udkast</b>.\n  titel:", 1)
    found = [finding for finding in check({EDITION: edition, HEARING: hearing})[1] if finding.code == "KS365"]
    assert {(finding.span.source.name, str(finding.values["lines"])) for finding in found} == {(EDITION, "11"), (HEARING, "2")}


def _findings(text: str) -> list[Finding]:
    return list(check({EDITION: text.encode()})[1])


# --- The words


PARTS = ("what", "why", "cure")


def named(sentence: str) -> set[str]:
    """The values that a sentence names."""
    return set(re.findall(r"\{(\w+)\}", sentence))


def _is_worded(finding: Finding) -> None:
    """The three sentences can be said in both languages, with every value that they name."""
    for language in LANGUAGES:
        words = catalog(language)
        sentences = [text for key, text in words.entries.items() if key.startswith(f"finding.{finding.code}.")]
        assert len(sentences) >= len(PARTS)
        assert all(named(sentence) <= set(finding.values) for sentence in sentences), finding
        assert terminal.full([finding], words)


@pytest.mark.parametrize("path", ERROR, ids=name)
def test_every_finding_can_be_said(path: Path) -> None:
    for finding in library_of(path)[1]:
        _is_worded(finding)


def codes_in_the_code() -> set[str]:
    files = PACKAGE.rglob("*.py")
    return {code for file in files for code in re.findall(r'"(KS\d{3})"', file.read_text(encoding="utf-8"))}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_code_has_words(language: str) -> None:
    words = catalog(language)
    worded = {key.split(".")[1] for key in words.entries if re.match(r"finding\.KS\d{3}\.", key)}
    assert worded == codes_in_the_code()
    assert not [f"{code}.{part}" for code in worded for part in PARTS if f"finding.{code}.{part}" not in words]


def test_both_languages_name_the_same_values() -> None:
    def values(language: str) -> dict[str, set[str]]:
        entries = catalog(language).entries
        return {key: named(sentence) for key, sentence in entries.items() if key.startswith("finding.")}

    assert values("da") == values("en")


def test_nearly_every_code_has_a_case() -> None:
    expected = "".join(path.read_text(encoding="utf-8") for path in CASES.glob("error/*.expected"))
    expected += "".join(page.read_text(encoding="utf-8") for page in PACKAGE.glob("rules/*.md"))
    expected += (CASES.parent / "test_since.py").read_text(encoding="utf-8")  # they need two states of a library
    elsewhere = {"KS102", "KS139", "KS501", "KS502", "KS503", "KS590", "KS592", "KS263"}
    unforeseen = {"KS299"}
    assert codes_in_the_code() - set(re.findall(r"KS\d{3}", expected)) == elsewhere | unforeseen


SETS = {
    "kind": vocabulary.Kind,
    "status": vocabulary.Status,
    "coverage": vocabulary.Coverage,
    "absence": vocabulary.Absence,
    "absence_meaning": vocabulary.Absence,
    "theme": vocabulary.Theme,
    "channel": vocabulary.CommonChannel,
    "role": vocabulary.Role,
    "comparator": vocabulary.Comparator,
    "finality": vocabulary.Finality,
    "direction": vocabulary.Direction,
    "level": vocabulary.GoalLevel,
    "reader": vocabulary.Reader,
    "author": vocabulary.Author,
    "remark": vocabulary.RemarkKind,
    "hearing_status": vocabulary.HearingStatus,
    "answer": vocabulary.AnswerStatus,
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_fixed_word_has_a_label(language: str) -> None:
    text = (PACKAGE / "i18n" / language / "vocabulary.yml").read_text(encoding="utf-8")
    labels = yaml.safe_load(text)
    assert {name: list(words) for name, words in labels.items()} == {
        name: [word.value for word in words] for name, words in SETS.items()
    }
    assert all(isinstance(label, str) for words in labels.values() for label in words.values())


# --- Whatever stands in a file


def mutilated(text: str, times: int, seed: int) -> Iterator[str]:
    """The text with a few characters taken out, put in or replaced, the same ones every time."""
    chance = random.Random(seed)
    signs = " \t\n:-#'\"[]{}&*!|>%@`?,\\~" + string.ascii_lowercase + "æøå0123456789\u00a0\u200b\u0085\ufeff\u0430"
    for _ in range(times):
        letters = list(text)
        for _ in range(chance.randint(1, 4)):
            start = chance.randrange(len(letters))
            new = "".join(chance.choices(signs, k=chance.randint(0, 3)))
            letters[start : start + chance.randint(0, 3)] = new
        yield "".join(letters)


def holds(data: bytes, model: type[Edition] | type[Hearing]) -> None:
    """Reading never raises, every place lies in the file, every finding can be said, and no failure is silent."""
    text, node, findings = source.read(data, "2025.yml")
    if node is not None or not findings:
        value, more = decode(node, model, text)
        findings = [*findings, *more]
        assert value is not None or any(finding.severity is Severity.ERROR for finding in findings)
    else:
        assert any(finding.severity is Severity.ERROR for finding in findings)
    for finding in findings:
        assert 1 <= finding.span.line <= len(text.lines)
        assert 1 <= finding.span.column <= len(text.line(finding.span.line)) + 1
        _is_worded(finding)


@pytest.mark.parametrize("case", ["values", "running-text", "text-that-looks-like-yaml", "keys-under-each-other"])
def test_a_mutilated_file_is_read_to_the_end(case: str) -> None:
    text = (CASES / "ok" / f"{case}.yml").read_text(encoding="utf-8")
    for variant in mutilated(text, 150, seed=len(text)):
        holds(variant.encode("utf-8"), Edition)


def test_a_mutilated_hearing_is_read_to_the_end() -> None:
    text = (CASES / "ok" / "minimal.hoering.yml").read_text(encoding="utf-8")
    for variant in mutilated(text, 100, seed=1):
        holds(variant.encode("utf-8"), Hearing)


def test_random_bytes_are_read_to_the_end() -> None:
    chance = random.Random(2026)
    for _ in range(200):
        holds(chance.randbytes(chance.randint(0, 200)), Edition)
        holds(MINIMAL[: chance.randrange(len(MINIMAL))] + chance.randbytes(3) + MINIMAL[:50], Edition)


if __name__ == "__main__":
    for case in ERROR:
        case.with_suffix(".expected").write_text(found(case), encoding="utf-8")
