"""What explains a document: measurements, annexes, footnotes, scales and terms; and what the editors add to it."""

from __future__ import annotations

from kanalstrategi.strategy.fields import Part, WebAddress, Words, YesNo, field
from kanalstrategi.strategy.sections import NAME, Addressed
from kanalstrategi.strategy.text import Text
from kanalstrategi.strategy.vocabulary import Absence, Theme


class Measurement(Addressed):
    """A survey or an analysis, as facts about the passage that tells of it."""

    prefix = "maaling"

    title: Words = field("titel", "Titel", "Undersøgelsens navn.", "Henvendelsesanalyse")
    when: Words | None = field(
        "tidspunkt", "Tidspunkt", "Hvornår, med dokumentets ord.", "september 2006", default=None
    )
    sample: Words | None = field(
        "deltagere", "Deltagere", "Hvem og hvor mange, med dokumentets ord.", "600 borgere", default=None
    )
    response_rate: Words | None = field(
        "svarprocent", "Svarprocent", "Svarprocenten, med dokumentets ord.", "74%", default=None
    )
    caveat: Words | None = field(
        "forbehold", "Forbehold", "Dokumentets eget forbehold, ordret.", "Tallene er usikre.", default=None
    )
    passage: Words = field(
        "sted", "Sted", "Adressen på det sted i dokumentet, der fortæller om den.", "afsnit-indledning"
    )


class Annex(Part):
    """An annex that the document announces."""

    name: Words = field("navn", "Navn", NAME, "implementeringsplan")
    passage: Words | None = field(
        "sted", "Sted", "Adressen på det sted, der nævner det, hvis teksten gør.", "organisering", default=None
    )
    available: YesNo = field("findes", "Findes", "Om vi har bilaget.", "nej", default=False)
    address: WebAddress | None = field(
        "adresse", "Adresse", "Hvor bilaget kan findes.", "https://www.kommune.dk/handleplan", default=None
    )


class Footnote(Addressed):
    prefix = "fodnote"

    mark: Words = field("mærke", "Mærke", "Fodnotens mærke, som det står. I teksten skrives [^id].", "1")
    text: Text = field("tekst", "Tekst", "Fodnotens tekst, ordret.", "Kilde: Danmarks Statistik.")


class Step(Part):
    name: Words = field("trin", "Trin", "Trinnets navn, ordret.", "Selvbetjeningsniveau 0")
    meaning: Words = field("betydning", "Betydning", "Hvad trinnet betyder, ordret.", "flad blanket")


class Scale(Addressed):
    prefix = "skala"

    name: Words = field("navn", "Navn", NAME, "Selvbetjeningsniveau")
    passage: Words = field("sted", "Sted", "Adressen på det sted, der fastlægger skalaen.", "fodnote-1")
    steps: tuple[Step, ...] = field("trin", "Trin", "Skalaens trin, nedefra.")


class Term(Addressed):
    prefix = "begreb"

    name: Words = field("begreb", "Begreb", "Ordet, som dokumentet skriver det.", "straksafklaring")
    meaning: Words = field(
        "forklaring", "Forklaring", "Dokumentets egen forklaring, ordret.", "at sagen bliver afgjort med det samme"
    )
    passage: Words | None = field(
        "sted",
        "Sted",
        "Adressen på det sted, der forklarer ordet. Udelad den, hvis det kun er her.",
        "kanal-telefon",
        default=None,
    )


class Excerpt(Part):
    """Words of the document that answer a theme, wherever they stand in it."""

    theme: Theme = field("tema", "Tema", "Hvad det handler om.", "hjælp")
    quote: Words = field("citat", "Citat", "Ordene, præcis som de står på stedet.", "Biblioteket hjælper dig.")
    passage: Words = field("sted", "Sted", "Adressen på det sted, ordene står.", "vision-2018")


class Gap(Part):
    """What a reader would look for and not find."""

    theme: Theme = field("tema", "Tema", "Hvad det handler om.", "periode")
    kind: Absence = field("slags", "Slags", "Hvordan det mangler.", "ikke-angivet")
    text: Words = field("tekst", "Tekst", "Hvad der mangler, sagt af redaktionen.", "Dokumentet angiver ingen periode.")
