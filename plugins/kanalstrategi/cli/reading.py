"""The files of one side as values; what cannot be read stops the comparison."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from kanalstrategi.changes.library import Held
from kanalstrategi.cli.sides import Side
from kanalstrategi.diagnostics import Finding, Severity
from kanalstrategi.site import Library, assemble
from kanalstrategi.site.files import GLOSSARY
from kanalstrategi.site.assembly import read_one
from kanalstrategi.strategy import Edition, Glossary, Hearing
from kanalstrategi.strategy.fields import Part


class Unreadable(Exception):
    """A side with findings that stand in the way."""

    def __init__(self, title: str, findings: Sequence[Finding]) -> None:
        super().__init__(title)
        self.title, self.findings = title, findings


def read_library(side: Side, paths: Iterable[str], folder: str) -> Library:
    """The library that some of a side's files make. Files in no folder are those of the municipality `folder`."""
    held = side.read(sorted(paths))
    named = {name if "/" in name or name == GLOSSARY else f"{folder}/{name}": data for name, data in held.items()}
    library, findings = assemble(named)
    _stop_at(findings, side)
    return library


def read_single(side: Side) -> Held:
    """A file alone, whatever it is called; what it holds shows in its name or in its first key."""
    ((name, data),) = side.read(side.names).items()
    model: type[Part] = Edition
    if name.endswith(GLOSSARY):
        model = Glossary
    elif ".hoering" in name or re.search(rb"(?m)^h\xc3\xb8ring\s*:", data):
        model = Hearing
    value, findings = read_one(data, name, model)
    _stop_at(findings, side)
    if value is None:
        raise Unreadable(side.title, findings)
    return Held(name, value)


def _stop_at(findings: Iterable[Finding], side: Side) -> None:
    errors = [finding for finding in findings if finding.severity is Severity.ERROR]
    if errors:
        raise Unreadable(side.title, errors)
