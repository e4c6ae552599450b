"""Reads a catalogue and words dates, numbers and sentences in its language."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache, lru_cache
from importlib.resources import files

import yaml
from babel.dates import format_date
from babel.numbers import format_decimal

LANGUAGES = ("da", "en")

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""PyYAML's C loader where there is one: every command begins with the words."""

# In Danish collation æ, ø and å follow z, and "aa" is an older spelling of å.
_DANISH_ORDER = str.maketrans({"æ": "{", "ø": "|", "å": "}"})


@dataclass(frozen=True, eq=False)
class Catalog:
    """The words of one language. A missing key is our own mistake and raises `KeyError`."""

    language: str
    entries: Mapping[str, str]

    def __call__(self, key: str, /, **values: object) -> str:
        """The sentence of `key` with `values` filled in; `n` picks `key.one` where it exists and n is 1."""
        if not values:
            return self.entries[key]
        sentence = self.entries.get(f"{key}.one") if values.get("n") == 1 else None
        return (sentence or self.entries[key]).format_map(values)

    def __contains__(self, key: str) -> bool:
        return key in self.entries

    def date(self, value: date) -> str:
        """A day in words: 17. september 2020, or 17 September 2020."""
        return _date(value, self._locale)

    def number(self, value: int | Decimal) -> str:
        """A number with the language's own marks: 2.526 and 84,42 in Danish."""
        places = 0 if isinstance(value, int) else max(0, -value.as_tuple().exponent)  # type: ignore[operator]
        return _number(value, places, self._locale)

    def joined(self, words: list[str]) -> str:
        """A row of words as a sentence says it: a, b og c."""
        if len(words) < 2:
            return "".join(words)
        return f"{', '.join(words[:-1])} {self('word.and')} {words[-1]}"

    @property
    def _locale(self) -> str:
        return {"da": "da_DK", "en": "en_GB"}[self.language]


@lru_cache(maxsize=4096)
def _date(value: date, locale: str) -> str:
    """Most days and numbers stand on many pages, and Babel reads its patterns each time."""
    return format_date(value, format="long", locale=locale)


@lru_cache(maxsize=4096)
def _number(value: int | Decimal, places: int, locale: str) -> str:
    return format_decimal(value, format="#,##0." + "0" * places if places else "#,##0", locale=locale)


@cache
def catalog(language: str) -> Catalog:
    """The catalogue of "da" or "en". Raises `KeyError` for any other language."""
    if language not in LANGUAGES:
        raise KeyError(language)
    entries: dict[str, str] = {}
    for file in sorted(files(__package__).joinpath(language).iterdir(), key=lambda file: file.name):
        if file.name.endswith(".yml"):
            entries.update(_flat(yaml.load(file.read_text(encoding="utf-8"), _LOADER)))
    entries |= {key.removesuffix(".other"): text for key, text in entries.items() if key.endswith(".other")}
    return Catalog(language, entries)


def danish_order(text: str) -> str:
    """A key that sorts names as a Danish reader expects: A to Z, then Æ, Ø, Å."""
    return text.casefold().replace("aa", "å").translate(_DANISH_ORDER)


def _flat(tree: Mapping[str, object], prefix: str = "") -> Iterator[tuple[str, str]]:
    for key, value in tree.items():
        name = f"{prefix}{key}"
        if isinstance(value, Mapping):
            yield from _flat(value, f"{name}.")
        else:
            yield name, str(value)
