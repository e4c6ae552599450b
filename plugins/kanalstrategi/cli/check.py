"""`kanalstrategi check`: every finding of the files at once."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterable, Iterator
from datetime import date
from importlib import import_module
from pathlib import Path
from typing import Final

from kanalstrategi import check, read_files
from kanalstrategi.cli.exit_codes import FOUND, OK, WRONG_USE
from kanalstrategi.i18n import Catalog
from kanalstrategi.language.readability import readability
from kanalstrategi.site import Strategy
from kanalstrategi.site.files import GLOSSARY, ROOT, is_library

OUTLETS: Final = {"text": "terminal", "json": "json", "github": "github", "sarif": "sarif"}
"""The module of `diagnostics` that words a report, by the name of the format; only the one asked for is loaded."""


def arguments(parser: argparse.ArgumentParser, words: Catalog) -> None:
    parser.add_argument(
        "paths", metavar="FIL", nargs="*", type=Path, default=[Path("strategier")], help=words("cli.check.paths")
    )
    parser.add_argument(
        "--dato",
        type=lambda written: _day(written, words),
        default=None,
        metavar=words("cli.day"),
        help=words("cli.check.day"),
    )
    parser.add_argument("--lix", action="store_true", help=words("cli.check.lix"))
    parser.add_argument("--since", metavar="REV", help=words("cli.check.since"))
    parser.add_argument("--format", choices=tuple(OUTLETS), default="text", help=words("cli.check.format"))
    parser.add_argument("--fix", action="store_true", help=words("cli.check.fix"))
    parser.add_argument("--yes", action="store_true", help=words("cli.check.yes"))


def run(options: argparse.Namespace, words: Catalog) -> int:
    """Returns 0 when nothing of severity fejl was found, 1 when it was, 2 when a path leads nowhere."""
    missing = [path for path in options.paths if not path.exists()]
    if missing:
        print(words("cli.no_such_path", path=missing[0].as_posix()), file=sys.stderr)
        return WRONG_USE
    if (options.fix and options.format != "text") or (options.yes and not options.fix):
        print(words("cli.fix.wrong_use"), file=sys.stderr)
        return WRONG_USE
    if options.lix and options.format != "text":
        print(words("cli.check.lix.wrong_use"), file=sys.stderr)
        return WRONG_USE
    named = [_named(path) for path in options.paths]
    files = read_files(named)
    asked_for = set(files)
    files |= read_files(path for each in named for path in _edition_of(each))
    fixed: bool | None = False
    if options.fix:
        from kanalstrategi.cli.fix import fix

        fixed = fix(files, asked_for, words, without_asking=options.yes)
        if fixed is False:
            return FOUND
    library, report = check(files, options.dato or date.today(), _library(named, files))
    if options.since:
        from kanalstrategi.cli.since import with_findings

        found = with_findings(report, options.since, options.paths, words)
        if found is None:
            return WRONG_USE
        report = found
    if fixed is None:
        print(words("cli.fix.by_hand" if len(report) else "cli.fix.nothing"))
    if options.lix:
        measured = [_readability(strategy, words) for strategy in library.strategies]
        shown = [*measured, words("cli.check.lix.scale")] if measured else [words("cli.check.lix.unread")]
        print("\n\n".join(shown), end="\n\n")
    outlet = import_module(f"kanalstrategi.diagnostics.{OUTLETS[options.format]}")
    print(outlet.log(report, words, files=len(files)))
    job_summary = os.environ.get("GITHUB_STEP_SUMMARY") if options.format == "github" else None
    if job_summary:
        try:
            with open(job_summary, "a", encoding="utf-8") as file:
                file.write(outlet.table(report, words, files=len(files)))
        except OSError as error:
            print(words("cli.not_written", path=job_summary, reason=error.strerror), file=sys.stderr)
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


def _named(path: Path) -> Path:
    """The path with its folder, which says whose the file is."""
    has_folder = path.parent.name or (path.is_dir() and path.name not in ("", ".."))
    return path if has_folder else path.resolve()


def _library(paths: list[Path], names: Iterable[str]) -> str:
    """What the folder of the library is called where it is not called as it usually is: a folder that is laid out as a
    library, or the one around it that holds the glossary or other municipalities."""
    if any(ROOT in name.split("/") for name in names):
        return ROOT
    around = (folder for path in paths for folder in path.parents if folder.name and (folder / GLOSSARY).is_file())
    laid_out = (path for path in paths if path.is_dir() and is_library(path.as_posix(), names))
    beside = (path.parent for path in paths if path.is_dir() and path.parent.name and is_library(path.parent.as_posix(), _near(path.parent)))
    return next((folder.name for found in (around, laid_out, beside) for folder in found), ROOT)


def _near(folder: Path) -> list[str]:
    return [each.as_posix() for pattern in ("*.yml", "*/*.yml") for each in folder.glob(pattern)]


def _edition_of(path: Path) -> Iterator[Path]:
    """A hearing is read together with its edition, or with all of them where its name is that of none."""
    edition = path.with_name(f"{path.name.partition('.hoering')[0]}.yml")
    if ".hoering" in path.name and path.is_file():
        yield from [edition] if edition.is_file() else sorted(each for each in path.parent.glob("*.yml") if ".hoering" not in each.name)
