"""The house as DESIGN and EXAMPLES draw it: one way only, MkDocs at the edge, every word in the catalogue."""

from __future__ import annotations

import ast
import re
from collections import Counter
from collections.abc import Iterator
from enum import Enum
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

import pytest
import yaml
from conftest import PACKAGE
from kanalstrategi import rules
from kanalstrategi.diagnostics import Severity
from kanalstrategi.i18n import LANGUAGES, catalog
from kanalstrategi.strategy import vocabulary
from kanalstrategi.strategy.annotations import parts
from kanalstrategi.strategy.passages import CHAPTERS

ROOMS = """
    i18n diagnostics source strategy schema authoring language site changes rules kanalstrategi components intake pages exports frame cms
    mkdocs_ahead mkdocs_options mkdocs_pages mkdocs_frame mkdocs_editor mkdocs_build mkdocs_preview plugin cli
""".split()
"""A room may import those before it. `kanalstrategi` is the front door, `__init__.py`."""

EDGES = ("mkdocs_ahead", "mkdocs_options", "mkdocs_pages", "mkdocs_frame", "mkdocs_editor", "mkdocs_build", "mkdocs_preview", "plugin")
OUTSIDE_WORLD = {"socket", "urllib.request", "http", "requests", "subprocess", "time", "random", "locale"}
DANISH = re.compile("[æøåÆØÅ]")
MODULES = sorted(path for path in PACKAGE.rglob("*.py"))
TEMPLATES = sorted(PACKAGE.rglob("*.jinja"))


def room_of(path: Path) -> str:
    first = path.relative_to(PACKAGE).parts[0].removesuffix(".py")
    return "kanalstrategi" if first == "__init__" else first


def name_of(path: Path) -> str:
    return path.relative_to(PACKAGE).as_posix()


