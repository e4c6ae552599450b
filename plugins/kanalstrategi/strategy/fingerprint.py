"""A short fingerprint of a document's words, so that a summary can say which text it was written after."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from hashlib import sha256
from typing import Any, Final

from kanalstrategi.strategy.annotations import holding
from kanalstrategi.strategy.edition import Edition
from kanalstrategi.strategy.fields import Part
from kanalstrategi.strategy.text import Note

LENGTH: Final = 8

_NOT_THE_TEXT: Final = {"municipality", "municipality_code", "document", "summary", "excerpts", "gaps", "terms"}
"""What the editors wrote, and what only points at the text."""

_SIGNS: Final = re.compile(r"[\W_]+")

_NOT_WORDS: Final = {"id", "passage", "place", "channel", "reaches", "editors_heading", "editors_title", "targets"}
"""Addresses, what the editors wrote, and what only says the words of the text again as data."""


def fingerprint(edition: Edition) -> str:
    """Eight letters and digits that change when a letter or digit of the text does; signs and line breaks are free."""
    names = (name for name in type(edition).model_fields if name not in _NOT_THE_TEXT)
    words = " ".join(word for name in names for word in _words(getattr(edition, name)))
    return sha256(_SIGNS.sub("", words.casefold()).encode()).hexdigest()[:LENGTH]


def _words(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from _words(item)
    elif isinstance(value, Part) and not isinstance(value, Note):
        for name in _fields_of_words(type(value)):
            yield from _words(getattr(value, name))


@cache
def _fields_of_words(model: type[Part]) -> tuple[str, ...]:
    held = set(holding(model, str))
    return tuple(name for name in model.model_fields if name in held and name not in _NOT_WORDS)
