"""What an earlier revision of the same files shows to be wrong with them, for `check --since`."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from kanalstrategi.changes.since import since
from kanalstrategi.cli.git import GitError
from kanalstrategi.cli.reading import Unreadable, read_library
from kanalstrategi.cli.sides import Named, Side, differing, side_of
from kanalstrategi.diagnostics import Finding, Report, Source, Span, terminal
from kanalstrategi.i18n import Catalog
from kanalstrategi.strategy.fields import slug


def with_findings(report: Report, revision: str, paths: Iterable[Path], words: Catalog) -> Report | None:
    """The report with what an earlier revision shows; `None`, with the reason on the screen, where it cannot be read."""
    try:
        return Report([*report, *(found for path in paths for found in findings(revision, path))])
    except GitError as error:
        print(words(error.key, **error.values), file=sys.stderr)
    except Unreadable as error:
        print(words("cli.diff.unreadable", side=error.title), file=sys.stderr)
        print(terminal.full(error.findings, words), file=sys.stderr)
    return None


def findings(revision: str, path: Path) -> Iterator[Finding]:
    """The findings of one path of the work tree, under the names that `check` calls its files by.

    Raises `GitError` for a revision that is not there and `Unreadable` for one whose files cannot be read.
    """
    after = side_of(Named("", None, path.as_posix()), None, None)
    try:
        before = side_of(Named(revision, revision, None), path.as_posix(), None)
    except GitError as error:
        if error.key == "cli.git.no_such_path":
            return  # what is new has no earlier state
        raise
    wanted, folder = differing(before, after), slug(after.folder)
    old = read_library(before, wanted, folder)
    try:
        new = read_library(after, wanted, folder)
    except Unreadable:
        return  # the check itself says what cannot be read
    for finding in since(old, new, revision):
        yield _named(finding, path, after, folder)


def _named(finding: Finding, path: Path, side: Side, folder: str) -> Finding:
    """The finding with its file called as `check` calls it."""
    span = finding.span
    held = span.source.name
    below = held if held in side.names else held.removeprefix(f"{folder}/")
    source = Source(path.as_posix() if side.is_file else (path / below).as_posix(), span.source.text)
    return replace(finding, span=Span(source, span.line, span.column, span.end_line, span.end_column))
