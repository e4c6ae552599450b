"""Blocks as the running text of a part: prose, tables and figures as data, and a note for each doubt."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Any, Final

from kanalstrategi.i18n import Catalog, catalog
from kanalstrategi.intake.blocks import (
    Block, Doubt, Footnote, Grid, Heading, Item, LeftOut, Listing, Paragraph, Picture, Run, Where, Words, plain, words_in,
)
from kanalstrategi.intake.ids import Ids
from kanalstrategi.intake.prose import prose
from kanalstrategi.intake.writing import Row, Running, Written, part
from kanalstrategi.strategy.fields import slug
from kanalstrategi.strategy.links import is_safe
from kanalstrategi.strategy.text import Block as TextBlock
from kanalstrategi.strategy.text import Figure, Note, Table
from kanalstrategi.strategy.text import Row as TableRow
from kanalstrategi.strategy.vocabulary import NoteKind

_ABROAD: Final = re.compile(r"(?i)https?:|mailto:|tel:")


@dataclass
class Texts:
    """Writes text for one document. Notes are Danish, as the document is."""

    footnotes: dict[str, str]
    """The ids of the document's footnotes, by their keys."""
    left_out: list[LeftOut] = field(default_factory=list)
    ids: Ids = field(default_factory=Ids)
    words: Catalog = field(default_factory=lambda: catalog("da"))

    @classmethod
    def of(cls, footnotes: Iterable[Footnote]) -> Texts:
        return cls({each.key: slug(each.mark) or f"note-{index}" for index, each in enumerate(footnotes, 1)})

    def note(self, doubt: Doubt, kind: NoteKind = NoteKind.CHECK) -> Written:
        text = self.words(f"intake.doubt.{doubt.kind}", **doubt.values)
        return part(TextBlock, note=part(Note, kind=kind, text=text))

    def text(self, blocks: Iterable[Block], doubts: Iterable[Doubt] = ()) -> Any:
        """The blocks as a value of `Text`: one text, or a list of texts, tables, figures and notes."""
        said: set[str] = set()
        pieces: list[Any] = []
        waiting: list[Paragraph | Listing] = []

        def close() -> None:
            if waiting:
                pieces.append(Running(prose(self._known(each) for each in waiting)))
                waiting.clear()

        def say(found: Iterable[Doubt]) -> None:
            for doubt in found:
                if doubt.kind not in said:
                    said.add(doubt.kind)
                    close()
                    pieces.append(self.note(doubt))

        say(doubts)
        for block in blocks:
            match block:
                case Grid():
                    close()
                    pieces.append(self.table(block))
                case Picture():
                    close()
                    pieces.append(self.figure(block))
                case Heading():
                    waiting.append(Paragraph(block.words, block.where))
                case _:
                    waiting.append(block)
            marks = self._marks(block) if isinstance(block, Grid | Picture) else ()
            if marks:
                waiting.append(Paragraph(tuple(Run("", footnote=key) for key in marks)))
            say((Doubt("picture"),) if isinstance(block, Picture) and not block.lines else ())
            say(block.doubts)
            say(doubt for inner in _inner(block) for doubt in inner.doubts)
        close()
        if len(pieces) == 1 and isinstance(pieces[0], Running):
            return pieces[0]
        return pieces

    def _known_run(self, run: Run, where: Where) -> Run:
        """A run with the id of its footnote, and with its link where a page can have it."""
        link = run.link if _ABROAD.match(run.link) and is_safe(run.link) else ""
        if run.link and not link:
            self.left_out.append(LeftOut("address", f"{run.text.strip()}: {run.link}", where))
        return replace(run, link=link, footnote=self.footnotes.get(run.footnote, ""))

    def one_line(self, words: Words, where: Where) -> str:
        """Words for a field that holds no Markdown. An address behind them cannot come along."""
        self.left_out += [
            LeftOut("link", f"{run.text.strip()}: {run.link}", where) for run in words if run.link
        ]
        return plain(words)

    def table(self, grid: Grid) -> Written:
        width = max(len(row) for row in grid.rows)
        rows = [[self.one_line(cell, grid.where) for cell in row] + [""] * (width - len(row)) for row in grid.rows]
        head, body = (rows[0], rows[1:]) if grid.head else ([None] * width, rows)
        title = self.one_line(grid.title, grid.where) or None
        id = self.ids.make("tabel", title or " ".join(head[:2] if grid.head else rows[0][:2]), "tabel")  # type: ignore[arg-type]
        return part(
            TextBlock,
            table=part(
                Table,
                id=id,
                title=title,
                columns=Row(head),
                rows=[{**_label(row[0]), **part(TableRow, cells=Row(row[1:]))} for row in body],
            ),
        )

    def figure(self, picture: Picture) -> Written:
        words = self.one_line(picture.words, picture.where)
        title = self.one_line(picture.title, picture.where) or None
        drawn = [self.one_line(each, picture.where) for each in picture.lines]
        kind = "intake.figure." + ("described" if words else "drawn" if drawn else "silent")
        id = self.ids.make("figur", title or words, "figur")
        page = picture.where.number if picture.where.unit == "page" else 0
        missing = " ".join([self.words(kind), *([self.words("intake.figure.page", n=page)] if page else [])])
        figure = part(Figure, id=id, title=title, missing=missing, lines=[*filter(None, (words,)), *drawn])
        return part(TextBlock, figure=figure)

    def _marks(self, block: Block) -> list[str]:
        return [run.footnote for words in words_in(block) for run in words if run.footnote in self.footnotes]

    def _known(self, block: Paragraph | Listing) -> Any:
        """The block with the marks of its footnotes by their ids."""
        if isinstance(block, Listing):
            items = [Item(item.mark, tuple(self._known(each) for each in item.blocks)) for item in block.items]
            return replace(block, items=tuple(items))
        known = (self._known_run(run, block.where) for run in block.words)
        return replace(block, words=tuple(run for run in known if run.text or run.footnote))


def _label(text: str) -> Written:
    """A row's first cell, written also when it is empty."""
    return {str(TableRow.model_fields["label"].alias): text}


def _inner(block: Block) -> Iterable[Block]:
    if isinstance(block, Listing):
        for item in block.items:
            for each in item.blocks:
                yield each
                yield from _inner(each)
