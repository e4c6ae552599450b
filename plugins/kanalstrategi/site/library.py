"""The library: every municipality with its editions and their hearings."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final

from kanalstrategi import source
from kanalstrategi.diagnostics import Finding, Severity, Source
from kanalstrategi.i18n.catalog import danish_order
from kanalstrategi.site.files import EDITION, HEARING, ROOT, ill_placed, is_glossary, under_the_other_name
from kanalstrategi.strategy import Edition, Glossary, Hearing, decode, decode_plain
from kanalstrategi.strategy.channels import Channel
from kanalstrategi.strategy.decode import Model
from kanalstrategi.strategy.glossary import GlossaryEntry
from kanalstrategi.strategy.passages import Passage, addressed, chapters, one_line, words_of
from kanalstrategi.strategy.running_text import Piece, prose, tables_and_notes
from kanalstrategi.strategy.sections import Addressed
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
        table: dict[str, Passage] = {}
        parts = (Passage(part.anchor, (part,)) for part in self.addressed)
        for passage in (*chapters(self.edition), *parts):
            table.setdefault(passage.anchor, passage)
        return table

    @cached_property
    def addressed(self) -> tuple[Addressed, ...]:
        """Every part of the edition with an address of its own, in the order of the model."""
        return tuple(addressed(self.edition))

    @cached_property
    def channels(self) -> tuple[Channel, ...]:
        """Every channel the edition describes, sub-channels after their channel."""
        return tuple(part for part in self.addressed if isinstance(part, Channel))

    @cached_property
    def written(self) -> tuple[Piece, ...]:
        """The running text of the edition, the summary first."""
        return tuple(prose(self.edition))

    @cached_property
    def prose(self) -> tuple[Piece, ...]:
        """The running text of the document itself: all but the summary."""
        return tuple(piece for piece in self.written if piece.part is not self.edition.summary)

    @cached_property
    def beside(self) -> tuple[Piece, ...]:
        """The running text that is not the document's own: the summary, and the hearings about the edition."""
        parts = (self.edition.summary, *(held.hearing for held in self.hearings))
        return tuple(piece for part in parts if part for piece in prose(part))

    @cached_property
    def texts(self) -> tuple[Piece, ...]:
        """The running text of the edition and of the hearings about it: all that the editors' files hold."""
        return (*self.written, *(piece for held in self.hearings for piece in prose(held.hearing)))

    @cached_property
    def tables_and_notes(self) -> tuple[Table | Note, ...]:
        """What stands between the running text of the edition: its tables and the editors' notes."""
        return tuple(tables_and_notes(self.edition))

    @cached_property
    def said(self) -> str:
        """The running text of the document as one text."""
        return "\n".join(piece.text for piece in self.prose)

    @cached_property
    def words(self) -> str:
        """Everything the edition and the hearings about it say, as one line."""
        return one_line(" ".join([words_of(self.edition), *(words_of(held.hearing) for held in self.hearings)]))

    def prose_with(self, words: Iterable[str]) -> Iterator[Piece]:
        """The running text of the document in which one of the words is written, as a whole word or not."""
        wanted = frozenset(words)
        return (piece for piece in self.prose if any(word in piece.text for word in wanted)) if wanted else iter(())

    def forget(self) -> None:
        """Drop what was worked out to answer questions: a library of a country is held, its answers are not."""
        for name in _ANSWERS:
            self.__dict__.pop(name, None)


_ANSWERS: Final = tuple(name for name, value in vars(Strategy).items() if isinstance(value, cached_property))


@dataclass(frozen=True)
class Municipality:
    """A municipality with its editions, the current one first."""

    slug: str
    name: str
    strategies: tuple[Strategy, ...]
    unread: frozenset[str] = frozenset()
    """The editions of whose files one could not be read: nothing can be said of what they hold."""

    @property
    def current(self) -> Strategy:
        return self.strategies[0]

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


