"""The library: every municipality with its editions and their hearings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from kanalstrategi.strategy import Edition, Hearing
from kanalstrategi.strategy.channels import Channel
from kanalstrategi.strategy.glossary import GlossaryEntry
from kanalstrategi.strategy.passages import Passage, addressed, one_line, passages, words_of
from kanalstrategi.strategy.running_text import Piece, prose, tables_and_notes
from kanalstrategi.strategy.sections import Addressed
from kanalstrategi.strategy.statements import Measurable
from kanalstrategi.strategy.text import Note, Table


@dataclass(frozen=True)
class HeldHearing:
    """A hearing under the name of its file: `hoering`, or `hoering-2` where there are several."""

    slug: str
    file: str
    hearing: Hearing


@dataclass(frozen=True)
class Strategy:
    """One edition, the file it stands in (as findings call it) and the hearings about it."""

    municipality_slug: str
    slug: str
    file: str
    edition: Edition
    hearings: tuple[HeldHearing, ...] = ()

    @cached_property
    def passages(self) -> Mapping[str, Passage]:
        """Every passage by its address; of two with the same address, the first."""
        return passages(self.edition)

    @cached_property
    def addressed(self) -> tuple[Addressed, ...]:
        """Every part of the edition with an address of its own, in the order of the model."""
        return tuple(addressed(self.edition))

    @cached_property
    def repeated(self) -> frozenset[str]:
        """The addresses that more than one part of the edition has."""
        anchors = [part.anchor for part in self.addressed]
        if len(set(anchors)) == len(anchors):
            return frozenset()
        return frozenset(anchor for anchor, times in Counter(anchors).items() if times > 1)

    @cached_property
    def channels(self) -> tuple[Channel, ...]:
        """Every channel the edition describes, sub-channels after their channel."""
        return tuple(part for part in self.addressed if isinstance(part, Channel))

    @cached_property
    def measurable(self) -> tuple[Measurable, ...]:
        """Every statement of the edition that may have targets, in the order of the model."""
        return tuple(part for part in self.addressed if isinstance(part, Measurable))

    @cached_property
    def written(self) -> tuple[Piece, ...]:
        """The running text of the edition, the summary first."""
        return tuple(prose(self.edition))

    @cached_property
    def prose(self) -> tuple[Piece, ...]:
        """The running text of the document itself: all but the summary."""
        return tuple([piece for piece in self.written if piece.part is not self.edition.summary])

    @cached_property
    def beside(self) -> tuple[Piece, ...]:
        """The running text that is not the document's own: the summary, and the hearings about the edition."""
        summary = self.edition.summary
        return (*[piece for piece in self.written if piece.part is summary], *self._heard)

    @cached_property
    def _heard(self) -> tuple[Piece, ...]:
        """The running text of the hearings about the edition."""
        return tuple(piece for held in self.hearings for piece in prose(held.hearing))

    @cached_property
    def texts(self) -> tuple[Piece, ...]:
        """The running text of the edition and of the hearings about it: all that the editors' files hold."""
        return (*self.written, *self._heard)

    @cached_property
    def tables_and_notes(self) -> tuple[Table | Note, ...]:
        """What stands between the running text of the edition: its tables and the editors' notes."""
        return tuple(tables_and_notes(self.edition))

    @cached_property
    def said(self) -> str:
        """The running text of the document as one text."""
        return "\n".join([piece.text for piece in self.prose])

    @cached_property
    def said_beside(self) -> str:
        """The running text that is not the document's own as one text."""
        return "\n".join([piece.text for piece in self.beside])

    @cached_property
    def words(self) -> str:
        """Everything the edition and the hearings about it say, as one line."""
        return one_line(" ".join([words_of(self.edition), *(words_of(held.hearing) for held in self.hearings)]))

    def prose_with(self, words: Iterable[str]) -> Iterator[Piece]:
        """The running text of the document in which one of the words is written, as a whole word or not."""
        return self._with(self.prose, frozenset(words))

    def texts_with(self, signs: Iterable[str]) -> Iterator[Piece]:
        """All running text in which one of the signs stands; most stand nowhere."""
        said, beside = self.said, self.said_beside
        return self._with(self.texts, [sign for sign in signs if sign in said or sign in beside])

    @staticmethod
    def _with(pieces: Iterable[Piece], words: Collection[str]) -> Iterator[Piece]:
        if len(words) == 1:
            (word,) = words
            return (piece for piece in pieces if word in piece.text)
        return (piece for piece in pieces if any(word in piece.text for word in words)) if words else iter(())

    def forget(self) -> None:
        """Drop what was worked out to answer questions: a library of a country is held, its answers are not."""
        for name in _ANSWERS:
            self.__dict__.pop(name, None)


_ANSWERS: Final = tuple(name for name, value in vars(Strategy).items() if isinstance(value, cached_property))


@dataclass(frozen=True)
class Municipality:
    """A municipality with its editions, the newest first."""

    slug: str
    name: str
    strategies: tuple[Strategy, ...]
    unread: frozenset[str] = frozenset()
    """The editions of whose files one could not be read: nothing can be said of what they hold."""

    @property
    def newest(self) -> Strategy:
        return self.strategies[0]

    @property
    def current(self) -> Strategy:
        """What a citizen can hold the municipality to: its newest edition that is no draft, or a draft where all are."""
        adopted = (each for each in self.strategies if not each.edition.document.is_draft)
        return next(adopted, self.newest)

    @property
    def draft(self) -> Strategy | None:
        """The newest edition, where it is a draft of what may come after the current one."""
        return self.newest if self.newest is not self.current else None

    def before(self, strategy: Strategy) -> Strategy | None:
        """The edition before a strategy, or `None` when it is the first."""
        later = iter(self.strategies)
        return next(later, None) if any(each.slug == strategy.slug for each in later) else None


@dataclass(frozen=True)
class Library:
    """Every municipality and every word of the glossary, both in Danish alphabetical order."""

    municipalities: tuple[Municipality, ...] = ()
    glossary: tuple[GlossaryEntry, ...] = ()

    @property
    def strategies(self) -> tuple[Strategy, ...]:
        return tuple(strategy for municipality in self.municipalities for strategy in municipality.strategies)

    def municipality(self, strategy: Strategy) -> Municipality:
        """The municipality whose strategy it is."""
        return self.by_slug[strategy.municipality_slug]

    def forget_sources(self) -> None:
        """Drop the text of the files, for those who have told of all findings and go on to make pages."""
        for strategy in self.strategies:
            for part in (strategy.edition, *(held.hearing for held in strategy.hearings)):
                part.span.source.forget()

    def replaced(self, municipality: Municipality) -> Library:
        """The library with a municipality in place of the one of the same slug."""
        kept = tuple(municipality if each.slug == municipality.slug else each for each in self.municipalities)
        return Library(kept, self.glossary)

    @cached_property
    def by_slug(self) -> Mapping[str, Municipality]:
        return {each.slug: each for each in self.municipalities}
