"""`kanalstrategi render`: the whole site as Markdown files, for any generator."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from kanalstrategi import Library, load
from kanalstrategi.cli.exit_codes import FOUND, OK, WRONG_USE
from kanalstrategi.cli.writing import write
from kanalstrategi.diagnostics import terminal
from kanalstrategi.exports import SearchIndex, exports
from kanalstrategi.frame import assets
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
    written = 0
    for name, pieces in _files(library, site):
        write(options.out / name, b"".join(each.encode() if isinstance(each, str) else each for each in pieces))
        written += 1
    print(words("cli.rendered", n=written, out=options.out.as_posix()))
    return OK


def _files(library: Library, site: Site) -> Iterator[tuple[str, Iterable[str | bytes]]]:
    """Every file of the site, page by page, so that only one is held at a time."""
    search = SearchIndex()
    for page in render(library, site):
        yield page.uri, (page.markdown,)
        address = site.address(page.uri, seen_from=PAGES["home"])
        name, text = search.add(address, page.title, page.search_entries)
        yield name, (text,)
    for name, content in (*search.files(), *assets().items()):
        yield name, (content,)
    yield from exports(library, site).items()
