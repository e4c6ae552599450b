"""A hearing about an edition: how to respond, who did, and what the municipality answered."""

from __future__ import annotations

from kanalstrategi.diagnostics import Span
from kanalstrategi.strategy.fields import Day, Identifier, Mail, Part, Telephone, WebAddress, Words, field
from kanalstrategi.strategy.quote import Quotes
from kanalstrategi.strategy.sections import Addressed
from kanalstrategi.strategy.text import Text
from kanalstrategi.strategy.vocabulary import AnswerStatus, HearingStatus, RemarkKind


class Ways(Part):
    """Where a response is sent, a field for each way."""

    post: Words | None = field(
        "post", "Post", "Postadressen, med linjeskift som på et brev.", "Ærtebjerg Kommune, Torvet 1", default=None
    )
    telephone: Telephone | None = field(
        "telefon", "Telefon", "Nummeret, man kan ringe til.", "12 34 56 78", default=None
    )
    mail: Mail | None = field("e-mail", "E-mail", "Mailadressen.", "hoering@kommune.dk", default=None)
    pull_request: WebAddress | None = field(
        "pull_request",
        "Pull request",
        "Adressen, hvor man kan foreslå en ændring i selve teksten.",
        "https://www.kommune.dk/kanalstrategi",
        default=None,
    )


class Procedure(Part):
    """How the hearing is held, in the order that people ask."""

    title: Words = field("titel", "Titel", "Høringens titel.", "Høring om Kanalstrategi")
    about: Text = field(
        "om",
        "Hvad den handler om",
        "Hvad der er sendt i høring.",
        "Udkastet til kanalstrategi er sendt i høring.",
        default=(),
    )
    decided_by: Words | None = field(
        "afgøres_af", "Hvem afgør", "Hvem der beslutter.", "Kommunalbestyrelsen", default=None
    )
    how: Text = field(
        "sådan_svarer_du",
        "Sådan svarer du",
        "Hvordan man svarer, med ord.",
        "Skriv til kommunen med Digital Post, eller ring.",
        default=(),
    )
    ways: Ways | None = field(
        "svar_via", "Svar via", "Post, telefon, e-mail og pull request, hver for sig.", default=None
    )
    deadline: Day | None = field("frist", "Frist", "Sidste dag, skrevet år-måned-dag.", "2026-09-17", default=None)
    next: Text = field(
        "hvad_sker_der_nu",
        "Hvad sker der nu",
        "Hvad der sker efter fristen.",
        "Kommunalbestyrelsen behandler svarene.",
        default=(),
    )
    opened: Day | None = field(
        "åbnet", "Åbnet", "Dagen, høringen begyndte, skrevet år-måned-dag.", "2026-08-17", default=None
    )
    closed: Day | None = field(
        "lukket", "Lukket", "Dagen, høringen blev lukket. Udelad den, til det er sket.", "2026-09-18", default=None
    )
    decided: Day | None = field(
        "afgjort", "Afgjort", "Dagen, sagen blev afgjort. Udelad den, til det er sket.", "2026-10-29", default=None
    )
    stated: HearingStatus | None = field(
        "status", "Status", "Hvor langt høringen er, når ingen dato siger det.", "lukket", default=None
    )
    council: Words | None = field(
        "handicapråd",
        "Handicapråd",
        "Handicaprådet, som kommunen efter loven skal høre.",
        "Handicaprådet",
        default=None,
    )
    others: tuple[Words, ...] = field(
        "parter",
        "Andre parter",
        "De andre, der er hørt: råd, foreninger og myndigheder. Aldrig en privatpersons navn.",
        "[Ældrerådet]",
        default=(),
    )

    @property
    def status(self) -> HearingStatus:
        """As stated, or as the days say. A hearing with a beginning or a deadline is open until it is closed."""
        if self.stated:
            return self.stated
        if self.decided:
            return HearingStatus.DECIDED
        if self.closed:
            return HearingStatus.CLOSED
        return HearingStatus.OPEN if self.opened or self.deadline else HearingStatus.UNKNOWN

    @property
    def is_open(self) -> bool:
        return self.status is HearingStatus.OPEN

    @property
    def heard(self) -> tuple[str, ...]:
        """Everybody that was heard, the disability council first."""
        return (self.council, *self.others) if self.council else self.others

    def place_of(self, party: str) -> Span:
        """Where somebody that was heard is written."""
        return self.span_of("handicapråd" if party == self.council else "parter").of(party)


