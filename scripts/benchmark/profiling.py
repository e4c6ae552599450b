"""Where our time goes: the processor time of a build or a check, by room of the package and by function."""

from __future__ import annotations

import os
import pstats
import subprocess
import sys
from collections import defaultdict
from pathlib import Path
from typing import Any

from benchmark.peers import ROOT
from benchmark.session import SETTINGS, Session

PACKAGE = ROOT / "plugins" / "kanalstrategi"
COMMANDS = {
    "build": ["-m", "mkdocs", "build", "--quiet", "--site-dir", "site"],
    "check": ["-m", "kanalstrategi.cli", "check", "strategier"],
}
_SHOWN = 30

Place = tuple[str, int, str]


def profile(session: Session, what: str) -> str:
    """Profile one process; work that it gives to others is not seen."""
    peer = session.peer("ours")
    peer.forget()
    kept = session.work / f"{what}.prof"
    command = [sys.executable, "-m", "cProfile", "-o", str(kept), *COMMANDS[what]]
    subprocess.run(command, cwd=peer.folder, env={**os.environ, **SETTINGS}, check=True, stdout=subprocess.DEVNULL)
    held: dict[Place, Any] = pstats.Stats(str(kept)).stats  # type: ignore[attr-defined]
    own = sum(entry[2] for entry in held.values())
    lines = [f"{own:.1f} s under the profiler, which itself costs much", "", "by room (own time, with what is built in)"]
    rooms = sorted(_by_room(held).items(), key=lambda item: -item[1])
    lines += [f"{seconds:8.2f} s {seconds / own:6.1%}  {room}" for room, seconds in rooms[:_SHOWN]]
    lines += ["", "by function (own time)"]
    lines += [_line(place, entry, entry[2]) for place, entry in sorted(held.items(), key=lambda item: -item[1][2])[:_SHOWN]]
    lines += ["", "by function of ours (with all it calls)"]
    ours = [item for item in held.items() if _room(item[0]).startswith("kanalstrategi")]
    lines += [_line(place, entry, entry[3]) for place, entry in sorted(ours, key=lambda item: -item[1][3])[:_SHOWN]]
    return "\n".join([*lines, "", f"the whole profile: {kept.relative_to(session.work.parent)}"])


def _by_room(held: dict[Place, Any]) -> dict[str, float]:
    """Own time by room; that of built-in functions goes to whoever calls them."""
    rooms: dict[str, float] = defaultdict(float)
    for place, (_, _, own, _, callers) in held.items():
        if place[0] == "~" and callers:
            for caller, taken in callers.items():
                rooms[_room(caller)] += taken[2]
        else:
            rooms[_room(place)] += own
    return rooms


def _room(place: Place) -> str:
    """The room of the package, the library, or Python's own."""
    path = Path(place[0])
    if path.is_relative_to(PACKAGE):
        parts = path.relative_to(PACKAGE).parts
        return f"kanalstrategi/{parts[0]}"
    if "site-packages" in path.parts:
        return path.parts[path.parts.index("site-packages") + 1]
    if place[0] in ("<template>", "<string>", "<unknown>") or path.suffix == ".jinja":
        return "templates"
    return "Python"


def _line(place: Place, entry: Any, seconds: float) -> str:
    file = "/".join(Path(place[0]).parts[-2:])
    return f"{seconds:8.2f} s {entry[1]:>9} calls  {file}:{place[1]} {place[2]}"
