"""An edition of a strategy: the whole of what its file can say, in the order of the published page.

This is the one place where a field is declared: key, title, meaning and example. The reader, the
authors' guide and the pages all take them from here.
"""

from __future__ import annotations

from datetime import time
from typing import Any, ClassVar, Self

from pydantic import model_validator
from pydantic_core import PydanticCustomError

from kanalstrategi.strategy.fields import (
    Clock,
    ClosingClock,
    Day,
    Identifier,
    KleNumber,
    Mail,
    MunicipalityCode,
    Part,
    Quantity,
    Telephone,
    WebAddress,
    Whole,
    Words,
    Year,
    YesNo,
    field,
)
from kanalstrategi.strategy.text import Note, Text
from kanalstrategi.strategy.vocabulary import (
    Absence,
    Author,
    CommonChannel,
    Comparator,
    Coverage,
    Direction,
    Finality,
    GoalLevel,
    Kind,
    Reader,
    Role,
    Status,
    Theme,
)

_ID = "Den faste adresse på siden: små bogstaver, tal og bindestreg. Den ændres aldrig, heller ikke når teksten rettes."
_NUMBER = "Det tal eller bogstav, dokumentet selv sætter foran, med tegn."
_HEADING = "Dokumentets egen overskrift, ordret."
_TEXT = "Teksten, ordret. Tom linje mellem afsnit; linjer med - foran er en liste. Kan også være en liste af tekster, tabeller og figurer."
_WHEN = "Hvornår, som dokumentet skriver det."
_NAME = "Navnet, som dokumentet skriver det."
_ITEMS = "Punkterne, i dokumentets rækkefølge."
_TEXT_EXAMPLE = "Dokumentets tekst, ord for ord."


class Addressed(Part):
    """A part with an address of its own on the page: the prefix of its kind, a hyphen and its id."""

    prefix: ClassVar[str]

    id: Identifier = field("id", "Id", _ID, "digital-post")

    @property
    def anchor(self) -> str:
        return f"{self.prefix}-{self.id}"


# --- The document itself


class Period(Part):
    first: Year = field("fra", "Fra", "Periodens første år.", "2014")
    last: Year = field("til", "Til", "Periodens sidste år.", "2018")


class Adoption(Part):
    body: Words = field("organ", "Organ", "Hvem der vedtog dokumentet.", "Økonomiudvalget")
    day: Day | None = field("dato", "Dato", "Dagen, skrevet år-måned-dag.", "2020-09-17", default=None)
    passage: Words | None = field(
        "sted", "Sted", "Adressen på det sted i dokumentet, der siger det.", "afsnit-indledning", default=None
    )


class Revision(Part):
    when: Words = field("hvornår", "Hvornår", _WHEN, "2015")
    what: Words = field("hvad", "Hvad", "Hvad der skete.", "Første udgave")


class Origin(Part):
    publisher: Words = field("udgiver", "Udgiver", "Hvem der udgav dokumentet.", "Dragør Kommune")
    form: Words = field("form", "Form", "Hvad vi har: hele teksten, en afskrift, citater.", "Afskrift, seks sider")
    address: WebAddress | None = field(
        "adresse", "Adresse", "Hvor dokumentet kan findes.", "https://www.kommune.dk/kanalstrategi", default=None
    )
    entered: Day | None = field(
        "optaget", "Optaget", "Dagen, teksten kom med i samlingen, skrevet år-måned-dag.", "2026-11-22", default=None
    )


