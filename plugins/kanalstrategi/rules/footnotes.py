"""A footnote mark without its footnote, or a footnote that nothing refers to."""

import re
from collections.abc import Iterator

from kanalstrategi.diagnostics import Finding, Rule, Severity
from kanalstrategi.site import Library, Strategy
from kanalstrategi.strategy.fields import suggested_id
from kanalstrategi.strategy.nearest import nearest_word

UNDEFINED = Rule("KS304", "footnote-not-defined", Severity.ERROR)
MISSPELT = Rule("KS367", "footnote-misspelt", Severity.ERROR)
UNUSED = Rule("KS305", "footnote-not-used", Severity.WARNING)

_ALIKE = 0.8
"""How like a mark has to be: many differ in a number only, and then the footnote itself is missing."""
_MARK = re.compile(r"\[\^([^\]]+)\]")


def check(strategy: Strategy, library: Library) -> Iterator[Finding]:
    defined = {footnote.id for footnote in strategy.edition.footnotes}
    ids = {footnote.mark: footnote.id for footnote in strategy.edition.footnotes}
    marks = [(piece, mark) for piece in strategy.written if "[^" in piece.text for mark in _MARK.findall(piece.text)]
    used = {mark for _, mark in marks}
    lost, unused = used - defined - ids.keys(), defined - used
    for piece, mark in marks:
        if mark in defined:
            continue
        place = piece.place_of(f"[^{mark}]")
        nearest = nearest_word(mark, sorted(defined), _ALIKE) if mark in lost else None
        if mark in lost and len(lost) == len(unused) == 1:
            nearest = next(iter(unused))  # One mark leads nowhere, and nothing leads to one footnote.
        if nearest:
            used.add(nearest)
            yield MISSPELT.at(place, mark=mark, nearest=nearest)
        else:
            id = ids.get(mark) or suggested_id(mark)
            used.add(id)
            yield UNDEFINED.at(place, mark=mark, id=id)
    for footnote in strategy.edition.footnotes:
        if footnote.id not in used:
            yield UNUSED.at(footnote.span, mark=footnote.id)
