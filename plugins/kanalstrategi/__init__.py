"""Channel strategies of Danish municipalities: from YAML to findings and pages.

    library, report = load(Path("strategier"))
    for page in render(library, catalog("da")):
        ...

The front door for the plugin, the command line and other programs. Nothing here imports MkDocs.
"""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path

from kanalstrategi import rules
from kanalstrategi.diagnostics import Finding, Report, Severity
from kanalstrategi.site import Library, assemble
from kanalstrategi.site.files import MEANT_AS_YAML, ROOT
from kanalstrategi.strategy.without_value import ASKED_FOR


def load(folder: Path, on: date | None = None) -> tuple[Library, Report]:
    """Read every YAML file of a library folder; findings call the files by the folder's name.

    Raises `OSError` when a file cannot be opened; nothing an author writes raises.
    """
    files = _Files({f"{folder.name}/{name}": path for name, path in _below(folder).items()})
    return _checked(files, on, folder.name, packed=True)


def check(files: Mapping[str, bytes], on: date | None = None, root: str = ROOT) -> tuple[Library, Report]:
    """The library that the files make, and all findings: of reading, of fields and of the rules.

    What depends on the day, such as a period that has ended, is found only when a day is given.
    """
    return _checked(files, on, root)


def _checked(files: Mapping[str, bytes], on: date | None, root: str, *, packed: bool = False) -> tuple[Library, Report]:
    """As `check`; sources are held packed where nobody else holds the files."""
    with _nothing_thrown_away():
        library, findings = assemble(files, root, packed=packed)
        beside = _beside(findings, files, on, root)
        found = [*rules.check(library, on), *beside]
        return library, Report([*findings, *_without_what_follows(found, findings)])


_TAKEN_IN = frozenset(("KS133", "KS155", "KS156"))
"""Lines that became part of the text above them."""


_MOST_OF_A_TEXT = 10
"""The lines of a text above a key that it swallowed: what the key holds is not missing there."""


def _without_what_follows(found: list[Finding], read: list[Finding]) -> Iterator[Finding]:
    """What the rules say, but for texts of which it is said already that they took in a line that is not theirs."""
    wrong = {(each.span.source.name, each.span.line - 1) for each in read if each.code in _TAKEN_IN}
    empty = [each for each in read if each.code in ("KS203", "KS231", "KS256")]
    told = {(each.span.source.name, code) for each in empty for code in ASKED_FOR.get(str(each.values["key"]), ())}
    swallowed = {(each.span.source.name, each.span.line - above) for each in found if each.code == "KS371" for above in range(_MOST_OF_A_TEXT)}
    told |= {(name, "KS320") for name, _ in swallowed}  # The answer may well be what stands in the text.
    return (
        each
        for each in found
        if not (each.code == "KS316" and (each.span.source.name, each.span.line) in swallowed)
        and (each.span.source.name, each.span.line) not in wrong
        and (each.span.source.name, each.code) not in told
    )


def _beside(findings: list[Finding], files: Mapping[str, bytes], on: date | None, root: str) -> Iterator[Finding]:
    """What the rules say of files that could not be read for other mistakes; advice can wait until they are put right."""
    broken = {finding.span.source.name: finding.span.source for finding in findings if finding.severity is Severity.ERROR}
    folders = {name.rpartition("/")[0] for name in broken}
    near = {name: files[name] for name in files if name.rpartition("/")[0] in folders}
    if not near:
        return
    told = {(finding.span.source.name, finding.span.line) for finding in findings}
    understood, _ = assemble(near, root, as_understood=True)
    for finding in rules.check(understood, on):
        name = finding.span.source.name
        around = {(name, finding.span.line + lines) for lines in (range(-3, 3) if finding.code in _OF_WORDS else (0,))}
        if finding.severity is not Severity.ADVICE and not around & told:
            yield replace(finding, span=replace(finding.span, source=broken.get(name, finding.span.source)))


_OF_WORDS = frozenset(("KS303", "KS334", "KS353", "KS363"))
"""What is said of words beside each other: one of them may stand for what is not there."""


def read_files(paths: Iterable[Path]) -> dict[str, bytes]:
    """The files at the paths and the YAML files below them, by the name that findings use: as given, with /."""
    found: dict[str, bytes] = {}
    for path in paths:
        if path.is_dir():
            found |= {(path / name).as_posix(): _bytes_of(file) for name, file in _below(path).items()}
        else:
            found[path.as_posix()] = _bytes_of(path)
    return found


@contextmanager
def _nothing_thrown_away() -> Iterator[None]:
    """A library grows to the end and has no circles; looking for them again and again costs as much as reading.

    Nor is it looked through afterwards, for it is held to the end.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.freeze()
            gc.enable()


class _Files(Mapping[str, bytes]):
    """Files by the name that findings use, each opened when it is asked for: all of a country weigh as much as half its model."""

    def __init__(self, paths: dict[str, Path]) -> None:
        self._paths = paths

    def __getitem__(self, name: str) -> bytes:
        return _bytes_of(self._paths[name])

    def __iter__(self) -> Iterator[str]:
        return iter(self._paths)

    def __len__(self) -> int:
        return len(self._paths)


def _below(folder: Path) -> dict[str, Path]:
    """The YAML files below a folder. What is hidden is no strategy: `.skabelon` holds templates, `.skema` schemas."""
    found = {file.relative_to(folder): file for file in folder.rglob("*") if MEANT_AS_YAML.search(file.name)}
    seen = {name: file for name, file in found.items() if not any(part.startswith(".") for part in name.parts)}
    return {name.as_posix(): seen[name] for name in sorted(seen) if seen[name].is_file() or _leads_nowhere(seen[name])}


def _leads_nowhere(path: Path) -> bool:
    """A link to a file that is not there."""
    return path.is_symlink() and not path.exists()


def _bytes_of(path: Path) -> bytes:
    """What stands in a file; nothing where a link leads to none, and that it is empty is said of it."""
    return b"" if _leads_nowhere(path) else path.read_bytes()


__all__ = ["Library", "Report", "check", "load", "read_files"]
