"""What a heading means, looked up in `headings.yml`: the words are data, so that a spelling can be added without code."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Final

import yaml

NUMBER: Final = re.compile(r"(?P<number>(?:\d+(?:\.\d+)*|[A-ZÆØÅ]|[IVX]+)[.)]|\d+(?:\.\d+)*)\s+(?=\S)")
"""The number or letter before a heading: `2.1`, `3.`, `a)`, `IV.`."""


@dataclass(frozen=True)
class Meaning:
    """The chapter that a heading opens, by its field of `Edition`, and whether the heading says just that."""

    chapter: str
    sure: bool


@cache
def _lexicon() -> Any:
    return yaml.safe_load(files(__package__).joinpath("headings.yml").read_text(encoding="utf-8"))


def number_of(heading: str) -> tuple[str, str]:
    """The number before a heading as it is written, and the heading without it."""
    match = NUMBER.match(heading)
    return (match["number"], heading[match.end() :]) if match else ("", heading)


def core(heading: str) -> str:
    """A heading in small letters, without number, closing sign and the words that only say whose it is."""
    around = {name: re.sub(r"\s*\n\s*|(?<=\|) ", "", each) for name, each in _lexicon()["around"].items()}
    text = number_of(" ".join(heading.split()))[1].casefold().strip(" .:!?–-")
    text = re.sub(rf"^{around['before']} (?=\S)", "", text)
    return re.sub(rf"(?<=\S) {around['after']}$", "", text).strip(" .:!?–-")


def meaning(heading: str) -> Meaning | None:
    """The chapter that the heading opens; nothing where it may open two, or none."""
    text = _without_year(core(heading))
    chapters = _lexicon()["chapters"]
    exact = [name for name, entry in chapters.items() if text in entry["exact"] or core(heading) in entry["exact"]]
    if exact:
        return Meaning(exact[0], sure=True)
    like = _alike(text)
    return Meaning(like[0], sure=False) if len(like) == 1 and len(text.split()) <= 12 else None


def several(heading: str) -> tuple[str, ...]:
    """The chapters that a heading names, where it names more than one."""
    parts = [part for part in re.split(r",| og | & |/", core(heading)) if part.strip()]
    if meaning(heading) and meaning(heading).sure:  # type: ignore[union-attr]
        return ()
    found = [each.chapter for part in parts if (each := meaning(part)) and each.sure]
    return tuple(dict.fromkeys(found)) if len(set(found)) > 1 else ()


def _alike(text: str) -> list[str]:
    return [name for name, entry in _lexicon()["chapters"].items() if any(re.search(each, text) for each in entry["like"])]


def _without_year(text: str) -> str:
    return re.sub(r"(?:\s+(?:mod|frem mod|for|i))?\s+(?:19|20)\d\d(?:\s*[-–]\s*(?:19|20)\d\d)?$", "", text)


def year_of(heading: str) -> int | None:
    """The one year that a heading names."""
    years = re.findall(r"(?<!\d)(?:19|20)\d\d(?!\d)", heading)
    return int(years[0]) if len(years) == 1 else None


def opens_guidelines(text: str) -> bool:
    return bool(re.search(_lexicon()["guidelines"]["like"][0], core(text)))


def speaks_of_order(text: str) -> bool:
    return any(re.search(each, text.casefold()) for each in _lexicon()["ranking"])


def goal_level(heading: str) -> tuple[str, bool]:
    """What goals under a heading are goals for, and whether the heading says so."""
    text = core(heading)
    for level, patterns in _lexicon()["levels"].items():
        if any(re.search(each, text) for each in patterns):
            return level, True
    return "overordnet", False


def is_usual(heading: str) -> bool:
    """Whether a heading is one that opens a chapter of any document, and so no title."""
    return any(re.search(each, core(heading)) for each in _lexicon()["usual"])


def kind_of(title: str) -> str | None:
    """What a document calls itself in its title."""
    for kind, patterns in _lexicon()["kinds"].items():
        if any(re.search(each, title.casefold()) for each in patterns):
            return str(kind)
    return None


def channels_of(name: str) -> tuple[str, ...] | None:
    """The common channels that a name covers, in its order; nothing where the name is that of no channel."""
    text = number_of(" ".join(name.split()))[1].casefold().strip(" .:")
    whole = _channel(text)
    if whole is not None:
        return (whole,) if whole else ()
    parts = [_channel(part.strip()) for part in re.split(r",| og | eller | samt |/|&", text) if part.strip()]
    if len(parts) < 2 or None in parts:
        return None
    return tuple(dict.fromkeys(part for part in parts if part))


def _channel(text: str) -> str | None:
    entries = _lexicon()["channels"].items()
    return next((str(common) for common, names in entries if text in names), None)
