"""The hearing note as a document that Word and LibreOffice open: six small files of XML in a zip.

Written here and not with python-docx, which would bring a compiled library to every build for one document.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import Final
from zipfile import ZIP_STORED, ZipFile, ZipInfo

from markupsafe import escape

from kanalstrategi.exports.word_document import DECLARATION, document
from kanalstrategi.i18n import Catalog
from kanalstrategi.pages.draft import uri_of_hearing_note
from kanalstrategi.pages.hearing_note import note, word_file
from kanalstrategi.pages.hearing_note.view import HearingNote
from kanalstrategi.pages.remarks import changed_place
from kanalstrategi.site import Library, Municipality, Strategy
from kanalstrategi.site.library import HeldHearing

FILES: Final = {
    "[Content_Types].xml": "types",
    "_rels/.rels": "relations",
    "docProps/core.xml": None,
    "word/document.xml": None,
    "word/styles.xml": "styles",
    "word/_rels/document.xml.rels": "document_relations",
}
"""The files of a document in their order, each with the file of `word/` that is the same in all of them."""

_NOT_IN_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def hearing_notes(held: Library, words: Catalog) -> Iterator[tuple[str, Iterator[bytes]]]:
    """The note of every hearing, by its path on the site."""
    for municipality in held.municipalities:
        for strategy in municipality.strategies:
            for each in strategy.hearings:
                uri = uri_of_hearing_note(strategy.municipality_slug, strategy.slug, each.slug)
                yield word_file(uri), _pieces(words, each, strategy, municipality)


def _pieces(words: Catalog, held: HeldHearing, strategy: Strategy, municipality: Municipality) -> Iterator[bytes]:
    """The one piece of a document, made when it is written."""
    view = note(held, strategy, words)
    yield _zipped(
        {
            "docProps/core.xml": _core(view, words),
            "word/document.xml": document(view, words, lambda change: changed_place(change, strategy, municipality, words)),
        }
    )


def _zipped(own: Mapping[str, str]) -> bytes:
    """The zip; every file in it has the same day, so that the same note is the same bytes."""
    out = io.BytesIO()
    with ZipFile(out, "w", ZIP_STORED) as archive:
        for path, name in FILES.items():
            data = _shared(name) if name else _NOT_IN_XML.sub("", own[path]).encode()
            archive.writestr(ZipInfo(path, (1980, 1, 1, 0, 0, 0)), data)
    return out.getvalue()


@cache
def _shared(name: str) -> bytes:
    text = files(__package__).joinpath("word", f"{name}.xml").read_text(encoding="utf-8")
    return text.rstrip("\n").encode()


def _core(note: HearingNote, words: Catalog) -> str:
    language = "da-DK" if words.language == "da" else "en-GB"
    return (
        f"{DECLARATION}<cp:coreProperties"
        ' xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:title>{escape(note.title)}</dc:title><dc:creator>{escape(note.facts[0][1])}</dc:creator>"
        f"<dc:language>{language}</dc:language></cp:coreProperties>"
    )
