"""An edition of a strategy: the whole of what its file can say, in the order of the published page.

A field is declared once, with key, title, meaning and example: here or in the modules of its parts. The reader, the
authors' guide and the pages all take them from there.
"""

from __future__ import annotations

from kanalstrategi.strategy.channels import Channels, Help
from kanalstrategi.strategy.definitions import Annex, Excerpt, Footnote, Gap, Measurement, Scale, Term
from kanalstrategi.strategy.document import Document, Summary
from kanalstrategi.strategy.fields import MunicipalityCode, Part, Quantity, Whole, Words, Year, field
from kanalstrategi.strategy.sections import HEADING, NAME, NUMBER, TEXT_EXAMPLE, WHEN, Addressed, Chapter, Section
from kanalstrategi.strategy.statements import (
    Criteria,
    GoalGroup,
    Initiatives,
    PrincipleGroup,
    ServiceTargets,
    Statement,
)
from kanalstrategi.strategy.text import Note, Text


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

    name: Words = field("navn", "Navn", NAME, "Borgerservice")
    amount: Quantity = field("beløb", "Beløb", "Tal og enhed. Komma foran decimaler.", "1,2 mio. kr.")
    when: Words | None = field("hvornår", "Hvornår", WHEN, "2026", default=None)
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

    number: Words | None = field("nummer", "Nummer", NUMBER, "1)", default=None)
    name: Words = field("navn", "Navn", NAME, "Digitalt parate borgere")
    text: Text = field("tekst", "Tekst", "Dokumentets forklaring af målgruppen.", TEXT_EXAMPLE, default=())


class Audiences(Chapter):
    groups: tuple[Audience, ...] = field("grupper", "Grupper", "Målgrupperne, i dokumentets rækkefølge.", default=())
    closing: Text = field(
        "afslutning", "Afslutning", "Det, dokumentet skriver efter grupperne.", "Grupperne kan overlappe.", default=()
    )


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
    terms_heading: Words | None = field(
        "begreber_overskrift", "Overskrift over begreberne", HEADING, "Ordforklaring", default=None
    )
    terms_text: Text = field(
        "begreber_tekst", "Før begreberne", "Det, dokumentet skriver før begreberne.", "Ordene betyder:", default=()
    )
    terms: tuple[Term, ...] = field("begreber", "Begreber", "Ord, dokumentet selv forklarer.", default=())
    annexes: tuple[Annex, ...] = field("bilag", "Bilag", "Bilag, dokumentet nævner.", default=())
    footnotes: tuple[Footnote, ...] = field("fodnoter", "Fodnoter", "Dokumentets fodnoter.", default=())
    excerpts: tuple[Excerpt, ...] = field(
        "uddrag", "Uddrag", "Dokumentets ord om et tema, til oversigter og sammenligning.", default=()
    )
    gaps: tuple[Gap, ...] = field("mangler", "Mangler", "Hvad der ikke står i dokumentet.", default=())
    notes: tuple[Note, ...] = field("noter", "Noter", "Redaktionens noter om hele udgaven.", default=())
