"""A synthetic country out of the real documents, the same bytes each time.

Every municipality is one that does not exist, with one of the documents in `strategier/`, in turn. Its sentences carry
its name, so that nothing is gained by remembering a paragraph of another, and a third of them a place of the edition's
own, so that its four editions differ as new editions do. What quotes and what is quoted change alike: all checks hold.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import yaml

EDITIONS_EACH: Final = 4
FIRST_YEAR: Final = 2010
NAME, MARK, FIRST, LAST = "QNAVNQ", "QSTEDQ", "QFRAQ", "QTILQ"
"""Words in the templates that each edition fills."""

_BEGINNINGS: Final = (
    "Birke Elle Aske Ege Bøge Linde Pile Hassel Tjørne Rønne Hyld Lyng Mose Skov Sten Sand Vand Sø Bæk Ager "
    "Eng Kær Høj Dal Klit Fjord Vig Havn Bro Mølle Kirke Borg Gård Hest Lamme"
).split()
_ENDINGS: Final = (
    "bjerg bæk holm rup lev sted by borg lund skov strup køb vad ager næs høj dal hede mose sund kilde rød tved "
    "løse inge balle drup toft"
).split()
_DIRECTIONS: Final = ("Nørre", "Øster", "Sønder", "Vester")
_SENTENCE_END: Final = re.compile(r"([a-zæøå]{5})\.(?=\s|$)")
_FOLDED: Final = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa"})
_OWN_WORDS: Final = {"tekst"}


@dataclass(frozen=True)
class Template:
    """A real document with the places to fill, and the hearing about it where there is one."""

    edition: str
    hearing: str | None


@dataclass(frozen=True)
class Place:
    """One edition of the country: which document it is made of, and what fills it."""

    template: int
    municipality: str
    folder: str
    number: int

    @property
    def first(self) -> int:
        return FIRST_YEAR + 4 * self.number

    @property
    def slug(self) -> str:
        return f"{self.first}-{self.first + 3}"

    def fill(self, text: str) -> str:
        mark = f"{_DIRECTIONS[self.number]} {self.municipality}"
        for word, value in ((NAME, self.municipality), (MARK, mark), (FIRST, self.first), (LAST, self.first + 3)):
            text = text.replace(word, str(value))
        return text


def places(editions: int, templates: int) -> Iterator[Place]:
    """The editions, four of each municipality; ten times the editions is ten times the municipalities."""
    for index in range(editions):
        municipality, number = divmod(index, EDITIONS_EACH)
        begin, end = municipality % len(_BEGINNINGS), municipality // len(_BEGINNINGS)
        name = _BEGINNINGS[begin] + _ENDINGS[end]
        yield Place(municipality % templates, name, name.lower().translate(_FOLDED), number)


def templates(strategies: Path) -> list[Template]:
    """One template for each real edition, in the order of their files."""
    found = []
    for file in sorted(strategies.glob("[a-z]*/*.yml")):
        if ".hoering" in file.name:
            continue
        hearing = file.with_name(f"{file.stem}.hoering.yml")
        tree = yaml.compose(file.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
        name = _value(tree, "kommune").value.removesuffix(" Kommune")
        _value(tree, "kommune").value = f"{NAME} Kommune"
        _set_period(_value(tree, "dokument"))
        _drop_gaps(tree, "periode")
        about = yaml.compose(hearing.read_text(encoding="utf-8")) if hearing.is_file() else None
        found.append(Template(_written(tree, name), _written(about, name) if about else None))
    return found


def write(folder: Path, strategies: Path, editions: int) -> None:
    """The country as YAML, with the real glossary."""
    made = templates(strategies)
    for place in places(editions, len(made)):
        template, home = made[place.template], folder / place.folder
        home.mkdir(parents=True, exist_ok=True)
        (home / f"{place.slug}.yml").write_text(place.fill(template.edition), encoding="utf-8")
        if template.hearing:
            (home / f"{place.slug}.hoering.yml").write_text(place.fill(template.hearing), encoding="utf-8")
    (folder / "ordliste.yml").write_bytes((strategies / "ordliste.yml").read_bytes())


def words(text: str) -> int:
    """How many words an edition's values hold."""
    return sum(len(value.split()) for value in _values(yaml.load(text, Loader=yaml.CBaseLoader)))


def _values(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    else:
        for item in value.values() if isinstance(value, dict) else value:
            yield from _values(item)


def _written(tree: yaml.Node, name: str) -> str:
    _mark(tree, name, "")
    text: str = yaml.serialize(tree, Dumper=yaml.CSafeDumper, allow_unicode=True, width=10**6)
    return text


def _mark(node: yaml.Node, name: str, key: str) -> None:
    """Put the municipality's name and the edition's place into every text below a node."""
    if isinstance(node, yaml.MappingNode):
        for each, value in node.value:
            _mark(value, name, each.value)
    elif isinstance(node, yaml.SequenceNode):
        for value in node.value:
            _mark(value, name, key)
    else:
        named = node.value.replace(name, NAME)
        marked = _SENTENCE_END.sub(lambda end: f"{end[1]} i {_mark_after(end[1])}.", named)
        if key in _OWN_WORDS and marked == named:
            marked = f"{marked.rstrip()} ({_mark_after(marked.rstrip()[-5:])})" + "\n" * named.endswith("\n")
        node.value = marked


def _mark_after(letters: str) -> str:
    """The edition's own place or the municipality's name; the same after the same letters, for quotes are cut anywhere."""
    return NAME if zlib.crc32(letters.encode()) % 3 else MARK


def _value(mapping: yaml.MappingNode, key: str) -> Any:
    return next((value for each, value in mapping.value if each.value == key), None)


def _set_period(document: yaml.MappingNode) -> None:
    document.value = [pair for pair in document.value if pair[0].value != "periode"]
    document.value.append((_text("periode"), _mapping({"fra": FIRST, "til": LAST})))


def _drop_gaps(tree: yaml.MappingNode, theme: str) -> None:
    gaps = _value(tree, "mangler")
    if gaps:
        gaps.value = [gap for gap in gaps.value if _value(gap, "tema").value != theme]


def _text(value: str) -> yaml.ScalarNode:
    return yaml.ScalarNode("tag:yaml.org,2002:str", value)


def _mapping(values: dict[str, str]) -> yaml.MappingNode:
    return yaml.MappingNode("tag:yaml.org,2002:map", [(_text(key), _text(value)) for key, value in values.items()])
