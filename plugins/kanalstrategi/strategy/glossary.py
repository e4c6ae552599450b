"""The editors' glossary: words and abbreviations of the field, explained for those who do not work in it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby
from os.path import commonprefix
from typing import NamedTuple

from kanalstrategi.strategy.fields import Part, Words, field
from kanalstrategi.strategy.sections import Addressed
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

    @property
    def is_abbreviation(self) -> bool:
        """A word in capitals means nothing else; any other may begin a sentence."""
        return self.name.isupper()


class _Forms(NamedTuple):
    """Forms of a word that begin alike: the beginning is seldom in a text, as one search tells; `whole` matches any of them."""

    entry: GlossaryEntry
    as_written: bool
    beginning: str
    whole: re.Pattern[str]


def _forms_of(entry: GlossaryEntry) -> Iterator[_Forms]:
    as_written = entry.is_abbreviation
    forms = sorted(form if as_written else form.casefold() for form in (entry.name, *entry.forms))
    for _, alike in groupby(forms, lambda form: form[:1]):
        held = list(alike)
        whole = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, held))})(?!\w)")
        yield _Forms(entry, as_written, commonprefix(held), whole)


def _standing_in(text: str, looked_for: Iterable[_Forms]) -> dict[str, GlossaryEntry]:
    """The entries whose word stands in a text, whole and in one of its forms, by their ids."""
    folded = text.casefold()
    return {
        entry.id: entry
        for entry, as_written, beginning, whole in looked_for
        if beginning in (where := text if as_written else folded) and _begins_whole(where, beginning, whole)
    }


def _begins_whole(text: str, beginning: str, whole: re.Pattern[str]) -> bool:
    start = text.find(beginning)
    while start >= 0:
        if whole.match(text, start):
            return True
        start = text.find(beginning, start + 1)
    return False


class Lookup:
    """The glossary, whose words are looked for in the texts of a whole library."""

    def __init__(self, entries: Iterable[GlossaryEntry]) -> None:
        self._forms = [forms for entry in entries for forms in _forms_of(entry)]

    def standing_in(self, text: str) -> list[GlossaryEntry]:
        """The entries whose word stands in a text, whole and in one of its forms."""
        return list(_standing_in(text, self._forms).values())

    def first_use(self, entries: Iterable[GlossaryEntry]) -> FirstUse:
        """The first use of the entries that stand on a page, and of those that their meanings use."""
        meanings = "\n".join([block.prose or "" for entry in entries for block in entry.meaning])
        ids = {entry.id for entry in entries} | _standing_in(meanings, self._forms).keys()
        return FirstUse([forms for forms in self._forms if forms.entry.id in ids])


class FirstUse:
    """Gives each word once on a page, with the first text it stands in."""

    def __init__(self, looked_for: list[_Forms]) -> None:
        self._left = looked_for

    def __call__(self, text: str) -> list[GlossaryEntry]:
        if not self._left:
            return []
        found = _standing_in(text, self._left)
        if found:
            self._left = [forms for forms in self._left if forms.entry.id not in found]
        return list(found.values())


class Glossary(Part):
    """The file `strategier/ordliste.yml`."""

    entries: tuple[GlossaryEntry, ...] = field("ord", "Ord", "Ordene, i vilkårlig rækkefølge.")
