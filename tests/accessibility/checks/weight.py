"""The page's own script stays under 5 kB without the search, and all that a page loads under 150 kB beside its text."""

from __future__ import annotations

import re
from typing import Any

from accessibility.browsing import ROOT, Visit

TAG = "once"
RULES = ("script-size", "search-size", "page-weight")
SCRIPT, SEARCH, WEIGHT = 5_000, 5_000, 150_000
SEARCH_FILE = ROOT / "plugins" / "kanalstrategi" / "frame" / "search" / "search.js"


def check(visit: Visit) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = []

    def add(rule: str, message: str) -> None:
        found.append({"rule": rule, "where": "page", "html": "", "classes": [], "message": message})

    loaded = {name: (visit.folder / name).stat().st_size for name in _assets(visit)}
    scripts = sum(size for name, size in loaded.items() if name.endswith(".js"))
    search = SEARCH_FILE.stat().st_size
    if scripts - search > SCRIPT:
        add("script-size", f"{scripts - search} bytes without the search")
    if search > SEARCH:
        add("search-size", f"{search} bytes")
    if sum(loaded.values()) > WEIGHT:
        add("page-weight", f"{sum(loaded.values())} bytes: {loaded}")
    return found


def _assets(visit: Visit) -> list[str]:
    names = re.findall(r'(?:src|href)="[./]*(assets/[\w.-]+)"', visit.html)
    return sorted({name for name in names if (visit.folder / name).is_file()})
