"""`kanalstrategi schema`: the model as JSON Schema, for editors."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from kanalstrategi.cli.exit_codes import OK, WRONG_USE
from kanalstrategi.i18n import Catalog
from kanalstrategi.schema import FOLDER, schemas


def arguments(parser: argparse.ArgumentParser, words: Catalog) -> None:
    parser.add_argument(
        "--out", type=Path, default=Path("strategier", FOLDER), metavar=words("cli.folder"), help=words("cli.schema.out")
    )


def run(options: argparse.Namespace, words: Catalog) -> int:
    """Returns 0 when the files are written, 2 when the folder that holds theirs does not exist."""
    folder: Path = options.out
    if not folder.parent.is_dir():
        print(words("cli.no_such_path", path=folder.parent.as_posix()), file=sys.stderr)
        return WRONG_USE
    folder.mkdir(exist_ok=True)
    written = schemas(words)
    for name, text in written.items():
        (folder / name).write_text(text, encoding="utf-8", newline="\n")
    print(words("cli.rendered", n=len(written), out=folder.as_posix()))
    return OK
