"""What an author sees while typing, by the real YAML language server: keys, explanations, what is underlined."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from conftest import ROOT
from editor.fetch import Unavailable, fetch
from editor.language_server import LanguageServer
from kanalstrategi.schema import modeline
from kanalstrategi.strategy import Edition, Glossary, Hearing
from kanalstrategi.strategy.document import Document
from kanalstrategi.strategy.statements import Statement
from kanalstrategi.strategy.text import PROSE, Block
from test_cases import MINIMAL as MINIMAL_BYTES
from test_cases import OK, name
from test_schema import FIELD_CASES, ONLY_AS_TEXT, REAL, field_findings, model_of

MINIMAL = MINIMAL_BYTES.decode()
FILES = {Edition: "aertebjerg/2025.yml", Hearing: "aertebjerg/2025.hoering.yml", Glossary: "vores-ordliste.yml"}


def of_vscode() -> dict[str, Any]:
    """Our settings as VS Code hands them to the server: by their dotted names, as one tree."""
    flat = json.loads((ROOT / ".vscode" / "settings.json").read_text(encoding="utf-8"))
    tree: dict[str, Any] = {"yaml": {"validate": True, "hover": True, "completion": True}}
    for key, value in flat.items():
        if key.startswith("yaml."):
            *above, last = key.split(".")[1:]
            inner = tree["yaml"]
            for step in above:
                inner = inner.setdefault(step, {})
            inner[last] = value
    return tree



@pytest.fixture(scope="session")
def program() -> Path:
    try:
        return fetch(ROOT / ".cache", ROOT / "tests" / "editor", "yaml-language-server/bin/yaml-language-server")
    except Unavailable as missing:
        pytest.skip(f"the language server cannot be driven here: {missing}")


def library(folder: Path) -> Path:
    """A project as it is opened in an editor."""
    shutil.copytree(ROOT / "strategier" / ".skema", folder / "strategier" / ".skema")
    (folder / "strategier" / "aertebjerg").mkdir()
    return folder


@pytest.fixture(scope="module")
def server(program: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[LanguageServer]:
    with LanguageServer(program, library(tmp_path_factory.mktemp("project"))) as started:
        yield started


class Author:
    """Types into a file of the library that begins with its modeline."""

    def __init__(self, server: LanguageServer, model: type[Any] = Edition) -> None:
        self.server, self.path, self.start = server, f"strategier/{FILES[model]}", f"{modeline(model)}\n"

    def offered(self, text: str) -> dict[str, dict[str, Any]]:
        return self.server.complete(self.path, self.start + text)

    def keys(self, text: str) -> list[str]:
        """The keys that are offered, without the snippet of all that has to be there."""
        return [label for label, item in self.offered(text).items() if item["kind"] == 10]

    def problems(self, text: str, folder: str) -> list[dict[str, Any]]:
        path = f"strategier/{folder}/2025.yml"
        return self.server.problems({path: self.start + text})[path]

    def told(self, text: str) -> str:
        return self.server.hover(self.path, self.start + text)


@pytest.fixture
def author(server: LanguageServer) -> Author:
    return Author(server)


def inserted(item: dict[str, Any]) -> str:
    return str(item.get("insertText") or item["textEdit"]["newText"])


# --- The server stays on this machine


def test_the_server_would_be_stopped_if_it_asked_for_a_network(program: Path, tmp_path: Path) -> None:
    """The list of all the world's schemas is the one thing it would fetch; our settings switch it off."""
    asking = {"yaml": {**of_vscode()["yaml"], "schemaStore": {"enable": True}}}
    with pytest.raises(AssertionError, match="NETWORK"):
        LanguageServer(program, library(tmp_path), asking).__enter__()


# --- Completion


def test_an_empty_file_offers_every_chapter_in_the_order_of_the_model(author: Author) -> None:
    assert author.keys("¦") == list(Edition.keys())


def test_what_is_written_is_not_offered_again(author: Author) -> None:
    offered = author.keys("kommune: Ærtebjerg Kommune\n¦\nvision: []\n")
    assert offered == [key for key in Edition.keys() if key not in ("kommune", "vision")]


