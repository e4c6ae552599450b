"""The editors' glossary: words and abbreviations of the field, explained for those who do not work in it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cached_property

from kanalstrategi.strategy.edition import Addressed
from kanalstrategi.strategy.fields import Part, Words, field
from kanalstrategi.strategy.text import Text


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
    def _pattern(self) -> re.Pattern[str]:
        forms = "|".join(re.escape(form) for form in (self.name, *self.forms))
        # A word in capitals is an abbreviation and means nothing else; any other may begin a sentence.
        flags = 0 if self.name.isupper() else re.IGNORECASE
        return re.compile(rf"(?<!\w)(?:{forms})(?!\w)", flags)

    def stands_in(self, text: str) -> bool:
        return bool(self._pattern.search(text))


def standing_in(text: str, entries: Iterable[GlossaryEntry]) -> tuple[GlossaryEntry, ...]:
    """The entries whose word stands in a text, whole and in one of its forms."""
    return tuple(entry for entry in entries if entry.stands_in(text))


class FirstUse:
    """The words of a page that are not explained yet: each is given once, with the first text it stands in."""

    def __init__(self, entries: Iterable[GlossaryEntry] = ()) -> None:
        self._left = tuple(entries)

    def __call__(self, text: str) -> tuple[GlossaryEntry, ...]:
        found = standing_in(text, self._left)
        self._left = tuple(entry for entry in self._left if entry not in found)
        return found


class Glossary(Part):
    """The file `strategier/ordliste.yml`."""

    entries: tuple[GlossaryEntry, ...] = field("ord", "Ord", "Ordene, i vilkårlig rækkefølge.")
