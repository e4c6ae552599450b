"""A municipality's name, folder or code that does not agree with the official list."""

from collections.abc import Iterator

from kanalstrategi.diagnostics import Finding, Rule, Severity
from kanalstrategi.site import Library, Strategy
from kanalstrategi.strategy.municipalities import coded, named, nearest

MISSPELT = Rule("KS310", "municipality-misspelt", Severity.ADVICE)
OTHER_FOLDER = Rule("KS311", "municipality-in-other-folder", Severity.WARNING)
OTHER_CODE = Rule("KS312", "municipality-code-of-another", Severity.WARNING)


def check(strategy: Strategy, library: Library) -> Iterator[Finding]:
    name = strategy.edition.municipality
    listed = named(name)
    if listed is None:
        # A name that is like none of the list is left in peace: municipalities are closed down, and examples make theirs up.
        if meant := coded(name) or nearest(name):
            yield MISSPELT.at(strategy.edition.span_of("kommune"), name=name, suggestion=meant.full_name)
        return
    if name != listed.full_name:
        yield MISSPELT.at(strategy.edition.span_of("kommune"), name=name, suggestion=listed.full_name)
    if strategy.municipality_slug != listed.slug:
        folder = strategy.municipality_slug
        yield OTHER_FOLDER.at(strategy.edition.span_of("kommune"), name=name, folder=folder, right=listed.slug)
    code = strategy.edition.municipality_code
    if code not in (None, listed.code):
        yield OTHER_CODE.at(
            strategy.edition.span_of("kommunekode"), name=listed.full_name, code=code, right=listed.code
        )
