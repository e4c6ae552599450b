"""The ways to a municipality: its channels with their order and hours, and the places where people get help."""

from __future__ import annotations

from datetime import time
from typing import Any, Self

from pydantic import model_validator
from pydantic_core import PydanticCustomError

from kanalstrategi.strategy.fields import (
    Clock,
    ClosingClock,
    Identifier,
    Mail,
    Part,
    Telephone,
    WebAddress,
    Whole,
    Words,
    field,
)
from kanalstrategi.strategy.sections import NAME, NUMBER, TEXT, TEXT_EXAMPLE, Addressed, Chapter
from kanalstrategi.strategy.statements import Goal, Guidelines, ServiceTarget
from kanalstrategi.strategy.text import Text
from kanalstrategi.strategy.vocabulary import CommonChannel, Role


class EnquiryType(Addressed):
    prefix = "henvendelse"

    name: Words = field("navn", "Navn", NAME, "Informationshenvendelser")
    text: Text = field("tekst", "Tekst", "Dokumentets forklaring af typen.", "Borgeren vil have noget at vide.", default=())


class Rank(Part):
    """A place in a ranking. Two channels with the same place share it."""

    place_number: Whole = field("plads", "Plads", "Pladsen i rækkefølgen: 1, 2, 3.", "1")
    name: Words = field("navn", "Navn", "Kanalens navn i rækkefølgen, ordret.", "Telefoni")
    common: tuple[CommonChannel, ...] = field(
        "fælles", "Fælles kanal", "Den eller de kanaler i det fælles ordforråd, som navnet dækker.", "[telefon]"
    )
    channel: Identifier | None = field(
        "kanal", "Kanal", "Id på kanalens beskrivelse længere nede.", "telefoni", default=None
    )


class Ranking(Addressed):
    prefix = "raekkefoelge"

    applies_to: Words | None = field(
        "gælder",
        "Gælder",
        "Hvilke henvendelser, eller hvem, rækkefølgen gælder for.",
        "alle henvendelser",
        default=None,
    )
    reaches: tuple[Identifier, ...] = field(
        "målgrupper", "Målgrupper", "Id på de målgrupper, rækkefølgen er for.", "[digitalt-parate]", default=()
    )
    text: Text = field(
        "tekst",
        "Indledning",
        "Det, dokumentet skriver før rækkefølgen.",
        "Vi prioriterer kanalerne i denne rækkefølge:",
        default=(),
    )
    ranks: tuple[Rank, ...] = field("pladser", "Pladser", "Kanalerne, i dokumentets rækkefølge.")


class OpeningHours(Part):
    """The hours of some days, or the document's words on days without hours: closed, by appointment."""

    together = ("fra", "til")
    instead = "note"

    days: Words = field("dage", "Dage", "De dage, tiderne gælder.", "Mandag til onsdag")
    opens: Clock | None = field("fra", "Fra", "Klokkeslæt, timer:minutter.", "10:00", default=None)
    closes: ClosingClock | None = field(
        "til", "Til", "Klokkeslæt, timer:minutter. Midnat er 24:00.", "15:00", default=None
    )
    note: Words | None = field(
        "note", "Note", "Dokumentets ord om tiden, eller i stedet for en tid.", "Lukket", default=None
    )

    @model_validator(mode="after")
    def _says_when(self) -> Self:
        if self.opens is None and self.closes is None and self.note is None:
            raise PydanticCustomError("KS243", "hours or a note")
        if (self.opens is None) != (self.closes is None):
            raise PydanticCustomError("missing", "the other time", {"key": "fra" if self.opens is None else "til"})
        return self

    @property
    def closes_at_midnight(self) -> bool:
        return self.closes == time(0)

    @property
    def written(self) -> str:
        """What is said of the days, as a reader writes it: 10.00–15.00 (med kort), or the note alone."""
        if self.opens is None:
            return self.note or ""
        hours = f"{self.opens:%H.%M}–{'24.00' if self.closes_at_midnight else f'{self.closes:%H.%M}'}"
        return f"{hours} ({self.note})" if self.note else hours


def _telephone() -> Any:
    return field("telefon", "Telefon", "Nummeret, man kan ringe til.", "12 34 56 78", default=None)


def _mail() -> Any:
    return field("e-mail", "E-mail", "Mailadressen.", "borgerservice@kommune.dk", default=None)


def _web() -> Any:
    return field("webadresse", "Webadresse", "Hvor på nettet man går hen.", "https://www.borger.dk", default=None)


def _address() -> Any:
    return field("adresse", "Adresse", "Postadressen, som dokumentet skriver den.", "Torvet 1, 4500 Byen", default=None)


def _opening_hours() -> Any:
    return field(
        "åbningstider", "Åbningstider", "Hvornår der er åbent eller lukket.", default=()
    )


