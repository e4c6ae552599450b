"""Which reader a file needs, by what is in it rather than by its name, and why some files cannot be read."""

from __future__ import annotations

import re
from importlib import import_module
from io import BytesIO
from typing import Final
from zipfile import BadZipFile, ZipFile

from kanalstrategi.intake.blocks import Reading, Refusal, plain, words_in

MAX_BYTES: Final = 60_000_000
_OLD_WORD: Final = b"\xd0\xcf\x11\xe0"
_TEXT: Final = {".md": "markdown", ".markdown": "markdown", ".mdown": "markdown", ".html": "html", ".htm": "html", ".xhtml": "html"}
_PLAIN: Final = (".txt", ".text", "")
_PAGE: Final = re.compile(rb"(?is)^\s*(?:\xef\xbb\xbf)?\s*(?:<!doctype html|<html|<\?xml[^>]*\?>\s*<(?:!doctype )?html)")


def format_of(data: bytes, suffix: str) -> str | Refusal:
    """The name of the reader: word, pdf, html, markdown or plain."""
    if not data.strip():
        return Refusal("empty")
    if len(data) > MAX_BYTES:
        return Refusal("too_big", {"limit": MAX_BYTES // 1_000_000})
    if b"%PDF-" in data[:1024]:
        return "pdf"
    if data.startswith(_OLD_WORD):
        encrypted = "EncryptedPackage".encode("utf-16-le") in data
        return Refusal("password" if encrypted else "old_word")
    if data.startswith(b"PK"):
        return _of_package(data)
    suffix = suffix.casefold()
    if suffix in (".docx", ".docm", ".pdf"):
        return Refusal("damaged")
    if suffix in _TEXT:
        return _TEXT[suffix]
    if _PAGE.match(data[:2000]):
        return "html"
    return "plain" if suffix in _PLAIN and not data.startswith(b"{\\rtf") else Refusal("other")


def _of_package(data: bytes) -> str | Refusal:
    try:
        with ZipFile(BytesIO(data)) as package:
            names = package.namelist()
    except BadZipFile:
        return Refusal("damaged")
    return "word" if "word/document.xml" in names or "[Content_Types].xml" in names and _has_word(names) else Refusal("other")


def _has_word(names: list[str]) -> bool:
    return any(name.startswith("word/") for name in names)


def read(data: bytes, suffix: str) -> Reading | Refusal:
    """Read a document. Raises `ImportError` when the libraries of the extra `import` are not installed."""
    format = format_of(data, suffix)
    if isinstance(format, Refusal):
        return format
    try:
        reading = import_module(f"kanalstrategi.intake.{format}").read(data)
    except (AttributeError, KeyError, LookupError, RecursionError, TypeError, ValueError):
        # What a program has written that its own format does not allow fails deep in a library.
        return Refusal("damaged")
    if isinstance(reading, Reading) and not any(plain(words) for block in reading.blocks for words in words_in(block)):
        return Refusal("no_words")
    return reading  # type: ignore[no-any-return]
