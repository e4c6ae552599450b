"""HTML that a strict parser reads without a word, and addresses that stand once on a page."""

from __future__ import annotations

from collections import Counter
from typing import Any

import html5lib

from accessibility.browsing import Visit

TAG = "once"
RULES = ("parse-error", "id-twice", "redundant-role")

FIND = """
() => [...document.querySelectorAll("ul[role=list], ol[role=list], table[role=table], nav[role=navigation], main[role=main], button[role=button], section[role=region]")]
  .map((each) => ({ ...audit.found(each, each.getAttribute("role")), rule: "redundant-role" }))
"""


def check(visit: Visit) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = visit.ask(FIND)
    parser = html5lib.HTMLParser(namespaceHTMLElements=False)
    tree = parser.parse(visit.html)
    for (line, _), name, values in parser.errors:
        found.append({"rule": "parse-error", "where": f"line {line}", "html": "", "classes": [], "message": f"{name} {values}"})
    ids = Counter(element.get("id") for element in tree.iter() if element.get("id"))
    for name, count in ids.items():
        if count > 1:
            found.append({"rule": "id-twice", "where": f"#{name}", "html": "", "classes": [], "message": f"{count} times"})
    return found
