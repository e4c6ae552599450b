"""PDF with text to blocks: pdfplumber gives characters, fonts and ruled tables, the lines become paragraphs here.

A PDF knows no paragraphs and no headings. Both are read from distances and sizes, so what is made of
them is a guess; no word depends on it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from itertools import pairwise
from statistics import median
from typing import Any, Final

import pdfplumber
from pdfminer.pdfdocument import PDFPasswordIncorrect

from kanalstrategi.intake.blocks import (
    Block, Doubt, Grid, LeftOut, Paragraph, Picture, Reading, Refusal, Run, Where, Words, plain,
)
from kanalstrategi.intake.characters import clean, clean_words
from kanalstrategi.intake.pdf_columns import Gutter
from kanalstrategi.intake.pdf_dots import drawn_dots
from kanalstrategi.intake.pdf_initials import with_initials
from kanalstrategi.intake.pdf_lines import Line, lines_of
from kanalstrategi.intake.pdf_margins import without_running
from kanalstrategi.intake.pdf_order import in_order
from kanalstrategi.intake.shape import MARK, shaped

_SMALLEST_PICTURE: Final = 60
_END: Final = re.compile(r"([^\W\d_]+)-$")
_START: Final = re.compile(r"[^\W\d_]+")
_PROOFS: Final = 2
_SOFT: Final = "\u2010"
Piece = Line | Grid | Picture


def read(data: bytes) -> Reading | Refusal:
    try:
        with pdfplumber.open(BytesIO(data)) as document:
            return _reading(document)
    except Exception as error:  # a damaged file fails anywhere in pdfminer, with errors of many kinds
        causes = (error, error.__cause__, error.__context__, *error.args)
        return Refusal("password" if any(isinstance(each, PDFPasswordIncorrect) for each in causes) else "damaged")


def _reading(document: Any) -> Reading | Refusal:
    pages: list[list[Line]] = []
    strips: list[float | None] = []
    between: list[list[Gutter]] = []
    left_out: list[LeftOut] = []
    doubts: list[Doubt] = []
    others: list[list[tuple[float, Grid | Picture]]] = []
    for number, page in enumerate(document.pages, 1):
        tables = [table for table in page.find_tables() if _is_data(table)]
        characters = [each for each in page.dedupe_chars().chars if not any(_within(each, table.bbox) for table in tables)]
        upright = with_initials([each for each in characters if each["upright"]])
        upright += drawn_dots(page, upright)
        turned = "".join(each["text"] for each in characters if not each["upright"]).strip()
        if turned:
            left_out.append(LeftOut("turned", " ".join(clean(turned).split()), Where("page", number)))
        for note in page.annots:
            if note.get("contents") and not note.get("uri"):
                left_out.append(LeftOut("comment", " ".join(clean(str(note["contents"])).split()), Where("page", number)))
        lines, strip, gutters = lines_of(upright, page.hyperlinks, number, strips[-1] if strips else None)
        pages.append(lines)
        strips.append(strip)
        between.append(gutters)
        others.append([*((table.bbox[1], _grid(table, number)) for table in tables), *_pictures(page, number)])
    if not any(pages) and not any(isinstance(each, Grid) for found in others for _, each in found):
        return Refusal("scanned" if any(page.images for page in document.pages) else "no_words")
    pages, running = without_running(pages, [page.height for page in document.pages])
    ordered = [in_order(*each) for each in zip(pages, strips, between, strict=True)]
    if any(strip is not None for strip in strips) or ordered != pages:
        doubts.append(Doubt("columns"))
    pages = ordered
    pieces = [_with_others(*each) for each in zip(pages, others, strips, strict=True)]
    joiner = _Joiner(pages)
    blocks = shaped(tuple(_paragraphs(pieces, joiner)))
    if joiner.guessed:
        doubts.append(Doubt("hyphen", {"words": ", ".join(dict.fromkeys(joiner.guessed))}))
    return Reading(blocks, (), (*left_out, *running), tuple(doubts))


def _is_data(table: Any) -> bool:
    rows = table.extract()
    return len(rows) > 1 and max(len(row) for row in rows) > 1 and any(cell for row in rows for cell in row)


def _within(character: Any, box: tuple[float, float, float, float]) -> bool:
    x, y = (character["x0"] + character["x1"]) / 2, (character["top"] + character["bottom"]) / 2
    return box[0] <= x <= box[2] and box[1] <= y <= box[3]


def _grid(table: Any, page: int) -> Grid:
    rows = tuple(tuple(_cell(cell) for cell in row) for row in table.extract())
    rows = tuple(row for row in rows if any(row))
    return Grid(rows, True, Where("page", page), (Doubt("table_head"),))


def _cell(text: str | None) -> Words:
    words = " ".join(clean(text or "").split())
    return (Run(words),) if words else ()


def _pictures(page: Any, number: int) -> Iterator[tuple[float, Picture]]:
    said = dict(_alternatives(page.structure_tree))
    for image in page.images:
        words = " ".join(clean(said.get(image.get("mcid"), "")).split())
        if words or (image["width"] > _SMALLEST_PICTURE and image["height"] > _SMALLEST_PICTURE):
            yield image["top"], Picture((Run(words),) if words else (), Where("page", number))


def _alternatives(tree: Any, said: str = "") -> Iterator[tuple[int, str]]:
    """What a tagged PDF says of its pictures, by the number that marks them in the page."""
    for element in tree:
        text = element.get("alt_text") or said
        yield from ((mark, text) for mark in element.get("mcids", ()) if text)
        yield from _alternatives(element.get("children", ()), text)


def _with_others(lines: list[Line], others: list[tuple[float, Grid | Picture]], strip: float | None) -> list[Piece]:
    """The lines of a page with its tables and pictures: by height, and after the text where the page has columns."""
    pieces: list[Piece] = list(lines)
    for top, other in sorted(others, key=lambda each: each[0]):
        if strip is not None:
            pieces.append(replace(other, doubts=(*other.doubts, Doubt("order"))) if isinstance(other, Grid) else other)
            continue
        after = (index for index, piece in enumerate(pieces) if isinstance(piece, Line) and piece.top >= top)
        pieces.insert(next(after, len(pieces)), other)
    return pieces


# --- Lines to paragraphs


class _Joiner:
    """Puts lines together, and the words that were divided at their ends, by what the rest of the document says."""

    def __init__(self, pages: list[list[Line]]) -> None:
        lines = [line.text for page in pages for line in page]
        self._words = Counter(re.findall(r"[\w-]+", " ".join(lines).casefold()))
        ends = [f"{end[1]}{start.group()}" for one, next in pairwise(lines) if (end := _END.search(one)) and (start := _START.match(next))]
        self._divides = sum(bool(self._words[whole.casefold()]) for whole in set(ends)) >= _PROOFS
        """Whether the document divides words at all: some that were divided stand whole elsewhere."""
        self.guessed: list[str] = []

    def join(self, words: Words, more: Words) -> Words:
        before, after = plain(words), plain(more)
        if before.endswith(_SOFT):
            return clean_words((*_without_end(words), *more))
        match, first = _END.search(before), _START.match(after)
        if not match or not first or not first.group()[0].islower() or first.group() in ("og", "eller", "samt", "som"):
            return clean_words((*words, Run(" ", words[-1].bold, words[-1].italic, words[-1].link), *more))
        whole, hyphened = match[1] + first.group(), f"{match[1]}-{first.group()}"
        known = self._words[whole.casefold()]
        keeps = self._words[hyphened.casefold()] > known or (not known and (not self._divides or len(match[1]) < 4))
        if not known and not self._words[hyphened.casefold()]:
            self.guessed.append(hyphened if keeps else whole)
        return clean_words((*(words if keeps else _without_end(words)), *more))


def _without_end(words: Words) -> Words:
    return (*words[:-1], replace(words[-1], text=words[-1].text[:-1]))


def _paragraphs(pages: list[list[Piece]], joiner: _Joiner) -> Iterator[Block]:
    lines = [piece for page in pages for piece in page if isinstance(piece, Line)]
    leading = _leading(lines)
    group: list[Line] = []
    waiting: list[Block] = []
    for page in pages:
        for piece in page:
            if not isinstance(piece, Line):
                waiting.append(piece)
                if group and isinstance(piece, Grid):
                    yield _paragraph(group, joiner)
                    group = []
                if not group:
                    yield from waiting
                    waiting = []
                continue
            if group and _parts(group, piece, leading):
                yield _paragraph(group, joiner)
                group = []
                yield from waiting
                waiting = []
            group.append(piece)
    if group:
        yield _paragraph(group, joiner)
    yield from waiting


def _leading(lines: list[Line]) -> float:
    """The usual distance from one line to the next, in heights of a letter."""
    steps = [
        (after.top - before.top) / before.size
        for before, after in zip(lines, lines[1:], strict=False)
        if before.page == after.page and before.size and before.size == after.size and 0 < after.top - before.top < 3 * before.size
    ]
    return median(steps) if steps else 1.3


def _parts(group: list[Line], line: Line, leading: float) -> bool:
    """Whether a line begins a new paragraph after those of the group."""
    last = group[-1]
    if abs(last.size - line.size) > 0.6 or _is_bold(last) != _is_bold(line):
        return True
    if _is_item(line):
        return True
    goes_on = not re.search(r"[.:;!?]$", last.text) and line.text[:1].islower()
    if line.page != last.page or line.top < last.top:
        return not goes_on
    if (line.top - last.top) / max(line.size, 1) > leading * 1.3:
        return True
    if _is_item(group[0]) and abs(line.x0 - group[0].x0) > 3:
        return line.x0 < group[0].x0
    right = max(each.x1 for each in group)
    ended = bool(re.search(r"[.:;!?]$", last.text)) and last.x1 < right - 4 * line.size and len(group) > 1
    return ended and not line.text[:1].islower() and not _is_bold(line)


def _is_item(line: Line) -> bool:
    match = MARK.match(line.text + "\n")
    return bool(match and match.group())


def _is_bold(line: Line) -> bool:
    return all(run.bold or not run.text.strip() for run in line.runs)


def _paragraph(group: list[Line], joiner: _Joiner) -> Paragraph:
    words: Words = group[0].runs
    for line in group[1:]:
        words = joiner.join(words, line.runs)
    doubts = (Doubt("symbol"),) if "\ufffd" in plain(words) else ()
    kept = clean_words(replace(run, text=run.text.replace(_SOFT, "-")) for run in words)
    return Paragraph(kept, Where("page", group[0].page), doubts, group[0].size)
