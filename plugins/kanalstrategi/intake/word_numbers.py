"""The numbers of Word's lists, which stand nowhere in the text: counted as Word counts them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any, Final

from docx.oxml.ns import qn

_ROMAN: Final = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))


@dataclass(frozen=True)
class Level:
    format: str
    text: str
    start: int
    style: str
    """The style of paragraphs that belongs to the level."""


@dataclass
class Numbers:
    """The lists of one document, and how far each has counted."""

    numbering: Any
    _levels: dict[str, dict[int, Level]] = field(default_factory=dict)
    _abstract: dict[str, str] = field(default_factory=dict)
    _starts: dict[str, dict[int, int]] = field(default_factory=dict)
    _counts: dict[str, dict[int, int]] = field(default_factory=dict)
    _begun: set[tuple[str, int]] = field(default_factory=set)

    def __post_init__(self) -> None:
        if self.numbering is None:
            return
        for abstract in self.numbering.findall(qn("w:abstractNum")):
            found = (_level(each) for each in _defined(abstract, self.numbering).findall(qn("w:lvl")))
            self._levels[abstract.get(qn("w:abstractNumId"))] = dict(found)
        for number in self.numbering.findall(qn("w:num")):
            self._number(number)

    def _number(self, number: Any) -> None:
        id = number.get(qn("w:numId"))
        abstract = number.find(qn("w:abstractNumId")).get(qn("w:val"))
        levels = dict(self._levels.get(abstract, {}))
        starts: dict[int, int] = {}
        for override in number.findall(qn("w:lvlOverride")):
            depth = int(override.get(qn("w:ilvl")))
            own, start = override.find(qn("w:lvl")), override.find(qn("w:startOverride"))
            if own is not None:
                levels[depth] = _level(own)[1]
            if start is not None:
                starts[depth] = int(start.get(qn("w:val")))
        self._levels[f"num {id}"] = levels
        self._starts[id] = starts
        self._abstract[id] = abstract

    def depth_of(self, id: str, styles: tuple[str, ...]) -> int:
        """How deep in a list the paragraphs of a style stand, where they do not say it themselves."""
        levels = self._levels.get(f"num {id}", {})
        return next((depth for style in styles for depth, level in levels.items() if level.style == style), 0)

    def mark(self, id: str, depth: int) -> str | None:
        """The number or letter of the next paragraph of a list; empty for a dot, nothing where it is no list."""
        level = self._levels.get(f"num {id}", {}).get(depth)
        if level is None or level.format == "none":
            return "" if level is None else None
        counts = self._counts.setdefault(self._abstract[id], {})
        if (id, depth) not in self._begun and depth in self._starts[id]:
            counts[depth] = self._starts[id][depth] - 1
        self._begun.add((id, depth))
        counts[depth] = counts.get(depth, level.start - 1) + 1
        for deeper in [each for each in counts if each > depth]:
            del counts[deeper]
        if level.format == "bullet":
            return ""
        return re.sub(r"%(\d)", lambda match: self._worded(id, int(match[1]) - 1, counts), level.text).strip()

    def _worded(self, id: str, depth: int, counts: dict[int, int]) -> str:
        level = self._levels[f"num {id}"].get(depth)
        return in_words(counts.get(depth, level.start if level else 1), level.format if level else "decimal")


def _defined(abstract: Any, numbering: Any) -> Any:
    """A list, or the one that it refers to by the name of a list style."""
    link = abstract.find(qn("w:numStyleLink"))
    name = link.get(qn("w:val")) if link is not None else None
    styled = (each for each in numbering.findall(qn("w:abstractNum")) for own in each.findall(qn("w:styleLink")) if own.get(qn("w:val")) == name)
    return next(styled, abstract) if name else abstract


def _level(element: Any) -> tuple[int, Level]:
    def value(name: str, otherwise: str) -> str:
        child = element.find(qn(name))
        return otherwise if child is None else str(child.get(qn("w:val"), otherwise))

    level = Level(value("w:numFmt", "decimal"), value("w:lvlText", ""), int(value("w:start", "1")), value("w:pStyle", ""))
    return int(element.get(qn("w:ilvl"))), level


def in_words(number: int, format: str) -> str:
    """A number as a list or a note of Word's writes it."""
    match format:
        case "lowerLetter" | "upperLetter":
            letter = chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)
            return letter.upper() if format == "upperLetter" else letter
        case "lowerRoman" | "upperRoman":
            return _roman(number).upper() if format == "upperRoman" else _roman(number)
        case "decimalZero":
            return f"{number:02}"
        case _:
            return str(number)


def _roman(number: int) -> str:
    written = ""
    for value, sign in _ROMAN:
        while number >= value:
            written, number = written + sign, number - value
    return written
