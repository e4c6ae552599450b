"""`docs/benchmark.md` for readers and `docs/benchmark.json` for programs: what was measured, when, on what."""

from __future__ import annotations

import json
import os
import platform
import re
import subprocess
import sys
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from typing import Any

from benchmark import report
from benchmark.peers import PEERS, ROOT, zensical
from benchmark.session import Series, Session

JSON, PAGE = ROOT / "docs" / "benchmark.json", ROOT / "docs" / "benchmark.md"
LIBRARIES = ("mkdocs", "mkdocs-material", "markdown", "pyyaml", "pydantic", "jinja2")

_TEXT = """\
# Benchmark

Written by `python3 scripts/bench.py`; do not edit it. Ratios are medians of paired runs on one machine: trust them, not the
seconds, and those of the clock only where nothing else ran. What was not measured is left out.

The country is synthetic: {editions} editions of some 3 000 words, made from the real documents, with names in every sentence; a
third of the sentences differ between the editions of a municipality. The peers build the same texts and headings as Markdown,
with the overviews beside them. Ten times the editions is ten times the municipalities, 980 with four editions each.

{table}

## The builders

Material as it comes: the whole navigation on every page, search on. Hugo with navigation of our kind and a table of contents,
without a search index but with its feeds, as it comes. Memory is that of all processes of a build together.

{builders}

## What is measured

- **The same content**: the editions, municipalities, hearings, the comparison, the overviews. Ours makes more of it that nobody
  writes by hand and no peer is given: what changed from each edition to the next, a search by small files, JSON and CSV.
- **Processor time** is user and system time of the command and of all that it starts. Ours is `scripts/build.py` without the
  look at its environment; cold means without site and caches.
- **Saved to served** is the time from writing a file until the page is answered with the new words.
- **Check** and **parsing** are the processor time of the work in one process each, after the imports and one file.
- **Around its article** is what a page of an edition holds outside `<article>`.
- **First search** is what the browser fetches from opening the search until the first results, without what it had.
- **A slowed phone** is Chromium with a processor {slower} times slower than this machine and the network of its tools. The page *is
  seen* when its first words are on the screen. From then on it is touched again and again until it is at rest, {pause} ms after
  each touch; it *answers every finger* from when on each touch was followed by a picture within {at_once} s, and no piece of work
  took longer. All is counted from the request, on the page's own clock. With scripts off a page cannot note a touch, and is asked
  for a picture instead.

## Where

{machine}

{dates}
"""


def keep(session: Session, measures: list[str]) -> None:
    """Put what was measured now in the place of what was measured before; the rest stays as it was."""
    held = json.loads(JSON.read_text(encoding="utf-8")) if JSON.is_file() else {"series": {}, "measured": {}}
    names = tuple(f"{part}/" for measure in measures for part in PARTS[measure])
    series = {name: numbers for name, numbers in held["series"].items() if not name.startswith(names)}
    series |= {name: [round(number, 4) for number in numbers] for name, numbers in session.series.items()}
    now = {"day": f"{datetime.now(UTC):%Y-%m-%d}", "commit": _commit(), "runs": session.runs}
    measured = held["measured"] | {measure: now for measure in measures}
    data = {"editions": session.editions, "machine": machine(session.work), "measured": measured, "series": series}
    JSON.write_text(json.dumps(data, indent=1, sort_keys=True, ensure_ascii=False) + "\n", encoding="utf-8")
    PAGE.write_text(_page(data), encoding="utf-8")


PARTS = {
    "build": ("build", "rebuild", "page"),
    "growth": ("growth",),
    "check": ("check",),
    "serve": ("serve",),
    "search": ("search",),
    "comparison": ("comparison",),
}
"""What the names of a measure's series begin with."""


def _page(data: dict[str, Any]) -> str:
    from benchmark import finger

    series: Series = data["series"]
    dates = "\n".join(
        f"- {name}: {held['day']}, commit {held['commit']}, {held['runs']} runs"
        for name, held in sorted(data["measured"].items())
    )
    return _TEXT.format(
        editions=data["editions"],
        table=report.table(series),
        builders=report.builders(series, tuple(PEERS)),
        machine="\n".join(f"- {name}: {words}" for name, words in data["machine"].items()),
        dates=dates,
        slower=finger.SLOWER,
        pause=finger.BETWEEN,
        at_once=finger.AT_ONCE,
    )


def machine(work: Path) -> dict[str, str]:
    found = {
        "system": f"{platform.system()} {platform.release().split('-')[0]}, {platform.machine()}",
        "processor": f"{_processor()}, {os.cpu_count()} cores",
        "Python": platform.python_version(),
        **{name: version(name) for name in LIBRARIES},
    }
    for name, command in (("Zensical", [zensical(work), "--version"]), ("Hugo", ["hugo", "version"])):
        if number := re.search(r"\d+\.\d+\.\d+", _output(*command)):
            found[name] = number[0]
    return found


def _processor() -> str:
    try:
        return re.search(r"model name\s*: (.*)", Path("/proc/cpuinfo").read_text())[1]  # type: ignore[index]
    except (OSError, TypeError):
        return _output("sysctl", "-n", "machdep.cpu.brand_string") if sys.platform == "darwin" else platform.processor()


def _commit() -> str:
    changed = _output("git", "status", "--porcelain", "--", "plugins", "scripts", "requirements")
    return _output("git", "rev-parse", "--short", "HEAD") + (" with changes" if changed else "")


def _output(*command: object) -> str:
    try:
        words = [str(part) for part in command]
        return subprocess.run(words, cwd=ROOT, capture_output=True, text=True).stdout.strip()
    except OSError:
        return ""
