"""Fetches the program that a folder's `package-lock.json` names, by npm, into a folder that is kept."""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import tempfile
from pathlib import Path

FILES = ("package.json", "package-lock.json")


class Unavailable(Exception):
    """What is missing on this machine, in words."""


def fetch(cache: Path, locked_in: Path, program: str) -> Path:
    """The program, by its path in `node_modules`. Raises `Unavailable` without node, npm or a registry; a wrong hash is an `AssertionError`."""
    for tool in ("node", "npm"):
        if not shutil.which(tool):
            raise Unavailable(f"{tool} is not installed")
    locked = hashlib.sha256(b"".join((locked_in / file).read_bytes() for file in FILES)).hexdigest()[:16]
    folder = cache / f"{locked_in.name}-tests-{locked}"
    if not (folder / "node_modules" / program).is_file():
        cache.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=cache) as temporary:
            unfinished = Path(temporary) / "programs"
            unfinished.mkdir()
            for file in FILES:
                shutil.copy(locked_in / file, unfinished)
            _install(unfinished)
            try:
                unfinished.rename(folder)
            except OSError:
                pass  # another worker was faster
    return folder / "node_modules" / program


def _install(folder: Path) -> None:
    quiet = ("--ignore-scripts", "--no-audit", "--no-fund")
    done = subprocess.run(["npm", "ci", *quiet], cwd=folder, capture_output=True, text=True, timeout=300)
    assert "EINTEGRITY" not in done.stderr, done.stderr
    if done.returncode:
        raise Unavailable(f"npm could not fetch it: {done.stderr.strip()[-300:]}")
