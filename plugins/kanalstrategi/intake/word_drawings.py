"""The words of a Word file that stand in drawings: those of a diagram (SmartArt) box by box, those of a chart only named."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Any, Final

from docx.oxml import parse_xml

from kanalstrategi.intake.blocks import LeftOut, Run, Words
from kanalstrategi.intake.characters import clean, clean_words

_DIAGRAM: Final = "{http://schemas.openxmlformats.org/drawingml/2006/diagram}"
_DRAWN: Final = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_WORDS_OF_CHARTS: Final = ("/main}t", "/chart}v")


def diagram(part: Any, relation: str) -> tuple[Words, ...]:
    """The texts of a diagram's boxes, each with those below it, as it is read."""
    found = part.rels.get(relation)
    root = parse_xml(found.target_part.blob) if found is not None and not found.is_external else None
    if root is None:
        return ()
    points = {point.get("modelId"): point for point in root.iter(f"{_DIAGRAM}pt")}
    below: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for link in root.iter(f"{_DIAGRAM}cxn"):
        if link.get("type", "parOf") == "parOf":
            below[link.get("srcId")].append((int(link.get("srcOrd", "0")), link.get("destId")))
    order: dict[str, None] = {}

    def walk(id: str) -> None:
        if id in points and id not in order:
            order[id] = None
            for _, inner in sorted(below[id]):
                walk(inner)

    for id, point in points.items():
        if point.get("type") == "doc":
            walk(id)
    return tuple(words for id in (*order, *(each for each in points if each not in order)) for words in _paragraphs(points[id]))


def _paragraphs(point: Any) -> Iterator[Words]:
    """The paragraphs of a box. A box that still shows the program's own hint has none."""
    properties = point.find(f"{_DIAGRAM}prSet")
    if properties is not None and properties.get("phldr") == "1" and properties.get("phldrT"):
        return
    for paragraph in point.iter(f"{_DRAWN}p"):
        text = "".join(each.text or "" if each.tag == f"{_DRAWN}t" else " " for each in paragraph.iter(f"{_DRAWN}t", f"{_DRAWN}br"))
        if words := clean_words([Run(text)]):
            yield words


def charts(part: Any) -> Iterator[LeftOut]:
    """The words of charts: a chart's numbers stand in the file as they are counted, not as they are shown."""
    for relation in part.rels.values():
        if relation.reltype.rpartition("/")[2] in ("chart", "chartEx"):
            root = parse_xml(relation.target_part.blob)
            found = (clean(each.text or "").strip() for each in root.iter() if isinstance(each.tag, str) and each.tag.endswith(_WORDS_OF_CHARTS))
            if text := " · ".join(dict.fromkeys(filter(None, found))):
                yield LeftOut("drawing", text)
