"""Run a command and say what it and all that it starts take: processor time, clock, memory."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

HAS_USAGE = hasattr(os, "wait4")
"""Whether the system says what a process took (not Windows)."""

HAS_PROC = Path("/proc/self/smaps_rollup").exists()
_BETWEEN_SAMPLES = 0.1
_MEGABYTE = 1_000_000


class Failed(Exception):
    """A command that was measured did not succeed; the message holds its last words."""


@dataclass(frozen=True)
class Usage:
    """Seconds, and megabytes at the peak: of the largest process, and of all of them together."""

    processor: float
    clock: float
    memory: float
    memory_of_all: float


def run(command: Sequence[object], cwd: Path, log: Path, settings: Mapping[str, str] | None = None) -> Usage:
    """Run to the end. Where the system does not tell, processor time and memory are nan."""
    nothing = float("nan")
    with log.open("wb") as out:
        start = time.perf_counter()
        process = subprocess.Popen(
            [str(part) for part in command],
            cwd=cwd,
            env={**os.environ, **(settings or {})},
            stdout=out,
            stderr=subprocess.STDOUT,
        )
        if not HAS_USAGE:
            process.wait()
            usage = Usage(nothing, time.perf_counter() - start, nothing, nothing)
        else:
            sampler = _Sampler(process.pid)
            sampler.start()
            _, status, taken = os.wait4(process.pid, 0)
            clock = time.perf_counter() - start
            process.returncode = os.waitstatus_to_exitcode(status)
            sampler.stop()
            unit = 1 if sys.platform == "darwin" else 1024
            largest = taken.ru_maxrss * unit / _MEGABYTE
            usage = Usage(taken.ru_utime + taken.ru_stime, clock, largest, max(largest, sampler.peak))
    if process.returncode:
        words = log.read_text(encoding="utf-8", errors="replace").strip().splitlines()
        raise Failed("\n".join([f"exit code {process.returncode}: {' '.join(map(str, command))}", *words[-15:]]))
    return usage


def family(pid: int) -> Iterator[int]:
    """A process and all below it (Linux)."""
    yield pid
    for task in Path(f"/proc/{pid}/task").glob("*/children"):
        try:
            children = task.read_text().split()
        except OSError:
            continue
        for child in children:
            yield from family(int(child))


def processor_time(pid: int) -> float:
    """Seconds that a process, all below it and those of them that have ended took so far (Linux), else nan."""
    if not HAS_PROC:
        return float("nan")
    ticks = 0
    for each in family(pid):
        try:
            fields = Path(f"/proc/{each}/stat").read_text().rpartition(")")[2].split()
        except OSError:
            continue
        ticks += sum(map(int, fields[11:15]))
    return ticks / os.sysconf("SC_CLK_TCK")


class _Sampler(threading.Thread):
    """Looks now and then at what several processes hold together; pages that they share count once."""

    def __init__(self, pid: int) -> None:
        super().__init__(daemon=True)
        self.pid, self.peak, self._over = pid, 0.0, threading.Event()

    def run(self) -> None:
        while HAS_PROC and not self._over.wait(_BETWEEN_SAMPLES):
            held = list(family(self.pid))
            if len(held) > 1:
                self.peak = max(self.peak, sum(map(_share, held)))

    def stop(self) -> None:
        self._over.set()
        self.join()


def _share(pid: int) -> float:
    try:
        for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1]) * 1024 / _MEGABYTE
    except OSError:
        pass
    return 0.0
