"""What is wrong with a file before it is read as YAML: its encoding and its invisible characters."""

from __future__ import annotations

import codecs
import re
import unicodedata
from collections.abc import Iterator
from typing import Final

from kanalstrategi.diagnostics import Finding, Severity, Source, Span

MAX_BYTES: Final = 1_000_000

_OTHER_ENCODINGS: Final = {
    codecs.BOM_UTF32_LE: "UTF-32",
    codecs.BOM_UTF32_BE: "UTF-32",
    codecs.BOM_UTF16_LE: "UTF-16",
    codecs.BOM_UTF16_BE: "UTF-16",
}
_SPACES: Final = "\u00a0\u2007\u202f"
_UNSEEN: Final = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
# YAML reads NEL, LS and PS as line breaks, no editor shows them so; the rest are control characters.
_FORBIDDEN: Final = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029"
_ODD: Final = re.compile(f"[{_SPACES}{_UNSEEN}{_FORBIDDEN}]")
_INDENT: Final = re.compile(rf"[ \-{_SPACES}{_UNSEEN}]*[{_SPACES}{_UNSEEN}]")
_BEFORE_COLON: Final = re.compile(rf"[^:#\"']*[{_SPACES}{_UNSEEN}][^:#\"']*:(?:\s|$)")
_COMBINING: Final = re.compile("[\u0300-\u036f]")
_WORD_OF_TWO_ALPHABETS: Final = re.compile(
    r"\w*(?:[A-Za-zÆØÅæøå][\u0370-\u03ff\u0400-\u04ff]|[\u0370-\u03ff\u0400-\u04ff][A-Za-zÆØÅæøå])\w*"
)


def decode(data: bytes, name: str) -> tuple[Source, list[Finding]]:
    """The text of a file, and why it cannot be read where that is so (KS101, KS102)."""
    if len(data) > MAX_BYTES:
        source = Source(name, data[:2000].decode("utf-8", "replace"))
        return source, [_at(source, "KS102", Severity.ERROR, 1, 1, 1, limit=MAX_BYTES // 1_000_000)]
    for mark, encoding in _OTHER_ENCODINGS.items():
        if data.startswith(mark):
            source = Source(name, data.decode(encoding, "replace").lstrip("\ufeff"))
            return source, [_at(source, "KS101", Severity.ERROR, 1, 1, 1, encoding=encoding)]
    try:
        return Source(name, data.decode("utf-8-sig")), []
    except UnicodeDecodeError as error:
        before = Source(name, data[: error.start].decode("utf-8-sig"))
        # Latin-1 has a letter for every byte, so the line can be shown as its author knows it.
        source = Source(name, data.decode("latin-1"))
        line = len(before.lines)
        column = len(before.line(line)) + 1
        return source, [_at(source, "KS101", Severity.ERROR, line, column, 1, encoding="Latin-1 (Windows)")]


def inspect(source: Source) -> Iterator[Finding]:
    """Characters that nobody sees or that look like others (KS104 to KS106, KS117, KS118)."""
    if _ODD.search(source.text):
        for number, line in enumerate(source.lines, 1):
            yield from _odd_characters(source, number, line)
    if (mark := _COMBINING.search(source.text)) and not unicodedata.is_normalized("NFC", source.text):
        line = len(source.text[: mark.start()].splitlines())
        column = max(1, source.line(line).find(mark.group()))
        yield _at(source, "KS117", Severity.WARNING, line, column, 2)
    for word in _WORD_OF_TWO_ALPHABETS.finditer(source.text):
        before = source.text[: word.start()]
        line = len(Source("", before).lines)
        column = len(before) - (max(before.rfind("\n"), before.rfind("\r")) + 1) + 1
        letter = next(letter for letter in word.group() if "\u0370" <= letter <= "\u04ff")
        alphabet = unicodedata.name(letter).split()[0].capitalize()
        yield _at(
            source, "KS118", Severity.WARNING, line, column, len(word.group()),
            word=word.group(), letter=letter, alphabet=alphabet,
        )  # fmt: skip


def _odd_characters(source: Source, number: int, line: str) -> Iterator[Finding]:
    structural = _INDENT.match(line) or _BEFORE_COLON.match(line)
    for match in _ODD.finditer(line):
        character, column = match.group(), match.start() + 1
        code = f"U+{ord(character):04X}"
        if character not in _SPACES + _UNSEEN:
            yield _at(source, "KS106", Severity.ERROR, number, column, 1, character=code)
        elif structural and match.end() <= structural.end():
            yield _at(source, "KS104", Severity.ERROR, number, column, 1, character=code)
        else:
            severity = Severity.ADVICE if character in _SPACES else Severity.WARNING
            yield _at(source, "KS105", severity, number, column, 1, character=code)


def _at(
    source: Source, code: str, severity: Severity, line: int, column: int, width: int, **values: object
) -> Finding:
    return Finding(code, severity, Span(source, line, column, line, column + width), values)
