"""A short fingerprint of a document's words, so that a summary can say which text it was written after."""

from __future__ import annotations

from functools import cache
from hashlib import sha256
from typing import Final

from kanalstrategi.strategy.annotations import holding
from kanalstrategi.strategy.edition import Edition
from kanalstrategi.strategy.fields import Part
from kanalstrategi.strategy.passages import gathered
from kanalstrategi.strategy.text import Note

LENGTH: Final = 8

_NOT_THE_TEXT: Final = {"municipality", "municipality_code", "document", "summary", "excerpts", "gaps", "terms"}
"""What the editors wrote, and what only points at the text."""

_ASCII: Final = bytes(range(128))
_ASCII_SIGNS: Final = bytes(each for each in _ASCII if not chr(each).isalnum())

_NOT_WORDS: Final = {"id", "passage", "place", "channel", "reaches", "editors_heading", "editors_title", "targets"}
"""Addresses, what the editors wrote, and what only says the words of the text again as data."""


def fingerprint(edition: Edition) -> str:
    """Eight letters and digits that change when a letter or digit of the text does; signs and line breaks are free."""
    letters = " ".join(gathered(edition, _fields_of_words, [])).encode().lower().translate(None, _ASCII_SIGNS)
    # Bytes lose signs and capitals much sooner than text does. Of letters that are not ASCII a text has a few, often.
    for other in set(letters.translate(None, _ASCII).decode()):
        small = "".join(each for each in other.casefold() if each.isalnum())
        if small != other:
            letters = letters.replace(other.encode(), small.encode())
    return sha256(letters).hexdigest()[:LENGTH]


@cache
def _fields_of_words(model: type) -> tuple[str, ...]:
    if not issubclass(model, Part) or issubclass(model, Note):
        return ()
    left_out = _NOT_THE_TEXT if model is Edition else _NOT_WORDS
    return tuple(name for name in holding(model, str) if name not in left_out)
