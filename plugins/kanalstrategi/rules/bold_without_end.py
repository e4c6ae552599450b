"""Two stars that begin words in bold and that nothing closes, so that pages show the stars."""

import re
from collections.abc import Iterator

from kanalstrategi.diagnostics import Finding, Rule, Severity
from kanalstrategi.site import Library, Strategy

RULE = Rule("KS398", "bold-without-end", Severity.ADVICE)

_STARS = "**"
_BEGINNING = re.compile(r"(?<![^\s(»„“\"])\*\*(?=\w)[^\s*]+")


def check(strategy: Strategy, library: Library) -> Iterator[Finding]:
    for piece in strategy.texts_with((_STARS,)):
        for paragraph in re.split(r"\n\s*\n", piece.text):
            if not paragraph.count(_STARS) % 2 or "***" in paragraph:
                continue
            if beginnings := _BEGINNING.findall(paragraph):
                yield RULE.at(piece.place_of(beginnings[-1]), written=beginnings[-1])