@dataclass
class _Folder:
    editions: dict[str, tuple[str, Edition]] = field(default_factory=dict)
    hearings: dict[str, list[HeldHearing]] = field(default_factory=lambda: defaultdict(list))


def assemble(files: Mapping[str, bytes], root: str = ROOT) -> tuple[Library, list[Finding]]:
    """Read every file (its path → its bytes) into a library, with all findings; `root` is the library's folder.

    A file that cannot be read is left out of the library; its findings say why.
    """
    folders: dict[str, _Folder] = defaultdict(_Folder)
    findings: list[Finding] = []
    unread: set[tuple[str, str]] = set()
    glossary: tuple[GlossaryEntry, ...] = ()
    for name in sorted(files):
        data = files[name]
        if is_glossary(name, root):
            held, found = read_one(data, name, Glossary)
            findings.extend(found)
            glossary = held.entries if held else ()
            continue
        if finding := ill_placed(name, root, data):
            findings.append(finding)
            continue
        path = "/".join(name.split("/")[-2:])
        edition, hearing = EDITION.fullmatch(path), HEARING.fullmatch(path)
        value: Edition | Hearing | None
        value, found = read_one(data, name, Hearing if hearing else Edition)
        findings.extend(found)
        match = hearing or edition
        assert match is not None
        folder, key = folders[match["municipality"]], match["edition"]
        if value is None:
            unread.add((match["municipality"], key))
        elif isinstance(value, Edition):
            folder.editions[key] = (name, value)
        else:
            assert hearing is not None
            folder.hearings[key].append(HeldHearing(hearing["hearing"], name, value))
    municipalities = []
    for municipality, folder in folders.items():
        findings.extend(_orphans(municipality, folder, unread))
        if folder.editions:
            held = frozenset(key for slug, key in unread if slug == municipality)
            municipalities.append(_municipality(municipality, folder, held))
    municipalities.sort(key=lambda municipality: danish_order(municipality.name))
    words = sorted(glossary, key=lambda entry: danish_order(entry.name))
    return Library(tuple(municipalities), tuple(words)), findings


def read_one(data: bytes, name: str, model: type[Model]) -> tuple[Model | None, list[Finding]]:
    """One file as a model, or `None` and the findings that say why not."""
    if (value := decode_plain(data, name, model)) is not None:
        return value, []
    text, node, findings = source.read(data, name)
    if node is None and any(finding.severity is Severity.ERROR for finding in findings):
        return None, [*findings, *_further(text, findings, model)]
    value, found = decode(node, model, text)
    if value is None and (finding := under_the_other_name(node, name, model)):
        return None, [*findings, finding]
    return value, findings + found


def _further(text: Source, findings: list[Finding], model: type[Model]) -> Iterator[Finding]:
    """What else is wrong in a file that could not be read to its end."""
    mended = source.mended(text, findings)
    yield from mended.told(decode(mended.node, model, mended.source)[1] if mended.node else [])


def _municipality(folder_name: str, folder: _Folder, unread: frozenset[str]) -> Municipality:
    strategies = [
        Strategy(folder_name, key, name, edition, tuple(folder.hearings.get(key, ())))
        for key, (name, edition) in folder.editions.items()
    ]
    strategies.sort(key=_newest_first)
    return Municipality(folder_name, strategies[0].edition.municipality, tuple(strategies), unread)


def _newest_first(strategy: Strategy) -> tuple[int, int, str]:
    period = strategy.edition.document.period
    return (-period.last, -period.first, strategy.slug) if period else (0, 0, strategy.slug)


def _orphans(municipality: str, folder: _Folder, unread: set[tuple[str, str]]) -> list[Finding]:
    """Hearings about an edition that is not there (KS502)."""
    return [
        Finding(
            "KS502", Severity.ERROR, held.hearing.span, {"edition": key, "editions": ", ".join(folder.editions) or "–"}
        )
        for key, hearings in folder.hearings.items()
        if key not in folder.editions and (municipality, key) not in unread
        for held in hearings
    ]
