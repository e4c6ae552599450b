"""Lines that are meant as a list or a table, and are shown as one paragraph; one finding of a kind for a file."""

import re
from collections.abc import Iterator

from kanalstrategi.diagnostics import Finding, Rule, Severity, Span, listed
from kanalstrategi.site import Library, Strategy
from kanalstrategi.strategy.running_text import Piece

LIST = Rule("KS354", "list-run-together", Severity.ADVICE)
TABLE = Rule("KS355", "table-run-together", Severity.ADVICE)

_BULLETS = "•●▪■◦‣⁃·"
_DASHES = "–—"
_BULLET = re.compile(r"(?m)(?:^|(?<=\s))[•●▪■◦‣⁃]\s*\S+|^·\s*\S+")
_DASH = re.compile(r"(?m)^[–—]\s+\S+")
_ROW = re.compile(r"(?m)^[ \t]*\|.*\|[ \t]*$|^[ \t]*:?-{3,}:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)+$")


def check(strategy: Strategy, library: Library) -> Iterator[Finding]:
    for rule, place_in, signs in ((LIST, _items, (*_BULLETS, *_DASHES)), (TABLE, _rows, "|")):
        found: dict[str, list[Span]] = {}
        for piece in strategy.texts_with(signs):
            if span := place_in(piece):
                found.setdefault(span.source.name, []).append(span)
        for spans in found.values():
            lines = listed(span.line for span in spans)
            yield rule.at(spans[0], sign=spans[0].source.line(spans[0].line)[spans[0].column - 1], lines=lines)


def _items(piece: Piece) -> Span | None:
    """The first item of what is meant as a list. One dash at the beginning of a line is a dash in a sentence."""
    text = piece.text
    bullets = _BULLET.findall(text) if any(sign in text for sign in _BULLETS) else []
    dashes = _DASH.findall(text) if any(sign in text for sign in _DASHES) else []
    found = bullets or (dashes if len(dashes) > 1 else [])
    return piece.place_of(found[0]) if found else None


def _rows(piece: Piece) -> Span | None:
    rows = [row.strip() for row in _ROW.findall(piece.text)]
    return piece.place_of(rows[0]) if len(rows) > 1 else None
