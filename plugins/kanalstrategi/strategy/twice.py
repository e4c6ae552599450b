"""Items whose first line was written twice, so that the first of the two is an item of one line."""

from __future__ import annotations

from collections.abc import Iterator

from kanalstrategi.diagnostics import Finding, Severity
from kanalstrategi.source import Mapping, Node, Scalar, Sequence


def written_twice(node: Node) -> Iterator[tuple[Mapping, Finding]]:
    """Every item that is only the line of the next one, with what is said of it (KS264)."""
    if isinstance(node, Sequence):
        for item, following in zip(node.items, node.items[1:], strict=False):
            if isinstance(item, Mapping) and isinstance(following, Mapping) and _is_line_of(item, following):
                values = {"line": following.span.line}
                yield item, Finding("KS264", Severity.ERROR, item.span, values)
    children = node.items if isinstance(node, Sequence) else [entry.value for entry in node.entries] if isinstance(node, Mapping) else ()
    for child in children:
        yield from written_twice(child)


def _is_line_of(item: Mapping, following: Mapping) -> bool:
    if len(item.entries) != 1 or len(following.entries) < 2:
        return False
    own, other = item.entries[0], following.entries[0]
    if not isinstance(own.value, Scalar) or not isinstance(other.value, Scalar):
        return False
    return (own.key.text, own.value.text) == (other.key.text, other.value.text) and following.span.line == item.span.line + 1


def without(node: Node, items: list[Mapping]) -> Node:
    """The tree without those items."""
    if isinstance(node, Sequence):
        kept = (item for item in node.items if not any(item is each for each in items))
        return Sequence(tuple(without(item, items) for item in kept), node.span)
    if not isinstance(node, Mapping):
        return node
    entries = tuple(type(entry)(entry.key, without(entry.value, items)) for entry in node.entries)
    return Mapping(entries, node.span, node.is_headless, node.again)
