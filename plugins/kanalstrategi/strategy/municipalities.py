"""Denmark's 98 municipalities, and which of them an author means.

The list is `municipalities.csv`, which names its source. What is not in it need not be wrong: a municipality
that was closed down, or one that a test made up.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from importlib.resources import files
from typing import Final

from kanalstrategi.strategy.fields import slug
from kanalstrategi.strategy.nearest import nearest_word

ALIKE: Final = 0.8
"""How like a name must be, before it is taken for a misspelling of another: Ærtebjerg is not Esbjerg."""

_TITLE: Final = re.compile(r"-?(?:regions)?kommunes?$")
_MISSPELT_TITLE: Final = re.compile(r"-kom+une?s?$")


@dataclass(frozen=True)
class ListedMunicipality:
    code: str
    name: str
    full_name: str
    """As it calls itself: Københavns Kommune, Bornholms Regionskommune."""
    region: str

    @cached_property
    def slug(self) -> str:
        """The name of its folder, and its part of every address."""
        return slug(self.name)


@cache
def municipalities() -> tuple[ListedMunicipality, ...]:
    """The list, by code."""
    text = files(__package__).joinpath("municipalities.csv").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if not line.startswith("#")]
    return tuple(
        ListedMunicipality(row["kode"], row["navn"], row["kommune"], row["region"])
        for row in csv.DictReader(lines, delimiter=";")
    )


@lru_cache(maxsize=512)
def named(text: str) -> ListedMunicipality | None:
    """The municipality of a name or a slug, with or without `Kommune`, whatever the case and the spelling of å."""
    key = _key(text)
    return next((_by_slug()[each] for each in (key, key.removesuffix("s"), f"{key}s") if each in _by_slug()), None)


def coded(text: str) -> ListedMunicipality | None:
    """The municipality of a code: `219`, or `0219` as some registers write it."""
    code = text.strip().zfill(4)
    return next((each for each in municipalities() if each.code.zfill(4) == code), None)


@lru_cache(maxsize=512)
def nearest(text: str, alike: float = ALIKE) -> ListedMunicipality | None:
    """The municipality whose name is most like the text, if any is like it at all."""
    found = nearest_word(_MISSPELT_TITLE.sub("", _key(text)), list(_by_slug()), alike)
    return _by_slug()[found] if found else None


def perhaps(text: str) -> ListedMunicipality | None:
    """The municipality that somebody may mean who is there to be asked: `Lyngby` too, and what is less alike."""
    key = _key(text)
    parts = (listed for name, listed in _by_slug().items() if key in name.split("-"))
    return next(parts, None) or nearest(text, 0.65)


@cache
def _by_slug() -> Mapping[str, ListedMunicipality]:
    return {each.slug: each for each in municipalities()}


def _key(text: str) -> str:
    return _TITLE.sub("", slug(text))