def test_inside_a_key_its_own_keys_are_offered(author: Author) -> None:
    assert author.keys("dokument:\n  ¦") == list(Document.keys())
    assert author.keys("dokument:\n  titel: Kanalstrategi\n  ¦") == list(Document.keys())[1:]
    assert author.keys("dokument:\n  kilde:\n    ¦") == ["udgiver", "form", "adresse", "optaget"]


def test_inside_a_list_item_the_keys_of_the_item_are_offered(author: Author) -> None:
    assert author.keys("vision:\n  - ¦") == list(Statement.keys())
    assert author.keys("vision:\n  - id: vision\n    ¦") == list(Statement.keys())[1:]
    assert "underkanaler" in author.keys("kanaler:\n  kanaler:\n    - id: a\n      underkanaler:\n        - ¦")


def test_in_running_text_tables_figures_and_notes_are_offered(author: Author) -> None:
    blocks = [key for key in Block.keys() if key != PROSE]
    assert author.keys("afsnit:\n  - id: forord\n    tekst:\n      - ¦") == blocks
    assert author.keys("afsnit:\n  - id: forord\n    tekst:\n      - Hej\n      - ta¦") == blocks


def test_a_chosen_key_brings_its_required_keys_and_no_words(author: Author) -> None:
    offered = author.offered("¦")
    assert inserted(offered["kommune"]) == "kommune: "
    assert inserted(offered["vision"]) == "vision:\n  - id: $1\n    kaldes_vision: $2\n    tekst: $3"
    assert inserted(author.offered("dokument:\n  ¦")["periode"]) == "periode:\n  fra: $1\n  til: $2"


def test_fixed_words_are_offered_with_what_they_mean(author: Author) -> None:
    offered = author.offered("dokument:\n  status: ¦")
    assert list(offered) == ["udkast", "i-høring", "vedtaget", "erstattet", "ukendt"]
    assert offered["udkast"]["documentation"]["value"] == "Kommunen skriver stadig på dokumentet."
    assert "videomøde" in author.offered("kanaler:\n  kanaler:\n    - id: a\n      fælles: [¦]")


def test_yes_and_no_are_danish(author: Author) -> None:
    assert list(author.offered("vision:\n  - id: a\n    kaldes_vision: ¦")) == ["ja", "nej"]


def test_where_words_of_the_document_go_nothing_but_the_example_is_offered(author: Author) -> None:
    assert list(author.offered("dokument:\n  vedtagelse:\n    organ: ¦")) == ["Økonomiudvalget"]
    assert list(author.offered("dokument:\n  periode:\n    fra: ¦")) == ["2014"]


def test_a_hearing_and_the_glossary_have_keys_of_their_own(server: LanguageServer) -> None:
    assert Author(server, Hearing).keys("¦") == list(Hearing.keys())
    assert Author(server, Glossary).keys("ord:\n  - ¦") == ["id", "ord", "former", "står_for", "forklaring"]


# --- Hover


def test_a_key_is_explained_in_danish(author: Author) -> None:
    told = author.told("dokument:\n  vedtagelse:\n    ¦dato: 2020-09-17\n")
    assert told.startswith("#### Dato")
    assert "Dagen, skrevet år-måned-dag." in told and "Kan udelades." in told
    assert "Skal stå her." in author.told("vision:\n  - ¦id: a\n")
    assert "Målene, samlet som dokumentet samler dem." in author.told("¦mål:\n  - niveau: overordnet\n")


def test_a_fixed_word_is_explained_in_danish(author: Author) -> None:
    told = author.told("dokument:\n  omfang: ¦til-side\n")
    assert "`til-side`: Vi har dokumentet frem til en bestemt side." in told


# --- What is underlined


Underlined = dict[Path, list[dict[str, Any]]]

MERGED = "merge-key-without-alias"
"""`<<` is a key to us; the server merges what stands under it, as YAML 1.1 did."""

WITHOUT_COLON = ("comma-in-braces", "comma-in-braces-decimal")
"""A key between braces that a comma has cut loose has no colon; the server takes it for no key at all and says nothing."""

