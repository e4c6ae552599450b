"""Blocks to an edition: chapters where a heading opens one, and sections, in the document's order, for the rest."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Any

from kanalstrategi.intake.blocks import Block, Doubt, Grid, Heading, NOWHERE, LeftOut, Listing, Paragraph, Reading, Where, words_in
from kanalstrategi.intake.channels import channels
from kanalstrategi.intake.chapters import BUILDERS, SEVERAL
from kanalstrategi.intake.headed import heading_of, marks_in, moved, own
from kanalstrategi.intake.facts import Facts, facts
from kanalstrategi.intake.lexicon import Meaning, meaning, number_of, several
from kanalstrategi.intake.outline import Node, outline
from kanalstrategi.intake.texts import Texts
from kanalstrategi.intake.writing import Written, part
from kanalstrategi.strategy.channels import Channels
from kanalstrategi.strategy.definitions import Footnote
from kanalstrategi.strategy.edition import Edition
from kanalstrategi.strategy.fields import Part
from kanalstrategi.strategy.sections import Section
from kanalstrategi.strategy.text import Note
from kanalstrategi.strategy.vocabulary import NoteKind

MOST_NOTES = 5
MOST_TABLES = 3


@dataclass(frozen=True)
class Placed:
    """Where a part of the document stands now; `chapter` is a field of `Edition`."""

    chapter: str
    heading: str
    where: Where
    sure: bool


@dataclass
class Placement:
    edition: Written
    placed: list[Placed]
    left_out: tuple[LeftOut, ...]
    facts: Facts


@dataclass
class _Placing:
    texts: Texts
    chapters: dict[str, Any] = field(default_factory=dict)
    placed: list[Placed] = field(default_factory=list)

    def place(self, node: Node) -> list[Written]:
        """Put a node where it belongs. What is given back is sections; a chapter is kept."""
        opened = meaning(node.title) if node.heading else Meaning("channels", sure=False)
        name = opened.chapter if opened else None
        if opened and name and (name not in self.chapters or name in SEVERAL):
            if node.heading and not opened.sure:
                node.doubts.insert(0, Doubt("meaning", self._chapter(name)))
            built = channels(node, self.texts) if name == "channels" else BUILDERS[name](node, self.texts)
            if built is not None and name == "terms":
                self.chapters |= built
            elif built is not None:
                self.chapters[name] = [*self.chapters.get(name, []), *built] if name in SEVERAL else built
            if built is not None:
                self._note(name, node, opened.sure)
                return []
            node.doubts = [doubt for doubt in node.doubts if doubt.kind != "meaning"]
            node.doubts.insert(0, Doubt("unfitting", self._chapter(name)))
        elif name and node.heading:
            node.doubts.insert(0, Doubt("second", self._chapter(name)))
        elif (named := several(node.title)) and not any(meaning(child.title) for child in node.children):
            titles = [self.texts.words(f"chapter.{each}") for each in named]
            node.doubts.insert(0, Doubt("several", {"chapters": self.texts.words.joined(titles)}))
        if not node.heading:
            return self._more_channels(node)
        self._note("sections", node, True)
        return [self.section(node)]

    def _more_channels(self, node: Node) -> list[Written]:
        """Channels without a heading over them, where a chapter of channels is: its channels, when it has none."""
        more = channels(node, self.texts)
        if _by_name(Channels, self.chapters["channels"], "channels"):
            for child in node.children:
                self._note("sections", child, True)
            return [self.section(child) for child in node.children]
        merged = part(Channels, **_by_name(Channels, self.chapters["channels"]), **_by_name(Channels, more, "channels"))
        self.chapters["channels"] = merged
        self._note("channels", node, False)
        return []

    def section(self, node: Node) -> Written:
        """A section; a chapter below it is taken out, and a note stays where it stood."""
        id = self.texts.ids.make("afsnit", number_of(node.title)[1], "afsnit")
        heading, text = heading_of(node, self.texts), self.texts.text(own(node), node.doubts)
        taken: list[tuple[str, str]] = []
        inner = []
        for child in node.children:
            may_move = (meaning(child.title) is not None or not child.heading) and not self._is_one_of_them(child, node)
            before = len(self.placed)
            written = self.place(child) if may_move else [self.section(child)]
            inner += written
            if not written:
                taken.append((child.title or child.children[0].title, self.placed[before].chapter))
        if taken:
            text = [*(text if isinstance(text, list) else [text] if text else []), *moved(taken, self.texts)]
        return part(Section, id=id, heading=heading, text=text, sections=inner)

    def _is_one_of_them(self, child: Node, node: Node) -> bool:
        """Whether a heading that only resembles a chapter's stands in a row of others that open none: it stays there."""
        found = meaning(child.title)
        others = [other for other in node.children if other is not child and other.heading]
        if not found or found.sure or len(others) < 2 or any(meaning(other.title) for other in others):
            return False
        child.doubts.insert(0, Doubt("beside", self._chapter(found.chapter)))
        return True

    def _chapter(self, name: str) -> dict[str, object]:
        return {"chapter": self.texts.words(f"chapter.{name}")}

    def _note(self, chapter: str, node: Node, sure: bool) -> None:
        title = node.title or (node.children[0].title if node.children else "")
        where = node.heading.where if node.heading else NOWHERE
        self.placed.append(Placed(chapter, title, where, sure))


