"""Lines of a text that were meant as keys: indented as far as the text under | above them, they became part of it."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from typing import Final

from kanalstrategi.diagnostics import Span
from kanalstrategi.strategy.annotations import form_in, model_of, parts
from kanalstrategi.strategy.edition import Edition
from kanalstrategi.strategy.fields import Part
from kanalstrategi.strategy.forms import Form
from kanalstrategi.strategy.nodes import words_of

_LINE: Final = re.compile(r"(?m)^ *(?P<line>(?P<dash>- )?(?P<key>[a-zæøå][a-zæøå_-]*):(?: +(?P<value>\S.*))?)$")
_KEY: Final = re.compile(r"\s*(?:- )?[a-zæøå][a-zæøå_-]*:(?: |$)")
_ID: Final = re.compile("[a-z0-9]+(?:-[a-z0-9]+)*")
_OPENS: Final = ("|", ">", "[", "{")


def key_in(text: str, model: type[Part]) -> re.Match[str] | None:
    """The first line that is a key of the part which the text stands in, or of the whole file; `key` is its group."""
    if ":" not in text or "\n" not in text:
        return None
    return next((match for match in _LINE.finditer(text) if _is_meant(match, model)), None)


def required_key_in(text: str, key: str, span: Span) -> Span | None:
    """Where a key that is missing beside the text stands in it."""
    found = (match for match in _LINE.finditer(text) if match["key"] == key)
    return next((place_of_key(match, span) for match in found), None)


def place_of_key(match: re.Match[str], span: Span) -> Span:
    """Where the line stands: the same word may end a sentence above, so the line below is looked for with it."""
    below = _below(match).split("\n")[1:2]
    place = span.of(" ".join([match["line"], *below]))
    return replace(place, end_line=place.line, end_column=place.column + len(match["line"]))


def _below(match: re.Match[str]) -> str:
    return match.string[match.end() :]


@cache
def _known() -> frozenset[str]:
    """Every key that can stand in a file."""
    return frozenset(key for part in parts() for key in part.keys())


def _is_item(match: re.Match[str]) -> bool:
    """Whether the line begins an item: a dash and a key, or an id, and another key right under it."""
    following = _LINE.match(_below(match).lstrip("\n"))
    if not following or following["dash"] or following["key"] not in _known() or match["key"] not in _known():
        return False
    indent, deeper = (len(each.group()) - len(each["line"]) for each in (match, following))
    return deeper == indent + 2 if match["dash"] else match["key"] == "id" and deeper == indent and bool(_ID.fullmatch(match["value"] or ""))


def _is_meant(match: re.Match[str], model: type[Part]) -> bool:
    key, value = match["key"], match["value"] or ""
    if key == "id" and match["dash"]:
        return bool(_ID.fullmatch(value))
    if _is_item(match) or (value.startswith(_OPENS) and len(value) < 3 and key in _known()):
        return True
    if key not in model.keys() and (value or key not in Edition.keys()):
        return False
    if not value:
        return bool(_KEY.match(_below(match).lstrip("\n")))
    if "_" in key:
        return True  # No text has such a word.
    info = model.keys()[key]
    form = form_in(info.annotation) or next((each for each in info.metadata if isinstance(each, Form)), None)
    if form and form.match(value):
        return True
    is_word = model_of(info.annotation) is None and value in words_of(info.annotation)
    return is_word or value.startswith(_OPENS)
