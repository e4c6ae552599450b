"""The entries of a mapping as they are read, and the items that they were meant to be where a key stands there again."""

from __future__ import annotations

from collections.abc import Callable

from kanalstrategi.diagnostics import Severity, Source, Span
from kanalstrategi.source.node import Entry, Mapping, Node, Scalar
from kanalstrategi.source.wording import short

Note = Callable[..., None]


class Entries:
    """The entries of one mapping, in the author's order."""

    def __init__(self, source: Source, note: Note) -> None:
        self._source = source
        self._note = note
        self._own: dict[str, Entry] = {}
        self._again: dict[str, Entry] = {}
        self._twice: list[Entry] = []
        self._before: list[Mapping] = []

    def add(self, name: str, span: Span, value: Node) -> None:
        entry = Entry(Scalar(name, span), value)
        if self._own and name == next(iter(self._own)) and self._is_item():
            self._note("KS144", Severity.ERROR, span, key=name, suggestion=f"- {short(self._rest(span))}")
            self._before += self._mappings()
            self._own, self._again, self._twice = {name: entry}, {}, []
        elif name in self._own or self._may_be_headless():
            if name in self._own and _is_blank(self._own[name].value):
                # A key that was written twice in a row: what it is for stands under the second.
                self._own[name] = Entry(self._own[name].key, value)
                self._again[name] = Entry(Scalar(name, span), Scalar(None, span))
            else:
                self._again[name] = entry
        else:
            self._told_again()
            self._own[name] = entry

    def mappings(self) -> list[Mapping]:
        """The mapping, after the items that were meant before it; nothing where there are no entries."""
        return [*self._before, *self._mappings()]

    def _mappings(self) -> list[Mapping]:
        if not self._own:
            return []
        first = next(iter(self._own.values())).key
        if not self._is_headless():
            self._told_again()
            return [Mapping(tuple(self._own.values()), first.span, again=tuple(self._twice))]
        held = Mapping(tuple(self._own.values()), first.span)
        key = next(iter(self._again.values())).key
        self._note("KS152", Severity.ERROR, key.span, **self._values(str(key.text)))
        return [held, Mapping(tuple(self._again.values()), key.span, is_headless=True)]

    def _told_again(self) -> None:
        """Say that keys stand there again (KS114, KS153): those in a row are one mistake."""
        if self._again:
            name, entry = next(iter(self._again.items()))
            code = "KS153" if self._is_item() and not _is_blank(entry.value) else "KS114"
            is_lost = any(not isinstance(each.value, Scalar) for each in self._again.values())
            self._note(code, Severity.ERROR, entry.key.span, **self._values(name), is_lost=is_lost)
            self._twice += (each for other, each in self._again.items() if other in self._own)
            self._own |= {other: each for other, each in self._again.items() if other not in self._own}
            self._again = {}

    def _values(self, name: str) -> dict[str, object]:
        first = next(iter(self._own.values())).key
        spaces = max(0, first.span.column - 3)
        return {"key": name, "line": self._own[name].key.span.line, "first": str(first.text), "spaces": spaces}

    def _is_headless(self) -> bool:
        """Whether what stands there again is an item whose first line is gone: all goes on from the second key of the one above."""
        return self._may_be_headless() and len(self._again.keys() & self._own.keys()) > 1

    def _may_be_headless(self) -> bool:
        return bool(self._again) and self._is_item() and list(self._own)[1:2] == list(self._again)[:1]

    def _is_item(self) -> bool:
        span = next(iter(self._own.values())).key.span
        return self._source.line(span.line)[: span.column - 1].endswith("- ")

    def _rest(self, span: Span) -> str:
        return self._source.line(span.line)[span.column - 1 :].strip()


def _is_blank(value: Node) -> bool:
    return isinstance(value, Scalar) and not value.text
