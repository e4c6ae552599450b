"""Channel strategies of Danish municipalities: from YAML to findings and pages.

    library, report = load(Path("strategier"))
    for page in render(library, catalog("da")):
        ...

The front door for the plugin, the command line and other programs. Nothing here imports MkDocs.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from kanalstrategi import rules
from kanalstrategi.diagnostics import Report
from kanalstrategi.site import Library, assemble


def load(folder: Path) -> tuple[Library, Report]:
    """Read every YAML file of a library folder; findings call the files by the folder's name.

    Raises `OSError` when a file cannot be opened; nothing an author writes raises.
    """
    return check(read_files([folder]))


def check(files: dict[str, bytes]) -> tuple[Library, Report]:
    """The library that the files make, and all findings: of reading, of fields and of the rules."""
    library, findings = assemble(files)
    return library, Report([*findings, *rules.check(library)])


def read_files(paths: Iterable[Path]) -> dict[str, bytes]:
    """The YAML files at or below the paths, by the name that findings use: as given, with forward slashes."""
    found: dict[str, bytes] = {}
    for path in paths:
        for file in sorted(path.rglob("*")) if path.is_dir() else [path]:
            if file.suffix in (".yml", ".yaml") and file.is_file():
                name = file if not path.is_dir() else Path(path.name) / file.relative_to(path)
                found[name.as_posix()] = file.read_bytes()
    return found


__all__ = ["Library", "Report", "check", "load", "read_files"]
