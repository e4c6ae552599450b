"""The chapter of the channels: each heading that is a channel's name becomes one, with its guidelines where they are plain."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from kanalstrategi.intake.blocks import Block, Doubt, Item, Listing, Paragraph
from kanalstrategi.intake.headed import heading_of, items, own, section, split
from kanalstrategi.intake.lexicon import channels_of, number_of, opens_guidelines, speaks_of_order
from kanalstrategi.intake.outline import Node
from kanalstrategi.intake.texts import Texts
from kanalstrategi.intake.writing import Row, Written, part
from kanalstrategi.strategy.channels import Channel, Channels, Rank, Ranking
from kanalstrategi.strategy.statements import Guideline, Guidelines


def channels(node: Node, texts: Texts) -> Written:
    named = [child for child in node.children if channels_of(child.title) is not None]
    others = [child for child in node.children if channels_of(child.title) is None]
    doubts = list(node.doubts)
    if named and others and node.children.index(others[0]) < node.children.index(named[-1]):
        doubts.append(Doubt("channels_first"))
    before, ranking = _ranking(own(node))
    written = [_channel(child, texts) for child in named]
    ranked = [_ranked(ranking, written, texts)] if ranking else []
    return part(
        Channels,
        heading=heading_of(node, texts),
        text=texts.text(before, doubts),
        rankings=ranked,
        channels=written,
        sections=[section(child, texts) for child in others],
    )


# --- One channel


def _channel(node: Node, texts: Texts) -> Written:
    number, name = number_of(heading_of(node, texts) or "")
    inner = [child for child in node.children if channels_of(child.title) is not None]
    others = [child for child in node.children if channels_of(child.title) is None]
    blocks, doubts = own(node), list(node.doubts)
    guidelines = next((child for child in others if _are_guidelines(child)), None)
    if guidelines is not None and guidelines is others[-1]:
        others.remove(guidelines)
        assert guidelines.heading
        opened = [Paragraph(guidelines.heading.words, guidelines.heading.where), *guidelines.blocks]
        doubts += guidelines.doubts
    else:
        blocks, opened = _in_text(blocks) if not others else (blocks, [])
        if not opened and any(isinstance(block, Paragraph) and _leads(block) for block in blocks):
            doubts.append(Doubt("guidelines_in_text"))
    for child in others:
        doubts.append(Doubt("subheading"))
        blocks += _flat(child)
    id = texts.ids.make("kanal", name, "kanal")
    return part(
        Channel,
        id=id,
        number=number or None,
        name=name,
        common=Row(channels_of(name) or ()),
        text=texts.text(blocks, doubts),
        guidelines=_guidelines(opened, texts) if opened else None,
        channels=[_channel(child, texts) for child in inner],
    )


def _are_guidelines(node: Node) -> bool:
    lists = [block for block in node.blocks if isinstance(block, Listing)]
    return opens_guidelines(node.title) and not node.children and len(lists) == 1 and node.blocks[-1] is lists[0]


def _in_text(blocks: list[Block]) -> tuple[list[Block], list[Block]]:
    """What comes before the guidelines, and the guidelines: a paragraph that names them, and the list that ends the text."""
    if len(blocks) >= 2 and isinstance(blocks[-1], Listing) and isinstance(blocks[-2], Paragraph):
        lead = blocks[-2]
        if _leads(lead):
            return blocks[:-2], blocks[-2:]
    return blocks, []


def _leads(paragraph: Paragraph) -> bool:
    return opens_guidelines(paragraph.text) and paragraph.text.endswith(":")


def _guidelines(blocks: list[Block], texts: Texts) -> Any:
    (before, listing), *_ = split(blocks)
    assert listing
    return part(Guidelines, text=texts.text(before), items=items(Guideline, listing, texts))


def _flat(node: Node) -> list[Block]:
    """A heading below a channel as a paragraph in bold, with what stands under it."""
    assert node.heading
    words = tuple(replace(run, bold=True) for run in node.heading.words)
    inner = [block for child in node.children for block in _flat(child)]
    return [Paragraph(words, node.heading.where), *node.blocks, *inner]


# --- The order of the channels


def _ranking(blocks: list[Block]) -> tuple[list[Block], tuple[Paragraph, Listing] | None]:
    """The text before the ranking, and the ranking: a paragraph that speaks of order, and a numbered list of channels."""
    if len(blocks) >= 2 and isinstance(blocks[-1], Listing) and isinstance(blocks[-2], Paragraph):
        lead, listing = blocks[-2], blocks[-1]
        numbers = [f"{index}." for index in range(1, len(listing.items) + 1)]
        marks = [item.mark for item in listing.items]
        if marks == numbers and speaks_of_order(lead.text) and all(map(_is_channel, listing.items)):
            return blocks[:-2], (lead, listing)
    return blocks, None


def _is_channel(item: Item) -> bool:
    only = item.blocks[0] if len(item.blocks) == 1 else None
    if not isinstance(only, Paragraph) or any(run.link or run.footnote for run in only.words):
        return False
    return bool(channels_of(only.text))


def _ranked(ranking: tuple[Paragraph, Listing], channels: list[Written], texts: Texts) -> Written:
    lead, listing = ranking
    name, id = (str(Channel.model_fields[field].alias) for field in ("name", "id"))
    described = {str(channel[name]).casefold(): channel[id] for channel in channels}
    ranks = []
    for place, item in enumerate(listing.items, 1):
        words = item.blocks[0].text  # type: ignore[union-attr]
        found = described.get(words.casefold())
        ranks.append(
            part(Rank, place_number=place, name=words, common=Row(channels_of(words) or ()), channel=found)
        )
    text = texts.text([lead], ())
    notes = texts.text([], [Doubt("ranking")])
    return part(Ranking, id=texts.ids.make("raekkefoelge", "kanaler", "kanaler"), text=[text, *notes], ranks=ranks)
