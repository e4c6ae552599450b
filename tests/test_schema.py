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
from conftest import ROOT, python
from jsonschema import Draft7Validator, ValidationError
from kanalstrategi import load, source
from kanalstrategi.diagnostics import Finding, Severity
from kanalstrategi.i18n import LANGUAGES, catalog
from kanalstrategi.schema import FOLDER, modeline, schemas
from kanalstrategi.source import Mapping, Node, Scalar, Sequence
from kanalstrategi.strategy import Edition, Glossary, Hearing, forms
from kanalstrategi.strategy.fields import Part
from kanalstrategi.strategy.nodes import is_empty
from test_cases import ERROR, OK, library_of, name

LIBRARY = ROOT / "strategier"
REAL = sorted(LIBRARY.glob("*.yml")) + sorted(LIBRARY.glob("*/*.yml"))
Place = tuple[int, int]


# --- A file as others see it


class Core(yaml.SafeLoader):
    """YAML 1.2 with its core schema, as YAML's language server reads it."""

    yaml_implicit_resolvers: dict[str, Any] = {}


for tag, pattern, first in (
    ("null", r"~|null|Null|NULL|", ["~", "n", "N", ""]),
    ("bool", r"true|True|TRUE|false|False|FALSE", list("tTfF")),
    ("int", r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+", list("-+0123456789")),
    (
        "float",
        r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)",
        list("-+0123456789."),
    ),
):
    Core.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(rf"(?:{pattern})\Z"), first)
Core.add_constructor("tag:yaml.org,2002:int", lambda loader, node: int(node.value, 0 if node.value[:2] in ("0x", "0o") else 10))
Core.add_constructor("tag:yaml.org,2002:float", lambda loader, node: float(node.value.replace(".inf", "inf").replace(".nan", "nan")))


def as_numbers(text: str) -> Any:
    """The file as YAML's language server sees it; keys are always text."""

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


@cache
def validator(model: type[Part]) -> Draft7Validator:
    texts = schemas(catalog("da"))
    schema = json.loads(texts[modeline(model).rpartition("/")[2]])
    Draft7Validator.check_schema(schema)
    return Draft7Validator(schema)


def model_of(path: Path) -> type[Part]:
    if path.name == "ordliste.yml":
        return Glossary
    return Hearing if ".hoering" in path.name else Edition


def tree(path: Path) -> tuple[Node | None, str]:
    text, node, _ = source.read(path.read_bytes(), path.name)
    return node, text.text


def found_in(path: Path) -> Iterator[tuple[str, Any, set[Place]]]:
    node, text = tree(path)
    assert node is not None
    for view, data in (("text", as_text(node)), ("numbers", as_numbers(text))):
        errors = list(validator(model_of(path)).iter_errors(data))
        yield view, errors, {place for error in errors for place in places(error, node)}


def leaves(error: ValidationError) -> Iterator[ValidationError]:
    if error.context:
        for inner in error.context:
            yield from leaves(inner)
    else:
        yield error


def places(error: ValidationError, root: Node) -> Iterator[Place]:
    for leaf in leaves(error):
        node, entry = root, None
        for step in leaf.absolute_path:
            if isinstance(node, Mapping):
                entry = node.entry(str(step))
                assert entry
                node = entry.value
            else:
                assert isinstance(node, Sequence)
                node = node.items[int(step)]
        under = entry.key.span if entry and entry.value is node else node.span
        if leaf.validator == "additionalProperties":
            assert isinstance(node, Mapping)
            spans = [other.key.span for other in node.entries if other.key.text not in leaf.schema["properties"]]
        else:
            spans = [under if leaf.validator == "required" or is_empty(node) else node.span]
        yield from ((span.line, span.column) for span in spans)
if __name__ == "__main__":
    for path in OK+REAL:
        for view, errors, ps in found_in(path):
            if errors: print(path.name, view, ps, [e.message for e in errors])
    for path in ERROR:
        node,_=tree(path)
        fs=list(library_of(path)[1])
        if node is None: continue
        if any(f.severity is Severity.ERROR for f in source.read(path.read_bytes(),"x")[2]): continue
        for view, errors, ps in found_in(path):
            exp={(f.span.line,f.span.column) for f in fs}
            print("same" if exp==ps else "DIFF" , path.name, view, [f"{f.code} {f.severity.value}" for f in fs], exp, ps)
