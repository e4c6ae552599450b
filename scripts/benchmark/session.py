"""What all measures of one run share: where they work, how often, whom they run, and the numbers so far."""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from benchmark import running
from benchmark.peers import PEERS, ROOT, Peer

SETTINGS = {
    "NO_MKDOCS_2_WARNING": "1",
    "DISABLE_MKDOCS_2_WARNING": "true",
    "PYTHONUTF8": "1",
    "PYTHONPATH": str(ROOT / "scripts"),
}
USAGE = ("processor", "clock", "memory", "memory_of_all")

Series = dict[str, list[float]]
"""Numbers by name, `measure/who/what`, one for each run; those of one round stand at the same index."""


@dataclass
class Session:
    work: Path
    runs: int
    names: list[str]
    editions: int
    series: Series = field(default_factory=lambda: defaultdict(list))
    _prepared: set[Path] = field(default_factory=set)

    def peer(self, name: str, editions: int | None = None) -> Peer:
        """A builder with its content written, once in a session."""
        size = editions or self.editions
        peer = PEERS[name](self.work / str(size) / name, size)
        if peer.folder not in self._prepared:
            self.say(f"writing {size} editions for {name}")
            peer.prepare()
            self._prepared.add(peer.folder)
        return peer

    def run(self, label: str, command: Sequence[object], cwd: Path, *what: str) -> running.Usage:
        """Run a command and keep what it took under `label/…`; all that is known unless `what` names some."""
        usage = running.run(command, cwd, self.work / "last.log", SETTINGS)
        for name in what or USAGE:
            self.add(f"{label}/{name}", getattr(usage, name))
        self.say(f"{label}: {usage.processor:.2f} s of processor, {usage.clock:.2f} s, {usage.memory_of_all:.0f} MB")
        return usage

    def add(self, name: str, value: float) -> None:
        if value == value:
            self.series[name].append(value)

    @staticmethod
    def say(text: str) -> None:
        print(f"  {text}", file=sys.stderr, flush=True)
