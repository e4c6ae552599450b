"""The document itself: what it is called, who adopted it, when it applies and where it comes from, and its summary."""

from __future__ import annotations

from kanalstrategi.strategy.fields import Day, KleNumber, Part, WebAddress, Words, Year, field
from kanalstrategi.strategy.sections import HEADING, WHEN
from kanalstrategi.strategy.text import Text
from kanalstrategi.strategy.vocabulary import Author, Coverage, Kind, Status


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
    when: Words = field("hvornår", "Hvornår", WHEN, "2015")
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
        "Undertitlen og andre navne, dokumentet bruger om sig selv.",
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
    revisions_heading: Words | None = field(
        "revisioner_overskrift", "Overskrift over revisionerne", HEADING, "Versionshistorik", default=None
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

    @property
    def is_draft(self) -> bool:
        """Whether it says that nobody has adopted it yet."""
        return self.status in (Status.DRAFT, Status.IN_HEARING)


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
