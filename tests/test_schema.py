"""Schema and check say the same: what check accepts is valid, what it refuses is invalid in the same place.

An editor sees numbers and booleans where our reader sees text, so every file is tried in both ways.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from conftest import EDITION, ROOT, python
from jsonschema import Draft7Validator, ValidationError
from kanalstrategi import load, source
from kanalstrategi.diagnostics import Finding, Severity
from kanalstrategi.i18n import LANGUAGES, catalog
from kanalstrategi.schema import FOLDER, modeline, schemas
from kanalstrategi.source import Mapping, Node, Sequence
from kanalstrategi.strategy import Edition, Glossary, Hearing, decode, forms
from kanalstrategi.strategy.fields import Part
from kanalstrategi.strategy.nodes import is_empty
from test_cases import ERROR, OK, name

LIBRARY = ROOT / "strategier"
REAL = sorted([*LIBRARY.glob("*.yml"), *LIBRARY.glob("[!.]*/*.yml")])
TEMPLATES = sorted(LIBRARY.glob(".skabelon/*.yml"))
Place = tuple[int, int]

SILENT = {
    "KS1": "the text or the YAML is wrong before there are any fields; an editor's own YAML reader speaks of most",
    "KS3": "a rule compares places, quotes, ids or rows with each other",
    "KS4": "a rule knows more than one edition or what it was before",
    "KS5": "it takes several files, or the name of one",
}
"""What a schema cannot say, by the beginning of the code, and why."""

ONLY_AS_TEXT = {
    "kle-one-digit": "YAML makes 85.10 and 85.1 the same number",
    "time-without-minutes": "YAML makes 8.00 and 8 the same number",
}
"""Mistakes that cannot be told from the right thing once YAML has made a number of both."""

STRICTER = {
    "empty-optional": "KS203: a key without a value is underlined, as check speaks of it, but only warned of by check",
    "empty-list-optional": "KS203: the same",
    "hearing-council-empty.hoering": "KS203: the same",
    "character-soft-hyphen-in-word": "KS125: the invisible character is part of the word for everyone but us",
    "character-zero-width-in-word": "KS125: the same",
    "character-zero-width-in-key": "KS125: the same, in a key",
}
"""What check only warns of and a schema refuses."""


# --- A file as others see it


class Core(yaml.SafeLoader):
    """YAML 1.2 with its core schema, as YAML's language server reads it."""

    yaml_implicit_resolvers: dict[str, Any] = {}


