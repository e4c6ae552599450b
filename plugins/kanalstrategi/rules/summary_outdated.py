"""A summary that was written after another text than the one that stands there now.

It is looked at when the text is right: nobody reads a summary again before a mistake in the text is put right.
"""

from collections.abc import Iterator

from kanalstrategi.diagnostics import Finding, Rule, Severity
from kanalstrategi.site import Library, Strategy
from kanalstrategi.strategy.fingerprint import fingerprint

OUTDATED = Rule("KS325", "summary-outdated", Severity.ADVICE)
NEW = Rule("KS326", "summary-without-fingerprint", Severity.ADVICE)

ASKED_FOR = "ny"
"""What an author writes to be told the fingerprint."""


def check_at_last(strategy: Strategy, library: Library) -> Iterator[Finding]:
    summary = strategy.edition.summary
    if not summary or not summary.fingerprint:
        return
    right, written = fingerprint(strategy.edition), summary.fingerprint
    if written != right:
        rule = NEW if written.casefold() == ASKED_FOR else OUTDATED
        yield rule.at(summary.span_at("fingerprint"), written=written, right=right)
