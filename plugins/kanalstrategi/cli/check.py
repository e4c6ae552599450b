"""`kanalstrategi check`: every finding of the files at once."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

from kanalstrategi import check, read_files
from kanalstrategi.cli.exit_codes import FOUND, OK, WRONG_USE
from kanalstrategi.diagnostics import json, terminal
from kanalstrategi.i18n import Catalog
from kanalstrategi.language.readability import readability
from kanalstrategi.site import Strategy


def arguments(parser: argparse.ArgumentParser, words: Catalog) -> None:
    parser.add_argument(
        "paths", metavar="FIL", nargs="*", type=Path, default=[Path("strategier")], help=words("cli.check.paths")
    )
    parser.add_argument(
        "--dato", type=lambda written: _day(written, words), default=None, metavar=words("cli.day"), help=words("cli.check.day")
    )
    parser.add_argument("--lix", action="store_true", help=words("cli.check.lix"))
    parser.add_argument("--format", choices=("text", "json"), default="text", help=words("cli.check.format"))


def run(options: argparse.Namespace, words: Catalog) -> int:
    """Returns 0 when nothing of severity fejl was found, 1 when it was, 2 when a path leads nowhere."""
    missing = [path for path in options.paths if not path.exists()]
    if missing:
        print(words("cli.no_such_path", path=missing[0].as_posix()), file=sys.stderr)
        return WRONG_USE
    files = read_files(_asked_for(options.paths))
    library, report = check(files, options.dato or date.today())
    if options.format == "json":
        print(json.dump(report, words))
    else:
        if len(report):
            print(terminal.full(report, words), end="\n\n")
        if options.lix:
            print("\n\n".join(_readability(strategy, words) for strategy in library.strategies), end="\n\n")
        print(terminal.summary(report, words, files=len(files)))
    return FOUND if report.errors else OK


def _readability(strategy: Strategy, words: Catalog) -> str:
    """The LIX of an edition and of those of its parts that are long enough to be measured."""
    found = readability(strategy.edition)
    named = [(words("readability.whole"), found.whole)]
    named += [(words(f"chapter.{part.chapter}") if part.chapter else part.heading or "", part.count) for part in found.parts]
    lines = [
        words("cli.check.lix.line", part=name, lix=count.lix, band=words(f"readability.band.{count.band.name.lower()}"))
        for name, count in named
        if count.band
    ]
    return "\n".join([words("cli.check.lix.file", file=strategy.file), *(lines or [words("cli.check.lix.none")])])


def _day(written: str, words: Catalog) -> date:
    try:
        return date.fromisoformat(written)
    except ValueError:
        raise argparse.ArgumentTypeError(words("cli.check.no_day", written=written)) from None


def _asked_for(paths: Iterable[Path]) -> Iterator[Path]:
    """The paths to read: with their folder, which says whose they are, and a hearing with its edition."""
    for path in paths:
        has_folder = path.parent.name or (path.is_dir() and path.name not in ("", ".."))
        named = path if has_folder else path.resolve()
        yield named
        edition = named.with_name(f"{named.name.partition('.hoering')[0]}.yml")
        if ".hoering" in named.name and edition.is_file():
            yield edition
