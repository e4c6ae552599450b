"""Words by their whole forms: is one of them in a text, and which."""

from __future__ import annotations

import re
from collections.abc import Iterator, Set
from dataclasses import dataclass
from functools import cache, cached_property
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
    def _singles(self) -> frozenset[str]:
        return frozenset(form for form in self.written if " " not in form)

    @cached_property
    def _phrases(self) -> tuple[frozenset[str], ...]:
        return tuple(frozenset(words_in(form)) for form in self.written if " " in form)

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        longest_first = sorted(self.written, key=len, reverse=True)
        forms = "|".join(r"\s+".join(re.escape(word) for word in form.split()) for form in longest_first)
        return re.compile(rf"(?<![\w-])(?:{forms})(?![\w-])", re.IGNORECASE)

    def may_stand_in(self, vocabulary: Set[str]) -> bool:
        """Whether a text with these words can hold one of the forms; cheap, and never wrong when it says no."""
        return not self._singles.isdisjoint(vocabulary) or any(phrase <= vocabulary for phrase in self._phrases)

    def found_in(self, text: str) -> Iterator[str]:
        """Every form that stands in the text, as it is written there, in its order."""
        return (match.group() for match in self._pattern.finditer(text))


@cache
def _lists() -> dict[str, Any]:
    return yaml.safe_load(files(__package__).joinpath("words.yml").read_text(encoding="utf-8"))


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
