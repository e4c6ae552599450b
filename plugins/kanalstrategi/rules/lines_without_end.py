"""Lines below each other that are no sentences, such as laws or names, and run into one; one finding for a file."""

import re
from collections.abc import Iterator

from kanalstrategi.diagnostics import Finding, Rule, Severity, Span, listed
from kanalstrategi.site import Library, Strategy
from kanalstrategi.source.wording import short

RULE = Rule("KS366", "lines-without-end", Severity.ADVICE)

_NUMBERED = re.compile(r"\d{1,9}[.)]\s")
_ENDS = (".", ",", ":", ";", "!", "?", "…", "-", "–", "/")
_AT_LEAST = 3
"""So many lines: two may be one sentence whose second line begins with a name."""


def check(strategy: Strategy, library: Library) -> Iterator[Finding]:
    found: list[tuple[str, Span]] = []
    for piece in strategy.written:
        if piece.text.count("\n") >= _AT_LEAST - 1:
            found += [(first, piece.place_of(first)) for first in map(_first_of, piece.text.split("\n\n")) if first]
    if found:
        yield RULE.at(found[0][1], first=short(found[0][0]), lines=listed(span.line for _, span in found))


def _first_of(paragraph: str) -> str | None:
    """The first of the lines, after one with a colon that says what they are."""
    if paragraph.count("\n") < _AT_LEAST - 1:
        return None
    lines = paragraph.strip().split("\n")
    if lines[0].rstrip().endswith(":"):
        lines = lines[1:]
    if len(lines) < _AT_LEAST or not all(map(_begins, lines)):
        return None
    return None if any(line.rstrip().endswith(_ENDS) for line in lines[:-1]) else lines[0].strip()


def _begins(line: str) -> bool:
    """Whether a line begins as something new, and is no item of a list with numbers."""
    line = line.strip()
    return (line[:1].isupper() or line[:1].isdigit() or line[:1] in ("§", "»")) and not _NUMBERED.match(line)
