"""A hearing about an edition: how to respond, who did, and what the municipality answered."""

from __future__ import annotations

from kanalstrategi.strategy.edition import Addressed
from kanalstrategi.strategy.fields import Day, Part, Words, field
from kanalstrategi.strategy.text import Text
from kanalstrategi.strategy.vocabulary import AnswerStatus, RemarkKind


class Procedure(Part):
    """How the hearing is held, in the order that people ask."""

    title: Words = field("titel", "Titel", "Høringens titel.", "Høring om Kanalstrategi")
    about: Text = field("om", "Hvad den handler om", "Hvad der er sendt i høring.", default=())
    decided_by: Words | None = field(
        "afgøres_af", "Hvem afgør", "Hvem der beslutter.", "Kommunalbestyrelsen", default=None
    )
    how: Text = field("sådan_svarer_du", "Sådan svarer du", "Post, telefon, e-mail.", default=())
    deadline: Day | None = field("frist", "Frist", "Sidste dag, skrevet år-måned-dag.", "2026-09-17", default=None)
    next: Text = field("hvad_sker_der_nu", "Hvad sker der nu", "Hvad der sker efter fristen.", default=())


class Answer(Part):
    """The municipality's answer to a remark."""

    status: AnswerStatus = field("status", "Status", "Hvordan kommunen svarer.", "imødekommet")
    reason: Text = field("begrundelse", "Begrundelse", "Hvorfor.")
    day: Day | None = field("dato", "Dato", "Dagen, skrevet år-måned-dag.", default=None)


class Remark(Addressed):
    """One remark of a response. Without an answer it is openly unanswered."""

    prefix = "bemaerkning"

    kinds: tuple[RemarkKind, ...] = field("slags", "Slags", "Hvad bemærkningen er.", "[spørgsmål, ønske]")
    text: Text = field("tekst", "Tekst", "Bemærkningen, ordret.")
    answer: Answer | None = field("svar", "Svar", "Kommunens svar. Udelad det, til der er svaret.", default=None)


class Point(Addressed):
    """A point of a response: a place in the strategy, what is quoted of it, and the remarks."""

    prefix = "punkt"

    chapter: Words | None = field(
        "kapitel", "Kapitel", "Kapiteloverskriften, hvis et nyt kapitel begynder her.", default=None
    )
    heading: Words | None = field("overskrift", "Overskrift", "Punktets overskrift, ordret.", default=None)
    passage: Words | None = field(
        "sted", "Sted", "Adressen på det sted i strategien, punktet handler om.", default=None
    )
    quotes: tuple[Words, ...] = field("citater", "Citater", "De ord i strategien, svaret gengiver.", default=())
    remarks: tuple[Remark, ...] = field(
        "bemærkninger", "Bemærkninger", "Bemærkningerne, i svarets rækkefølge.", default=()
    )


class Response(Addressed):
    """One party's response."""

    prefix = "svar"

    party: Words = field("fra", "Fra", "Hvem svaret er fra. Aldrig en privatpersons navn.", "Handicaprådet")
    title: Words | None = field("titel", "Titel", "Svarets egen titel, ordret.", default=None)
    received: Day | None = field("modtaget", "Modtaget", "Dagen, skrevet år-måned-dag.", default=None)
    source: Words | None = field("kilde", "Kilde", "Hvad vi har af svaret.", "Afskrift", default=None)
    general: tuple[Remark, ...] = field(
        "generelle_bemærkninger", "Generelle bemærkninger", "Bemærkninger til det hele.", default=()
    )
    text: Text = field("tekst", "Tekst", "Anden tekst før punkterne, ordret.", default=())
    points: tuple[Point, ...] = field("punkter", "Punkter", "Svarets punkter, i rækkefølge.", default=())

    @property
    def remarks(self) -> tuple[Remark, ...]:
        """Every remark, the general ones first."""
        return self.general + tuple(remark for point in self.points for remark in point.remarks)


class Hearing(Part):
    """A hearing about one edition: the file `strategier/<kommune>/<udgave>.hoering.yml`."""

    procedure: Procedure = field("høring", "Høringen", "Hvordan høringen foregår.")
    responses: tuple[Response, ...] = field("svar", "Høringssvar", "Svarene, ét for hver part.", default=())

    @property
    def remarks(self) -> tuple[Remark, ...]:
        return tuple(remark for response in self.responses for remark in response.remarks)
