"""A chapter of an edition from the part of the document that its heading opens.

Each function takes a node and gives what stands under the chapter's key, or nothing where the node's
form does not fit: then its words stay a section, and a note says what it looks like.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from kanalstrategi.intake.blocks import Block, Doubt, Item, Listing, Paragraph, plain
from kanalstrategi.intake.definitions import terms
from kanalstrategi.intake.headed import are_statements, headed, heading_of, items, own, section, split
from kanalstrategi.intake.lexicon import goal_level, number_of, year_of
from kanalstrategi.intake.outline import Node
from kanalstrategi.intake.texts import Texts
from kanalstrategi.intake.writing import Written, part
from kanalstrategi.strategy.edition import Audience, Audiences
from kanalstrategi.strategy.sections import Chapter
from kanalstrategi.strategy.statements import (
    Criteria,
    Criterion,
    Goal,
    GoalGroup,
    Initiative,
    InitiativeGroup,
    Initiatives,
    Item as StatedItem,
    Principle,
    PrincipleGroup,
    ServiceTarget,
    ServiceTargets,
    Statement,
)


def chapter(node: Node, texts: Texts) -> Written | None:
    return part(Chapter, **_opened(node, own(node), texts))


def _opened(node: Node, blocks: list[Block], texts: Texts) -> dict[str, Any]:
    return {
        "heading": heading_of(node, texts),
        "text": texts.text(blocks, node.doubts),
        "sections": [section(child, texts) for child in node.children],
    }


def vision(node: Node, texts: Texts) -> list[Written] | None:
    if node.children or not node.blocks:
        return None
    title = heading_of(node, texts)
    text = texts.text(own(node), node.doubts)
    id = texts.ids.make("vision", number_of(node.title)[1], "vision")
    return [part(Statement, id=id, heading=title, labelled=True, year=year_of(node.title), text=text)]


def goals(node: Node, texts: Texts) -> list[Written] | None:
    level, is_said = goal_level(node.title)
    doubts = [*node.doubts, *([] if is_said else [Doubt("goal_level")])]
    if node.children:
        if not are_statements(node.children) or any(isinstance(block, Listing) for block in node.blocks):
            return None
        text, stated = texts.text(own(node), doubts), headed(Goal, node.children, texts)
        return [part(GoalGroup, level=level, heading=heading_of(node, texts), text=text, goals=stated)]
    groups = split(own(node))
    if groups[0][1] is None:
        if not node.blocks:
            return None
        goal = part(Goal, id=texts.ids.make("maal", node.title, "maal"), text=texts.text(own(node)))
        doubts.append(Doubt("goals_as_text"))
        text = texts.text([], doubts)
        return [part(GoalGroup, level=level, heading=heading_of(node, texts), text=text, goals=[goal])]
    closing = groups.pop()[0] if groups[-1][1] is None else []
    written = []
    for index, (before, listing) in enumerate(groups):
        assert listing
        group = {"level": level, "text": texts.text(before, () if index else doubts), "goals": items(Goal, listing, texts)}
        group["heading"] = None if index else heading_of(node, texts)
        group["closing"] = texts.text(closing) if index == len(groups) - 1 else None
        written.append(part(GoalGroup, **group))
    return written


def principles(node: Node, texts: Texts) -> list[Written] | None:
    title = heading_of(node, texts)
    if node.children:
        if not are_statements(node.children) or any(isinstance(block, Listing) for block in node.blocks):
            return None
        text, stated = texts.text(own(node), node.doubts), headed(Principle, node.children, texts)
        return [part(PrincipleGroup, heading=title, text=text, principles=stated)]
    groups = split(own(node))
    if groups[0][1] is None:
        return None
    closing = groups.pop()[0] if groups[-1][1] is None else []
    written = []
    for index, (before, listing) in enumerate(groups):
        assert listing
        group = {"heading": None if index else title, "text": texts.text(before, () if index else node.doubts)}
        group["principles"] = items(Principle, listing, texts)
        group["closing"] = texts.text(closing) if index == len(groups) - 1 else None
        written.append(part(PrincipleGroup, **group))
    return written


def _with_items(model: type[Chapter], kind: type[StatedItem]) -> Callable[[Node, Texts], Written | None]:
    def build(node: Node, texts: Texts) -> Written | None:
        groups = split(own(node))
        if len(groups) == 1 and groups[0][1] is not None:
            before, listing = groups[0]
            return part(model, **_opened(node, before, texts), items=items(kind, listing, texts))
        if groups[0][1] is None and are_statements(node.children):
            opened = {**_opened(Node(node.heading, node.blocks, [], node.doubts), own(node), texts)}
            return part(model, **opened, items=headed(kind, node.children, texts))
        if groups[0][1] is not None:
            node.doubts.append(Doubt("list_in_text"))
        return part(model, **_opened(node, own(node), texts))

    return build


def initiatives(node: Node, texts: Texts) -> Written | None:
    groups = split(own(node))
    stated: list[Written] = []
    if len(groups) == 1 and groups[0][1] is not None:
        before, listing = groups[0]
        opened = _opened(node, before, texts)
        return part(Initiatives, **opened, groups=[part(InitiativeGroup, items=items(Initiative, listing, texts))])
    if node.children and all(_is_one_list(child) for child in node.children):
        for child in node.children:
            assert isinstance(child.blocks[0], Listing)
            inner = items(Initiative, child.blocks[0], texts)
            stated.append(part(InitiativeGroup, heading=heading_of(child, texts), items=inner))
        return part(Initiatives, **_opened(Node(node.heading, [], [], node.doubts), own(node), texts), groups=stated)
    return part(Initiatives, **_opened(node, own(node), texts))


def _is_one_list(node: Node) -> bool:
    return len(node.blocks) == 1 and isinstance(node.blocks[0], Listing) and not node.children and not node.doubts


def audiences(node: Node, texts: Texts) -> Written | None:
    groups = split(own(node))
    first = groups[0][1]
    if first is None or len(groups) > 2 or (len(groups) == 2 and groups[1][1]) or not all(map(_is_name, first.items)):
        return part(Audiences, **_opened(node, own(node), texts))
    named = []
    for item in first.items:
        name = plain(item.blocks[0].words)  # type: ignore[union-attr]
        id = texts.ids.make("maalgruppe", name, "gruppe")
        named.append(part(Audience, id=id, number=item.mark or None, name=name))
    closing = texts.text(groups[1][0]) if len(groups) == 2 else None
    return part(Audiences, **_opened(node, groups[0][0], texts), groups=named, closing=closing)


def _is_name(item: Item) -> bool:
    """Whether an item is one short paragraph of words alone."""
    only = item.blocks[0] if len(item.blocks) == 1 else None
    return isinstance(only, Paragraph) and len(only.text) < 150 and not any(run.link or run.footnote for run in only.words)


BUILDERS: Final[dict[str, Callable[[Node, Texts], Any]]] = {
    "help": chapter,
    "vision": vision,
    "goals": goals,
    "principles": principles,
    "criteria": _with_items(Criteria, Criterion),
    "service_targets": _with_items(ServiceTargets, ServiceTarget),
    "initiatives": initiatives,
    "organisation": chapter,
    "economy": chapter,
    "follow_up": chapter,
    "audiences": audiences,
    "scope": chapter,
    "frame": chapter,
    "terms": terms,
}
"""What makes each chapter, by its field of `Edition`; the channels have a module of their own."""

SEVERAL: Final = {"vision", "goals", "principles"}
"""The chapters that may be opened more than once."""