class Document(Part):
    title: Words = field("titel", "Titel", "Dokumentets titel, ordret.", "Hillerød Kommunes Kanalstrategi 2014-2018")
    other_names: tuple[Words, ...] = field(
        "andre_navne",
        "Andre navne",
        "Andre navne, dokumentet bruger om sig selv.",
        "[Kanal- og Servicestrategi]",
        default=(),
    )
    kind: Kind = field("type", "Type", "Hvilken slags dokument det er.", "kanalstrategi")
    version: Words | None = field(
        "version", "Version", "Versionen, som dokumentet skriver den.", "Version 21.2.2012", default=None
    )
    period: Period | None = field("periode", "Periode", "De år, dokumentet gælder for.", default=None)
    status: Status = field("status", "Status", "Hvor langt dokumentet er kommet.", "vedtaget", default=Status.UNKNOWN)
    adoption: Adoption | None = field(
        "vedtagelse", "Vedtagelse", "Hvem der vedtog dokumentet og hvornår.", default=None
    )
    revisions: tuple[Revision, ...] = field("revisioner", "Revisioner", "Tidligere udgaver og rettelser.", default=())
    predecessor: Words | None = field(
        "afløser", "Afløser", "Det dokument, som dette afløser.", "Kanalstrategi 2010-2013", default=None
    )
    origin: Origin = field("kilde", "Kilde", "Hvor teksten kommer fra.")
    coverage: Coverage = field("omfang", "Omfang", "Hvor meget af dokumentet vi kender.", "hele")
    coverage_note: Words | None = field(
        "omfang_note",
        "Note om omfang",
        "Hvor dokumentet stopper, eller hvor citaterne kommer fra.",
        "Afskriften stopper på side 19.",
        default=None,
    )
    subjects: tuple[KleNumber, ...] = field(
        "kle", "KLE-numre", "Emnenumre efter KL's emnesystematik.", "[00.13]", default=()
    )


class Summary(Part):
    author: Author = field("skrevet_af", "Skrevet af", "Hvem der har skrevet det korte resumé.", "redaktionen")
    text: Text = field(
        "tekst",
        "Tekst",
        "Det vigtigste i få, korte sætninger.",
        "Kommunen vil helst have, at du betjener dig selv på nettet. Du kan også ringe.",
    )
    fingerprint: Words | None = field(
        "fingeraftryk",
        "Fingeraftryk",
        "Viser, hvilken tekst resuméet er skrevet efter, så check kan sige til, når teksten bliver ændret. "
        "Skriv ny, så siger check, hvad der skal stå.",
        "ny",
        default=None,
    )


# --- What recurs


class Target(Part):
    """A target as data. A value that was measured is never a target."""

    what: Words = field("hvad", "Hvad måles", "Det, der måles, med dokumentets ord.", "post, der bliver sendt digitalt")
    comparator: Comparator | None = field(
        "sammenligning", "Sammenligning", "Kun hvis dokumentet siger det.", "mindst", default=None
    )
    value: Quantity = field("værdi", "Værdi", "Tal og enhed. Komma foran decimaler.", "80 %")
    up_to: Quantity | None = field(
        "op_til", "Op til", "Det højeste af to tal, når dokumentet skriver fra og til.", "90 %", default=None
    )
    share_of: Words | None = field("af", "Del af", "Hvad tallet er en del af.", "al post", default=None)
    baseline: Quantity | None = field(
        "udgangspunkt", "Udgangspunkt", "Tallet, der begyndes fra, når dokumentet siger det.", "62 %", default=None
    )
    baseline_when: Words | None = field(
        "udgangspunkt_hvornår", "Udgangspunkt, hvornår", "Hvornår det var sådan.", "2024", default=None
    )
    deadline: Words | None = field("frist", "Frist", "Hvornår, som dokumentet skriver det.", "2015", default=None)
    finality: Finality | None = field(
        "status", "Endeligt eller foreløbigt", "Kun hvis dokumentet siger det.", "foreløbigt", default=None
    )


class Item(Addressed):
    """A goal, principle, guideline, criterion or initiative: one statement of a list."""

    number: Words | None = field("nummer", "Nummer", _NUMBER, "1.", default=None)
    heading: Words | None = field("overskrift", "Overskrift", _HEADING, "Vi svarer hurtigt", default=None)
    text: Text = field("tekst", "Tekst", _TEXT, _TEXT_EXAMPLE)


class Measurable(Item):
    direction: Direction | None = field("retning", "Retning", "Om det skal stige eller falde.", "falder", default=None)
    targets: tuple[Target, ...] = field("måltal", "Måltal", "Tallene i målet, som data.", default=())


