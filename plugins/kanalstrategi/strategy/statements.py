"""What a municipality says that it will do: visions, goals with their targets, principles, guidelines, criteria, initiatives."""

from __future__ import annotations

from kanalstrategi.strategy.fields import Part, Quantity, Words, Year, YesNo, field
from kanalstrategi.strategy.sections import HEADING, ITEMS, NUMBER, TEXT, TEXT_EXAMPLE, WHEN, Addressed, Chapter
from kanalstrategi.strategy.text import Text
from kanalstrategi.strategy.vocabulary import Comparator, Direction, Finality, GoalLevel


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

    number: Words | None = field("nummer", "Nummer", NUMBER, "1.", default=None)
    heading: Words | None = field("overskrift", "Overskrift", HEADING, "Vi svarer hurtigt", default=None)
    text: Text = field("tekst", "Tekst", TEXT, TEXT_EXAMPLE)


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
        "hvornår", "Hvornår", WHEN, "1. kvartal 2013", default=None
    )
    responsible: Words | None = field(
        "ansvarlig", "Ansvarlig", "Hvem der har ansvaret: en afdeling eller et udvalg.", "Borgerservice", default=None
    )
    cost: Words | None = field(
        "økonomi", "Økonomi", "Hvad det koster, som dokumentet skriver det.", "250.000 kr. i 2026", default=None
    )


class Statement(Addressed):
    """A vision."""

    prefix = "vision"

    heading: Words | None = field("overskrift", "Overskrift", HEADING, "Vision 2018", default=None)
    labelled: YesNo = field("kaldes_vision", "Kaldes vision", "Om dokumentet selv kalder teksten en vision.", "ja")
    year: Year | None = field("år", "År", "Visionens år, hvis den har et.", "2018", default=None)
    text: Text = field("tekst", "Tekst", TEXT, TEXT_EXAMPLE)


class GoalGroup(Part):
    level: GoalLevel = field("niveau", "Niveau", "Hvad målene gælder for.", "overordnet")
    heading: Words | None = field("overskrift", "Overskrift", HEADING, "MÅL", default=None)
    text: Text = field(
        "tekst", "Indledning", "Det, dokumentet skriver før målene.", "Kommunen har disse mål:", default=()
    )
    goals: tuple[Goal, ...] = field(
        "mål", "Mål", "Målene, i dokumentets rækkefølge. Står de kun i en tabel, så sæt tabellen i et måls tekst."
    )
    closing: Text = field("afslutning", "Afslutning", "Det, dokumentet skriver efter målene.", default=())


class PrincipleGroup(Part):
    heading: Words | None = field("overskrift", "Overskrift", HEADING, "PRINCIPPER", default=None)
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
        "De gælder for alle.",
        default=(),
    )


class Guidelines(Part):
    heading: Words | None = field("overskrift", "Overskrift", HEADING, "Sådan bruger vi telefonen", default=None)
    text: Text = field(
        "tekst", "Indledning", "Det, dokumentet skriver før retningslinjerne.", "Når du ringer til os:", default=()
    )
    items: tuple[Guideline, ...] = field("punkter", "Punkter", ITEMS)


class Criteria(Chapter):
    items: tuple[Criterion, ...] = field(
        "punkter", "Punkter", ITEMS, default=()
    )


class ServiceTargetGroup(Part):
    heading: Words | None = field("overskrift", "Overskrift", HEADING, "Telefon", default=None)
    text: Text = field("tekst", "Indledning", TEXT, TEXT_EXAMPLE, default=())
    items: tuple[ServiceTarget, ...] = field("punkter", "Punkter", ITEMS)


class ServiceTargets(Chapter):
    items: tuple[ServiceTarget, ...] = field(
        "punkter", "Punkter", ITEMS, default=()
    )
    groups: tuple[ServiceTargetGroup, ...] = field(
        "grupper", "Grupper", "Servicemål under hver sin overskrift.", default=()
    )


class InitiativeGroup(Part):
    heading: Words | None = field("overskrift", "Overskrift", HEADING, "Vi svarer hurtigt", default=None)
    text: Text = field("tekst", "Indledning", TEXT, TEXT_EXAMPLE, default=())
    items: tuple[Initiative, ...] = field("punkter", "Punkter", ITEMS)


class Initiatives(Chapter):
    groups: tuple[InitiativeGroup, ...] = field(
        "grupper", "Grupper", "Indsatserne under deres overskrifter.", default=()
    )
