"""A note that something is still to be looked at, such as an import leaves where it was in doubt."""

from collections.abc import Iterator

from kanalstrategi.diagnostics import Finding, Rule, Severity
from kanalstrategi.site import Library, Strategy
from kanalstrategi.strategy.text import Note
from kanalstrategi.strategy.vocabulary import NoteKind

RULE = Rule("KS361", "left-to-check", Severity.ADVICE)


def check(strategy: Strategy, library: Library) -> Iterator[Finding]:
    for note in strategy.tables_and_notes:
        if isinstance(note, Note) and note.kind is NoteKind.CHECK:
            yield RULE.at(note.span_at("text"), note=note.text)
