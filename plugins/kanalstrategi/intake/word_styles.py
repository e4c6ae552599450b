"""What a Word paragraph is by its style: a heading and its level, a title, a caption, an item of a list, its size."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, Final

from docx.oxml.ns import qn

_TITLE: Final = re.compile(r"(?i)title$|titel$")
_SUBTITLE: Final = re.compile(r"(?i)subtitle$|undertitel$")
_CAPTION: Final = re.compile(r"(?i)caption$|billedtekst$")
_HEADING: Final = re.compile(r"(?i)(?:heading|overskrift) ?(\d)$")
_NORMAL_SIZE: Final = 22
_INNER_LIST: Final = re.compile(r"(?i)list (?:bullet|number) ([2-9])")


@dataclass(frozen=True)
class Style:
    ids: tuple[str, ...]
    """Its own id and those it is based on."""
    name: str
    level: int
    """The level of a heading; 0 for what is none."""
    is_title: bool
    is_caption: bool
    bold: bool
    is_subtitle: bool
    list: str | None
    depth: int | None

    @property
    def inner(self) -> int:
        """How deep Word's own styles for inner lists stand, `List Bullet 2`, each of which is a list by itself."""
        match = _INNER_LIST.fullmatch(self.name)
        return int(match[1]) - 1 if match else 0


class Styles:
    """The styles of one document; each inherits from the one it is based on."""

    def __init__(self, styles: Any) -> None:
        self._by_id = {each.get(qn("w:styleId")): each for each in styles.findall(qn("w:style"))}
        paragraphs = [each for each in self._by_id.values() if each.get(qn("w:type")) == "paragraph"]
        self._default = next((each.get(qn("w:styleId")) for each in paragraphs if each.get(qn("w:default")) == "1"), "")
        whole = styles.find(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}/{qn('w:sz')}")
        self._size = int(whole.get(qn("w:val"))) if whole is not None else _NORMAL_SIZE

    def of(self, paragraph: Any) -> Style:
        chain = self._chain(paragraph)
        names = [_value(each.find(qn("w:name"))) for each in chain]
        own = [paragraph.find(qn("w:pPr")), *(each.find(qn("w:pPr")) for each in chain)]
        outline = _first(own, "w:outlineLvl")
        level = int(outline) + 1 if outline.isdigit() and int(outline) < 9 else 0
        if not level:
            level = next((int(match[1]) for name in names if (match := _HEADING.search(name))), 0)
        numbers = [each.find(qn("w:numPr")) for each in own if each is not None]
        list, depth = _first(numbers, "w:numId"), _first(numbers, "w:ilvl")
        name = names[0] if names else ""
        bold = any(_value(each.find(f"{qn('w:rPr')}/{qn('w:b')}"), "1") not in ("", "0", "false") for each in chain)
        return Style(
            tuple(str(each.get(qn("w:styleId"))) for each in chain),
            name,
            level,
            any(_TITLE.match(each) for each in names),
            any(_CAPTION.match(each) for each in names),
            bold,
            any(_SUBTITLE.match(each) for each in names),
            list if list and list != "0" else None,
            int(depth) if depth else None,
        )

    def size(self, paragraph: Any, style: Style) -> float:
        """The size of the letters in points, where they all have one; 0 otherwise."""
        runs = [run for run in paragraph.iter(qn("w:r")) if any((each.text or "").strip() for each in run.iter(qn("w:t")))]
        inherited = next(
            (found for each in self._chain(paragraph) if (found := _value(each.find(f"{qn('w:rPr')}/{qn('w:sz')}")))), ""
        )
        sizes = {_value(run.find(f"{qn('w:rPr')}/{qn('w:sz')}")) or inherited or str(self._size) for run in runs}
        return float(sizes.pop()) / 2 if len(sizes) == 1 else 0.0

    def of_characters(self, look: Any) -> list[Any]:
        """What the style of a run's characters says of them, and those it is based on."""
        named = look.find(qn("w:rStyle")) if look is not None else None
        return [each.find(qn("w:rPr")) for each in self._based(_value(named))]

    def of_letters(self, paragraph: Any) -> list[Any]:
        """What the style of a paragraph says of its characters, and those it is based on."""
        return [each.find(qn("w:rPr")) for each in self._chain(paragraph)]

    def _chain(self, paragraph: Any) -> list[Any]:
        named = paragraph.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
        return self._based(_value(named) or self._default)

    def _based(self, id: str) -> list[Any]:
        chain: list[Any] = []
        while id and (style := self._by_id.get(id)) is not None and style not in chain:
            chain.append(style)
            id = _value(style.find(qn("w:basedOn")))
        return chain


def _value(element: Any, otherwise: str = "") -> str:
    return "" if element is None else str(element.get(qn("w:val"), otherwise))


def _first(parents: list[Any], name: str) -> str:
    found = (each.find(qn(name)) for each in parents if each is not None)
    return next((_value(each) for each in found if each is not None), "")