class Goal(Measurable):
    prefix = "maal"
    parts: tuple[Goal, ...] = field("delmål", "Delmål", "Mål, der hører under målet.", default=())


class Principle(Item):
    prefix = "princip"
    parts: tuple[Words, ...] = field(
        "underpunkter", "Underpunkter", "Sætninger, der hører under punktet.", "[Vi lytter., Vi svarer.]", default=()
    )


class Guideline(Item):
    prefix = "retningslinje"


class Criterion(Measurable):
    prefix = "succes"


class ServiceTarget(Measurable):
    prefix = "servicemaal"


class Initiative(Item):
    prefix = "initiativ"
    when: Words | None = field(
        "hvornår", "Hvornår", _WHEN, "1. kvartal 2013", default=None
    )
    responsible: Words | None = field(
        "ansvarlig", "Ansvarlig", "Hvem der har ansvaret: en afdeling eller et udvalg.", "Borgerservice", default=None
    )
    cost: Words | None = field(
        "økonomi", "Økonomi", "Hvad det koster, som dokumentet skriver det.", "250.000 kr. i 2026", default=None
    )


class Section(Addressed):
    """A section of prose under the document's own heading, or under one that the editors gave it."""

    prefix = "afsnit"

    heading: Words | None = field("overskrift", "Overskrift", _HEADING, "Forord", default=None)
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
    text: Text = field("tekst", "Tekst", _TEXT, _TEXT_EXAMPLE, default=())
    sections: tuple[Section, ...] = field("afsnit", "Underafsnit", "Afsnit under dette afsnit.", default=())


class Chapter(Part):
    """What every chapter of the page may hold: the document's heading, text and sections."""

    heading: Words | None = field("overskrift", "Overskrift", _HEADING, "MÅL", default=None)
    text: Text = field("tekst", "Tekst", _TEXT, _TEXT_EXAMPLE, default=())
    sections: tuple[Section, ...] = field("afsnit", "Underafsnit", "Afsnit under kapitlet.", default=())


# --- The chapters of the page


class Statement(Addressed):
    """A vision."""

    prefix = "vision"

    heading: Words | None = field("overskrift", "Overskrift", _HEADING, "Vision 2018", default=None)
    labelled: YesNo = field("kaldes_vision", "Kaldes vision", "Om dokumentet selv kalder teksten en vision.", "ja")
    year: Year | None = field("år", "År", "Visionens år, hvis den har et.", "2018", default=None)
    text: Text = field("tekst", "Tekst", _TEXT, _TEXT_EXAMPLE)


class GoalGroup(Part):
    level: GoalLevel = field("niveau", "Niveau", "Hvad målene gælder for.", "overordnet")
    heading: Words | None = field("overskrift", "Overskrift", _HEADING, "MÅL", default=None)
    text: Text = field(
        "tekst", "Indledning", "Det, dokumentet skriver før målene.", "Kommunen har disse mål:", default=()
    )
    goals: tuple[Goal, ...] = field("mål", "Mål", "Målene, i dokumentets rækkefølge.")
    closing: Text = field("afslutning", "Afslutning", "Det, dokumentet skriver efter målene.", default=())


class PrincipleGroup(Part):
    heading: Words | None = field("overskrift", "Overskrift", _HEADING, "PRINCIPPER", default=None)
    text: Text = field(
        "tekst",
        "Indledning",
        "Det, dokumentet skriver før principperne.",
        "Vi arbejder efter disse principper:",
        default=(),
    )
    principles: tuple[Principle, ...] = field("principper", "Principper", "Principperne, i dokumentets rækkefølge.")
    closing: Text = field(
        "afslutning",
        "Afslutning",
        "Det, dokumentet skriver efter principperne.",
        "Principperne gælder for alle afdelinger.",
        default=(),
    )


