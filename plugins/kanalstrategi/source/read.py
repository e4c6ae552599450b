"""A file's bytes to a tree of nodes, and the findings on the way."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import Final

import yaml
from yaml.events import (
    AliasEvent,
    CollectionStartEvent,
    DocumentStartEvent,
    Event,
    MappingStartEvent,
    NodeEvent,
    ScalarEvent,
    SequenceEndEvent,
    MappingEndEvent,
    SequenceStartEvent,
)

from kanalstrategi.diagnostics import Finding, Severity, Source, Span
from kanalstrategi.source import characters, syntax
from kanalstrategi.source.node import Entry, Mapping, Node, Scalar, Sequence

MAX_DEPTH: Final = 20

_COMMENT: Final = re.compile(r"[ \t]+#")


def read(data: bytes, name: str) -> tuple[Source, Node | None, list[Finding]]:
    """Read one file. The tree is `None` when a finding of severity fejl kept it from being read.

    Nothing an author writes raises; `name` is what findings call the file.
    """
    source, findings = characters.decode(data, name)
    if not findings:
        findings.extend(characters.inspect(source))
    if any(finding.severity is Severity.ERROR for finding in findings):
        return source, None, findings
    reader = _Reader(source)
    try:
        node = reader.document()
    except yaml.MarkedYAMLError as error:
        return source, None, [*findings, *reader.findings, syntax.explain(error, source)]
    except _Refused:
        node = None
    return source, node, [*findings, *reader.findings]


class _Refused(Exception):
    """The tree cannot be trusted any further; the finding that says why is already noted."""


class _Reader:
    """Builds the tree from PyYAML's events, so that nothing is resolved, expanded or overwritten."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.findings: list[Finding] = []
        self._events: Iterator[Event] = yaml.parse(source.text, Loader=yaml.SafeLoader)

    def document(self) -> Node | None:
        node: Node | None = None
        for event in self._events:
            if isinstance(event, DocumentStartEvent):
                if node is not None:
                    self._note("KS116", Severity.ERROR, self._span(event))
                    raise _Refused
                if event.version or event.tags:
                    self._note("KS113", Severity.ERROR, self._span(event), tag="%")
            elif isinstance(event, NodeEvent):
                node = self._node(event, 0)
        return node

    def _node(self, event: Event, depth: int) -> Node:
        if isinstance(event, AliasEvent):
            self._note("KS112", Severity.ERROR, self._span(event), sign="*", name=event.anchor)
            raise _Refused
        if event.anchor:
            self._note("KS112", Severity.ERROR, self._span(event), sign="&", name=event.anchor)
            raise _Refused
        if event.tag:
            self._note("KS113", Severity.ERROR, self._span(event), tag=event.tag)
            raise _Refused
        if isinstance(event, ScalarEvent):
            return self._scalar(event)
        if depth >= MAX_DEPTH:
            self._note("KS103", Severity.ERROR, self._span(event), limit=MAX_DEPTH)
            raise _Refused
        assert isinstance(event, CollectionStartEvent)
        build = self._sequence if isinstance(event, SequenceStartEvent) else self._mapping
        return build(event, depth + 1)

    def _scalar(self, event: ScalarEvent) -> Scalar:
        span = self._span(event)
        if event.style is None:
            rest = self.source.line(span.end_line)[span.end_column - 1 :]
            if comment := _COMMENT.match(rest):
                column = span.end_column + comment.end() - 1
                end = span.end_column + len(rest)
                mark = Span(self.source, span.end_line, column, span.end_line, end)
                cut = rest[comment.end() - 1 :].strip()
                self._note("KS115", Severity.WARNING, mark, kept=event.value[-40:], cut=cut[:60])
            if event.value in ("", "~", "null"):
                return Scalar(None, span)
        return Scalar(unicodedata.normalize("NFC", event.value), span)

    def _sequence(self, start: SequenceStartEvent, depth: int) -> Sequence:
        items = []
        while not isinstance(event := next(self._events), SequenceEndEvent):
            items.append(self._node(event, depth))
        return Sequence(tuple(items), self._first_character(start))

    def _mapping(self, start: MappingStartEvent, depth: int) -> Mapping:
        entries: dict[str, Entry] = {}
        while not isinstance(event := next(self._events), MappingEndEvent):
            key = self._node(event, depth)
            value = self._node(next(self._events), depth)
            if not isinstance(key, Scalar):
                self._note("KS120", Severity.ERROR, key.span)
                continue
            name = key.text or ""
            if first := entries.get(name):
                self._note("KS114", Severity.ERROR, key.span, key=name, line=first.key.span.line)
                continue
            entries[name] = Entry(Scalar(name, key.span), value)
        first_key = next(iter(entries.values()), None)
        return Mapping(tuple(entries.values()), first_key.key.span if first_key else self._first_character(start))

    def _note(self, code: str, severity: Severity, span: Span, **values: object) -> None:
        self.findings.append(Finding(code, severity, span, values))

    def _span(self, event: Event) -> Span:
        start, end = event.start_mark, event.end_mark
        return Span(self.source, start.line + 1, start.column + 1, end.line + 1, end.column + 1)

    def _first_character(self, event: Event) -> Span:
        line, column = event.start_mark.line + 1, event.start_mark.column + 1
        return Span(self.source, line, column, line, column + 1)
