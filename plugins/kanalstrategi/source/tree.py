"""A YAML text to a tree of nodes, from PyYAML's events, and what is found in it on the way."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import Any, Final

import yaml
from yaml.events import (
    AliasEvent,
    CollectionStartEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    NodeEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from kanalstrategi.diagnostics import Finding, Severity, Source, Span
from kanalstrategi.source import characters, signs
from kanalstrategi.source.broken import KEY_OR_ITEM, Key, Seen
from kanalstrategi.source.entries import Entries
from kanalstrategi.source.node import Mapping, Node, Scalar, Sequence
from kanalstrategi.source.wording import cut, in_curly, quoted, short

MAX_DEPTH: Final = 20
MAX_FINDINGS: Final = 500

_SHORT: Final = 60
"""Up to how many characters a line is not broken for its length."""

_COMMENT: Final = re.compile(" +#")
_QUESTION: Final = re.compile(r"\?\s+$")
_TAG: Final = re.compile(r"\S+")


class Refused(Exception):
    """The tree cannot be trusted any further; the finding that says why is already noted."""


class TreeReader:
    """Builds the tree from PyYAML's events, so that nothing is resolved, expanded or overwritten."""

    def __init__(self, source: Source, loader: type[Any]) -> None:
        self.source = source
        self._loader = loader
        self.findings: list[Finding] = []
        self.seen = Seen()
        self._brackets = 0
        self._without_dash: list[Mapping] = []
        """The items that the last mapping read was meant to be, before itself."""
        self._events = self._parse()

    def document(self) -> Node | None:
        node: Node | None = None
        for event in self._events:
            if isinstance(event, DocumentStartEvent):
                if node is not None:
                    self._refuse("KS116", self._span(event), sign="---")
                if event.version or event.tags:
                    line = self.source.line(event.start_mark.line + 1).strip()
                    self._refuse_start(event, "KS113", len(line), tag=short(line))
            elif isinstance(event, NodeEvent):
                node = self._node(event, 0)
        return node

    def _parse(self) -> Iterator[Event]:
        loader = self._loader(self.source.text)
        try:
            while loader.check_event():
                yield loader.get_event()
        except (ValueError, OverflowError) as error:
            if self._loader is not yaml.SafeLoader:
                raise Refused from error
            # A number in an escape or a directive that is far too large.
            self.findings.append(signs.too_large(self.source, loader.line + 1, loader.column + 1))
            raise Refused from None
        finally:
            loader.dispose()

    def _node(self, event: Event, depth: int) -> Node:
        assert isinstance(event, NodeEvent)
        if isinstance(event, AliasEvent) or event.anchor:
            sign = "*" if isinstance(event, AliasEvent) else "&"
            self._refuse_start(event, "KS112", 1 + len(event.anchor), sign=sign, name=event.anchor)
        if isinstance(event, (ScalarEvent, CollectionStartEvent)) and event.tag:
            tag = self._tag(event)
            self._refuse_start(event, "KS113", len(tag), tag=tag)
        if isinstance(event, ScalarEvent):
            return self._scalar(event)
        if depth >= MAX_DEPTH:
            self._refuse("KS103", self._first_character(event), limit=MAX_DEPTH)
        assert isinstance(event, CollectionStartEvent)
        build = self._sequence if isinstance(event, SequenceStartEvent) else self._mapping
        self._brackets += bool(event.flow_style)
        node = build(event, depth + 1)
        self._brackets -= bool(event.flow_style)
        return node

    def _scalar(self, event: ScalarEvent) -> Scalar:
        span = self._span(event)
        self.seen.text = event
        if not event.style:
            self._check_plain(event, span)
            if event.value in ("", "~", "null"):
                return Scalar(None, span)
        elif event.style in ("'", '"'):
            self._check_quoted(event, span)
        elif not event.value.strip():
            self._refuse("KS136", self._first_character(event), sign=event.style)
        return Scalar(unicodedata.normalize("NFC", event.value), span)

    def _check_plain(self, event: ScalarEvent, span: Span) -> None:
        """A text without quotes ends at ` #` and takes in the deeper lines below it, both in silence."""
        if meant := in_curly(event.value):
            mark = self._first_character(event)
            self._note("KS145", Severity.ADVICE, mark, sign=event.value[0], suggestion=quoted(meant))
        rest = self.source.line(span.end_line)[span.end_column - 1 :]
        if event.value and (comment := _COMMENT.match(rest)):
            column = span.end_column + comment.end() - 1
            mark = Span(self.source, span.end_line, column, span.end_line, span.end_column + len(rest.rstrip()))
            lost = rest[comment.end() - 1 :].strip()
            self.seen.comment = (mark, event.value)
            self._note("KS115", Severity.WARNING, mark, **cut(event.value, lost))
        for number in range(span.line + 1, span.end_line + 1):
            line = self.source.line(number)
            start = len(line) - len(line.lstrip(" "))
            if line[start : start + 2] == "- " and self.seen.keys:
                mark = Span(self.source, number, start + 1, number, len(line.rstrip()) + 1)
                word = short(line.strip())
                self._note("KS133", Severity.WARNING, mark, word=word, above=short(event.value.split(" - ")[0]))
                return
            above = self.source.line(number - 1)[span.column - 1 if number == span.line + 1 else 0 :].strip()
            key = self.seen.keys[-1] if self.seen.keys else None
            if key and key.line == span.line and len(above) <= _SHORT and line.strip() and not self._brackets:
                mark = Span(self.source, number, start + 1, number, len(line.rstrip()) + 1)
                code = "KS155" if key.word == "-" else "KS156"
                self._note(code, Severity.ADVICE, mark, word=short(line.strip()), above=short(above))
                return

    def _check_quoted(self, event: ScalarEvent, span: Span) -> None:
        """Quotes that were never closed run on to the next ones, over lines that belong elsewhere."""
        parent = self.seen.keys[-1].column if self.seen.keys else 0
        for number in range(span.line + 1, span.end_line + 1):
            line = self.source.line(number)
            is_outside = KEY_OR_ITEM.match(line) and len(line) - len(line.lstrip(" ")) < parent
            if is_outside and not self._brackets:
                self._refuse("KS110", self._first_character(event), sign=event.style)
        if characters.FORBIDDEN.search(event.value):
            for number in range(span.line, span.end_line + 1):
                start = self.source.line(number).find("\\", span.column - 1 if number == span.line else 0)
                if start >= 0:
                    self.findings.append(signs.escape(self.source, number, start + 1))
                    raise Refused

    def _sequence(self, start: Event, depth: int) -> Sequence:
        items = []
        mark = self._first_character(start)
        while not isinstance(event := next(self._events), SequenceEndEvent):
            if self.source.line(mark.line)[mark.column - 1 : mark.column] == "-":
                self.seen.keys.append(Key("-", event.start_mark.line + 1, mark.column))
            item = self._node(event, depth)
            items += [*self._without_dash, item]
            self._without_dash = []
        return Sequence(tuple(items), mark)

    def _mapping(self, start: Event, depth: int) -> Mapping:
        entries = Entries(self.source, self._note)
        while not isinstance(event := next(self._events), MappingEndEvent):
            key = self._key(event, depth)
            value = self._node(next(self._events), depth)
            if not isinstance(key, Scalar):
                self._note("KS120", Severity.ERROR, key.span)
            elif not (name := self._name(key)):
                self._note("KS131", Severity.ERROR, key.span)
            else:
                entries.add(name, key.span, value)
        *self._without_dash, last = entries.mappings() or [Mapping((), self._first_character(start))]
        return last

    def _key(self, event: Event, depth: int) -> Node:
        line, column = event.start_mark.line + 1, event.start_mark.column + 1
        if question := _QUESTION.search(self.source.line(line)[: column - 1]):
            text = self.source.line(line)[question.start() :].strip()
            mark = Span(self.source, line, question.start() + 1, line, question.start() + 2)
            self._refuse("KS109", mark, sign="?", suggestion=quoted(text))
        key = self._node(event, depth)
        if self.findings and self.findings[-1].code == "KS145" and self.findings[-1].place[1:3] == (line, column):
            self.findings.pop()  # No key has quotation marks, which is said where it is looked for.
        self.seen.keys.append(Key((key.text or "") if isinstance(key, Scalar) else "", line, column))
        return key

    def _name(self, key: Scalar) -> str:
        """The key without the odd spaces (KS104) and invisible characters that came with it from elsewhere."""
        text, span = characters.UNSEEN.sub("", key.text or ""), key.span
        if characters.SPACE.search(text):
            if space := characters.SPACE.search(self.source.line(span.line), span.column - 1):
                self.findings.append(characters.structural(self.source, span.line, space.start() + 1, space.group()))
            text = characters.SPACE.sub(" ", text).strip().replace(" ", "_")
        return text.strip()

    def _tag(self, event: Event) -> str:
        start = event.start_mark
        match = _TAG.match(self.source.line(start.line + 1), start.column)
        return match.group() if match else "!"

    def _note(self, code: str, severity: Severity, span: Span, **values: object) -> None:
        self.findings.append(Finding(code, severity, span, values))
        if len(self.findings) == MAX_FINDINGS:
            self._refuse("KS139", span, limit=MAX_FINDINGS)

    def _refuse(self, code: str, span: Span, **values: object) -> None:
        self._note(code, Severity.ERROR, span, **values)
        raise Refused

    def _refuse_start(self, event: Event, code: str, width: int, **values: object) -> None:
        """Refuse what begins with a sign that is YAML's own, with the same line in quotes as the cure."""
        line, column = event.start_mark.line + 1, event.start_mark.column + 1
        suggestion = quoted(self.source.line(line)[column - 1 :].strip())
        self._refuse(code, Span(self.source, line, column, line, column + width), suggestion=suggestion, **values)

    def _span(self, event: Event) -> Span:
        start, end = event.start_mark, event.end_mark
        return Span(self.source, start.line + 1, start.column + 1, end.line + 1, end.column + 1)

    def _first_character(self, event: Event) -> Span:
        line, column = event.start_mark.line + 1, event.start_mark.column + 1
        return Span(self.source, line, column, line, column + 1)
