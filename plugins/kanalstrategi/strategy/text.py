"""Running text: paragraphs of safe Markdown, with tables and figures as data between them."""

from __future__ import annotations

from typing import Annotated, Any, ClassVar

from pydantic import BeforeValidator, StringConstraints

from kanalstrategi.strategy.fields import Held, Identifier, Part, Words, YesNo, field
from kanalstrategi.strategy.vocabulary import NoteKind

PROSE = "\0prose"
"""The key of a block that an author writes as plain text instead of as keys and values."""


Cell = Annotated[str, StringConstraints(strip_whitespace=True), Held]
"""What stands in a cell. It may be empty in the document, which is not the same as lost."""


class Row(Part):
    """A row of a table."""

    label: Cell | None = field(
        "navn",
        "Rækkens navn",
        'Teksten i rækkens første celle. Skriv ~ hvis den er gået tabt, og "" hvis cellen er tom.',
        "Borgerservice",
    )
    cells: tuple[Cell | None, ...] = field(
        "celler",
        "Celler",
        'Rækkens øvrige celler, ordret. Skriv ~ for en celle, der er gået tabt, og "" for en tom.',
        '["14%"]',
    )
    total: YesNo = field("sum", "Sum", "Skriv ja, hvis rækken lægger de andre sammen.", "ja", default=False)


class Table(Part):
    """A table of data. Every row has one cell fewer than there are columns: its label is the first."""

    id: Identifier = field("id", "Id", "Tabellens faste adresse på siden: små bogstaver, tal og bindestreg.", "svar")
    title: Words | None = field(
        "titel", "Titel", "Dokumentets egen titel på tabellen.", "Henvendelser fordelt på kanal", default=None
    )
    editors_title: Words | None = field(
        "redaktionens_titel",
        "Redaktionens titel",
        "En kort titel, når dokumentet ikke giver tabellen en. Vises som redaktionens.",
        "Svar på panelets spørgsmål",
        default=None,
    )
    columns: tuple[Cell | None, ...] = field(
        "kolonner",
        "Kolonner",
        'Kolonnernes overskrifter, fra venstre. Skriv ~ når dokumentet ingen har, og "" for en tom celle.',
        "[Kanal, Antal]",
    )
    rows: tuple[Row, ...] = field("rækker", "Rækker", "Rækkerne, ovenfra.")
    unit: Words | None = field("enhed", "Enhed", "Hvad tallene tæller, når dokumentet siger det.", "Pct", default=None)
    note: Words | None = field(
        "note", "Note", "Dokumentets egen note til tabellen.", "Tallene er fra 2008.", default=None
    )


class Figure(Part):
    """A figure whose picture is not in the library, with the words of it that are known."""

    id: Identifier = field("id", "Id", "Figurens faste adresse på siden.", "figur-2")
    title: Words | None = field(
        "titel", "Titel", "Figurens billedtekst, ordret.", "Figur 2: Henvendelser pr. kanal", default=None
    )
    missing: Words = field(
        "mangler", "Hvad mangler", "Hvad der ikke er med, sagt af redaktionen.", "Billedet er ikke med."
    )
    shows: Words | None = field(
        "viser", "Hvad den viser", "Hvad figuren viser, sagt med ord.", "Opkaldene falder hvert år.", default=None
    )
    lines: tuple[Annotated[tuple[Words, ...], BeforeValidator(lambda value: _row(value))], ...] = field(
        "linjer",
        "Ord i figuren",
        "De ord og tal, der er tilbage af figuren, i rækkefølge: en linje, eller en liste af ord på samme linje.",
        "[Telefon, Brev]",
        default=(),
    )


class Note(Part):
    """A note of the editors', told apart from the words of the document."""

    kind: NoteKind = field("slags", "Slags", "Hvorfor noten står her.", "tabt")
    text: Words = field("tekst", "Tekst", "Hvad redaktionen vil sige.", "Årstallet mangler i kilden.")


class Block(Part):
    """One piece of running text: prose, or one of a table, a figure and a note of the editors'."""

    text_key: ClassVar[str | None] = PROSE

    prose: Words | None = field(PROSE, "Tekst", "Afsnit og lister, ordret.", default=None)
    table: Table | None = field("tabel", "Tabel", "En tabel med data.", default=None)
    figure: Figure | None = field("figur", "Figur", "En figur.", default=None)
    note: Note | None = field("note", "Note", "En note fra redaktionen.", default=None)


def _row(value: Any) -> Any:
    return (value,) if isinstance(value, str) else value


def _block(value: Any) -> Any:
    return {PROSE: value} if isinstance(value, str) else value


def _blocks(value: Any) -> Any:
    return [_block(value)] if isinstance(value, str) else value


Text = Annotated[
    tuple[Annotated[Block, BeforeValidator(_block)], ...],
    BeforeValidator(_blocks),
]
"""Running text. An author writes it as one text, or as a list of texts, tables, figures and notes."""
