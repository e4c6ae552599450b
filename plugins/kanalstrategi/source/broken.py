"""A YAML error with what the reader came past before it: all that an explanation may need."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final

from yaml.events import ScalarEvent

from kanalstrategi.diagnostics import Finding, Severity, Source, Span

WORD: Final = r"[^\W\d][\w-]*"
_BARE_KEY: Final = re.compile(rf" *(?:- +)*{WORD} *$")
VALUE: Final = re.compile(rf" *(?:- +)*(?:{WORD}: +)?(?P<value>\S.*)?")
LOWER_KEY: Final = re.compile(r" *[a-zæøå][\w-]*:(?: |$)")
KEY_OR_ITEM: Final = re.compile(rf" *(?:- |{WORD}:(?: |$))")


@dataclass(frozen=True)
class Key:
    """A key or the dash of a list item, where it stands."""

    word: str
    line: int
    column: int


@dataclass
class Seen:
    """What the reader came past before the error: keys and dashes, the last text, and a comment that cut a text."""

    keys: list[Key] = field(default_factory=list)
    text: ScalarEvent | None = None
    comment: tuple[Span, str] | None = None


@dataclass(frozen=True)
class Broken:
    """A YAML error with everything its explanation may need; lines and columns are counted from 1."""

    source: Source
    seen: Seen
    problem: str
    context: str
    line: int
    column: int
    index: int
    opened: tuple[int, int]

    @property
    def text(self) -> str:
        return self.source.line(self.line)

    @property
    def sign(self) -> str:
        return self.text[self.column - 1 : self.column]

    def previous(self) -> int:
        """The nearest line above that holds anything; 0 if there is none."""
        above = range(self.line - 1, 0, -1)
        return next((number for number in above if self.source.line(number).strip()), 0)

    def at(self, code: str, line: int, column: int, width: int = 1, **values: object) -> Finding:
        span = Span(self.source, line, column, line, column + max(1, width))
        return Finding(code, Severity.ERROR, span, values)


def in_a_text(error: Broken) -> bool:
    """Whether the error is a key on a line that YAML takes for part of the text above it."""
    return "mapping values are not allowed" in error.problem and bool(_BARE_KEY.match(error.text[: error.column - 1]))


def text_above(error: Broken) -> int:
    """The line on which that text begins."""
    after = error.seen.keys[-1].line + 1 if error.seen.keys else 1
    lines = range(after, error.line)
    return next((number for number in lines if error.source.line(number).strip()), error.previous())


def indent_of(text: str) -> int:
    return len(text) - len(text.lstrip(" "))
