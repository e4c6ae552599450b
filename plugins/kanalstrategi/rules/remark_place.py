"""A remark on a place that is not in the edition, or an answer that says such a place was changed."""

from collections.abc import Iterator

from kanalstrategi.diagnostics import Finding, Rule, Severity
from kanalstrategi.site import Library, Strategy
from kanalstrategi.site.remarks import responses, tied_points
from kanalstrategi.strategy.hearing import Change, Response
from kanalstrategi.strategy.nearest import nearest_word

NEAR = Rule("KS344", "remark-place-unknown", Severity.WARNING)
FAR = Rule("KS345", "remark-place-unknown", Severity.WARNING)
CHANGED = Rule("KS346", "changed-place-unknown", Severity.ERROR)
EDITION = Rule("KS347", "changed-edition-unknown", Severity.ERROR)


def check(strategy: Strategy, library: Library) -> Iterator[Finding]:
    for held, response in responses(strategy):
        for tied in tied_points(strategy, response) if _names_unknown(response, strategy) else ():
            for part, place in ((tied.point, tied.place), *((each.remark, each.place) for each in tied.remarks)):
                if part.passage and not place:
                    nearest = nearest_word(part.passage, list(strategy.passages))
                    rule = NEAR if nearest else FAR
                    yield rule.at(part.span_of("sted"), place=part.passage, **({"nearest": nearest} if nearest else {}))
        for general in response.general:
            if general.passage and general.passage not in strategy.passages:
                yield FAR.at(general.span_of("sted"), place=general.passage)
        for remark in response.remarks:
            for change in remark.answer.changes if remark.answer else ():
                yield from _changed(change, strategy, library)


def _names_unknown(response: Response, strategy: Strategy) -> bool:
    """Whether a place that is named is not there; only then it matters whether the quotes lead to another."""
    named = (part.passage for point in response.points for part in (point, *point.remarks))
    return any(place and place not in strategy.passages for place in named)


def _changed(change: Change, strategy: Strategy, library: Library) -> Iterator[Finding]:
    municipality = library.municipality(strategy)
    editions = {each.slug: each for each in municipality.strategies}
    edition = editions.get(change.edition or strategy.slug)
    if not edition:
        if change.edition not in municipality.unread:
            yield EDITION.at(change.span_of("udgave"), edition=change.edition, editions=", ".join(editions))
    elif change.passage not in edition.passages:
        nearest = nearest_word(change.passage, list(edition.passages)) or "kanal-telefon"
        yield CHANGED.at(change.span_of("sted"), place=change.passage, nearest=nearest)