class Change(Part):
    """What a remark led to: a passage that was changed."""

    passage: Words = field("sted", "Sted", "Adressen på det sted, der er ændret.", "kanal-telefon")
    edition: Identifier | None = field(
        "udgave", "Udgave", "Udgaven, stedet står i, hvis det er en anden end høringens.", "2025-2028", default=None
    )
    what: Words | None = field(
        "hvad",
        "Hvad",
        "Hvad der er ændret, med få ord.",
        "Biblioteket står nu som det sted, der hjælper.",
        default=None,
    )


class Answer(Part):
    """The municipality's answer to a remark."""

    status: AnswerStatus = field("status", "Status", "Hvordan kommunen svarer.", "imødekommet")
    reason: Text = field("begrundelse", "Begrundelse", "Hvorfor.", "Biblioteket hjælper også dig, der kommer alene.")
    day: Day | None = field("dato", "Dato", "Dagen, skrevet år-måned-dag.", "2026-09-17", default=None)
    changes: tuple[Change, ...] = field(
        "ændringer", "Ændringer", "De steder i strategien, der er ændret på grund af bemærkningen.", default=()
    )


class Remark(Addressed):
    """One remark of a response. Without an answer it is openly unanswered."""

    prefix = "bemaerkning"

    kinds: tuple[RemarkKind, ...] = field("slags", "Slags", "Hvad bemærkningen er.", "[spørgsmål, ønske]")
    text: Text = field("tekst", "Tekst", "Bemærkningen, ordret.", "Hvad gør man, hvis man ikke har en pårørende?")
    passage: Words | None = field(
        "sted",
        "Sted",
        "Adressen på det sted, bemærkningen handler om, hvis det er et andet end punktets.",
        "hjaelp",
        default=None,
    )
    quotes: Quotes = field(
        "citater",
        "Citater",
        "De ord, netop denne bemærkning gengiver af strategien.",
        "[Du kan tage en pårørende med.]",
        default=(),
    )
    answer: Answer | None = field("svar", "Svar", "Kommunens svar. Udelad det, til der er svaret.", default=None)


class Point(Addressed):
    """A point of a response: a place in the strategy, what is quoted of it, and the remarks."""

    prefix = "punkt"

    chapter: Words | None = field(
        "kapitel", "Kapitel", "Kapiteloverskriften, hvis et nyt kapitel begynder her.", "KANALER", default=None
    )
    heading: Words | None = field(
        "overskrift", "Overskrift", "Punktets overskrift, ordret.", "Hjælp til dig", default=None
    )
    passage: Words | None = field(
        "sted", "Sted", "Adressen på det sted i strategien, punktet handler om.", "hjaelp", default=None
    )
    quotes: Quotes = field(
        "citater",
        "Citater",
        "De ord i strategien, svaret gengiver. Kan også skrives med det, der stod før og efter.",
        "[Du kan tage en pårørende med.]",
        default=(),
    )
    remarks: tuple[Remark, ...] = field(
        "bemærkninger", "Bemærkninger", "Bemærkningerne, i svarets rækkefølge.", default=()
    )


class Response(Addressed):
    """One party's response."""

    prefix = "svar"

    party: Words = field("fra", "Fra", "Hvem svaret er fra. Aldrig en privatpersons navn.", "Handicaprådet")
    title: Words | None = field(
        "titel", "Titel", "Svarets egen titel, ordret.", "Høringssvar fra Handicaprådet", default=None
    )
    received: Day | None = field("modtaget", "Modtaget", "Dagen, skrevet år-måned-dag.", "2026-09-17", default=None)
    source: Words | None = field("kilde", "Kilde", "Hvad vi har af svaret.", "Afskrift", default=None)
    general: tuple[Remark, ...] = field(
        "generelle_bemærkninger", "Generelle bemærkninger", "Bemærkninger til det hele.", default=()
    )
    text: Text = field(
        "tekst", "Tekst", "Anden tekst før punkterne, ordret.", "Rådet takker for materialet.", default=()
    )
    points: tuple[Point, ...] = field("punkter", "Punkter", "Svarets punkter, i rækkefølge.", default=())

    @property
    def remarks(self) -> tuple[Remark, ...]:
        """Every remark, the general ones first."""
        return self.general + tuple(remark for point in self.points for remark in point.remarks)

    @property
    def answered(self) -> int:
        return sum(remark.answer is not None for remark in self.remarks)


class Hearing(Part):
    """A hearing about one edition: the file `strategier/<kommune>/<udgave>.hoering.yml`."""

    procedure: Procedure = field("høring", "Høringen", "Hvordan høringen foregår.")
    responses: tuple[Response, ...] = field("svar", "Høringssvar", "Svarene, ét for hver part.", default=())

    @property
    def remarks(self) -> tuple[Remark, ...]:
        return tuple(remark for response in self.responses for remark in response.remarks)

    @property
    def answered(self) -> int:
        return sum(remark.answer is not None for remark in self.remarks)