LESS_INDENTED = "quotes-over-lines"
"""Lines inside quotes that are indented less than YAML 1.2 wants; our reader takes them, the server's does not."""


def in_library(path: Path) -> str:
    """Where the file of a case stands in the library, so that the settings for VS Code lead to its schema."""
    return f"strategier/{name(path).replace('.', '-')}/{FILES[model_of(path)].rpartition('/')[2]}"


@pytest.fixture(scope="module")
def underlined(program: Path, tmp_path_factory: pytest.TempPathFactory) -> Underlined:
    """What is underlined in every case, none of which has a modeline, with our settings for VS Code."""
    files = {in_library(path): path.read_text(encoding="utf-8-sig") for path in [*OK, *FIELD_CASES]}
    with LanguageServer(program, library(tmp_path_factory.mktemp("settings")), of_vscode()) as started:
        problems = started.problems(files)
    return {path: problems[in_library(path)] for path in [*OK, *FIELD_CASES]}


def starts(problems: list[dict[str, Any]]) -> set[tuple[int, int]]:
    return {(start["line"] + 1, start["character"] + 1) for start in (each["range"]["start"] for each in problems)}


def test_nothing_is_underlined_in_the_real_library(server: LanguageServer) -> None:
    files = {path.relative_to(ROOT).as_posix(): path.read_text(encoding="utf-8") for path in REAL}
    assert server.problems(files) == dict.fromkeys(files, [])


@pytest.mark.parametrize("path", [path for path in OK if name(path) != LESS_INDENTED], ids=name)
def test_nothing_is_underlined_in_what_is_right(path: Path, underlined: Underlined) -> None:
    assert underlined[path] == []


@pytest.mark.parametrize("path", [path for path in FIELD_CASES if name(path) not in (*ONLY_AS_TEXT, *WITHOUT_COLON, MERGED)], ids=name)
def test_a_mistake_is_underlined_where_check_underlines_it(path: Path, underlined: Underlined) -> None:
    found = field_findings(path)
    assert found
    places = starts(underlined[path])
    assert {finding.span.line for finding in found} <= {line for line, _ in places}


def test_nearly_every_mistake_is_underlined_at_the_same_character(underlined: Underlined) -> None:
    """The others are values that are not there, and brackets whose first word check marks."""
    apart = [
        name(path)
        for path in FIELD_CASES
        if not {(finding.span.line, finding.span.column) for finding in field_findings(path) or ()}
        <= starts(underlined[path])
    ]
    assert set(apart) - {*ONLY_AS_TEXT, *WITHOUT_COLON, MERGED} <= {
        "hours-all-empty", "hours-note-empty", "hours-time-empty", "hours-times-empty",
        "amount-keys", "empty-item", "empty-required", "empty-required-in-quotes", "empty-required-list",
        "empty-required-part", "file-only-dashes", "first-brace-alone",
    }  # fmt: skip


def test_what_is_underlined_is_explained_in_danish(author: Author) -> None:
    text = "kommune: Ærtebjerg Kommune\ndokument:\n  titel: A\n  type: rapport\n  omfang: halv\n  periode: {fra: 14, til: 2018}\n"
    said = {problem["range"]["start"]["line"]: problem["message"] for problem in author.problems(text, "danish")}
    assert said[2].startswith("Her skal stå titel, type, kilde og omfang.")
    assert said[5] == "Skriv et af disse ord, præcis som det står her: hele, til-side, kun-citeret."
    assert said[6] == "Skriv et årstal med fire cifre, for eksempel 2025."


def marked(text: str, problem: dict[str, Any]) -> str:
    start, end = problem["range"]["start"], problem["range"]["end"]
    return text.splitlines()[start["line"] - 1][start["character"] : end["character"]]


def test_exactly_the_wrong_words_are_underlined(author: Author) -> None:
    wrong = MINIMAL.replace("  type: kanalstrategi\n", "  type: budget\n  sprog: dansk\n")
    assert [marked(wrong, problem) for problem in author.problems(wrong, "wrong")] == ["budget", "sprog"]
