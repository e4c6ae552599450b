"""Something that is said to be missing from the document and yet stands in the file."""

from collections.abc import Iterator

from kanalstrategi.diagnostics import Finding, Rule, Severity
from kanalstrategi.site import Library, Strategy, cell
from kanalstrategi.strategy.vocabulary import Absence

RULE = Rule("KS334", "gap-contradicted", Severity.WARNING)


def check(strategy: Strategy, library: Library) -> Iterator[Finding]:
    for gap in strategy.edition.gaps:
        if gap.kind is Absence.NOT_STATED and (evidence := cell(strategy, gap.theme).evidence):
            yield RULE.at(gap.span_at("kind"), theme=gap.theme.value, place=evidence[0].anchor)
