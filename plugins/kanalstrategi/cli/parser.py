"""argparse, speaking Danish where it lets itself be told."""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Iterable
from typing import Any, NoReturn

from kanalstrategi.cli.exit_codes import WRONG_USE
from kanalstrategi.i18n import LANGUAGES, catalog

PROGRAM = "kanalstrategi"


class _Formatter(argparse.HelpFormatter):
    def add_usage(self, usage, actions, groups, prefix=None):  # type: ignore[no-untyped-def]
        danish = f"{catalog('da')('cli.usage')}: "
        super().add_usage(usage, actions, groups, danish if prefix is None else prefix)


class Parser(argparse.ArgumentParser):
    """A parser whose help and refusals are Danish."""

    def __init__(self, **options: Any) -> None:
        words = catalog("da")
        super().__init__(**options, add_help=False, allow_abbrev=False, formatter_class=_Formatter)
        self._positionals.title = words("cli.positionals")
        self._optionals.title = words("cli.options")
        self.add_argument("-h", "--help", action="help", help=words("cli.help"))

    def error(self, message: str) -> NoReturn:
        self.print_usage(sys.stderr)
        self.exit(WRONG_USE, catalog("da")("cli.wrong_use", prog=self.prog, message=_in_danish(message)) + "\n")


_REFUSALS = {
    "unknown": re.compile(r"unrecognized arguments: (?P<what>.+)"),
    "missing": re.compile(r"the following arguments are required: (?P<what>.+)"),
    "value": re.compile(r"argument (?P<what>\S+): expected .*arguments?"),
    "choice": re.compile(r"argument (?P<what>[^:]+): invalid choice: '(?P<value>.*?)' \(choose from (?P<choices>.+)\)"),
}
"""What argparse says in English, by what it is about."""


def _in_danish(message: str) -> str:
    for name, pattern in _REFUSALS.items():
        if found := pattern.fullmatch(message):
            values = {key: value.replace("'", "") for key, value in found.groupdict().items()}
            return catalog("da")(f"cli.refused.{name}", **values)
    return message


def main_parser(commands: Iterable[str]) -> Parser:
    """The parser of the bare program: it knows the commands by name, for help and for refusing others."""
    words = catalog("da")
    parser = Parser(prog=PROGRAM, description=words("cli.description"), epilog=words("cli.epilog"))
    known = parser.add_subparsers(required=True, metavar=words("cli.command"))
    for name in commands:
        known.add_parser(name, help=words(f"cli.{name}"))
    return parser


def command_parser(name: str) -> Parser:
    """The parser of one command, with what every command takes; the command adds its own arguments."""
    words = catalog("da")
    parser = Parser(prog=f"{PROGRAM} {name}", description=words(f"cli.{name}.long"))
    parser.add_argument("--language", choices=LANGUAGES, default="da", help=words("cli.language"))
    return parser