def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def imports(path: Path) -> Iterator[str]:
    """Every module that a file imports, as a dotted name; a name taken from the front door by that name."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{name_of(path)}:{node.lineno} imports by a relative name"
            if node.module == "kanalstrategi":
                yield from (f"kanalstrategi.{alias.name}" for alias in node.names)
            else:
                yield str(node.module)


def rooms_used(path: Path) -> Iterator[str]:
    for name in imports(path):
        top, _, rest = name.partition(".")
        if top == "kanalstrategi":
            room = rest.partition(".")[0]
            yield room if room in ROOMS else "kanalstrategi"


# --- Rooms


def test_every_module_stands_in_a_room() -> None:
    assert {room_of(path) for path in MODULES} <= set(ROOMS)


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_a_room_imports_only_rooms_above_it(path: Path) -> None:
    here = ROOMS.index(room_of(path))
    assert not [room for room in rooms_used(path) if ROOMS.index(room) > here]


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_only_the_edge_knows_mkdocs(path: Path) -> None:
    if room_of(path) not in EDGES:
        assert not [name for name in imports(path) if name.split(".")[0] in ("mkdocs", "properdocs", "material")]


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_nothing_before_the_edge_knows_clock_or_network(path: Path) -> None:
    if room_of(path) not in (*EDGES, "cli"):
        assert not OUTSIDE_WORLD & set(imports(path))
        assert not re.search(r"\b(today|now|utcnow)\(\)", path.read_text(encoding="utf-8"))


def test_the_frame_knows_nothing_of_strategies() -> None:
    used = {room for path in MODULES if room_of(path) == "frame" for room in rooms_used(path)}
    assert used <= {"i18n", "components", "frame"}


@pytest.mark.parametrize("room", [room for room in ROOMS if (PACKAGE / room).is_dir()])
def test_a_room_says_what_it_holds(room: str) -> None:
    assert len((ast.get_docstring(tree(PACKAGE / room / "__init__.py")) or "").splitlines()) >= 3


def test_the_plugin_stays_on_one_screen() -> None:
    assert len((PACKAGE / "plugin.py").read_text(encoding="utf-8").splitlines()) < 100


def test_the_front_door_names_everything_it_opens() -> None:
    door = import_module("kanalstrategi")
    assert [name for name in door.__all__ if hasattr(door, name)] == sorted(door.__all__)


# --- Words

ROOMS_WITHOUT_DANISH = ("pages", "schema", "language", "site", "changes", "rules", "components", "frame", "cms", *EDGES, "cli")


def strings(path: Path) -> Iterator[tuple[int, str]]:
    """Every string of a module but its docstrings."""
    module = tree(path)
    told = {id(node.value) for node in ast.walk(module) if isinstance(node, ast.Expr)}
    for node in ast.walk(module):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in told:
            yield node.lineno, node.value


@pytest.mark.parametrize("path", [path for path in MODULES if room_of(path) in ROOMS_WITHOUT_DANISH], ids=name_of)
def test_no_danish_word_stands_in_code(path: Path) -> None:
    assert not [(line, text) for line, text in strings(path) if DANISH.search(text)]


@pytest.mark.parametrize("path", TEMPLATES, ids=name_of)
def test_no_danish_word_stands_in_a_template(path: Path) -> None:
    markup = re.sub(r"\{#.*?#\}|\{\{.*?\}\}|\{%.*?%\}", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
    words = re.sub(r"<[^>]*>", " ", markup)
    assert not re.search(r"[A-Za-zÆØÅæøå]{2,}", words)


def placeholders(sentence: str) -> set[str]:
    return set(re.findall(r"\{(\w+)[^}]*\}", sentence))


def test_both_languages_have_the_same_keys() -> None:
    danish, english = (set(catalog(language).entries) for language in LANGUAGES)
    assert danish ^ english == set()


def test_a_sentence_takes_the_same_values_in_both_languages() -> None:
    danish, english = (catalog(language).entries for language in LANGUAGES)
    shared = danish.keys() & english.keys()
    assert not [key for key in shared if placeholders(danish[key]) != placeholders(english[key])]


def leaves(node: yaml.Node, beginning: str = "") -> Iterator[str]:
    """Every dotted key of a catalogue file, as often as it is written."""
    for key, value in node.value if isinstance(node, yaml.MappingNode) else ():
        if isinstance(value, yaml.MappingNode):
            yield from leaves(value, f"{beginning}{key.value}.")
        else:
            yield f"{beginning}{key.value}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_key_is_written_twice(language: str) -> None:
    files = sorted((PACKAGE / "i18n" / language).glob("*.yml"))
    keys = Counter(key for file in files for key in leaves(yaml.compose(file.read_text(encoding="utf-8"))))
    assert not [key for key, times in keys.items() if times > 1]


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_sentence_is_empty_or_unfinished(language: str) -> None:
    entries = catalog(language).entries
    assert not [
        key for key, sentence in entries.items() if not sentence.strip() or re.search(r"TODO|XXX|^x$", sentence)
    ]


CALL = re.compile(r"""\b(?:t|words|self)\(\s*f?(['"])(?P<key>[a-z_]+[\w.-]*)(?P<rest>\{[^'"]*)?\1\s*(?P<joined>~)?""")
QUOTED = re.compile(r"""(['"])(?P<key>[a-z_]+[\w.-]*)\1""")


def called() -> tuple[set[str], set[str]]:
    """The keys that code and templates ask for whole, and the beginnings of those they put together."""
    whole: set[str] = set()
    beginnings: set[str] = set()
    for path in [*MODULES, *TEMPLATES]:
        for match in CALL.finditer(path.read_text(encoding="utf-8")):
            (beginnings if match["rest"] or match["joined"] else whole).add(match["key"])
    return whole, beginnings


def mentioned() -> set[str]:
    """Everything between quotation marks that looks like a key."""
    return {
        match["key"] for path in [*MODULES, *TEMPLATES] for match in QUOTED.finditer(path.read_text(encoding="utf-8"))
    }


def base(key: str) -> str:
    """A key without the ending that picks singular or plural."""
    return re.sub(r"\.(one|other)$", "", key)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_key_that_is_used_exists(language: str) -> None:
    keys = {base(key) for key in catalog(language).entries}
    whole, beginnings = called()
    assert len(whole) > 80 and len(beginnings) > 10
    assert whole - keys == set()
    assert not [beginning for beginning in beginnings if not any(key.startswith(beginning) for key in keys)]


def test_every_key_that_exists_is_used() -> None:
    _, beginnings = called()
    beginnings |= {f"{prefix}." for prefix in (*WORDED.values(), "author", "direction", "finding", "data")}
    keys = {base(key) for key in catalog("da").entries}
    assert not sorted(key for key in keys - mentioned() if not key.startswith(tuple(beginnings)))


WORDED = {
    "Kind": "kind",
    "Status": "status",
    "Coverage": "coverage",
    "Absence": "absence",
    "Theme": "theme",
    "CommonChannel": "channel",
    "Role": "role",
    "Comparator": "comparator",
    "Finality": "finality",
    "GoalLevel": "level",
    "Reader": "reader",
    "NoteKind": "note_kind",
    "RemarkKind": "remark",
    "HearingStatus": "hearing_status",
    "AnswerStatus": "answer",
}
"""The sets of words whose members a page shows, and where their wording stands in the catalogue."""


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", WORDED)
def test_every_word_of_a_fixed_set_is_worded(name: str, language: str) -> None:
    members: type[Enum] = getattr(vocabulary, name)
    assert not [member.value for member in members if f"{WORDED[name]}.{member.value}" not in catalog(language)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_chapter_of_the_page_is_worded(language: str) -> None:
    assert not [name for name in CHAPTERS if f"chapter.{name}" not in catalog(language)]


# --- Rules and findings


def codes() -> set[str]:
    """Every code of a finding that the code can give."""
    return {code for path in MODULES for _, text in strings(path) for code in re.findall(r"\bKS\d{3}\b", text)}


RULES = [import_module(f"kanalstrategi.rules.{module.name}") for module in iter_modules(rules.__path__)]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("code", sorted(codes()))
def test_every_finding_tells_what_why_and_cure(code: str, language: str) -> None:
    words = catalog(language)
    assert [part for part in ("what", "why", "cure") if f"finding.{code}.{part}" in words] == ["what", "why", "cure"]


def test_no_finding_is_worded_that_is_never_given() -> None:
    worded = {key.split(".")[1] for key in catalog("da").entries if re.match(r"finding\.KS", key)}
    assert worded - codes() == set()


@pytest.mark.parametrize("rule", RULES, ids=lambda module: module.__name__.rpartition(".")[2])
def test_a_rule_says_what_it_finds_and_how_bad_it_is(rule: object) -> None:
    declared = [value for value in vars(rule).values() if type(value).__name__ == "Rule"]
    assert (rule.__doc__ or "").rstrip().endswith(".") and declared
    assert all(isinstance(each.severity, Severity) and re.fullmatch(r"KS[345]\d\d", each.code) for each in declared)


def test_no_two_rules_share_a_code() -> None:
    declared = [value.code for rule in RULES for value in vars(rule).values() if type(value).__name__ == "Rule"]
    assert len(declared) == len(set(declared))


def test_every_field_has_a_name_in_both_languages() -> None:
    """The model says its titles in Danish; a comparison names them in the reader's language."""
    titles = {info.title for model in parts() for name, info in model.model_fields.items() if name != "place"} - {None}
    words = {language: {key.removeprefix("field."): text for key, text in catalog(language).entries.items() if key.startswith("field.")} for language in LANGUAGES}
    assert words["da"] == {title: title for title in titles}
    assert words["en"].keys() == titles
