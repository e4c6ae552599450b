"""Digital channels, and not a word on those who cannot use them."""

from collections.abc import Iterator

from kanalstrategi.diagnostics import Finding, Rule, Severity
from kanalstrategi.language import forms
from kanalstrategi.site import Library, Strategy
from kanalstrategi.strategy.vocabulary import CommonChannel, Coverage, Theme

RULE = Rule("KS323", "no-word-on-help", Severity.ADVICE)

_DIGITAL = {
    CommonChannel.WEB,
    CommonChannel.SELF_SERVICE,
    CommonChannel.DIGITAL_POST,
    CommonChannel.EMAIL,
    CommonChannel.CHAT,
    CommonChannel.VIDEO,
}


def check(strategy: Strategy, library: Library) -> Iterator[Finding]:
    edition = strategy.edition
    if not edition.channels or edition.help or edition.document.coverage is not Coverage.WHOLE:
        return
    ranks = (rank for ranking in edition.channels.rankings for rank in ranking.ranks)
    digital = any(_DIGITAL.intersection(part.common) for part in (*strategy.channels, *ranks))
    said = {Theme.HELP} & {*(excerpt.theme for excerpt in edition.excerpts), *(gap.theme for gap in edition.gaps)}
    if digital and not said and not forms("not_digital").stands_in(strategy.said):
        yield RULE.at(edition.span_at("channels"))
