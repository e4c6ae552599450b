"""The editors' glossary: words and abbreviations of the field, explained for those who do not work in it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cached_property
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

    @cached_property
    def _forms(self) -> tuple[str, ...]:
        forms = (self.name, *self.forms)
        return forms if self.is_abbreviation else tuple(form.casefold() for form in forms)

    @cached_property
    def _beginning(self) -> str:
        """What all the forms begin with: most words stand in few texts, and one search tells."""
        return commonprefix(self._forms)

    def stands_in(self, text: str, folded: str) -> bool:
        """Whether the word stands in a text, whole and in one of its forms; `folded` is the text in small letters."""
        searched = text if self.is_abbreviation else folded
        return self._beginning in searched and any(_stands_whole(form, searched) for form in self._forms)

    @cached_property
    def is_abbreviation(self) -> bool:
        """A word in capitals means nothing else; any other may begin a sentence."""
        return self.name.isupper()


def standing_in(text: str, entries: Iterable[GlossaryEntry]) -> tuple[GlossaryEntry, ...]:
    """The entries whose word stands in a text, whole and in one of its forms."""
    folded = text.casefold()
    return tuple(entry for entry in entries if entry.stands_in(text, folded))


def _stands_whole(word: str, text: str) -> bool:
    start = text.find(word)
    while start >= 0:
        before, after = text[start - 1 : start] if start else "", text[start + len(word) : start + len(word) + 1]
        if not _IN_WORD.match(before) and not _IN_WORD.match(after):
            return True
        start = text.find(word, start + 1)
    return False


def needed_for(standing: tuple[GlossaryEntry, ...], entries: tuple[GlossaryEntry, ...]) -> tuple[GlossaryEntry, ...]:
    """The entries whose word stands in a text or in what explains its words; `standing` are those of the text itself."""
    meanings = " ".join(block.prose or "" for entry in standing for block in entry.meaning)
    known = {id(entry) for entry in (*standing, *standing_in(meanings, entries))}
    return tuple(entry for entry in entries if id(entry) in known)


class FirstUse:
    """The words of a page that are not explained yet: each is given once, with the first text it stands in."""

    def __init__(self, entries: Iterable[GlossaryEntry] = ()) -> None:
        self._left = tuple(entries)

    def __call__(self, text: str) -> tuple[GlossaryEntry, ...]:
        found = standing_in(text, self._left) if self._left else ()
        if found:
            explained = {id(entry) for entry in found}
            self._left = tuple(entry for entry in self._left if id(entry) not in explained)
        return found


class Glossary(Part):
    """The file `strategier/ordliste.yml`."""

    entries: tuple[GlossaryEntry, ...] = field("ord", "Ord", "Ordene, i vilkårlig rækkefølge.")
