"""The tree that a file becomes: text, lists and mappings, each with its place."""

from __future__ import annotations

from dataclasses import dataclass, field

from kanalstrategi.diagnostics import Span


@dataclass(frozen=True, slots=True)
class Scalar:
    """Text as the author wrote it, in NFC; `None` where nothing stands."""

    text: str | None
    span: Span


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list; its span is its first character."""

    items: tuple[Node, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Entry:
    key: Scalar
    value: Node


@dataclass(frozen=True, slots=True)
class Mapping:
    """Keys and values in the author's order, each key once; its span is its first key."""

    entries: tuple[Entry, ...]
    span: Span
    is_headless: bool = False
    """Whether the line that it began with is gone, which is said already."""
    again: tuple[Entry, ...] = ()
    """The keys that stand there again, which is said already."""
    _by_key: dict[str | None, Entry] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_by_key", {entry.key.text: entry for entry in self.entries})

    def entry(self, key: str) -> Entry | None:
        return self._by_key.get(key)


Node = Scalar | Sequence | Mapping
