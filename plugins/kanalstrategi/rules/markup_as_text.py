"""Signs of HTML or of Markdown's headings, pictures and quotations, which pages show as the text they are; one finding for a file."""

import re
from collections.abc import Iterator

from kanalstrategi.diagnostics import Finding, Rule, Severity, Span, listed
from kanalstrategi.site import Library, Strategy

RULE = Rule("KS365", "markup-as-text", Severity.ADVICE)

_SIGNS = "<>&#!"
_ELEMENTS = "a|b|br|div|em|font|h[1-6]|i|img|li|ol|p|span|strong|su[bp]|table|t[dhr]|u|ul"
_MARK = re.compile(rf"(?m)^#{{1,6}}(?= +\S)|^>(?= *[^\W\d]| *[»„“\"])|<(?:{_ELEMENTS})(?:\s[^<>\n]*)?/?>|&(?:nbsp|amp|lt|gt|quot|[a-zA-Z]+(?:slash|lig|ring));|!\[[^\]\n]*\]\([^)\n]*\)")


def check(strategy: Strategy, library: Library) -> Iterator[Finding]:
    found: dict[str, list[tuple[str, Span]]] = {}
    for piece in strategy.texts_with(_SIGNS):
        marks = [(mark, piece.place_of(mark)) for mark in dict.fromkeys(_MARK.findall(piece.text))]
        if marks:
            found.setdefault(piece.span.source.name, []).extend(marks)
    for marks in found.values():
        sign, span = marks[0]
        yield RULE.at(span, sign=sign, lines=listed(place.line for _, place in marks))
