"""What recurs in an edition: parts with an address of their own, sections of prose, and what every chapter may hold."""

from __future__ import annotations

from typing import ClassVar

from kanalstrategi.strategy.fields import Identifier, Part, Words, field
from kanalstrategi.strategy.text import Text
from kanalstrategi.strategy.vocabulary import Reader

ID = "Den faste adresse på siden: små bogstaver, tal og bindestreg. Den ændres aldrig, heller ikke når teksten rettes."
NUMBER = "Det tal eller bogstav, dokumentet selv sætter foran, med tegn."
HEADING = "Dokumentets egen overskrift, ordret."
TEXT = "Teksten, ordret. Tom linje mellem afsnit; linjer med - foran er en liste. Kan også være en liste af tekster, tabeller og figurer."
WHEN = "Hvornår, som dokumentet skriver det."
NAME = "Navnet, som dokumentet skriver det."
ITEMS = "Punkterne, i dokumentets rækkefølge."
TEXT_EXAMPLE = "Dokumentets tekst, ord for ord."


class Addressed(Part):
    """A part with an address of its own on the page: the prefix of its kind, a hyphen and its id."""

    prefix: ClassVar[str]

    id: Identifier = field("id", "Id", ID, "digital-post")

    @property
    def anchor(self) -> str:
        return f"{self.prefix}-{self.id}"


class Section(Addressed):
    """A section of prose under the document's own heading, or under one that the editors gave it."""

    prefix = "afsnit"

    heading: Words | None = field("overskrift", "Overskrift", HEADING, "Forord", default=None)
    editors_heading: Words | None = field(
        "redaktionens_overskrift",
        "Redaktionens overskrift",
        "En overskrift, når dokumentet ikke selv har en. Vises som redaktionens.",
        "Forside",
        default=None,
    )
    written_for: tuple[Reader, ...] = field(
        "skrevet_til", "Skrevet til", "Hvem afsnittet henvender sig til.", "[borger]", default=()
    )
    text: Text = field("tekst", "Tekst", TEXT, TEXT_EXAMPLE, default=())
    sections: tuple[Section, ...] = field("afsnit", "Underafsnit", "Afsnit under dette afsnit.", default=())


class Chapter(Part):
    """What every chapter of the page may hold: the document's heading, text and sections."""

    heading: Words | None = field("overskrift", "Overskrift", HEADING, "MÅL", default=None)
    text: Text = field("tekst", "Tekst", TEXT, TEXT_EXAMPLE, default=())
    sections: tuple[Section, ...] = field("afsnit", "Underafsnit", "Afsnit under kapitlet.", default=())