def _by_name(model: type[Part], written: Written, *only: str) -> dict[str, Any]:
    """A written part by the names of its fields, all of them or only some."""
    return {name: written[alias] for name, info in model.model_fields.items() if (alias := str(info.alias)) in written and (not only or name in only)}


def place(reading: Reading, municipality: str | None, file: str) -> Placement:
    """An edition of everything that was read."""
    texts = Texts.of(reading.footnotes)
    blocks, guesses = _fewer_notes(reading.blocks)
    document = outline(blocks)
    placing = _Placing(texts)
    found = facts(document, reading, municipality, file, texts)
    sections = []
    for name, blocks in (("front", document.front), ("opening", document.opening)):
        if name == "opening" and document.title:
            blocks = (*marks_in(document.title.words), *blocks)
        if blocks:
            title = texts.words(f"intake.{name}")
            id = texts.ids.make("afsnit", title, name)
            sections.append(part(Section, id=id, editors_heading=title, text=texts.text(blocks)))
            placing.placed.append(Placed("sections", title, blocks[0].where, True))
    sections += [written for node in document.chapters for written in placing.place(node)]
    footnotes = [
        part(Footnote, id=texts.footnotes[note.key], mark=note.mark, text=texts.text(_prose(note.blocks)))
        for note in reading.footnotes
    ]
    if kinds := dict.fromkeys(each.kind for each in (*reading.left_out, *texts.left_out)):
        worded = [texts.words(f"intake.left_out.{kind}") for kind in kinds]
        guesses = (*guesses, Doubt("left_out", {"kinds": ", ".join(each[:1].lower() + each[1:] for each in worded)}))
    doubts = (*found.doubts, *reading.doubts, *guesses)
    notes = [part(Note, kind=NoteKind.CHECK, text=texts.words(f"intake.doubt.{each.kind}", **each.values)) for each in doubts]
    edition = part(
        Edition,
        municipality=found.municipality,
        document=found.document,
        **placing.chapters,
        sections=sections,
        footnotes=footnotes,
        notes=notes,
    )
    return Placement(edition, placing.placed, (*reading.left_out, *texts.left_out), found)


def _fewer_notes(blocks: tuple[Block, ...]) -> tuple[tuple[Block, ...], tuple[Doubt, ...]]:
    """Where most headings are guessed, or many tables' first rows, one note for the whole document instead of one at each."""
    said: list[Doubt] = []
    guessed = sum(isinstance(block, Heading) and block.guessed for block in blocks)
    if guessed > MOST_NOTES:
        said.append(Doubt("headings", {"n": guessed}))
        blocks = tuple(_without(block, "heading") if isinstance(block, Heading) else block for block in blocks)
    tables = sum(isinstance(block, Grid) and any(doubt.kind == "table_head" for doubt in block.doubts) for block in blocks)
    if tables > MOST_TABLES:
        said.append(Doubt("table_heads", {"n": tables}))
        blocks = tuple(_without(block, "table_head") if isinstance(block, Grid) else block for block in blocks)
    return blocks, tuple(said)


def _without(block: Block, kind: str) -> Block:
    return replace(block, doubts=tuple(doubt for doubt in block.doubts if doubt.kind != kind))


def _prose(blocks: Iterable[Block]) -> list[Block]:
    """A footnote's blocks: it holds prose only."""
    found: list[Block] = []
    for block in blocks:
        if isinstance(block, Paragraph | Listing | Heading):
            found.append(block)
        else:
            found += [Paragraph(words, block.where) for words in words_in(block) if words]
    return found

