"""What is wrong with a file before it is read as YAML: its encoding and its invisible characters."""

from __future__ import annotations

import codecs
import re
import unicodedata
from collections import defaultdict
from collections.abc import Container, Iterator
from itertools import islice
from typing import Final

from kanalstrategi.diagnostics import Finding, Severity, Source, Span, listed

MAX_BYTES: Final = 1_000_000

_OTHER_FILES: Final = {b"PK\x03\x04": "Word", b"\xd0\xcf\x11\xe0": "Word", b"{\\rtf": "RTF", b"%PDF": "PDF"} | {
    b"\x89PNG": "PNG", b"\xff\xd8\xff": "JPEG", b"GIF8": "GIF"
}
_OTHER_ENCODINGS: Final = {
    codecs.BOM_UTF32_LE: "UTF-32",
    codecs.BOM_UTF32_BE: "UTF-32",
    codecs.BOM_UTF16_LE: "UTF-16",
    codecs.BOM_UTF16_BE: "UTF-16",
}
_SPACES: Final = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
_UNSEEN: Final = "\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff"
SPACE: Final = re.compile(f"[{_SPACES}]")
UNSEEN: Final = re.compile(f"[{_UNSEEN}]")
# The mark of a letter that was lost, and letters that only one program's own font can show.
UNSHOWABLE: Final = re.compile("[\ufffd\ue000-\uf8ff]")
# YAML reads NEL, LS and PS as line breaks, no editor shows them so; the rest are control characters.
FORBIDDEN: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
ODD: Final = re.compile(f"[{_SPACES}{_UNSEEN}]+")
_INDENT: Final = re.compile(rf"[ \-]*(?P<odd>[{_SPACES}{_UNSEEN}]+)")
_BESIDE_COLON: Final = re.compile(
    rf" *(?:- +)*[\w-]+(?::(?P<after>[{_SPACES}{_UNSEEN}]+)|(?P<before>[{_SPACES}{_UNSEEN}]+):)"
)
_COMBINED: Final = re.compile("[^\u0300-\u036f][\u0300-\u036f]+")

DOUBLY_ENCODED: Final = ("Ã", "â€", "Â")
"""How a letter of UTF-8 begins that was read as Windows-1252."""

_TWICE: Final = re.compile("Ã[\u00a0-\u00bf\u0152\u0153\u0160\u0161\u017d\u017e\u0178\u0192\u02c6\u02dc\u2010-\u203a\u20ac\u2122]|â€[\u0153\u2122\u201c\u201d\u02dc\u00a6\u00a2\x9d]|Â[\u00a0-\u00bf]")
_IN_A_KEY: Final = re.compile(r" *(?:- +)*[^\s:]*[ÃÂ][^\s:]*:(?: |$)")

_STRANGE: Final = "аеорсухіѕјһԁАВЕІКМНОРСТХЅЈαιορνκΑΒΕΖΗΙΚΜΝΟΡΤΥΧ"
_FAMILIAR: Final = "aeopcyxisjhdABEIKMHOPCTXSJaiopvkABEZHIKMNOPTYX"
LOOK_ALIKES: Final = str.maketrans(_STRANGE, _FAMILIAR)
"""Greek and Cyrillic letters to the Latin ones that look the same."""

OTHER_DASHES: Final = "–—‐‑−•●▪·"
"""What Word makes of the hyphen before an item."""

STRANGE_LETTER: Final = re.compile(f"[{_STRANGE}]")
_WORD: Final = re.compile(r"\w+")
_TWO_ALPHABETS: Final = re.compile(f"[A-Za-zÆØÅæøå][{_STRANGE}]|[{_STRANGE}][A-Za-zÆØÅæøå]")


