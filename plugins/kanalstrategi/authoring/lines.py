"""Lines of a template: what explains, what is turned off, and texts as YAML can hold them.

`## ` explains and stays a comment. `# ` is turned off: without the two characters the line is YAML, at the right place.
Both can stand inside what is turned off, so a block is turned on level by level.
"""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterable, Sequence

import yaml

from kanalstrategi.authoring.codes import is_misread

WIDTH = 100

_SENTENCE_END = re.compile(r"(?<=[.!?]) +(?=[A-ZÆØÅ])")


def explained(text: str, hanging: str = "") -> list[str]:
    """The text as comment lines; `hanging` stands before every line but the first."""
    wrapped = textwrap.wrap(text, WIDTH, subsequent_indent=hanging, break_long_words=False, break_on_hyphens=False)
    return [f"## {line}" for line in wrapped]


def turned_off(lines: Iterable[str]) -> list[str]:
    return [f"# {line}" for line in lines]


def indented(lines: Iterable[str], by: int = 2) -> list[str]:
    return [" " * by + line for line in lines]


def item(lines: Sequence[str]) -> list[str]:
    """The lines of a mapping as an item of a list: the dash stands before the first key, what explains it above."""
    first = next(number for number, line in enumerate(lines) if not line.startswith("#"))
    return [*lines[:first], f"- {lines[first]}", *indented(lines[first + 1 :])]


def sentences(text: str) -> list[str]:
    """A running text as the lines under `|`: one sentence a line."""
    return _SENTENCE_END.split(text)


def plain(text: str) -> str:
    """A text on the line of its key: in quotation marks where YAML, here or elsewhere, takes it for something else."""
    try:
        is_plain = yaml.load(f"key: {text}", yaml.BaseLoader) == {"key": text} and not is_misread(text)
    except yaml.YAMLError:
        is_plain = False
    return text if is_plain else '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
