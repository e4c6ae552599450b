"""An edition or a hearing as the Markdown that a person would write by hand: headings, paragraphs, lists, tables."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

HEADINGS: Final = ("overskrift", "redaktionens_overskrift", "navn", "begreb", "titel", "redaktionens_titel", "trin")
UNSHOWN: Final = {"id", "sted", "fælles", "kanal", "uddrag", "kommune", "kapitel"}
LOST: Final = "~"
_DEEPEST: Final = 6

Tree = Mapping[str, Any]


def edition(tree: Tree) -> str:
    """The page of an edition: a heading for each chapter, and what is below it."""
    chapters = [f"# {tree['dokument']['titel']}"]
    for key, value in tree.items():
        if key == "fodnoter":
            chapters += (f"[^{note['id']}]: {_line(' '.join(_below(note['tekst'], 'tekst', 3)))}" for note in value)
        elif key not in UNSHOWN:
            chapters += [f"## {_title(key)} {{#{_folded(key)}}}", *_below(value, key, 3)]
    return "\n\n".join(chapters) + "\n"


def hearing(tree: Tree) -> str:
    parts = [f"# {tree['høring']['titel']}"]
    for key, value in tree.items():
        parts += [f"## {_title(key)} {{#{_folded(key)}}}", *_below(value, key, 3)]
    return "\n\n".join(parts) + "\n"


def table(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    lines = [columns, ["---"] * len(columns), *rows]
    return "\n".join("| " + " | ".join(_cell(cell) for cell in line) + " |" for line in lines)


def _below(value: Any, key: str, level: int) -> Iterator[str]:
    """The blocks of a chapter or a part."""
    if isinstance(value, str):
        yield value.strip()
    elif isinstance(value, list):
        if all(isinstance(item, str) for item in value) and key != "tekst":
            yield "\n".join(f"- {_line(item)}" for item in value)
            return
        for number, item in enumerate(value, 1):
            yield from _item(item, key, number, level) if isinstance(item, dict) else (item.strip(),)
    else:
        yield from _part(value, key, level)


def _item(item: Tree, key: str, number: int, level: int) -> Iterator[str]:
    if "plads" in item:
        yield f"{number}. {item['navn']}"
    elif "tabel" in item:
        yield from _data(item["tabel"])
    elif "figur" in item:
        yield from _figure(item["figur"])
    elif "note" in item:
        yield f"> **Redaktionens note:** {_line(item['note']['tekst'])}"
    elif any(name in item for name in HEADINGS) or any(isinstance(value, list) for value in item.values()):
        yield from _part(item, key, level)
    elif "tekst" in item:
        first, *rest = item["tekst"].strip().split("\n")
        sign = f"{number}. " if "nummer" in item else "- "
        yield "\n".join([sign + first, *("    " + line for line in rest)])
    else:
        yield "- " + "; ".join(f"**{_title(name)}:** {_line(each)}" for name, each in item.items() if name not in UNSHOWN)


def _part(part: Tree, key: str, level: int) -> Iterator[str]:
    """A part with a heading of its own, or without one: its facts as a list, its texts, the parts below it."""
    heading = next((part[name] for name in HEADINGS if name in part), None)
    if heading and key != "dokument":
        numbered = f"{part['nummer']} {heading}" if "nummer" in part else heading
        anchor = f" {{#{_folded(key)}-{part['id']}}}" if "id" in part else ""
        yield f"{'#' * min(level, _DEEPEST)} {_line(numbered)}{anchor}"
        level += 1
    facts = []
    for name, value in part.items():
        if name in UNSHOWN or name == "nummer" or (name in HEADINGS and key != "dokument"):
            continue
        if isinstance(value, str) and "\n" not in value:
            facts.append(f"- **{_title(name)}:** {value}")
        elif facts:
            yield "\n".join(facts)
            facts = []
        if not isinstance(value, str) or "\n" in value:
            yield from _below(value, name, level)
    if facts:
        yield "\n".join(facts)


def _data(data: Tree) -> Iterator[str]:
    title = data.get("titel") or data.get("redaktionens_titel")
    if title:
        yield f"**{title}**"
    yield table(data["kolonner"], [[row["navn"], *row["celler"]] for row in data["rækker"]])
    if "note" in data:
        yield data["note"]


def _figure(figure: Tree) -> Iterator[str]:
    if "titel" in figure:
        yield f"**{figure['titel']}**"
    lines = (line if isinstance(line, str) else " ".join(line) for line in figure.get("linjer", ()))
    yield "\n".join(f"- {_line(line)}" for line in lines)
    yield f"> {figure['mangler']}"


def _title(key: str) -> str:
    return key.replace("_", " ").capitalize()


def _folded(key: str) -> str:
    return key.replace("_", "-").replace("æ", "ae").replace("ø", "oe").replace("å", "aa")


def _line(text: str) -> str:
    return " ".join(text.split())


def _cell(text: str) -> str:
    return "" if text == LOST else _line(text).replace("|", "\\|")
