"""The headings of a document as a tree: what stands under what."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import takewhile

from kanalstrategi.intake.blocks import Block, Doubt, Heading, Paragraph
from kanalstrategi.intake.lexicon import channels_of, is_usual, kind_of, meaning, number_of

_LISTS = ("goals", "principles", "criteria", "service_targets")
"""The chapters whose points may have headings of their own."""


@dataclass
class Node:
    """A heading with what stands right under it, and the headings below it."""

    heading: Heading | None
    blocks: list[Block] = field(default_factory=list)
    children: list[Node] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)

    @property
    def title(self) -> str:
        return self.heading.text if self.heading else ""


@dataclass(frozen=True)
class Outline:
    """A document's title, what stands before its first chapter, and its chapters."""

    title: Heading | None
    front: tuple[Block, ...]
    """What stands before the title."""
    opening: tuple[Block, ...]
    """What stands between the title and the first heading."""
    chapters: tuple[Node, ...]


def outline(blocks: Iterable[Block]) -> Outline:
    """The tree of the blocks. The title is the one the file names, or the first heading with nothing to say before it."""
    root = _tree(blocks)
    front, chapters = list(root.blocks), root.children
    title, opening = None, ()
    index = _title(chapters, root)
    if index is not None:
        # Lines above the title look like headings, and are none.
        front += [Paragraph(node.heading.words, node.heading.where) for node in chapters[:index] if node.heading]
        first = chapters[index]
        title, opening = first.heading, tuple(first.blocks)
        chapters = [*first.children, *chapters[index + 1 :]]
    else:
        named = [block for block in front if isinstance(block, Paragraph) and len(block.text) < 120 and kind_of(block.text)]
        if named:
            place = front.index(named[0])
            title = Heading(1, named[0].words, named[0].where, named[0].doubts, guessed=True)
            front, opening = front[:place], tuple(front[place + 1 :])
    return Outline(title, tuple(front), opening, tuple(_adopted(chapters)))


def _tree(blocks: Iterable[Block]) -> Node:
    root = Node(None)
    path: list[tuple[int, Node]] = [(0, root)]
    for block in blocks:
        if not isinstance(block, Heading):
            path[-1][1].blocks.append(block)
            continue
        level = 0.5 if block.is_title else block.level
        while len(path) > 1 and path[-1][0] >= level:
            path.pop()
        node = Node(block, doubts=[doubt for doubt in block.doubts])
        path[-1][1].children.append(node)
        path.append((level, node))  # type: ignore[arg-type]
    return root


def _title(chapters: list[Node], root: Node) -> int | None:
    """Which of the first headings is the title: the one the file names, or else the first that names a strategy."""
    leading = list(takewhile(lambda index: not any(map(_says_something, chapters[:index])), range(len(chapters))))
    if named := [index for index in leading if chapters[index].heading and chapters[index].heading.is_title]:  # type: ignore[union-attr]
        return named[0]
    before = sum(len(block.text) for block in root.blocks if isinstance(block, Paragraph))
    known = bool(chapters) and (found := meaning(chapters[0].title)) is not None and found.sure
    if not leading or known or before > 200:
        return None
    named_so = next((index for index in leading if kind_of(chapters[index].title)), None)
    if named_so is not None or is_usual(chapters[0].title):
        return named_so
    return 0 if len(chapters) == 1 or (not before and chapters[0].heading.guessed) or not chapters[0].blocks else None  # type: ignore[union-attr]


def _says_something(node: Node) -> bool:
    return bool(node.blocks or node.children)


def _adopted(nodes: list[Node]) -> list[Node]:
    """Headings that are names of channels, beside the heading of the channels or beside each other, put under one."""
    found: list[Node] = []
    index = 0
    while index < len(nodes):
        node = nodes[index]
        run = []
        while index + 1 + len(run) < len(nodes) and _names_channel(nodes[index + 1 + len(run)]):
            run.append(nodes[index + 1 + len(run)])
        opens = meaning(node.title)
        if opens and opens.chapter == "channels" and run and not any(map(_names_channel, node.children)):
            node.children += run
            node.doubts.append(Doubt("adopted"))
            index += len(run)
        elif opens and opens.chapter in _LISTS and not node.children and (points := _numbered(nodes[index + 1 :])):
            node.children += points
            node.doubts.append(Doubt("adopted_points"))
            index += len(points)
        elif _names_channel(node) and run:
            node = Node(None, [], [node, *run], [Doubt("adopted")])
            index += len(run)
        if node.heading:
            node.children = _adopted(node.children) if not (opens and opens.chapter == "channels") else node.children
        found.append(node)
        index += 1
    return found


def _numbered(nodes: list[Node]) -> list[Node]:
    """The first headings, as far as they are numbered 1, 2, 3."""
    found = takewhile(lambda pair: number_of(pair[1].title)[0].strip(".)") == str(pair[0]), enumerate(nodes, 1))
    return [node for _, node in found]


def _names_channel(node: Node) -> bool:
    return channels_of(node.title) is not None