for tag, pattern, first in (
    ("null", r"~|null|Null|NULL|", ["~", "n", "N", ""]),
    ("bool", r"true|True|TRUE|false|False|FALSE", list("tTfF")),
    ("int", r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+", list("-+0123456789")),
    ("float", r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?", list("-+.0123456789")),
    ("infinity", r"[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)", list("-+.")),
):
    Core.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(rf"(?:{pattern})\Z"), first)


def _whole(_: Core, node: yaml.ScalarNode) -> float:
    text = node.value
    if text[:2] in ("0x", "0o"):
        return int(text, 0)
    return int(text) if len(text) < 300 else float(text)


Core.add_constructor("tag:yaml.org,2002:int", _whole)
Core.add_constructor("tag:yaml.org,2002:float", lambda _, node: float(node.value))
Core.add_constructor("tag:yaml.org,2002:infinity", lambda _, node: float(node.value.replace(".", "")))


def as_yaml(text: str) -> Any:
    """The file as an editor sees it; keys are always text."""

    def keyed(value: Any) -> Any:
        if isinstance(value, dict):
            return {str(key): keyed(inner) for key, inner in value.items()}
        return [keyed(item) for item in value] if isinstance(value, list) else value

    return keyed(yaml.load(text, Core))


def as_text(node: Node) -> Any:
    """The file as our reader sees it."""
    if isinstance(node, Mapping):
        return {str(entry.key.text): as_text(entry.value) for entry in node.entries}
    return [as_text(item) for item in node.items] if isinstance(node, Sequence) else node.text


def model_of(path: Path) -> type[Part]:
    if path.name == "ordliste.yml":
        return Glossary
    return Hearing if "hoering" in path.name else Edition


@cache
def validator(model: type[Part], language: str = "da") -> Draft7Validator:
    schema = json.loads(schemas(catalog(language))[modeline(model).rpartition("/")[2]])
    Draft7Validator.check_schema(schema)
    return Draft7Validator(schema)


def field_findings(path: Path) -> list[Finding] | None:
    """What check finds among the fields of a file; nothing where the text itself is wrong."""
    text, node, found = source.read(path.read_bytes(), path.name)
    if node is None or any(finding.severity is Severity.ERROR for finding in found):
        return None
    return [finding for finding in decode(node, model_of(path), text)[1] if finding.severity is Severity.ERROR]


def refused(path: Path) -> dict[str, set[Place]]:
    """Where the schema refuses the file: as our reader sees it, and as an editor does."""
    text, node, _ = source.read(path.read_bytes(), path.name)
    assert node is not None
    validate = validator(model_of(path)).iter_errors
    return {
        view: {place for error in validate(data) for place in places(error, node)}
        for view, data in (("text", as_text(node)), ("yaml", as_yaml(text.text)))
    }


def places(error: ValidationError, root: Node) -> Iterator[Place]:
    """Where an author would look for the mistake, by the way check looks: a missing key at the one around it."""
    if error.context:
        for inner in error.context:
            yield from places(inner, root)
        return
    node, entry = root, None
    for step in error.absolute_path:
        if isinstance(node, Mapping):
            entry = node.entry(str(step))
            if entry is None:
                return
            node = entry.value
        else:
            assert isinstance(node, Sequence)
            node = node.items[int(step)]
    if error.validator == "additionalProperties":
        assert isinstance(node, Mapping)
        for other in node.entries:
            if other.key.text not in error.schema["properties"]:
                yield other.key.span.line, other.key.span.column
        return
    is_at_key = error.validator == "required" or is_empty(node)
    span = entry.key.span if entry and entry.value is node and is_at_key else node.span
    yield span.line, span.column


FIELD_CASES = [path for path in ERROR if field_findings(path)]
OTHER_CASES = [path for path in ERROR if field_findings(path) == []]


# --- Agreement


@pytest.mark.parametrize("path", [*OK, *REAL], ids=name)
def test_what_check_accepts_is_valid(path: Path) -> None:
    assert refused(path) == {"text": set(), "yaml": set()}


@pytest.mark.parametrize("path", FIELD_CASES, ids=name)
def test_what_check_refuses_is_invalid_in_the_same_place(path: Path) -> None:
    found = field_findings(path)
    assert found
    refusals = refused(path)
    if name(path) in ONLY_AS_TEXT:
        assert refusals.pop("yaml") == set()
    for view, where in refusals.items():
        for finding in found:
            # Of nothing there is no first character; the line has to do.
            place = finding.span.line, finding.span.column
            is_of_nothing = finding.code in ("KS119", "KS225", "KS226")
            assert place in where or is_of_nothing and where, (view, finding)
            if is_of_nothing and finding.code != "KS119":
                assert place[0] in {line for line, _ in where}


@pytest.mark.parametrize("path", OTHER_CASES, ids=name)
def test_what_is_no_mistake_of_fields_is_valid(path: Path) -> None:
    refusals = refused(path)
    if name(path) in STRICTER:
        assert any(refusals.values())
    else:
        assert refusals == {"text": set(), "yaml": set()}


def test_every_exception_is_a_case() -> None:
    assert {*ONLY_AS_TEXT, *STRICTER} <= {name(path) for path in [*FIELD_CASES, *OTHER_CASES]}
    assert len(FIELD_CASES) > 80 and len(OTHER_CASES) > 15


def test_what_a_schema_is_silent_about_is_listed() -> None:
    for path in ERROR:
        if path not in FIELD_CASES:
            codes = re.findall(r"KS\d{3}", path.with_suffix(".expected").read_text(encoding="utf-8"))
            assert all(code[:3] in SILENT for code in codes) or name(path) in STRICTER, path.name


# --- The files


def test_the_committed_schemas_are_current() -> None:
    committed = {path.name: path.read_text(encoding="utf-8") for path in (LIBRARY / FOLDER).iterdir()}
    assert committed == schemas(catalog("da")), "the model has changed: run .venv/bin/kanalstrategi schema"


def test_the_command_writes_them(tmp_path: Path) -> None:
    (tmp_path / "strategier").mkdir()
    done = python("-m", "kanalstrategi.cli", "schema", cwd=tmp_path)
    assert done.returncode == 0 and "strategier/.skema" in done.stdout
    written = {path.name: path.read_text(encoding="utf-8") for path in (tmp_path / "strategier" / FOLDER).iterdir()}
    assert written == schemas(catalog("da"))


def test_the_command_says_when_there_is_no_library(tmp_path: Path) -> None:
    done = python("-m", "kanalstrategi.cli", "schema", cwd=tmp_path)
    assert done.returncode == 2 and len(done.stdout.strip().splitlines()) == 1 and "strategier" in done.stdout


@pytest.mark.parametrize("path", [*REAL, *TEMPLATES], ids=name)
def test_every_file_leads_an_editor_to_its_schema(path: Path) -> None:
    first = path.read_text(encoding="utf-8").splitlines()[0]
    assert first == modeline(model_of(path))
    assert (path.parent / first.partition("$schema=")[2]).is_file()


def test_what_is_hidden_is_no_part_of_a_library(tmp_path: Path) -> None:
    for file in ("aertebjerg/2025.yml", ".skema/udgave.yml", ".git/aertebjerg/2020.yml", "aertebjerg/.2025.yml"):
        (tmp_path / file).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / file).write_text(EDITION, encoding="utf-8")
    library, report = load(tmp_path)
    assert not list(report) and [strategy.slug for strategy in library.strategies] == ["2025"]


