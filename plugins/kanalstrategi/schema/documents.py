"""The schema files: one for each kind of file in the library, and the line that leads an editor to it."""

from __future__ import annotations

import json
from typing import Final

from kanalstrategi.i18n import Catalog
from kanalstrategi.schema.parts import Parts
from kanalstrategi.schema.values import Schema
from kanalstrategi.strategy import Edition, Glossary, Hearing
from kanalstrategi.strategy.fields import Part

FOLDER: Final = ".skema"
"""The folder inside the library that holds the schemas; hidden, so that nobody takes it for a municipality."""

FILES: Final[dict[type[Part], str]] = {
    Edition: "udgave.schema.json",
    Hearing: "hoering.schema.json",
    Glossary: "ordliste.schema.json",
}


def schemas(words: Catalog) -> dict[str, str]:
    """Every schema as the text of its file, by the file's name."""
    return {name: _written(_document(model, words)) for model, name in FILES.items()}


def modeline(model: type[Part]) -> str:
    """The first line of a file in the library, from which YAML's language server takes the schema."""
    above = "" if model is Glossary else "../"
    return f"# yaml-language-server: $schema={above}{FOLDER}/{FILES[model]}"


def _document(model: type[Part], words: Catalog) -> Schema:
    parts = Parts(words)
    name = model.__name__.lower()
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": words(f"schema.{name}.title"),
        "description": words(f"schema.{name}.description"),
        **parts.mapping(model),
        "definitions": parts.definitions,
    }


def _written(document: Schema) -> str:
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"
