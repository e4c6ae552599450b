"""Words by their whole forms: is one of them in a text, and which."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from importlib.resources import files
from os.path import commonprefix
from typing import Any, Final

import yaml

_SHARED = 5
"""So many letters that words begin with alike are looked for in place of the words."""
_WORD = re.compile(r"\w+(?:[-’']\w+)*")


def words_in(text: str) -> list[str]:
    """The words of a text in small letters, without the signs around them."""
    return _WORD.findall(text.casefold())


def number_of_words(text: str) -> int:
    return len(_WORD.findall(text))


@dataclass(frozen=True)
class Forms:
    """A set of words and phrases, each in every form that it may stand in."""

    written: tuple[str, ...]

    @cached_property
    def _by_root(self) -> tuple[tuple[str, tuple[tuple[str, re.Pattern[str]], ...]], ...]:
        """Under a root that stands in several forms: how they begin, and what matches any of those that begin so.

        »dyr« is the root of »dyrest«, which begins with it, and of »for dyr«, which begins with »for«.
        """
        shared: list[str] = []
        for word in sorted({max(form.lower().split(), key=len) for form in self.written}):
            both = commonprefix([shared[-1], word]) if shared else ""
            shared[-1:] = [both] if len(both) >= _SHARED else [*shared[-1:], word]
        shared.sort(key=len)
        roots: dict[str, dict[str, list[str]]] = {}
        for form in self.written:
            small = form.lower()
            root = next(root for root in shared if root in small)
            beginning = root if small.startswith(root) else small.split()[0]
            roots.setdefault(root, {}).setdefault(beginning, []).append(form)
        return tuple(
            (root, tuple((beginning, _whole(forms)) for beginning, forms in by_beginning.items()))
            for root, by_beginning in roots.items()
        )

    def found_in(self, text: str) -> Iterator[str]:
        """Every form that stands in the text, as it is written there, in its order; of several in a place, the longest."""
        end = 0
        for match in sorted(self._matches(text), key=lambda match: (match.start(), -match.end())):
            if match.start() >= end:
                end = match.end()
                yield match.group()

    def stands_in(self, text: str) -> bool:
        return any(True for _ in self._matches(text))

    def _matches(self, text: str) -> Iterator[re.Match[str]]:
        # Most forms stand nowhere, which a plain search for what several of them share tells soonest.
        small = _small(text)
        for root, forms in self._by_root:
            if root not in small:
                continue
            for beginning, whole in forms:
                start = small.find(beginning)
                while start >= 0:
                    if match := whole.match(text, start):
                        yield match
                    start = small.find(beginning, start + 1)


SMALL_LETTERS: Final = bytes(range(256)).decode("latin-1").lower().encode("latin-1")
"""What every character of Latin-1 is as a small letter: all of Danish, several times sooner than by Unicode's tables."""


@lru_cache(maxsize=64)
def _small(text: str) -> str:
    """A text in small letters, of which all forms are in Latin-1; one list after another is looked for in it."""
    return text.encode("latin-1", "replace").translate(SMALL_LETTERS).decode("latin-1")


def _whole(forms: Iterable[str]) -> re.Pattern[str]:
    """What matches one of the forms, the longest where several begin in a place."""
    longest_first = sorted(forms, key=len, reverse=True)
    either = "|".join(r"\s+".join(map(re.escape, form.split())) for form in longest_first)
    return re.compile(rf"(?<![\w-])(?:{either})(?![\w-])", re.IGNORECASE)


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
