"""The terminal at the edge: `kanalstrategi COMMAND`, one command a module.

A command module holds `arguments(parser, words)`, which says what it takes, and `run(options, words)`,
which does it and returns the exit code. It is loaded only when its command is asked for, and found by
its name in `COMMANDS`. Nothing but arguments, files and printed lines belongs here.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from importlib import import_module

from kanalstrategi.cli.exit_codes import UNHEARD
from kanalstrategi.cli.parser import command_parser, main_parser
from kanalstrategi.i18n import catalog

COMMANDS = ("new", "import", "check", "diff", "render", "schema")
"""The commands in the order of the help; each is a module of this room, and `cli.<name>` in the catalogue."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code; 2 for wrong use, 141 when nobody reads on, what else is the command's own to say."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8")
    given = list(sys.argv[1:] if arguments is None else arguments)
    name = given[0] if given else ""
    if name not in COMMANDS:
        main_parser(COMMANDS).parse_args(given)
    command = import_module(f"kanalstrategi.cli.{name}")
    parser = command_parser(name)
    command.arguments(parser, catalog("da"))
    options = parser.parse_args(given[1:])
    try:
        code: int = command.run(options, catalog(options.language))
        sys.stdout.flush()
    except BrokenPipeError:
        # Whoever read has read enough, as `head` does. What is still to be written goes nowhere, or Python would complain of it.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return UNHEARD
    return code
