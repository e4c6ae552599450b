"""`kanalstrategi render`: the whole site as Markdown files, for any generator."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from kanalstrategi import load
from kanalstrategi.cli.exit_codes import FOUND, OK, WRONG_USE
from kanalstrategi.cli.writing import write
from kanalstrategi.diagnostics import terminal
from kanalstrategi.exports import exports, search_index
from kanalstrategi.frame import SEARCH, assets
from kanalstrategi.i18n import Catalog
from kanalstrategi.pages import Site, render
from kanalstrategi.pages.draft import PAGES


def arguments(parser: argparse.ArgumentParser, words: Catalog) -> None:
    parser.add_argument("--out", type=Path, required=True, metavar=words("cli.folder"), help=words("cli.render.out"))
    parser.add_argument(
        "--strategies",
        type=Path,
        default=Path("strategier"),
        metavar=words("cli.folder"),
        help=words("cli.render.strategies"),
    )
    parser.add_argument("--edit-url", help=words("cli.render.edit_url"))


def run(options: argparse.Namespace, words: Catalog) -> int:
    """Returns 0 when the files are written, 1 when a fejl stopped it, 2 when the folder does not exist."""
    if not options.strategies.is_dir():
        print(words("cli.no_such_path", path=options.strategies.as_posix()), file=sys.stderr)
        return WRONG_USE
    library, report = load(options.strategies)
    if report.errors:
        print(terminal.full(report.errors, words), file=sys.stderr)
        return FOUND
    site = Site(words, options.edit_url)
    pages = list(render(library, site))
    contents = {page.uri: page.markdown for page in pages}
    addresses = {page.uri: site.address(page.uri, seen_from=PAGES["home"]) for page in pages}
    entries = [(addresses[page.uri], page.title, entry) for page in pages for entry in page.search_entries]
    contents |= {**assets(), SEARCH: search_index(entries), **exports(library, words)}
    for name, content in contents.items():
        write(options.out / name, content.encode() if isinstance(content, str) else content)
    print(words("cli.rendered", n=len(contents), out=options.out.as_posix()))
    return OK
