"""The pages of the rules as values: what is wrong, why it matters, and an example of each, right and wrong."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources import files
from typing import Final

_FENCE: Final = re.compile(r"```(yaml|text)\n(.*?)```\n?", re.DOTALL)
_CODE: Final = re.compile(r"\[(KS\d{3})\]")


@dataclass(frozen=True)
class Example:
    """A piece of a file, or what the terminal says of the pieces before it."""

    is_file: bool
    text: str


@dataclass(frozen=True)
class RulePage:
    """The page that stands beside a rule, in the parts that its headings make."""

    name: str
    title: str
    codes: tuple[str, ...]
    what: str
    why: str
    wrong: tuple[Example, ...]
    right: tuple[Example, ...]


def rule_pages() -> tuple[RulePage, ...]:
    """Every rule's page, by its first code."""
    folder = files("kanalstrategi").joinpath("rules")
    pages = (
        _read(file.name.removesuffix(".md"), file.read_text(encoding="utf-8"))
        for file in folder.iterdir()
        if file.name.endswith(".md")
    )
    return tuple(sorted(pages, key=lambda page: page.codes))


def _read(name: str, text: str) -> RulePage:
    title, what, why, wrong, right = _parts(text)
    codes = tuple(sorted(set(_CODE.findall(wrong))))
    return RulePage(name, title, codes, what, why, tuple(_examples(wrong)), tuple(_examples(right)))


def _parts(text: str) -> list[str]:
    """The title and what stands under each of the four headings."""
    title, *sections = re.split(r"(?m)^## .+\n", text)
    return [title.removeprefix("# ").strip(), *(section.strip() + "\n" for section in sections)]


def _examples(text: str) -> Iterator[Example]:
    for kind, body in _FENCE.findall(text):
        yield Example(kind == "yaml", body.rstrip())