def _closed() -> Any:
    return field(
        "lukket", "Lukket", "De dage, der er lukket, med dokumentets ord.", "[Helligdage, 24. december]", default=()
    )


def _appointment() -> Any:
    return field(
        "tidsbestilling",
        "Tidsbestilling",
        "Om man skal bestille tid.",
        "Bestil tid på nettet eller i telefonen.",
        default=None,
    )


class Channel(Addressed):
    prefix = "kanal"

    number: Words | None = field("nummer", "Nummer", NUMBER, "1.", default=None)
    name: Words = field("navn", "Navn", "Kommunens eget navn for kanalen, ordret.", "TELEFONISK HENVENDELSE")
    common: tuple[CommonChannel, ...] = field(
        "fælles",
        "Fælles kanal",
        "Den eller de kanaler i det fælles ordforråd, som navnet dækker.",
        "[telefon]",
        default=(),
    )
    role: Role | None = field("rolle", "Rolle", "Kanalens rolle, hvis dokumentet siger det.", "sekundær", default=None)
    reaches: tuple[Identifier, ...] = field(
        "målgrupper",
        "Målgrupper",
        "Id på de målgrupper, kanalen er for.",
        "[digitalt-parate]",
        default=(),
    )
    text: Text = field("tekst", "Tekst", TEXT, TEXT_EXAMPLE, default=())
    purpose: Text = field(
        "formål",
        "Formål",
        "Hvad kanalen er til, når dokumentet har det for sig.",
        "Til svære spørgsmål.",
        default=(),
    )
    guidelines: Guidelines | None = field("retningslinjer", "Retningslinjer", "Kanalens retningslinjer.", default=None)
    exceptions: Text = field(
        "undtagelser",
        "Undtagelser",
        "Undtagelser, når dokumentet har dem for sig.",
        "I hast kan du møde op.",
        default=(),
    )
    responsibility: Text = field(
        "ansvar", "Ansvar", "Hvem der har ansvaret for kanalen.", "Borgerservice har ansvaret.", default=()
    )
    telephone: Telephone | None = _telephone()
    mail: Mail | None = _mail()
    address: Words | None = _address()
    web: WebAddress | None = _web()
    opening_hours: tuple[OpeningHours, ...] = _opening_hours()
    closed: tuple[Words, ...] = _closed()
    appointment: Words | None = _appointment()
    goals: tuple[Goal, ...] = field("mål", "Mål", "Mål for denne kanal.", default=())
    service_targets: tuple[ServiceTarget, ...] = field(
        "servicemål", "Servicemål", "Løfter om servicen i kanalen.", default=()
    )
    channels: tuple[Channel, ...] = field("underkanaler", "Underkanaler", "Kanaler under denne kanal.", default=())


class Channels(Chapter):
    enquiry_types: tuple[EnquiryType, ...] = field(
        "henvendelsestyper", "Henvendelsestyper", "De typer henvendelser, dokumentet skelner mellem.", default=()
    )
    reasons: Text = field(
        "begrundelse",
        "Begrundelse",
        "Det, dokumentet skriver mellem typerne og rækkefølgen.",
        "Enkle sager er digitale.",
        default=(),
    )
    rankings: tuple[Ranking, ...] = field(
        "rækkefølger", "Rækkefølger", "Kanalerne i prioriteret rækkefølge.", default=()
    )
    guidelines: Guidelines | None = field(
        "retningslinjer", "Fælles retningslinjer", "Retningslinjer, der gælder for alle kanaler.", default=None
    )
    channels: tuple[Channel, ...] = field("kanaler", "Kanaler", "Kanalerne, hver for sig.", default=())


class HelpPlace(Addressed):
    """A place where people get help, with all that is needed to come there."""

    prefix = "hjaelpested"

    name: Words = field("navn", "Navn", NAME, "Byens bibliotek")
    whom: Words | None = field("for", "For", "Hvem der kan få hjælp her.", "Borgere over 65 år", default=None)
    helper: Words | None = field(
        "hvem", "Hvem hjælper", "Hvem der hjælper: ansatte eller en forening.", "Frivillige fra Ældre Sagen", default=None
    )
    text: Text = field("tekst", "Tekst", TEXT, TEXT_EXAMPLE, default=())
    telephone: Telephone | None = _telephone()
    mail: Mail | None = _mail()
    address: Words | None = _address()
    web: WebAddress | None = _web()
    opening_hours: tuple[OpeningHours, ...] = _opening_hours()
    closed: tuple[Words, ...] = _closed()
    appointment: Words | None = _appointment()


class Help(Chapter):
    places: tuple[HelpPlace, ...] = field("steder", "Steder", "De steder, man kan få hjælp.", default=())
