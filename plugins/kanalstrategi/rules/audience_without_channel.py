"""An audience that no channel reaches, in a document that says of its channels whom they are for."""

from collections.abc import Iterator

from kanalstrategi.diagnostics import Finding, Rule, Severity
from kanalstrategi.site import Library, Strategy
from kanalstrategi.strategy.vocabulary import Theme

RULE = Rule("KS313", "audience-without-channel", Severity.ADVICE)


def check(strategy: Strategy, library: Library) -> Iterator[Finding]:
    edition = strategy.edition
    if any(gap.theme is Theme.AUDIENCES for gap in edition.gaps):
        return
    rankings = edition.channels.rankings if edition.channels else ()
    reached = dict.fromkeys(audience for part in (*strategy.channels, *rankings) for audience in part.reaches)
    groups = edition.audiences.groups if edition.audiences and reached else ()
    if not {audience.id for audience in groups} >= reached.keys():
        return  # Perhaps it is reached under an id that it does not have, and that is said.
    for audience in groups:
        if audience.id not in reached:
            span = audience.span_at("name")
            yield RULE.at(span, audience=audience.name, id=audience.id, reached=", ".join(reached))
