"""`kanalstrategi check --fix`: what can be corrected safely is shown, and written when the author says so."""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path
from typing import Final

from kanalstrategi import Report, check
from kanalstrategi.authoring.corrections import corrected
from kanalstrategi.cli.writing import write
from kanalstrategi.diagnostics import Finding, Severity
from kanalstrategi.diagnostics.diff import unified
from kanalstrategi.i18n import Catalog
from kanalstrategi.strategy import Edition, Glossary, Hearing
from kanalstrategi.strategy.fields import Part

_YES: Final = {"j", "ja", "y", "yes"}


def fix(files: dict[str, bytes], asked_for: set[str], words: Catalog, *, without_asking: bool) -> bool | None:
    """Show the corrections of the files asked for and make them, also in `files`.

    Returns whether they were made, and `None` where there are none.
    """
    changes = _safe(files, asked_for)
    if not changes:
        return None
    for name, data in changes.items():
        print(unified(name, files[name].decode(), data.decode()), end="\n\n")
    if not without_asking and not _agreed(words, len(changes)):
        print(words("cli.fix.unchanged", n=len(changes)))
        return False
    for name, data in changes.items():
        path = Path(name).resolve()
        if path.read_bytes() != files[name]:
            print(words("cli.fix.meanwhile", path=name))
            continue
        try:
            write(path, data)
        except OSError as error:
            print(words("cli.not_written", path=name, reason=error.strerror), file=sys.stderr)
            return False
        files[name] = data
        print(words("cli.fix.written", path=name))
    return True


def _safe(files: dict[str, bytes], asked_for: set[str]) -> dict[str, bytes]:
    """The corrected files, without those that would have more findings than before.

    A file that could not be read at all may have more: what stands in it is found now.
    """
    found = {name: corrected(files[name], name, _model(name)) for name in sorted(asked_for)}
    changes = {name: data for name, data in found.items() if data != files[name]}
    if not changes:
        return {}
    before, after = check(files)[1], check(files | changes)[1]
    counted, unread = _counted(before), {finding.span.source.name for finding in before if _stops(finding)}
    worse = {name for name, number in _counted(after).items() if number > counted[name]} - unread
    if worse - changes.keys():  # a quote stands in one file and what it is of in another
        return {}
    return {name: data for name, data in changes.items() if name not in worse}


def _stops(finding: Finding) -> bool:
    return finding.severity is Severity.ERROR and finding.code.startswith("KS1")


def _counted(report: Report) -> Counter[str]:
    return Counter(finding.span.source.name for finding in report)


def _model(name: str) -> type[Part]:
    """What a file is read as, by its name."""
    file = name.rpartition("/")[2]
    if file == "ordliste.yml":
        return Glossary
    return Hearing if ".hoering" in file else Edition


def _agreed(words: Catalog, n: int) -> bool:
    """Ask, where there is somebody to ask."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        return False
    try:
        return input(words("cli.fix.ask", n=n) + " ").strip().casefold() in _YES
    except (EOFError, KeyboardInterrupt):
        print()
        return False
