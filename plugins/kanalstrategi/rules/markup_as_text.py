"""Signs of HTML or of Markdown's headings, pictures and quotations, which pages show as the text they are; one finding for a file."""

import re
from collections.abc import Iterator

from kanalstrategi.diagnostics import Finding, Rule, Severity, Span
from kanalstrategi.site import Library, Strategy

RULE = Rule("KS365", "markup-as-text", Severity.ADVICE)

_SIGNS = "<>&#!"
_ELEMENTS = "a|b|br|div|em|font|h[1-6]|i|img|li|ol|p|span|strong|su[bp]|table|t[dhr]|u|ul"
_MARK = re.compile(rf"(?m)^#{{1,6}}(?= +\S)|^>(?= *[^\W\d]| *[»„“\"])|<(?:{_ELEMENTS})(?:\s[^<>\n]*)?/?>|&(?:nbsp|amp|lt|gt|quot|[a-zA-Z]+(?:slash|lig|ring));|!\[[^\]\n]*\]\([^)\n]*\)")
_SHOWN = 10


def check(strategy: Strategy, library: Library) -> Iterator[Finding]:
    found: list[tuple[str, Span]] = []
    for piece in strategy.texts:
        if any(sign in piece.text for sign in _SIGNS):
            found += [(mark, piece.place_of(mark)) for mark in dict.fromkeys(_MARK.findall(piece.text))]
    if found:
        numbers = list(dict.fromkeys(str(span.line) for _, span in found))
        lines = ", ".join(numbers[:_SHOWN]) + (" …" if len(numbers) > _SHOWN else "")
        yield RULE.at(found[0][1], sign=found[0][0], lines=lines)
