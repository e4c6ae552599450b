"""What stands under a heading, as the parts that chapters are made of: sections, the items of a list, statements."""

from __future__ import annotations

from kanalstrategi.intake.blocks import Block, Doubt, Item, Listing, Paragraph, Run, Words
from kanalstrategi.intake.lexicon import number_of
from kanalstrategi.intake.outline import Node
from kanalstrategi.intake.texts import Texts
from kanalstrategi.intake.writing import Written, part
from kanalstrategi.strategy.sections import Section
from kanalstrategi.strategy.statements import Item as StatedItem
from kanalstrategi.strategy.vocabulary import NoteKind


def heading_of(node: Node, texts: Texts) -> str | None:
    return texts.one_line(node.heading.words, node.heading.where) if node.heading else None


def marks_in(words: Words) -> list[Block]:
    """The footnote marks of a heading, as a paragraph under it, for a heading can hold none."""
    marks = tuple(Run("", footnote=run.footnote) for run in words if run.footnote)
    return [Paragraph(marks, doubts=(Doubt("mark_in_heading"),))] if marks else []


def own(node: Node) -> list[Block]:
    """What stands right under a heading, its footnote marks first."""
    return [*(marks_in(node.heading.words) if node.heading else []), *node.blocks]


def section(node: Node, texts: Texts, otherwise: str = "afsnit") -> Written:
    return part(
        Section,
        id=texts.ids.make("afsnit", number_of(node.title)[1], otherwise),
        heading=heading_of(node, texts),
        text=texts.text(own(node), node.doubts),
        sections=[section(child, texts) for child in node.children],
    )


# --- Lists


def split(blocks: list[Block]) -> list[tuple[list[Block], Listing | None]]:
    """The blocks before each list, with that list; what follows the last stands with none."""
    groups: list[tuple[list[Block], Listing | None]] = []
    before: list[Block] = []
    for block in blocks:
        if isinstance(block, Listing):
            groups.append((before, block))
            before = []
        else:
            before.append(block)
    return [*groups, (before, None)] if before or not groups else groups


def items(model: type[StatedItem], listing: Listing, texts: Texts) -> list[Written]:
    return [_item(model, item, texts) for item in listing.items]


def _item(model: type[StatedItem], item: Item, texts: Texts) -> Written:
    words = " ".join(block.text for block in item.blocks if isinstance(block, Paragraph))
    id = texts.ids.make(model.prefix, words, "punkt")
    return part(model, id=id, number=item.mark or None, text=texts.text(item.blocks))


def headed(model: type[StatedItem], nodes: list[Node], texts: Texts) -> list[Written]:
    """Statements that have a heading each."""
    found = []
    for node in nodes:
        number, words = number_of(heading_of(node, texts) or "")
        id = texts.ids.make(model.prefix, words, "punkt")
        found.append(part(model, id=id, number=number or None, heading=words, text=texts.text(own(node), node.doubts)))
    return found


def are_statements(nodes: list[Node]) -> bool:
    return bool(nodes) and all(node.blocks and not node.children for node in nodes)


def moved(names: list[tuple[str, str]], texts: Texts) -> list[Written]:
    """The notes where chapters stood in the document that now stand under their own key."""
    return [
        texts.note(Doubt("moved", {"heading": heading, "chapter": texts.words(f"chapter.{name}")}), NoteKind.ORDER)
        for heading, name in names
    ]
