"""Words by their whole forms: is one of them in a text, and which."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from importlib.resources import files
from typing import Any

import yaml

_WORD = re.compile(r"\w+(?:[-’']\w+)*")


def words_in(text: str) -> list[str]:
    """The words of a text in small letters, without the signs around them."""
    return _WORD.findall(text.casefold())


@dataclass(frozen=True)
class Forms:
    """A set of words and phrases, each in every form that it may stand in."""

    written: tuple[str, ...]

    @cached_property
    def _probes(self) -> tuple[tuple[str, str], ...]:
        """Every form with its longest word, which is looked for first because that is cheap."""
        return tuple((max(form.split(), key=len), form) for form in self.written)

    def found_in(self, text: str) -> Iterator[str]:
        """Every form that stands in the text, as it is written there, in its order."""
        small = text.lower()
        held = tuple(form for probe, form in self._probes if probe in small)
        if held:
            yield from (match.group() for match in _pattern(held).finditer(text))

    def stands_in(self, text: str) -> bool:
        return any(self.found_in(text))


@lru_cache(maxsize=256)
def _pattern(written: tuple[str, ...]) -> re.Pattern[str]:
    longest_first = sorted(written, key=len, reverse=True)
    forms = "|".join(r"\s+".join(re.escape(word) for word in form.split()) for form in longest_first)
    return re.compile(rf"(?<![\w-])(?:{forms})(?![\w-])", re.IGNORECASE)


@cache
def _lists() -> dict[str, Any]:
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    return yaml.load(files(__package__).joinpath("words.yml").read_text(encoding="utf-8"), loader)


@cache
def forms(name: str) -> Forms:
    """The forms of a list of `words.yml`; `channels.chat` is a list inside another."""
    held: Any = _lists()
    for key in name.split("."):
        held = held[key]
    return Forms(tuple(held))


@cache
def abbreviations() -> dict[str, str]:
    """What every abbreviation stands for, by its letters without points and spaces."""
    return {re.sub(r"[.\s]", "", short): str(long) for short, long in _lists()["abbreviations"].items()}


@cache
def may_end_a_sentence() -> frozenset[str]:
    """The abbreviations after which a capital letter begins a new sentence, by their letters."""
    return frozenset(re.sub(r"[.\s]", "", short) for short in _lists()["may_end_a_sentence"])
