"""A table is a table on every screen (1.3.1): it is named, no two alike, and each of its rows and headers stays in
the accessibility tree, however the table is laid out."""

from __future__ import annotations

from typing import Any

from accessibility.browsing import Visit

TAG = "always"
RULES = ("table-unnamed", "table-names-alike", "table-part-lost")

FIND = """
() => {
  const found = [], add = (rule, element, message) => found.push({ ...audit.found(element, message), rule });
  const names = new Set();
  for (const table of document.querySelectorAll("table")) {
    if (!audit.shown(table)) continue;
    const name = (table.caption?.firstChild?.textContent ?? table.getAttribute("aria-label") ?? "").trim();
    if (!name) add("table-unnamed", table, "no caption");
    if (names.has(name)) add("table-names-alike", table, name);
    names.add(name);
    // Laid out as blocks it stays a table in Chromium and WebKit; what is not laid out at all is gone.
    const lost = [...table.querySelectorAll("tr, th, td")].find((part) => !audit.shown(part));
    if (lost) add("table-part-lost", lost, `${lost.localName} is not in the accessibility tree`);
  }
  return found;
}
"""


def check(visit: Visit) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = visit.ask(FIND)
    return found
