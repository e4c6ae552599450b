"""What is found in the glossary when its words are read together: it is no strategy, so no rule looks at it."""

from __future__ import annotations

from collections.abc import Iterator

from kanalstrategi.diagnostics import Finding, Severity, Span
from kanalstrategi.language import placeholders_in
from kanalstrategi.strategy import Glossary
from kanalstrategi.strategy.glossary import GlossaryEntry
from kanalstrategi.strategy.links import WRITTEN, is_safe
from kanalstrategi.strategy.running_text import prose, short_texts


def glossary_findings(glossary: Glossary) -> Iterator[Finding]:
    """Ids and words that stand there twice (KS301, KS592), and what a text should not hold (KS337, KS306)."""
    ids: dict[str, int] = {}
    words: dict[str, tuple[GlossaryEntry, int]] = {}
    for entry in glossary.entries:
        if entry.id in ids:
            yield Finding("KS301", Severity.ERROR, entry.span_of("id"), {"anchor": entry.anchor, "line": ids[entry.id]})
        ids.setdefault(entry.id, entry.span.line)
        for word, span in _words(entry):
            other, line = words.setdefault(word.casefold(), (entry, span.line))
            if other is not entry:
                yield Finding("KS592", Severity.WARNING, span, {"word": word, "other": other.name, "line": line})
                break  # An entry that was copied holds every form again.
    for piece in (*prose(glossary), *short_texts(glossary)):
        for word in placeholders_in(piece.text, alone=True):
            yield Finding("KS337", Severity.WARNING, piece.place_of(word), {"word": word})
        for address in WRITTEN.findall(piece.text):
            if not is_safe(address.strip()):
                yield Finding("KS306", Severity.WARNING, piece.place_of(address), {"link": address})


def _words(entry: GlossaryEntry) -> Iterator[tuple[str, Span]]:
    yield entry.name, entry.span_of("ord")
    for form in entry.forms:
        yield form, entry.span_of("former").of(form)
