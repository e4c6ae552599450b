"""The kinds of change, as values; `wording` says them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import Any, NamedTuple

from kanalstrategi.strategy.statements import Target


class Significance(Enum):
    """Whether a change says something else, or says the same otherwise."""

    SUBSTANCE = "indhold"
    EDITORIAL = "redaktionelt"


class MarkKind(Enum):
    SAME = "ens"
    REMOVED = "fjernet"
    ADDED = "tilfoejet"


class Mark(NamedTuple):
    """A run of words that stands in both texts, or in only one of them."""

    kind: MarkKind
    text: str


class FieldName(str):
    """The title of a field as the model has it; `wording` says it in the reader's language."""

    __slots__ = ()


class FirstWords(str):
    """What a text without a name is called: its first words, which `wording` puts in quotation marks."""

    __slots__ = ()


class Where(NamedTuple):
    """The part that a change is about, as a reader knows it.

    `chapter` is the name of its chapter in the catalogue, `kind` the name of its class in small letters (empty for
    the document itself), `label` its title, `before` and `after` its address then and now, `fields` the names
    (`FieldName`) that lead from the part to what changed, or the document's words for what has none.
    """

    chapter: str
    kind: str = ""
    label: str = ""
    before: str | None = None
    after: str | None = None
    fields: tuple[str, ...] = ()


@dataclass(frozen=True)
class Change:
    where: Where
    significance: Significance


@dataclass(frozen=True)
class FieldChanged(Change):
    """A value is another one; `None` where there is none."""

    before: Any
    after: Any


@dataclass(frozen=True)
class TextChanged(Change):
    """Words of a text are others. Without marks only spaces, line breaks and the signs of lists are."""

    marks: tuple[Mark, ...]


@dataclass(frozen=True)
class TargetChanged(Change):
    """A target in numbers, new or gone where it has no `before` or `after`; `marks` are those of the text that says it.

    `has_more` where other words of that text have changed, too.
    """

    before: Target | None
    after: Target | None
    marks: tuple[Mark, ...] = ()
    has_more: bool = False


@dataclass(frozen=True)
class RankChanged(Change):
    """A channel has another place in a ranking."""

    name: str
    before: int
    after: int


@dataclass(frozen=True)
class Shift:
    """What follows from another change: a place or a number that counts on."""

    name: str
    before: str
    after: str


@dataclass(frozen=True)
class Added(Change):
    """`part` is a model's value or a text, `place` a channel's place in a ranking, `shifts` what counts on after it."""

    part: Any
    shifts: tuple[Shift, ...] = ()
    place: int | None = None


@dataclass(frozen=True)
class Removed(Change):
    part: Any
    shifts: tuple[Shift, ...] = ()
    place: int | None = None


@dataclass(frozen=True)
class Merged(Change):
    """A passage is no more, and its words stand in another; `marks` are those of its words that are gone."""

    into: str
    marks: tuple[Mark, ...] = ()
    shifts: tuple[Shift, ...] = ()
    place: int | None = None


@dataclass(frozen=True)
class Split(Change):
    """A passage is new, and its words stood in another; `marks` are those of its words that are new."""

    out_of: str
    marks: tuple[Mark, ...] = ()
    shifts: tuple[Shift, ...] = ()
    place: int | None = None


@dataclass(frozen=True)
class Moved(Change):
    """The same thing at another place: in its list, or (`origin`, `target`) in another part of the document.

    What stands in no list has no number there. `marks` are those of words that were changed on the way.
    """

    before: int | None
    after: int | None
    origin: str = ""
    target: str = ""
    marks: tuple[Mark, ...] = ()


@dataclass(frozen=True)
class AddressChanged(Change):
    """The same words under another id: links to them are dead."""

    before: str
    after: str


@dataclass(frozen=True)
class Renumbered(Change):
    """The document's own numbers in a list, where they count on after something was added, removed or moved."""

    shifts: tuple[Shift, ...]
    is_style: bool = False
    """Whether they count the same and are only written otherwise: a) for 1."""