# --- What stands in them


def nodes(schema: Any) -> Iterator[dict[str, Any]]:
    if isinstance(schema, dict):
        yield schema
        for value in schema.values():
            yield from nodes(value)
    elif isinstance(schema, list):
        for item in schema:
            yield from nodes(item)


def mappings(model: type[Part], language: str = "da") -> list[dict[str, Any]]:
    return [node for node in nodes(validator(model, language).schema) if node.get("type") == "object" and "properties" in node]


@pytest.mark.parametrize("model", [Edition, Hearing, Glossary])
def test_keys_stand_in_the_order_of_the_model_and_no_others_may(model: type[Part]) -> None:
    schema = validator(model).schema
    assert list(schema["properties"]) == list(model.keys())
    assert all(mapping["additionalProperties"] is False for mapping in mappings(model))


@pytest.mark.parametrize("model", [Edition, Hearing, Glossary])
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_field_is_named_and_explained(model: type[Part], language: str) -> None:
    for mapping in mappings(model, language):
        for key, value in mapping["properties"].items():
            assert value["title"] and value["description"].strip() and value["description"] in value["markdownDescription"], key


@pytest.mark.parametrize("model", [Edition, Hearing, Glossary])
def test_every_example_is_valid(model: type[Part]) -> None:
    whole = validator(model)
    tried = 0
    for mapping in mappings(model):
        for value in mapping["properties"].values():
            for example in value.get("examples", ()):
                tried += 1
                assert not list(whole.evolve(schema=value).iter_errors(example)), value
    assert tried


@pytest.mark.parametrize("model", [Edition, Hearing])
def test_every_fixed_word_says_what_it_means(model: type[Part]) -> None:
    sets = [node for node in nodes(validator(model).schema) if "enum" in node]
    assert sets
    for words in sets:
        assert len(words["enum"]) == len(words["enumDescriptions"]) == len(words["markdownEnumDescriptions"])
        assert all(meaning.endswith(".") for meaning in words["enumDescriptions"])


def test_the_form_of_a_day_is_exactly_a_day() -> None:
    """Every day and every non-day of years that leap, do not, and do not although four divides them."""
    for year in ("0000", "0004", "1900", "2000", "2023", "2024", "2100"):
        for month in range(14):
            for day in range(33):
                text = f"{year}-{month:02}-{day:02}"
                try:
                    is_day = bool(date.fromisoformat(text))
                except ValueError:
                    is_day = False
                assert bool(forms.DAY.match(text)) == is_day, text


def test_the_forms_mean_the_same_to_javascript() -> None:
    """JavaScript knows no named groups of Python's, no possessive marks, and \\w only in ASCII."""
    every = [value for value in vars(forms).values() if isinstance(value, forms.Form)]
    assert len(every) > 10
    assert not [form.name for form in every if re.search(r"\(\?P|\\[wWdDpPZA]|[*+?}]\+", form.pattern)]