def decode(data: bytes, name: str) -> tuple[Source, list[Finding]]:
    """The text of a file, and why it cannot be read where that is so (KS101, KS102, KS134)."""
    for start, program in _OTHER_FILES.items():
        if data.startswith(start):
            return _refused(name, data[:2000].decode("latin-1"), "KS134", program=program)
    if len(data) > MAX_BYTES:
        return _refused(name, data[:2000].decode("utf-8", "replace"), "KS102", limit=MAX_BYTES // 1_000_000)
    for mark, encoding in _OTHER_ENCODINGS.items():
        if data.startswith(mark):
            text = data.decode(encoding, "replace").lstrip("\ufeff")
            return _refused(name, text, "KS101", encoding=encoding)
    if data.count(0) > len(data) // 4:
        encoding = "utf-16-le" if data[1::2].count(0) >= data[::2].count(0) else "utf-16-be"
        return _refused(name, data.decode(encoding, "replace"), "KS101", encoding="UTF-16")
    data = data.removeprefix(codecs.BOM_UTF8)
    try:
        return Source(name, data.decode("utf-8"), data), []
    except UnicodeDecodeError as error:
        before = Source(name, data[: error.start].decode("utf-8"))
        source = Source(name, data.decode("utf-8", _WINDOWS))
        line = len(before.lines)
        column = len(before.line(line)) + 1
        return source, [_at(source, "KS101", Severity.ERROR, line, column, 1, encoding="Windows-1252 (Latin-1)")]


def inspect(source: Source) -> Iterator[Finding]:
    """Characters that stand in the way of reading or that look like others (KS104, KS106, KS117, KS118)."""
    twice = _written_twice(source)
    yield from _read_as_windows(source, twice)
    within = {(number, match.start() + offset + 1) for number, match in twice for offset in range(3)}
    yield from _grouped(source, FORBIDDEN, "KS106", Severity.ERROR, within)
    yield from _in_indent(source)
    yield from _decomposed(source)
    yield from _of_two_alphabets(source)


def unseen(source: Source, known: Container[tuple[int, int]]) -> Iterator[Finding]:
    """Characters in the text that nobody sees, except at the known places (KS105, KS125, KS126)."""
    yield from _grouped(source, SPACE, "KS105", Severity.ADVICE, known)
    yield from _grouped(source, UNSEEN, "KS125", Severity.WARNING, known)
    yield from _grouped(source, UNSHOWABLE, "KS126", Severity.WARNING, known)


def beside_colon(source: Source, line: int) -> Finding | None:
    """An odd space or an invisible character around the colon of the line's key (KS104)."""
    match = _BESIDE_COLON.match(source.line(line))
    if not match:
        return None
    kind = "after" if match["after"] else "before"
    return structural(source, line, match.start(kind) + 1, match[kind])


def structural(source: Source, line: int, column: int, characters: str, also: tuple[int, ...] = ()) -> Finding:
    """Odd characters in a place where only an ordinary space means something, and other lines with the same (KS104)."""
    values = {"character": _code(characters[0]), "lines": listed([line, *also])}
    return _at(source, "KS104", Severity.ERROR, line, column, len(characters), **values)


def look_alike(word: str) -> dict[str, object] | None:
    """What KS118 says of a word with letters that only look Latin."""
    strange = STRANGE_LETTER.search(word)
    if not strange:
        return None
    shown = word[:60]
    return {"word": shown, "letter": strange.group(), "suggestion": shown.translate(LOOK_ALIKES)}


def _in_indent(source: Source) -> Iterator[Finding]:
    found = [(number, match) for number, line in enumerate(source.lines, 1) if (match := _INDENT.match(line))]
    groups: dict[str, list[tuple[int, re.Match[str]]]] = defaultdict(list)
    for number, match in found:
        groups[match["odd"][0]].append((number, match))
    for group in groups.values():
        number, match = group[0]
        also = tuple(other for other, _ in group[1:])
        yield structural(source, number, match.start("odd") + 1, match["odd"], also)


def _grouped(
    source: Source, pattern: re.Pattern[str], code: str, severity: Severity, known: Container[tuple[int, int]] = ()
) -> Iterator[Finding]:
    """One finding for each character, at the first of its places: a pasted text may hold hundreds."""
    if not pattern.search(source.text):
        return
    places: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for number, line in enumerate(source.lines, 1):
        for match in pattern.finditer(line):
            if (number, match.start() + 1) not in known:
                places[match.group()].append((number, match.start() + 1))
    for character, found in places.items():
        lines = listed([number for number, _ in found])
        yield _at(source, code, severity, *found[0], 1, character=_code(character), lines=lines)


def _decomposed(source: Source) -> Iterator[Finding]:
    if unicodedata.is_normalized("NFC", source.text):
        return
    for number, line in enumerate(source.lines, 1):
        for match in _COMBINED.finditer(line):
            whole = unicodedata.normalize("NFC", match.group())
            if whole != match.group():
                column, width = match.start() + 1, len(match.group())
                yield _at(source, "KS117", Severity.WARNING, number, column, width, letter=whole)
                return


def _written_twice(source: Source) -> list[tuple[int, re.Match[str]]]:
    """The letters of UTF-8 that were read as Windows-1252 and saved again, each with its line."""
    if not any(start in source.text for start in DOUBLY_ENCODED):
        return []
    return [(number, match) for number, line in enumerate(source.lines, 1) for match in _TWICE.finditer(line)]


def _read_as_windows(source: Source, places: list[tuple[int, re.Match[str]]]) -> Iterator[Finding]:
    """What KS148 says of them, once for a file: it is one mistake, and in a key one that keeps it from being read."""
    if not places:
        return
    (number, first), lines = places[0], listed([number for number, _ in places])
    is_in_a_key = any(_IN_A_KEY.match(source.line(line)) for line, _ in places)
    severity = Severity.ERROR if is_in_a_key else Severity.WARNING
    values = {"written": first.group(), "letter": _once(first.group()), "lines": lines}
    yield _at(source, "KS148", severity, number, first.start() + 1, len(first.group()), **values)


def _once(written: str) -> str:
    return written.encode("cp1252", "replace" if "\x9d" not in written else "ignore").decode("utf-8", "replace")


def _of_two_alphabets(source: Source) -> Iterator[Finding]:
    if STRANGE_LETTER.search(source.text):
        yield from islice(_words_of_two_alphabets(source), 100)


def _words_of_two_alphabets(source: Source) -> Iterator[Finding]:
    for number, line in enumerate(source.lines, 1):
        for match in _WORD.finditer(line):
            word = match.group()
            if not _TWO_ALPHABETS.search(word):
                continue
            values = look_alike(unicodedata.normalize("NFC", word)) or {}
            yield _at(source, "KS118", Severity.WARNING, number, match.start() + 1, len(word), **values)


def _code(character: str) -> str:
    return f"U+{ord(character):04X}"


def _as_windows(error: UnicodeError) -> tuple[str, int]:
    """A byte that is not UTF-8, as the letter its author most likely saw."""
    assert isinstance(error, UnicodeDecodeError)
    return error.object[error.start : error.end].decode("cp1252", "replace"), error.end


_WINDOWS: Final = "kanalstrategi.windows"
codecs.register_error(_WINDOWS, _as_windows)


def _refused(name: str, text: str, code: str, **values: object) -> tuple[Source, list[Finding]]:
    source = Source(name, text)
    return source, [_at(source, code, Severity.ERROR, 1, 1, 1, **values)]


def _at(source: Source, code: str, severity: Severity, line: int, column: int, width: int, **values: object) -> Finding:
    return Finding(code, severity, Span(source, line, column, line, column + width), values)
