"""Remembers what `site/` was built from, so that nothing is built twice. Not run by itself: build.py imports it.

The memory is one small file in `.cache/`. It may be deleted at any time. It is believed only while every byte that a build
reads and every byte that it wrote are as they were.
"""

import hashlib
import json
import os
import platform
import time
from collections.abc import Iterable
from pathlib import Path

import environment

MEMORY = environment.ROOT / ".cache" / "built.json"
NOT_READ = {"site", "site.new", "site.old", "tests", "node_modules", "__pycache__"}
"""Folders that no build reads, beside those whose names begin with a point."""
FROM_ELSEWHERE = (b"..", b"!ENV", b"INHERIT")
"""What in mkdocs.yml may lead out of the project's folder, where we do not look."""


def is_current(site: Path) -> bool:
    """Whether `site` is what a build would make now."""
    try:
        memory = json.loads(MEMORY.read_text(encoding="utf-8"))
        if any(sign in (environment.ROOT / "mkdocs.yml").read_bytes() for sign in FROM_ELSEWHERE):
            return False
        return isinstance(memory, dict) and memory == {"read": read(), "written": written(site)}
    except (OSError, ValueError):
        return False


def remember(site: Path, was_read: str) -> None:
    """Note that `site` was made of what `read()` said before the build."""
    MEMORY.parent.mkdir(parents=True, exist_ok=True)
    unfinished = MEMORY.with_suffix(".new")
    unfinished.write_text(json.dumps({"read": was_read, "written": written(site)}), encoding="utf-8")
    unfinished.replace(MEMORY)


def read() -> str:
    """A fingerprint of everything that a build reads: the project, the package, the libraries and the day."""
    day = os.environ.get("SOURCE_DATE_EPOCH") or time.strftime("%Y-%m-%d", time.gmtime())
    files = [*below(environment.ROOT), *below(environment.PACKAGE), environment.BUILD_LOCK]
    return fingerprint(files, platform.python_version(), day)


def written(site: Path) -> str:
    return fingerprint(sorted(file for file in site.rglob("*") if file.is_file()))


def below(folder: Path) -> list[Path]:
    """The files of a folder that a build may read."""
    found = []
    for place, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if name not in NOT_READ and name[0] != ".")
        found += [Path(place, name) for name in sorted(files) if name[0] != "."]
    return found


def fingerprint(files: Iterable[Path], *words: str) -> str:
    digest = hashlib.blake2b("\0".join(words).encode())
    for file in files:
        data = file.read_bytes()
        digest.update(f"{file.as_posix()}\0{len(data)}\0".encode() + data)
    return digest.hexdigest()
