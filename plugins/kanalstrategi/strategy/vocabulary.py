"""The fixed sets of words that a field may hold. The values are what authors write.

What each word means stands in the catalogue, as `<set>.<word>`, because pages show it too.
"""

from __future__ import annotations

from enum import Enum


class Kind(Enum):
    """What the document calls itself."""

    CHANNEL_STRATEGY = "kanalstrategi"
    CHANNEL_AND_SERVICE_STRATEGY = "kanal-og-servicestrategi"
    ENQUIRY_STRATEGY = "henvendelsesstrategi"
    SERVICE_STRATEGY = "servicestrategi"
    REPORT = "rapport"
    OTHER = "andet"


class Status(Enum):
    """How far the document has come."""

    DRAFT = "udkast"
    IN_HEARING = "i-høring"
    ADOPTED = "vedtaget"
    REPLACED = "erstattet"
    UNKNOWN = "ukendt"


class Coverage(Enum):
    """How much of the document is known."""

    WHOLE = "hele"
    PAGES = "til-side"
    QUOTED = "kun-citeret"


class Absence(Enum):
    """The three ways in which a document can be silent."""

    NOT_STATED = "ikke-angivet"
    PARTLY = "kun-delvist"
    NOT_AVAILABLE = "ikke-i-den-foreliggende-del"


class Theme(Enum):
    """What is compared across municipalities, in the order of the comparison."""

    DOCUMENT = "dokument"
    PERIOD = "periode"
    ADOPTION = "vedtagelse"
    VISION = "vision"
    GOALS = "mål"
    RANKING = "rækkefølge"
    RANKED_CHANNELS = "antal-kanaler"
    TARGETS = "måltal"
    PRINCIPLES = "principper"
    CRITERIA = "succeskriterier"
    GUIDELINES = "retningslinjer"
    ENQUIRY_TYPES = "henvendelsestyper"
    AUDIENCES = "målgrupper"
    HELP = "hjælp"
    DISABILITY = "handicap"
    FOLLOW_UP = "opfølgning"
    MEASUREMENT = "måling"
    ORGANISATION = "organisering"
    COST = "omkostninger"
    TELEPHONE = "telefon"
    ATTENDANCE = "fremmøde"
    SCOPE = "afgrænsning"
    FRAME = "ramme"
    STAFF = "medarbejdere"

    @property
    def anchor(self) -> str:
        """The address of what an edition's page shows of it under a heading of its own."""
        return "tema-" + self.value.replace("ø", "oe").replace("å", "aa").replace("æ", "ae")


class CommonChannel(Enum):
    """The common vocabulary of channels, after KL's KOMHEN, in the order of the channel matrix."""

    WEB = "web"
    SELF_SERVICE = "selvbetjening"
    DIGITAL_POST = "digital-post"
    EMAIL = "e-mail"
    CHAT = "chat"
    SMS = "sms"
    PUSH = "push-medier"
    SOCIAL_MEDIA = "sociale-medier"
    INTRANET = "intranet"
    TELEPHONE = "telefon"
    VIDEO = "videomøde"
    LETTER = "brev"
    ATTENDANCE = "personligt-fremmøde"
    DEPARTMENT = "fagforvaltning"
    PRESS = "lokalpresse"
    OTHER = "andet"


class Role(Enum):
    """The role that the municipality gives a channel."""

    PRIMARY = "primær"
    SECONDARY = "sekundær"
    SUPPORT = "støttende"


class Comparator(Enum):
    """How a target compares; left out where the document does not say."""

    AT_LEAST = "mindst"
    AT_MOST = "højst"
    MORE_THAN = "over"
    LESS_THAN = "under"
    ABOUT = "cirka"
    ON_AVERAGE = "gennemsnitligt"


class Finality(Enum):
    FINAL = "endeligt"
    PROVISIONAL = "foreløbigt"


class Direction(Enum):
    RISING = "stiger"
    FALLING = "falder"


class GoalLevel(Enum):
    OVERALL = "overordnet"
    STRATEGIC = "strategisk"
    CHANNEL = "kanal"
    SERVICE = "service"


class Reader(Enum):
    """Whom a section is written for."""

    CITIZEN = "borger"
    EMPLOYEE = "medarbejder"
    POLITICIAN = "politiker"


class Author(Enum):
    """Who wrote a summary."""

    MUNICIPALITY = "kommunen"
    EDITORS = "redaktionen"


class NoteKind(Enum):
    """Why the editors wrote a note."""

    SIC = "sic"
    ORDER = "rækkefølge"
    LOST = "tabt"
    INFERENCE = "slutning"
    CHECK = "tjek"


class RemarkKind(Enum):
    QUESTION = "spørgsmål"
    WISH = "ønske"
    PROPOSAL = "forslag"
    OBJECTION = "indvending"
    COMMENT = "kommentar"


class HearingStatus(Enum):
    """How far a hearing has come."""

    OPEN = "åben"
    CLOSED = "lukket"
    DECIDED = "afgjort"
    UNKNOWN = "ukendt"


class AnswerStatus(Enum):
    MET = "imødekommet"
    PARTLY_MET = "delvist-imødekommet"
    NOT_MET = "ikke-imødekommet"
    ANSWERED = "besvaret"
