"""The terminal at the edge: `kanalstrategi check` and `kanalstrategi render`."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, NoReturn

from kanalstrategi import check, load, read_files
from kanalstrategi.diagnostics import json, terminal
from kanalstrategi.exports import exports, search_index
from kanalstrategi.frame import SEARCH, assets
from kanalstrategi.i18n import LANGUAGES, Catalog, catalog
from kanalstrategi.pages import Site, render
from kanalstrategi.pages.draft import PAGES

OK, FOUND, WRONG_USE = 0, 1, 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command. Returns 0 when nothing of severity fejl was found, 1 when it was, 2 for wrong use."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8")
    options = _parser().parse_args(arguments)
    return options.run(options, catalog(options.language))


def _check(options: argparse.Namespace, words: Catalog) -> int:
    missing = [path for path in options.paths if not path.exists()]
    if missing:
        print(words("cli.no_such_path", path=missing[0].as_posix()), file=sys.stderr)
        return WRONG_USE
    files = read_files(_asked_for(options.paths))
    _, report = check(files)
    if options.format == "json":
        print(json.dump(report, words))
    else:
        if len(report):
            print(terminal.full(report, words), end="\n\n")
        print(terminal.summary(report, words, files=len(files)))
    return FOUND if report.errors else OK


def _asked_for(paths: Iterable[Path]) -> Iterator[Path]:
    """The paths to read: with their folder, which says whose they are, and a hearing with its edition."""
    for path in paths:
        has_folder = path.parent.name or (path.is_dir() and path.name not in ("", ".."))
        named = path if has_folder else path.resolve()
        yield named
        edition = named.with_name(f"{named.name.partition('.hoering')[0]}.yml")
        if ".hoering" in named.name and edition.is_file():
            yield edition


def _render(options: argparse.Namespace, words: Catalog) -> int:
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
        _write(options.out / name, content)
    print(words("cli.rendered", n=len(contents), out=options.out.as_posix()))
    return OK


def _write(path: Path, content: str | bytes) -> None:
    """Write a file whole or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_name(f".{path.name}.new")
    unfinished.write_bytes(content.encode() if isinstance(content, str) else content)
    unfinished.replace(path)


class _Formatter(argparse.HelpFormatter):
    def add_usage(self, usage, actions, groups, prefix=None):  # type: ignore[no-untyped-def]
        danish = f"{catalog('da')('cli.usage')}: "
        super().add_usage(usage, actions, groups, danish if prefix is None else prefix)


class _Parser(argparse.ArgumentParser):
    """A parser that speaks Danish where argparse lets it."""

    def __init__(self, **options: Any) -> None:
        words = catalog("da")
        super().__init__(**options, add_help=False, allow_abbrev=False, formatter_class=_Formatter)
        self._positionals.title = words("cli.positionals")
        self._optionals.title = words("cli.options")
        self.add_argument("-h", "--help", action="help", help=words("cli.help"))

    def error(self, message: str) -> NoReturn:
        self.print_usage(sys.stderr)
        self.exit(WRONG_USE, catalog("da")("cli.wrong_use", prog=self.prog, message=message) + "\n")


def _parser() -> argparse.ArgumentParser:
    words = catalog("da")
    parser = _Parser(prog="kanalstrategi", description=words("cli.description"), epilog=words("cli.epilog"))
    commands = parser.add_subparsers(required=True, metavar=words("cli.command"))
    checking = commands.add_parser("check", help=words("cli.check"), description=words("cli.check.long"))
    checking.add_argument(
        "paths", metavar="FIL", nargs="*", type=Path, default=[Path("strategier")], help=words("cli.check.paths")
    )
    checking.add_argument("--format", choices=("text", "json"), default="text", help=words("cli.check.format"))
    checking.set_defaults(run=_check)
    rendering = commands.add_parser("render", help=words("cli.render"), description=words("cli.render.long"))
    rendering.add_argument("--out", type=Path, required=True, metavar="MAPPE", help=words("cli.render.out"))
    rendering.add_argument(
        "--strategies", type=Path, default=Path("strategier"), metavar="MAPPE", help=words("cli.render.strategies")
    )
    rendering.add_argument("--edit-url", help=words("cli.render.edit_url"))
    rendering.set_defaults(run=_render)
    for command in (checking, rendering):
        command.add_argument("--language", choices=LANGUAGES, default="da", help=words("cli.language"))
    return parser


if __name__ == "__main__":
    sys.exit(main())
