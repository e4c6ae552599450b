"""What every reader makes of a document: blocks in the order they stand, and what could not come along."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace


@dataclass(frozen=True, slots=True)
class Where:
    """A place in the document: the number of a page or a line, or the heading it stands under."""

    unit: str
    number: int = 0
    heading: str = ""


NOWHERE = Where("")


@dataclass(frozen=True, slots=True)
class Run:
    """Characters of one look. A mark of a footnote is a run without text."""

    text: str
    bold: bool = False
    italic: bool = False
    link: str = ""
    footnote: str = ""


Words = tuple[Run, ...]


def plain(words: Words) -> str:
    """The words alone, on one line."""
    return " ".join("".join(run.text for run in words).split())


@dataclass(frozen=True)
class Doubt:
    """What a reader could not be sure of: a sentence of the catalogue, `intake.doubt.<kind>`, and its values."""

    kind: str
    values: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True)
class Paragraph:
    """Words that stand by themselves. `size` is that of the letters, where the document says it."""

    words: Words
    where: Where = NOWHERE
    doubts: tuple[Doubt, ...] = ()
    size: float = 0.0
    is_caption: bool = False
    is_title: bool = False
    alone: bool = False
    """Whether it is set apart from what stands around it, as a heading is."""

    is_cell: bool = False
    """Whether it stands in the first row of a table, where it names a column and no part of the text."""

    @property
    def text(self) -> str:
        return plain(self.words)


@dataclass(frozen=True)
class Heading:
    level: int
    words: Words
    where: Where = NOWHERE
    doubts: tuple[Doubt, ...] = ()
    is_title: bool = False
    guessed: bool = False

    @property
    def text(self) -> str:
        return plain(self.words)


@dataclass(frozen=True)
class Item:
    """An item of a list; `mark` is its number or letter with its signs, empty where it has only a dot."""

    mark: str
    blocks: tuple[Paragraph | Listing, ...]


@dataclass(frozen=True)
class Listing:
    items: tuple[Item, ...]
    where: Where = NOWHERE
    doubts: tuple[Doubt, ...] = ()


@dataclass(frozen=True)
class Grid:
    """A table of short cells; `head` says whether its first row names the columns."""

    rows: tuple[tuple[Words, ...], ...]
    head: bool
    where: Where = NOWHERE
    doubts: tuple[Doubt, ...] = ()
    title: Words = ()


@dataclass(frozen=True)
class Picture:
    """A picture, of which only its words come along: the text written for those who cannot see it, and those drawn in it."""

    words: Words = ()
    where: Where = NOWHERE
    title: Words = ()
    doubts: tuple[Doubt, ...] = ()
    lines: tuple[Words, ...] = ()


Block = Paragraph | Heading | Listing | Grid | Picture


@dataclass(frozen=True)
class Footnote:
    key: str
    mark: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True)
class LeftOut:
    """Words that stand in the file but not in the running text: `intake.left_out.<kind>`."""

    kind: str
    text: str
    where: Where = NOWHERE


@dataclass(frozen=True)
class Reading:
    """A whole document, read."""

    blocks: tuple[Block, ...]
    footnotes: tuple[Footnote, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    """Doubts about the document as a whole."""


@dataclass(frozen=True)
class Refusal:
    """Why a file cannot be imported: `intake.refused.<kind>`."""

    kind: str
    values: Mapping[str, object] = field(default_factory=dict)


def doubted(block: Block, *doubts: Doubt) -> Block:
    return replace(block, doubts=(*block.doubts, *doubts))


def words_in(block: Block) -> Iterator[Words]:
    """All the words of a block, in the order of a reader; the marks of numbered items among them."""
    match block:
        case Paragraph() | Heading():
            yield block.words
        case Listing():
            for item in block.items:
                yield (Run(item.mark),)
                for inner in item.blocks:
                    yield from words_in(inner)
        case Grid():
            yield block.title
            for row in block.rows:
                yield from row
        case Picture():
            yield block.title
            yield block.words
            yield from block.lines
