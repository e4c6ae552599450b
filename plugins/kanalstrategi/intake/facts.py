"""What a file tells of the document as a whole: title, municipality, kind and period; guesses are named as guesses."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from kanalstrategi.intake.blocks import Doubt, Reading, plain, words_in
from kanalstrategi.intake.lexicon import kind_of
from kanalstrategi.intake.outline import Outline
from kanalstrategi.intake.texts import Texts
from kanalstrategi.intake.writing import OPEN, Written, part
from kanalstrategi.strategy.document import Document, Origin, Period
from kanalstrategi.strategy.fields import slug
from kanalstrategi.strategy.municipalities import coded, named
from kanalstrategi.strategy.vocabulary import Coverage

_PERIOD: Final = re.compile(r"(?<!\d)((?:19|20)\d\d)\s*[-–—/]\s*((?:19|20)\d\d)(?!\d)")
_MUNICIPALITY: Final = re.compile(
    r"(?<![\w-])((?:[A-ZÆØÅ][a-zæøå]+|[A-ZÆØÅ]{2,})(?:[- ][A-ZÆØÅ][a-zæøåA-ZÆØÅ]+)?) (?:[Kk]ommune|KOMMUNE|[Rr]egionskommune)[sS]?\b"
)
_NO_NAMES: Final = {"Den", "Denne", "Vores", "Hver", "Enhver", "En", "Din", "Jeres", "Alle", "Danske", "Som", "Hvilken", "Ny"}


@dataclass(frozen=True)
class Facts:
    municipality: str | None
    document: Written
    edition: str
    """The name of the file: the period, or `udateret`."""
    doubts: tuple[Doubt, ...]


def facts(outline: Outline, reading: Reading, municipality: str | None, file: str, texts: Texts) -> Facts:
    doubts: list[Doubt] = []
    title = texts.one_line(outline.title.words, outline.title.where) if outline.title else ""
    if outline.title and outline.title.guessed and not outline.title.is_title:
        doubts.append(Doubt("title"))
    guessed = municipality is None
    listed = municipality and (coded(municipality) or named(municipality))
    municipality = (listed.full_name if listed else municipality) or _municipality(title, reading)
    if municipality and guessed and not list(_names(title)):
        doubts.append(Doubt("municipality", {"name": municipality}))
    period = _period(title) or _period(_beginning(outline))
    if period:
        doubts.append(Doubt("period", {"first": period[0], "last": period[1]}))
    kind = kind_of(title)
    doubts.append(Doubt("origin"))
    document = part(
        Document,
        title=title or OPEN,
        kind=kind or OPEN,
        period=part(Period, first=period[0], last=period[1]) if period else None,
        origin=part(Origin, publisher=municipality, form=texts.words("intake.form", file=file)),
        coverage=Coverage.WHOLE,
    )
    return Facts(municipality, document, "-".join(map(str, period)) if period else "udateret", tuple(doubts))


def folder_of(municipality: str) -> str:
    """The name of a municipality's folder: its name without the word for municipality."""
    if listed := named(municipality):
        return listed.slug
    return slug(re.sub(r"(?i)\s+kommunes?$", "", municipality.strip()))


def _period(text: str) -> tuple[int, int] | None:
    match = _PERIOD.search(text)
    return (int(match[1]), int(match[2])) if match and match[1] < match[2] else None


def _beginning(outline: Outline) -> str:
    """The words around the title, and the first heading after it."""
    blocks = (*outline.front, *outline.opening[:3])
    words = [plain(words) for block in blocks for words in words_in(block)]
    return " ".join([each for each in words if len(each) < 200] + [node.title for node in outline.chapters[:1]])


def _municipality(title: str, reading: Reading) -> str | None:
    """The municipality that the title names, or the one that the text names most, by far."""
    in_title = list(_names(title))
    if in_title:
        return in_title[0]
    counted = Counter(name for block in reading.blocks for words in words_in(block) for name in _names(plain(words)))
    first, *others = counted.most_common(2) or [("", 0)]
    return first[0] if first[1] > 2 * (others[0][1] if others else 0) else None


def _names(text: str) -> Iterator[str]:
    """The municipalities that a text names, by their full names."""
    for match in _MUNICIPALITY.finditer(text):
        name = match[1] if named(match[1]) else match[1].rpartition(" ")[2]
        if listed := named(name):
            yield listed.full_name
        elif match[1] not in _NO_NAMES and not match[1].isupper():
            yield f"{match[1]} Kommune"
