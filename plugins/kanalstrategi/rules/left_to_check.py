"""A note that something is still to be looked at, such as an import leaves where it was in doubt."""

from collections.abc import Iterator

from kanalstrategi.diagnostics import Finding, Rule, Severity
from kanalstrategi.site import Library, Strategy
from kanalstrategi.strategy.running_text import notes
from kanalstrategi.strategy.vocabulary import NoteKind

RULE = Rule("KS361", "left-to-check", Severity.ADVICE)


def check(strategy: Strategy, library: Library) -> Iterator[Finding]:
    for note in notes(strategy.edition):
        if note.kind is NoteKind.CHECK:
            yield RULE.at(note.span_at("text"), note=note.text)
