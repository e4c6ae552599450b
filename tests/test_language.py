"""Plain language: where Danish sentences end, and a LIX that is the same however it is counted."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

import pytest
from conftest import EDITION, ROOT
from kanalstrategi import Library, check, load
from kanalstrategi.language import Band, Count, count, forms, running_text, sentences
from kanalstrategi.language.readability import readability
from kanalstrategi.strategy.fingerprint import fingerprint
from kanalstrategi.strategy.glossary import Lookup


@pytest.fixture(scope="module")
def library() -> Library:
    return load(ROOT / "strategier")[0]


# --- Sentences


@pytest.mark.parametrize(
    "text",
    [
        "Ring til os.",
        "Det er f.eks. Telefon og chat.",
        "Vi følger bl.a. loven, jf. § 4, stk. 2, og pkt. 3.",
        "Loven siger det i § 4. stk. 2 gælder også.",
        "Ca. 26 % ringer, og ca. 1.000 skriver.",
        "Den 1. januar 2025 åbner vi.",
        "Strategien evalueres hvert 4. år af byrådet.",
        "Se www.kommune.dk/kontakt eller https://borger.dk.",
        "Han svarer på breve, mails m.v. inden kl. 15.",
        "Vi har åbent mandag, tirsdag osv. hele året.",
        "1. Sikre det gode serviceniveau.",
        "Det koster 2,5 mio. kr. om året.",
        "Selvbetjening d.v.s. digitale løsninger er bedst.",
        "Vi ser på f. eks. telefonen.",
        "... og ofte er den ikke effektiv.",
    ],
)
def test_one_sentence_is_one(text: str) -> None:
    assert sentences(text) == [text]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Ring til os. Vi svarer.", 2),
        ("Hvornår? Nu! Ja.", 3),
        ("Vi har breve, mails m.v. Ring til os.", 2),
        ("Det siger KL. Vi følger det.", 2),
        ("Han sagde: »Ring til os.« Så ringede vi.", 2),
        ("Det var i 2024. Nu er det 2025.", 2),
        ("Sådan er det: Ring til os", 1),
        ("Første sætning. Den sidste uden punktum", 2),
        ("Løsningen er god. vi sammenligner os med de bedste.", 2),
    ],
)
def test_several_sentences_are_several(text: str, number: int) -> None:
    assert len(sentences(text)) == number


SPLIT_OTHERWISE = {
    "... Telefonkanalen er den billigste af de personlige kanaler",
    "Vi undersøger tilfredsheden med den kommunale hjemmeside og selvbetjeningsløsningerne. vi",
}
"""Lines of the documents that hold two sentences, or none that ends."""


def test_the_editors_one_sentence_a_line_is_found_again(library: Library) -> None:
    lines = 0
    for strategy in library.strategies:
        for piece in strategy.prose:
            for paragraph in re.split(r"\n\s*\n", piece.text):
                written = [plain(line) for line in paragraph.splitlines()]
                found = [sentence for each in running_text(paragraph) for sentence in sentences(each)]
                listed = any(line.startswith("- ") for line in written)
                if found and not listed and not written[0].startswith(tuple(SPLIT_OTHERWISE)):
                    assert found == written
                    lines += len(written)
    assert lines > 350


# --- LIX


EXPECTED = {
    "dragoer/2020-2024": (1041, 408, 59, 57),
    "hilleroed/2014-2018": (962, 379, 62, 55),
    "hoersholm/udateret": (3494, 1290, 169, 58),
    "naestved/2012-2015": (1438, 557, 87, 55),
}


def name_of(strategy: object) -> str:
    return f"{strategy.municipality_slug}/{strategy.slug}"  # type: ignore[attr-defined]


def test_the_documents_have_these_numbers(library: Library) -> None:
    found = {name_of(strategy): readability(strategy.edition).whole for strategy in library.strategies}
    for name, numbers in EXPECTED.items():
        assert (found[name].words, found[name].long_words, found[name].sentences, found[name].lix) == numbers


def test_the_parts_of_dragoer_have_these_numbers(library: Library) -> None:
    (dragoer,) = [each for each in library.strategies if each.municipality_slug == "dragoer"]
    assert {part.anchor: part.count.lix for part in readability(dragoer.edition).parts} == {
        "kort-fortalt": None,
        "maal": 55,
        "principper": 58,
        "kanaler": 57,
        "organisering": None,
        "opfoelgning": None,
        "afgraensning": None,
        "afsnit-indledning": 60,
    }


def plain(line: str) -> str:
    return " ".join(re.sub(r"\[\^[^\]]+\]", "", line).replace("\\", "").split())


LONG_FORMS = {
    r"\b[bB]l\. ?a\.": "blandt andet", r"\b[fF]\. ?eks\.": "for eksempel", r"\bd\.v\.s\.": "det vil sige",
    r"\b[dD]vs\.": "det vil sige", r"\bm\.v\.": "med videre", r"\bm\.m\.": "med mere", r"\bmhp\.": "med henblik på",
    r"\bpga\.": "på grund af", r"\bpt\.": "for tiden", r"\bca\.": "cirka", r"\bjf\.": "jævnfør", r"\bmv\.": "med videre",
    r"\bo\.l\.": "og lignende", r"\betc\.": "et cetera", r"\bosv\.": "og så videre", r"\bnr\.": "nummer",
    r"\bkl\.": "klokken", r"\bvedr\.": "vedrørende", r"\bo\.lign\.": "og lignende",
    r"\bmia\.": "milliarder", r"\bfx\b": "for eksempel", r"\binkl\.": "inklusive",
}  # fmt: skip


def second_count(texts: Iterable[str]) -> tuple[int, int, int]:
    """The same counting rule by another way: the documents are written with one sentence a line."""
    words, long, lines = 0, 0, 0
    for text in texts:
        for paragraph in text.replace("\\", "").split("\n\n"):
            kept = [line for line in paragraph.splitlines() if not line.lstrip().startswith("- ")]
            if not any(re.search(r"[.!?][\"”)]*(?:\[\^\S+\])?[\"”)]*\s*$|[.!?]\s", line) for line in kept):
                continue
            for line in kept:
                line = re.sub(r"\[\^[^\]]+\]", "", line)
                for short, spelled in LONG_FORMS.items():
                    line = re.sub(short, spelled, line)
                lines += 1 + len(re.findall(r"\. vi ", line))
                for word in re.findall(r"[^\s/–]+", line):
                    letters = re.sub(r"[\W\d_]", "", word)
                    words += bool(re.search(r"\w", word))
                    long += len(letters) >= 7
    return words, long, lines


@pytest.mark.parametrize("name", EXPECTED)
def test_counted_a_second_way_the_numbers_are_the_same(library: Library, name: str) -> None:
    (strategy,) = [each for each in library.strategies if name_of(each) == name]
    assert second_count(piece.text for piece in strategy.prose) == EXPECTED[name][:3]


def test_a_count_by_hand() -> None:
    text = (
        "Kommunen følger loven, jf. bekendtgørelse nr. 3.\n"
        "Ring den 1. april, eller skriv og/eller mød op[^note].\n\n"
        "- Dette listepunkt tæller ikke.\n\nHeller ikke denne linje:\n"
    )
    # Kommunen følger loven jævnfør bekendtgørelse nummer 3 | Ring den 1 april eller skriv og eller mød op
    assert count([text]) == Count(words=17, long_words=3, sentences=2)


@pytest.mark.parametrize(("words", "number"), [(99, 10), (500, 4)])
def test_what_is_too_short_has_no_lix(words: int, number: int) -> None:
    assert Count(words, 30, number).lix is None and Count(words, 30, number).band is None


@pytest.mark.parametrize(
    ("lix", "band"),
    [(24, Band.VERY_EASY), (25, Band.EASY), (44, Band.MEDIUM), (45, Band.HARD), (54, Band.HARD), (55, Band.VERY_HARD)],
)
def test_the_bands_are_the_danish_ones(lix: int, band: Band) -> None:
    counted = Count(words=1000, long_words=(lix - 10) * 10, sentences=100)
    assert (counted.lix, counted.band) == (lix, band)


# --- Words


@pytest.mark.parametrize("text", ["Dyrene i zoo", "dyrlægen kommer", "Et dyr er fundet", "ordyren"])
def test_only_whole_forms_are_found(text: str) -> None:
    assert not list(forms("cost").found_in(text))


def test_an_animal_and_a_dear_licence_are_no_citizens() -> None:
    text = "afsnit:\n  - {id: x, overskrift: X, tekst: Meld et dyr på vejen. Vi køber ikke dyre licenser.}\n"
    assert not list(check({"strategier/aertebjerg/2025.yml": (EDITION + text).encode()})[1])


def test_every_form_can_be_found_where_it_stands() -> None:
    for name in ("cost", "citizen", "immediate_decision", "complaint", "not_digital", "placeholder", "time", "length"):
        for form in forms(name).written:
            assert list(forms(name).found_in(f"Her står {form} nu.")), form


# --- The fingerprint


def test_a_fingerprint_knows_words_and_not_lines() -> None:
    def of(text: str) -> str:
        library, _ = check({"strategier/aertebjerg/2025.yml": (EDITION + text).encode()})
        return fingerprint(library.strategies[0].edition)

    one = of("hjælp:\n  tekst: Biblioteket hjælper dig med nettet.\n")
    assert one == of("hjælp:\n  tekst: |\n    Biblioteket hjælper\n    dig med nettet.\n")
    assert one != of("hjælp:\n  tekst: Biblioteket hjælper dig med telefonen.\n")
    assert re.fullmatch(r"[0-9a-f]{8}", one)


def test_the_words_of_the_lists_are_whole_lines() -> None:
    path = Path(ROOT, "plugins/kanalstrategi/language/words.yml")
    assert not re.search(r"\*$", path.read_text(encoding="utf-8"), re.MULTILINE)


def test_a_word_that_was_looked_for_is_the_same_word() -> None:
    """What an entry has worked out of its forms is no part of what its author wrote."""
    (asked, *_), (untouched, other, *_) = (load(ROOT / "strategier")[0].glossary for _ in range(2))
    assert Lookup([asked]).standing_in(asked.name) == [asked]
    assert asked == untouched and asked != other
