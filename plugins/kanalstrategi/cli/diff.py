"""`kanalstrategi diff`: what changed between two editions, folders or revisions, in words."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from kanalstrategi.changes import Difference, json, markdown, terminal
from kanalstrategi.changes.library import compare_libraries, compare_two
from kanalstrategi.cli.exit_codes import FOUND, OK, WRONG_USE
from kanalstrategi.cli.git import GitError
from kanalstrategi.cli.reading import Unreadable, read_library, read_single
from kanalstrategi.cli.sides import Side, beside_new, differing, sides
from kanalstrategi.diagnostics import terminal as findings
from kanalstrategi.i18n import Catalog
from kanalstrategi.pages.changes import standalone
from kanalstrategi.strategy.fields import slug

FORMATS = ("text", "markdown", "html", "json")


def arguments(parser: argparse.ArgumentParser, words: Catalog) -> None:
    parser.add_argument("before", metavar="A", nargs="?", help=words("cli.diff.before"))
    parser.add_argument("after", metavar="B", nargs="?", help=words("cli.diff.after"))
    parser.add_argument("--format", choices=FORMATS, default="text", help=words("cli.diff.format"))
    parser.add_argument("--out", type=Path, metavar=words("cli.file"), help=words("cli.diff.out"))


def run(options: argparse.Namespace, words: Catalog) -> int:
    """Returns 0 when both sides say the same, 1 when something differs, 2 when they could not be compared."""
    try:
        before, after = sides([name for name in (options.before, options.after) if name])
        differences = _compared(before, after)
        titles = {"before": before.title or words("cli.diff.work_tree"), "after": after.title or words("cli.diff.work_tree")}
        text = _said(options.format, differences, words, titles)
        if options.out:
            options.out.write_text(text + "\n", encoding="utf-8")
    except GitError as error:
        print(words(error.key, **error.values), file=sys.stderr)
        return _failed(words)
    except Unreadable as error:
        print(words("cli.diff.unreadable", side=error.title or words("cli.diff.work_tree")), file=sys.stderr)
        print(findings.full(error.findings, words), file=sys.stderr)
        return _failed(words)
    except OSError as error:
        print(words("cli.diff.os", name=str(error.filename), said=error.strerror or ""), file=sys.stderr)
        return _failed(words)
    if not options.out:
        print(text)
    return FOUND if differences else OK


def _failed(words: Catalog) -> int:
    print(words("cli.diff.failed"), file=sys.stderr)
    return WRONG_USE


def _compared(before: Side, after: Side) -> tuple[Difference, ...]:
    """The differences of two sides. Only what differs is read as YAML."""
    for side in (before, after):
        if not side.names:
            raise GitError("cli.diff.nothing", name=side.title)
    if before.is_file:
        return compare_two(read_single(before), read_single(after))
    wanted = differing(before, after)
    try:
        return _between(before, after, wanted | beside_new(before, after))
    except Unreadable:
        # An edition that nobody touched stands in nobody's way.
        return _between(before, after, wanted)


def _between(before: Side, after: Side, wanted: set[str]) -> tuple[Difference, ...]:
    old, new = (read_library(side, wanted, slug(after.folder)) for side in (before, after))
    return compare_libraries(old, new)


def _said(form: str, differences: Sequence[Difference], words: Catalog, titles: dict[str, str]) -> str:
    if form == "json":
        return json.dump(differences, words, **titles)
    if form == "markdown":
        return markdown.full(differences, words, **titles).rstrip("\n")
    if form == "html":
        return standalone(differences, words, **titles)
    return terminal.full(differences, words, **titles)
