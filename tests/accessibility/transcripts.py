"""Key pages as a screen reader says them: the browser's own accessibility tree, in order, a line each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

from accessibility.browsing import ROOT, Tab, browser
from accessibility.serving import served

FOLDER = ROOT / "tests" / "transcripts"
LONGEST = 90
ROWS = 6
"""Of a long table, the heading row and the first five."""


@dataclass(frozen=True)
class Told:
    page: str
    most: int | None = None
    """Rows that are told of each table."""


PAGES: Mapping[str, Told] = {
    "forside": Told("index.html"),
    "dragoer": Told("kommuner/dragoer/2020-2024/index.html"),
    "hoering-ikast-brande": Told("kommuner/ikast-brande/udateret/hoering/index.html"),
    "sammenligning": Told("sammenligning/index.html", ROWS),
}
SILENT = {"generic", "none", "RootWebArea", "article", "paragraph", "listitem", "rowgroup", "LabelText", "ListMarker", "strong",
          "emphasis", "Section", "superscript", "subscript", "LineBreak", "InlineTextBox", "DescriptionList", "code", "StaticText",
          "time", "row", "LayoutTable", "insertion", "deletion"}  # fmt: skip
ENDS = {"link", "button", "heading", "DisclosureTriangle", "cell", "gridcell", "columnheader", "rowheader"}
"""What is told by its name alone, but for the links in it."""
NAMES = {"DisclosureTriangle": "button", "DescriptionListTerm": "term", "DescriptionListDetail": "definition", "doc-noteref": "note reference",
         "contentinfo": "footer", "gridcell": "cell"}  # fmt: skip


def renew(folder: Path) -> Iterator[str]:
    FOLDER.mkdir(exist_ok=True)
    for name, text in transcripts(folder).items():
        (FOLDER / f"{name}.txt").write_text(text, encoding="utf-8")
        yield f"tests/transcripts/{name}.txt"


def transcripts(folder: Path) -> dict[str, str]:
    """Every transcript by its name."""
    told = {}
    with served(folder) as home, browser() as started:
        context = started.new_context(viewport={"width": 1280, "height": 800})
        for name, each in PAGES.items():
            opened = Tab(context, folder, home).visit(each.page)
            told[name] = "\n".join(lines(opened.page, each.most)) + "\n"
        context.close()
    return told


def lines(page: Page, rows: int | None = None) -> Iterator[str]:
    session = page.context.new_cdp_session(page)
    nodes: list[dict[str, Any]] = session.send("Accessibility.getFullAXTree")["nodes"]
    by_id = {node["nodeId"]: node for node in nodes}
    yield f"page {page.title()}"
    yield from _tell(nodes[0], by_id, 0, rows)


def _tell(node: dict[str, Any], by_id: Mapping[str, dict[str, Any]], depth: int, rows: int | None) -> Iterator[str]:
    role, name = _value(node, "role"), " ".join(str(_value(node, "name") or "").split())
    children = [by_id[each] for each in node.get("childIds", ()) if each in by_id]
    deeper = depth
    if not node.get("ignored"):
        if role == "StaticText":
            if name:
                yield "  " * depth + _short(name)
            return
        if role not in SILENT:
            yield "  " * depth + " ".join(filter(None, (NAMES.get(role, role), _short(name) if _is_named(role) else "", *_states(node, children, by_id))))
            deeper = depth + 1
            if role in ("link", "button", "heading", "DisclosureTriangle", "doc-noteref"):
                return
    told_rows = 0
    for child in children:
        if rows is not None and _value(child, "role") == "row" and not child.get("ignored"):
            told_rows += 1
            if told_rows > rows:
                yield "  " * deeper + "…"
                return
        yield from _tell(child, by_id, deeper, rows)


def _is_named(role: str) -> bool:
    return role not in ("cell", "gridcell", "columnheader", "rowheader", "term", "definition", "DescriptionListTerm", "DescriptionListDetail", "blockquote")


def _states(node: dict[str, Any], children: list[dict[str, Any]], by_id: Mapping[str, dict[str, Any]]) -> Iterator[str]:
    held = {each["name"]: each["value"].get("value") for each in node.get("properties", ())}
    role = _value(node, "role")
    if role == "heading":
        yield f"level {held.get('level')}"
    if role in ("list", "DescriptionList"):
        yield f"{_items(children, by_id)} items"
    if "expanded" in held:
        yield "expanded" if held["expanded"] else "collapsed"
    if held.get("hasPopup") not in (None, "false"):
        yield f"opens {held['hasPopup']}"


def _items(children: list[dict[str, Any]], by_id: Mapping[str, dict[str, Any]]) -> int:
    count = 0
    for child in children:
        if child.get("ignored"):
            count += _items([by_id[each] for each in child.get("childIds", ()) if each in by_id], by_id)
        elif _value(child, "role") == "listitem":
            count += 1
    return count


def _value(node: dict[str, Any], key: str) -> Any:
    return node.get(key, {}).get("value")


def _short(text: str) -> str:
    return text if len(text) <= LONGEST else text[: LONGEST - 1].rsplit(" ", 1)[0] + " …"
