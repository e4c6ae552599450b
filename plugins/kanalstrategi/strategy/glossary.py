"""The editors' glossary: words and abbreviations of the field, explained for those who do not work in it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from os.path import commonprefix

from kanalstrategi.strategy.fields import Part, Words, field
from kanalstrategi.strategy.sections import Addressed
from kanalstrategi.strategy.text import Text

_IN_WORD = re.compile(r"\w")


class GlossaryEntry(Addressed):
    """A word with its explanation. It is known in a text by its whole forms, never by a stem."""

    prefix = "ord"

    name: Words = field("ord", "Ord", "Ordet eller forkortelsen, som den oftest skrives.", "ESDH")
    forms: tuple[Words, ...] = field(
        "former", "Former", "Andre hele former af ordet, som de kan stå i en tekst.", "[straksafklarede]", default=()
    )
    expansion: Words | None = field(
        "står_for", "Står for", "Hvad en forkortelse står for.", "elektronisk sags- og dokumenthåndtering", default=None
    )
    meaning: Text = field(
        "forklaring", "Forklaring", "Hvad ordet betyder, i klart sprog.", "Et system, hvor kommunen gemmer sine sager."
    )

    @property
    def is_abbreviation(self) -> bool:
        """A word in capitals means nothing else; any other may begin a sentence."""
        return self.name.isupper()


def _forms(entry: GlossaryEntry) -> tuple[str, tuple[str, ...]]:
    """The forms of a word as they are looked for, after what all of them begin with: it is seldom there, as one search tells."""
    forms = (entry.name, *entry.forms)
    if not entry.is_abbreviation:
        forms = tuple(form.casefold() for form in forms)
    return commonprefix(forms), forms


def _stands_whole(word: str, text: str) -> bool:
    start = text.find(word)
    while start >= 0:
        before, after = text[start - 1 : start] if start else "", text[start + len(word) : start + len(word) + 1]
        if not _IN_WORD.match(before) and not _IN_WORD.match(after):
            return True
        start = text.find(word, start + 1)
    return False


class Lookup:
    """The glossary, and what was found in the texts that were looked up in it: editions of one municipality share many."""

    def __init__(self, entries: Iterable[GlossaryEntry]) -> None:
        self._entries = [(entry, entry.is_abbreviation, *_forms(entry)) for entry in entries]
        self._found: dict[str, list[GlossaryEntry]] = {}

    def standing_in(self, text: str) -> list[GlossaryEntry]:
        """The entries whose word stands in a text, whole and in one of its forms."""
        folded = text.casefold()
        return [
            entry
            for entry, as_written, beginning, forms in self._entries
            if beginning in (text if as_written else folded)
            and any(_stands_whole(form, text if as_written else folded) for form in forms)
        ]

    def in_piece(self, text: str) -> list[GlossaryEntry]:
        """The same of a text that other editions may hold too."""
        found = self._found.get(text)
        if found is None:
            found = self._found[text] = self.standing_in(text)
        return found


class FirstUse:
    """Gives each word of the glossary once on a page, with the first text it stands in."""

    def __init__(self, lookup: Lookup) -> None:
        self._lookup = lookup
        self._explained: set[str] = set()

    def __call__(self, text: str) -> list[GlossaryEntry]:
        found = [entry for entry in self._lookup.in_piece(text) if entry.id not in self._explained]
        self._explained.update([entry.id for entry in found])
        return found


class Glossary(Part):
    """The file `strategier/ordliste.yml`."""

    entries: tuple[GlossaryEntry, ...] = field("ord", "Ord", "Ordene, i vilkårlig rækkefølge.")
