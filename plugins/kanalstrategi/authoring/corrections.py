"""Corrections that are safe to make for an author: characters that nobody sees, and quotation marks around codes.

A correction is made only where the file, read again, says the same. All other bytes stay as they are.
"""

from __future__ import annotations

import codecs
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import time
from typing import Final

from kanalstrategi import source
from kanalstrategi.authoring.codes import is_misread
from kanalstrategi.diagnostics import Severity
from kanalstrategi.source import Mapping, Node, Scalar, Sequence
from kanalstrategi.source.characters import ODD, SPACE, UNSEEN
from kanalstrategi.strategy.annotations import members, model_of
from kanalstrategi.strategy.fields import Amount, Part
from kanalstrategi.strategy.nodes import info_of
from kanalstrategi.strategy.text import Block

_LINE_BREAK: Final = re.compile(r"(\r\n|\n|\r)")
_COMBINED: Final = re.compile("[^\u0300-\u036f][\u0300-\u036f]+")
_STRUCTURAL: Final = re.compile(rf"[ \-]*{ODD.pattern}| *(?:- +)*[\w-]+(?::{ODD.pattern}|{ODD.pattern}:)")
_TEXTS: Final = {str, time, Amount}
"""The fields that take a text as it stands; in the others a word means something by itself."""


def corrected(data: bytes, name: str, model: type[Part]) -> bytes:
    """The file with every correction that is safe; the same bytes where there is none."""
    mark = codecs.BOM_UTF8 if data.startswith(codecs.BOM_UTF8) else b""
    try:
        text = data[len(mark) :].decode("utf-8")
    except UnicodeDecodeError:
        return data
    text = _File(name, text).readable().clean().quoted(model).text
    return mark + text.encode("utf-8")


@dataclass(frozen=True)
class _File:
    """A text on its way; every step gives back one that is at least as right."""

    name: str
    text: str

    def readable(self) -> _File:
        """Ordinary spaces where only they mean something, if that is what kept the file from being read."""
        if self._read()[0] is not None:
            return self
        parts = [_structure_cleaned(part) for part in self._parts()]
        other = _File(self.name, "".join(parts))
        return other if other._read()[1] <= self._read()[1] else self

    def clean(self) -> _File:
        """Without odd spaces, invisible characters and letters in two pieces, on every line where it is safe."""
        before, _ = self._read()
        if before is None:
            return self
        parts, clean = self._parts(), [cleaned(part) for part in self._parts()]
        wanted = _said(before)

        def is_safe(lines: list[str]) -> bool:
            node, _ = _File(self.name, "".join(lines))._read()
            return node is not None and _said(node) == wanted

        def try_out(numbers: list[int]) -> None:
            tried = list(parts)
            for number in numbers:
                tried[number] = clean[number]
            if is_safe(tried):
                parts[:] = tried
            elif len(numbers) > 1:
                try_out(numbers[: len(numbers) // 2])
                try_out(numbers[len(numbers) // 2 :])

        if changed := [number for number, part in enumerate(parts) if part != clean[number]]:
            try_out(changed)
        return _File(self.name, "".join(parts))

    def quoted(self, model: type[Part]) -> _File:
        """With quotation marks around what other programs would read as something else."""
        before, _ = self._read()
        if before is None:
            return self
        parts = self._parts()
        places = {(scalar.span.line, scalar.span.column): scalar for scalar in _texts(before, model)}
        for (line, column), scalar in sorted(places.items(), reverse=True):
            written = parts[2 * (line - 1)]
            end = column - 1 + len(scalar.text or "")
            if written[column - 1 : end] == scalar.text and is_misread(scalar.text):
                parts[2 * (line - 1)] = f'{written[: column - 1]}"{scalar.text}"{written[end:]}'
        other = _File(self.name, "".join(parts))
        after, _ = other._read()
        return other if after is not None and _said(after) == _said(before) else self

    def _parts(self) -> list[str]:
        """The lines, each followed by its break."""
        return _LINE_BREAK.split(self.text)

    def _read(self) -> tuple[Node | None, int]:
        """The tree, where the file can be read, and how many errors there are."""
        _, node, findings = source.read(self.text.encode("utf-8"), self.name)
        errors = sum(finding.severity is Severity.ERROR for finding in findings)
        return (None if errors else node), errors


def cleaned(text: str) -> str:
    """A line with ordinary spaces, without invisible characters, and with every letter as one character."""
    text = SPACE.sub(" ", text)
    text = UNSEEN.sub(lambda found: "" if _can_go(text, found) else found.group(), text)
    return _COMBINED.sub(lambda found: unicodedata.normalize("NFC", found.group()), text)


def _structure_cleaned(line: str) -> str:
    found = _STRUCTURAL.match(line)
    return cleaned(found.group()) + line[found.end() :] if found else line


def _can_go(text: str, found: re.Match[str]) -> bool:
    """Whether an invisible character does nothing: in other alphabets and between signs it does."""
    before = text[: found.start()].rstrip("\ufe0f")[-1:]
    is_at_end = found.group() == "\u00ad" and not text[found.end() :].strip()
    return not is_at_end and not ("\u0590" <= before <= "\u1fff" or before >= "\u2600")


def _texts(node: Node, model: type[Part] | None) -> Iterator[Scalar]:
    """Every text that stands where any text may stand."""
    if isinstance(node, Sequence):
        for item in node.items:
            yield from _texts(item, model)
    elif isinstance(node, Mapping):
        for entry in node.entries:
            info = info_of(model, entry)
            inner = model_of(info.annotation) if info else None
            if info and (not _TEXTS.isdisjoint(members(info.annotation)) or inner is Block):
                yield from _scalars(entry.value)
            yield from _texts(entry.value, inner)


def _scalars(node: Node) -> Iterator[Scalar]:
    if isinstance(node, Scalar) and node.text is not None:
        yield node
    elif isinstance(node, Sequence):
        for item in node.items:
            yield from _scalars(item)


def _said(node: Node) -> object:
    """What a tree says, whatever its places and white space."""
    if isinstance(node, Scalar):
        return None if node.text is None else " ".join(cleaned(node.text).split())
    if isinstance(node, Sequence):
        return tuple(_said(item) for item in node.items)
    return tuple((entry.key.text, _said(entry.value)) for entry in node.entries)
