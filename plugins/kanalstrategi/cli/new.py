"""`kanalstrategi new`: a file to begin with, for an edition or for a hearing about one."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from kanalstrategi.authoring import edition_file, hearing_file
from kanalstrategi.cli.exit_codes import FOUND, OK, WRONG_USE
from kanalstrategi.cli.writing import write_new
from kanalstrategi.i18n import Catalog, catalog
from kanalstrategi.strategy.fields import slug
from kanalstrategi.strategy.municipalities import coded, named, perhaps


def arguments(parser: argparse.ArgumentParser, words: Catalog) -> None:
    # A name of several words is taken without quotation marks too: new Hillerød Kommune 2025-2028.
    parser.add_argument(
        "municipality", nargs="+", metavar=words("cli.new.MUNICIPALITY"), help=words("cli.new.municipality")
    )
    parser.add_argument("edition", metavar=words("cli.new.EDITION"), help=words("cli.new.edition"))
    parser.add_argument("--hoering", action="store_true", help=words("cli.new.hearing"))
    parser.add_argument(
        "--strategies",
        "--out",
        type=Path,
        default=Path("strategier"),
        metavar=words("cli.folder"),
        help=words("cli.new.strategies"),
    )


def run(options: argparse.Namespace, words: Catalog) -> int:
    """Returns 0 when the file is written, 1 when it could not be, 2 when the municipality or the name is not understood."""
    written = " ".join(options.municipality)
    municipality = coded(written) or named(written)
    if municipality is None:
        return _refuse(_unknown(written, options.edition, words), WRONG_USE)
    edition = slug(options.edition.removesuffix(".yml").removesuffix(".yaml"))
    if not edition:
        return _refuse(words("cli.new.no_edition", edition=options.edition), WRONG_USE)
    folder = options.strategies / municipality.slug
    path = folder / f"{edition}{'.hoering' if options.hoering else ''}.yml"
    if options.hoering and not (folder / f"{edition}.yml").is_file():
        missing = (folder / f"{edition}.yml").as_posix()
        command = f"kanalstrategi new {municipality.slug} {edition}"
        return _refuse(words("cli.new.hearing_of_nothing", path=missing, command=command), WRONG_USE)
    make = hearing_file if options.hoering else edition_file
    text = make(municipality, edition, path.as_posix(), catalog("da"))
    try:
        write_new(path, text.encode())
    except FileExistsError:
        another = (folder / f"{edition}.hoering-2.yml").as_posix()
        message = words(
            "cli.new.hearing_exists" if options.hoering else "cli.new.exists", path=path.as_posix(), other=another
        )
        return _refuse(message, FOUND)
    except OSError as error:
        return _refuse(words("cli.not_written", path=path.as_posix(), reason=error.strerror), FOUND)
    print(words("cli.new.written", path=path.as_posix()))
    return OK


def _unknown(written: str, edition: str, words: Catalog) -> str:
    meant = perhaps(written)
    if meant is None:
        return words("cli.new.unknown", name=written)
    command = f"kanalstrategi new {meant.slug} {edition}"
    return words("cli.new.misspelt", name=written, suggestion=meant.name, command=command)


def _refuse(message: str, code: int) -> int:
    print(message, file=sys.stderr)
    return code
