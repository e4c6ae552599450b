"""Fetches the language server that `package-lock.json` names, by npm, into a folder that is kept."""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
FILES = ("package.json", "package-lock.json")
PROGRAM = Path("node_modules", "yaml-language-server", "bin", "yaml-language-server")


class Unavailable(Exception):
    """What is missing on this machine, in words."""


def fetch(cache: Path) -> Path:
    """The server's program. Raises `Unavailable` without node, npm or a registry; a wrong hash is an `AssertionError`."""
    for program in ("node", "npm"):
        if not shutil.which(program):
            raise Unavailable(f"{program} is not installed")
    locked = hashlib.sha256(b"".join((HERE / file).read_bytes() for file in FILES)).hexdigest()[:16]
    folder = cache / f"editor-{locked}"
    if not (folder / PROGRAM).is_file():
        cache.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=cache) as temporary:
            unfinished = Path(temporary) / "editor"
            unfinished.mkdir()
            for file in FILES:
                shutil.copy(HERE / file, unfinished)
            _install(unfinished)
            try:
                unfinished.rename(folder)
            except OSError:
                pass  # another worker was faster
    return folder / PROGRAM


def _install(folder: Path) -> None:
    quiet = ("--ignore-scripts", "--no-audit", "--no-fund")
    done = subprocess.run(["npm", "ci", *quiet], cwd=folder, capture_output=True, text=True, timeout=300)
    assert "EINTEGRITY" not in done.stderr, done.stderr
    if done.returncode:
        raise Unavailable(f"npm could not fetch the language server: {done.stderr.strip()[-300:]}")
