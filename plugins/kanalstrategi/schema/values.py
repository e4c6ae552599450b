"""Single values as schemas: texts, numbers and words of a fixed set.

Our reader takes every value as text; an editor has read it as YAML first. So a value may be the text, or
what YAML makes of it without quotes: `fra: 2025` and `fra: "2025"` say the same.
"""

from __future__ import annotations

import re
from enum import Enum
from typing import Any, Final

from kanalstrategi.i18n import Catalog
from kanalstrategi.strategy.forms import Form, Numbers
from kanalstrategi.strategy.nodes import BLANK

Schema = dict[str, Any]

_NOT_BLANK: Final = "[^{}]".format("".join(f"\\u{ord(sign):04x}" for sign in BLANK))

KEY_ALONE: Final[Schema] = {"defaultSnippets": [{"body": "^"}]}
"""Chosen from the list, a key comes without a value: the language server would write the example after it,
and an example that was overlooked would stand in the document. This snippet is empty and never shown."""


def text_of(words: Catalog) -> Schema:
    """Any text that is not blank, also one that YAML takes for a number or for true."""
    return _text_or({"type": ["number", "boolean"]}, _NOT_BLANK, words("schema.form.words"))


def cell_of(words: Catalog) -> Schema:
    """The text of a cell, which may be empty in the document: `""`."""
    return {"type": ["string", "number", "boolean"], "errorMessage": words("schema.form.words"), **KEY_ALONE}


def form_of(form: Form, words: Catalog) -> Schema:
    pattern, message = rf"^\s*(?:{form.pattern})\s*$", words(f"schema.form.{form.name}")
    if form.choices:
        offers = [{"label": choice, "body": choice} for choice in form.choices]
        return {"type": "string", "pattern": pattern, "errorMessage": message, "defaultSnippets": offers}
    if form.numbers is None:
        return {"type": "string", "pattern": pattern, "errorMessage": message, **KEY_ALONE}
    return _text_or(_number_of(form.numbers), pattern, message)


def _number_of(numbers: Numbers) -> Schema:
    number: Schema = {"type": "integer" if numbers.whole else "number", "minimum": numbers.least}
    if numbers.below is not None:
        number["exclusiveMaximum"] = numbers.below
    return {"anyOf": [number, _number_of(numbers.also)]} if numbers.also else number


def meanings_of(words_of_set: type[Enum], words: Catalog) -> dict[str, str]:
    """The words of a fixed set, each with what it means."""
    name = re.sub("(?<=.)(?=[A-Z])", "_", words_of_set.__name__).lower()
    return {str(word.value): words(f"choice.{name}.{word.value}") for word in words_of_set}


def choice_of(words_of_set: type[Enum], words: Catalog) -> Schema:
    meanings = meanings_of(words_of_set, words)
    return {
        "type": "string",
        "enum": list(meanings),
        "enumDescriptions": list(meanings.values()),
        "markdownEnumDescriptions": list(meanings.values()),
        "errorMessage": words("schema.form.choice", words=", ".join(meanings)),
    }


def or_nothing(value: Schema) -> Schema:
    """A value of which the document may have lost the words: `~`."""
    return {"anyOf": [{"if": {"type": "null"}, "else": value}]}


def _text_or(other: Schema, pattern: str, message: str) -> Schema:
    # Not two alternatives: the language server would offer `true`, and speak English of what fits neither.
    text = {"type": "string", "pattern": pattern, "errorMessage": message}
    return {"anyOf": [{"if": other, "else": text}], **KEY_ALONE}