class EnquiryType(Addressed):
    prefix = "henvendelse"

    name: Words = field("navn", "Navn", _NAME, "Informationshenvendelser")
    text: Text = field("tekst", "Tekst", "Dokumentets forklaring af typen.", "Borgeren vil have noget at vide.")


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
        "Hvilke henvendelser rækkefølgen gælder for.",
        "alle henvendelser",
        default=None,
    )
    text: Text = field(
        "tekst",
        "Indledning",
        "Det, dokumentet skriver før rækkefølgen.",
        "Vi prioriterer kanalerne i denne rækkefølge:",
        default=(),
    )
    ranks: tuple[Rank, ...] = field("pladser", "Pladser", "Kanalerne, i dokumentets rækkefølge.")


class Guidelines(Part):
    heading: Words | None = field("overskrift", "Overskrift", _HEADING, "Sådan bruger vi telefonen", default=None)
    text: Text = field(
        "tekst", "Indledning", "Det, dokumentet skriver før retningslinjerne.", "Når du ringer til os:", default=()
    )
    items: tuple[Guideline, ...] = field("punkter", "Punkter", _ITEMS)


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

    number: Words | None = field("nummer", "Nummer", _NUMBER, "1.", default=None)
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
    text: Text = field("tekst", "Tekst", _TEXT, _TEXT_EXAMPLE, default=())
    purpose: Text = field(
        "formål",
        "Formål",
        "Hvad kanalen er til, når dokumentet har det for sig.",
        "Telefonen er til svære spørgsmål.",
        default=(),
    )
    guidelines: Guidelines | None = field("retningslinjer", "Retningslinjer", "Kanalens retningslinjer.", default=None)
    exceptions: Text = field(
        "undtagelser",
        "Undtagelser",
        "Undtagelser, når dokumentet har dem for sig.",
        "Akutte henvendelser kan altid ske personligt.",
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
    channels: tuple[Channel, ...] = field("underkanaler", "Underkanaler", "Kanaler under denne kanal.", default=())


class Channels(Chapter):
    enquiry_types: tuple[EnquiryType, ...] = field(
        "henvendelsestyper", "Henvendelsestyper", "De typer henvendelser, dokumentet skelner mellem.", default=()
    )
    reasons: Text = field(
        "begrundelse",
        "Begrundelse",
        "Det, dokumentet skriver mellem typerne og rækkefølgen.",
        "Enkle henvendelser skal klares digitalt.",
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

    name: Words = field("navn", "Navn", _NAME, "Byens bibliotek")
    whom: Words | None = field("for", "For", "Hvem der kan få hjælp her.", "Borgere over 65 år", default=None)
    helper: Words | None = field(
        "hvem", "Hvem hjælper", "Hvem der hjælper: ansatte eller en forening.", "Frivillige fra Ældre Sagen", default=None
    )
    text: Text = field("tekst", "Tekst", _TEXT, _TEXT_EXAMPLE, default=())
    telephone: Telephone | None = _telephone()
    mail: Mail | None = _mail()
    address: Words | None = _address()
    web: WebAddress | None = _web()
    opening_hours: tuple[OpeningHours, ...] = _opening_hours()
    closed: tuple[Words, ...] = _closed()
    appointment: Words | None = _appointment()


class Help(Chapter):
    places: tuple[HelpPlace, ...] = field("steder", "Steder", "De steder, man kan få hjælp.", default=())


class Criteria(Chapter):
    items: tuple[Criterion, ...] = field(
        "punkter", "Punkter", _ITEMS, default=()
    )


class ServiceTargetGroup(Part):
    heading: Words | None = field("overskrift", "Overskrift", _HEADING, "Telefon", default=None)
    text: Text = field("tekst", "Indledning", _TEXT, _TEXT_EXAMPLE, default=())
    items: tuple[ServiceTarget, ...] = field("punkter", "Punkter", _ITEMS)


class ServiceTargets(Chapter):
    items: tuple[ServiceTarget, ...] = field(
        "punkter", "Punkter", _ITEMS, default=()
    )
    groups: tuple[ServiceTargetGroup, ...] = field(
        "grupper", "Grupper", "Servicemål under hver sin overskrift.", default=()
    )


class InitiativeGroup(Part):
    heading: Words | None = field("overskrift", "Overskrift", _HEADING, "Vi svarer hurtigt", default=None)
    text: Text = field("tekst", "Indledning", _TEXT, _TEXT_EXAMPLE, default=())
    items: tuple[Initiative, ...] = field("punkter", "Punkter", _ITEMS)


class Initiatives(Chapter):
    groups: tuple[InitiativeGroup, ...] = field(
        "grupper", "Grupper", "Indsatserne under deres overskrifter.", default=()
    )


class TaskList(Addressed):
    prefix = "opgaver"

    heading: Words = field("overskrift", "Overskrift", "Hvor opgaverne ligger, ordret.", "Til bibliotekerne:")
    tasks: tuple[Words, ...] = field("opgaver", "Opgaver", "Opgaverne, i dokumentets rækkefølge.", "[pas, kørekort]")


class Organisation(Chapter):
    task_lists_text: Text = field(
        "opgaver_tekst",
        "Før opgaverne",
        "Det, dokumentet skriver før opgavelisterne.",
        "Opgaverne er fordelt sådan:",
        default=(),
    )
    task_lists: tuple[TaskList, ...] = field("opgaver", "Opgaver", "Hvem der gør hvad, sted for sted.", default=())


class BudgetLine(Addressed):
    prefix = "budget"

    name: Words = field("navn", "Navn", _NAME, "Borgerservice")
    amount: Quantity = field("beløb", "Beløb", "Tal og enhed. Komma foran decimaler.", "1,2 mio. kr.")
    when: Words | None = field("hvornår", "Hvornår", _WHEN, "2026", default=None)
    note: Words | None = field("note", "Note", "Det, dokumentet siger om beløbet.", "Heraf 200.000 kr. til kurser", default=None)


class Economy(Chapter):
    lines: tuple[BudgetLine, ...] = field("poster", "Poster", "Beløbene, i dokumentets rækkefølge.", default=())


class FollowUp(Chapter):
    interval_years: Whole | None = field(
        "interval_år", "Interval i år", "Hvor tit strategien evalueres.", "4", default=None
    )
    interval_months: Whole | None = field(
        "interval_måneder",
        "Interval i måneder",
        "Hvor tit, når det ikke går op i hele år.",
        "6",
        default=None,
    )
    years: tuple[Year, ...] = field("år", "År", "De år, dokumentet nævner.", "[2013, 2015]", default=())
    informed: Words | None = field(
        "orienteres", "Orienteres", "Hvem der får resultatet, med dokumentets ord.", "Kommunalbestyrelsen", default=None
    )


class Audience(Addressed):
    prefix = "maalgruppe"

    number: Words | None = field("nummer", "Nummer", _NUMBER, "1)", default=None)
    name: Words = field("navn", "Navn", _NAME, "Digitalt parate borgere")
    text: Text = field("tekst", "Tekst", "Dokumentets forklaring af målgruppen.", _TEXT_EXAMPLE, default=())


class Audiences(Chapter):
    groups: tuple[Audience, ...] = field("grupper", "Grupper", "Målgrupperne, i dokumentets rækkefølge.", default=())
    closing: Text = field(
        "afslutning", "Afslutning", "Det, dokumentet skriver efter grupperne.", "Grupperne kan overlappe.", default=()
    )


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

    name: Words = field("navn", "Navn", _NAME, "implementeringsplan")
    passage: Words = field("sted", "Sted", "Adressen på det sted, der nævner det.", "organisering")
    available: YesNo = field("findes", "Findes", "Om vi har bilaget.", "nej", default=False)
    address: WebAddress | None = field(
        "adresse", "Adresse", "Hvor bilaget kan findes.", "https://www.kommune.dk/handleplan", default=None
    )


# --- Definitions


class Footnote(Addressed):
    prefix = "fodnote"

    mark: Words = field("mærke", "Mærke", "Fodnotens mærke, som det står. I teksten skrives [^id].", "1")
    text: Text = field("tekst", "Tekst", "Fodnotens tekst, ordret.", "Kilde: Danmarks Statistik.")


class Step(Part):
    name: Words = field("trin", "Trin", "Trinnets navn, ordret.", "Selvbetjeningsniveau 0")
    meaning: Words = field("betydning", "Betydning", "Hvad trinnet betyder, ordret.", "flad blanket")


class Scale(Addressed):
    prefix = "skala"

    name: Words = field("navn", "Navn", _NAME, "Selvbetjeningsniveau")
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


# --- What the editors add: where to look, and what is missing


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


class Edition(Part):
    """One edition of one municipality's strategy: the file `strategier/<kommune>/<udgave>.yml`."""

    municipality: Words = field("kommune", "Kommune", "Kommunens navn.", "Hillerød Kommune")
    municipality_code: MunicipalityCode | None = field(
        "kommunekode", "Kommunekode", "De tre cifre.", "219", default=None
    )
    document: Document = field("dokument", "Dokumentet", "Hvad det er for et dokument.")
    summary: Summary | None = field("kort_fortalt", "Kort fortalt", "Et resumé i klart sprog.", default=None)
    help: Help | None = field("hjælp", "Hjælp", "Hjælp til dem, der ikke kan være digitale.", default=None)
    vision: tuple[Statement, ...] = field("vision", "Vision", "En eller flere visioner.", default=())
    goals: tuple[GoalGroup, ...] = field("mål", "Mål", "Målene, samlet som dokumentet samler dem.", default=())
    principles: tuple[PrincipleGroup, ...] = field(
        "principper", "Principper", "Principper eller pejlemærker.", default=()
    )
    channels: Channels | None = field("kanaler", "Kanaler", "Kanalerne og deres rækkefølge.", default=None)
    criteria: Criteria | None = field(
        "succeskriterier", "Succeskriterier", "Hvordan man ser, at det lykkes.", default=None
    )
    service_targets: ServiceTargets | None = field("servicemål", "Servicemål", "Mål for service.", default=None)
    initiatives: Initiatives | None = field("indsatser", "Indsatser", "Hvad kommunen vil gøre.", default=None)
    organisation: Organisation | None = field("organisering", "Organisering", "Hvem der gør hvad.", default=None)
    economy: Economy | None = field("økonomi", "Økonomi", "Hvad det koster, og hvem der betaler.", default=None)
    follow_up: FollowUp | None = field("opfølgning", "Opfølgning", "Evaluering, og hvem der får besked.", default=None)
    audiences: Audiences | None = field("målgrupper", "Målgrupper", "Hvem strategien er for.", default=None)
    scope: Chapter | None = field("afgrænsning", "Afgrænsning", "Hvad strategien ikke gælder for.", default=None)
    frame: Chapter | None = field("ramme", "Ramme", "Love og nationale krav. De er ikke kommunens egne.", default=None)
    sections: tuple[Section, ...] = field(
        "afsnit", "Afsnit", "Forord, baggrund og anden tekst, i dokumentets rækkefølge.", default=()
    )
    measurements: tuple[Measurement, ...] = field(
        "målinger", "Målinger", "Undersøgelser, dokumentet fortæller om.", default=()
    )
    scales: tuple[Scale, ...] = field("skalaer", "Skalaer", "Skalaer, dokumentet fastlægger.", default=())
    terms: tuple[Term, ...] = field("begreber", "Begreber", "Ord, dokumentet selv forklarer.", default=())
    annexes: tuple[Annex, ...] = field("bilag", "Bilag", "Bilag, dokumentet nævner.", default=())
    footnotes: tuple[Footnote, ...] = field("fodnoter", "Fodnoter", "Dokumentets fodnoter.", default=())
    excerpts: tuple[Excerpt, ...] = field(
        "uddrag", "Uddrag", "Dokumentets ord om et tema, til oversigter og sammenligning.", default=()
    )
    gaps: tuple[Gap, ...] = field("mangler", "Mangler", "Hvad der ikke står i dokumentet.", default=())
    notes: tuple[Note, ...] = field("noter", "Noter", "Redaktionens noter om hele udgaven.", default=())
