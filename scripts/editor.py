#!/usr/bin/env python3
"""Fetch the programs of the form editor at /admin/, by npm: those, and only those, that packages.json pins.

Takes npm; nothing of what it fetches is run. A file that does not have the pinned hash is thrown away.
"""

import base64
import hashlib
import json
import re
import shutil
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

from environment import ROOT, Problem, run_script

PINNED = ROOT / "plugins" / "kanalstrategi" / "cms" / "packages.json"
CACHE = ROOT / ".cache"


def main() -> int:
    folder = fetch(CACHE)
    print(f"Formularens programmer ligger i {folder.relative_to(ROOT).as_posix()}/. Byg siderne igen.")
    return 0


def fetch(cache: Path) -> Path:
    """The folder of the programs, fetched if it is not there yet."""
    folder = cache / f"cms-{hashlib.sha256(PINNED.read_bytes()).hexdigest()[:12]}"
    if not folder.is_dir():
        npm = shutil.which("npm")
        if not npm:
            raise Problem("Formularen kræver npm. Installér Node.js (https://nodejs.org), og prøv igen.")
        cache.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=cache) as temporary:
            unfinished = Path(temporary) / "cms"
            for name, package in json.loads(PINNED.read_text(encoding="utf-8")).items():
                _unpack(_packed(npm, name, package, Path(temporary)), package, unfinished / package["folder"])
            if not folder.is_dir():
                unfinished.rename(folder)
    return folder


def _packed(npm: str, name: str, package: dict[str, str], temporary: Path) -> Path:
    """The package as one file, with exactly the pinned contents."""
    command = [npm, "pack", "--silent", f"{name}@{package['version']}"]
    done = subprocess.run(command, cwd=temporary, capture_output=True, text=True)
    if done.returncode != 0:
        raise Problem(f"npm kunne ikke hente {name} {package['version']}. Er der forbindelse til nettet?\n{done.stderr[-300:]}")
    packed = temporary / done.stdout.split()[-1]
    method, _, wanted = package["integrity"].partition("-")
    if base64.b64encode(hashlib.new(method, packed.read_bytes()).digest()).decode() != wanted:
        raise Problem(f"{name} {package['version']} er ikke den pakke, som projektet har låst. Den bliver ikke brugt.")
    return packed


def _unpack(packed: Path, package: dict[str, str], target: Path) -> None:
    with tarfile.open(packed) as archive:
        for member in archive.getmembers():
            path = member.name.partition("/")[2]
            if not member.isfile() or not re.fullmatch(package["files"], path) or ".." in path:
                continue
            file = target / re.sub(r"^(?:browser/)?dist/", "", path)
            file.parent.mkdir(parents=True, exist_ok=True)
            content = archive.extractfile(member)
            assert content is not None
            file.write_bytes(content.read())


if __name__ == "__main__":
    sys.dont_write_bytecode = True
    run_script(main)
