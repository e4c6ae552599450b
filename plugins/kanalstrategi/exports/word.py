"""The hearing note as a document that Word and LibreOffice open: six small files of XML in a zip.

Written here and not with python-docx, which would bring a compiled library to every build for one document.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import Final
from zipfile import ZIP_STORED, ZipFile, ZipInfo

from kanalstrategi.components import Prose
from kanalstrategi.components.environment import environment
from kanalstrategi.i18n import Catalog
from kanalstrategi.pages.draft import uri_of_hearing_note
from kanalstrategi.pages.hearing_note import note, word_file
from kanalstrategi.pages.page import plain
from kanalstrategi.pages.remarks import changed_place
from kanalstrategi.site import Library, Municipality, Strategy
from kanalstrategi.site.library import HeldHearing
from kanalstrategi.strategy.text import Text

FILES: Final = {
    "[Content_Types].xml": "types",
    "_rels/.rels": "relations",
    "docProps/core.xml": "core",
    "word/document.xml": "document",
    "word/styles.xml": "styles",
    "word/_rels/document.xml.rels": "document_relations",
}
"""The files of a document, and the template of each."""

_END_OF_PARAGRAPH = re.compile(r"</p>|</li>|<ul>|<ol")
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
    yield _document(
        words,
        note=note(held, strategy, words),
        changed=lambda change: changed_place(change, strategy, municipality, words),
    )


def _document(words: Catalog, **view: object) -> bytes:
    """The zip; every file in it has the same day, so that the same note is the same bytes."""
    out = io.BytesIO()
    with ZipFile(out, "w", ZIP_STORED) as archive:
        for path, name in FILES.items():
            template = environment(words.language).get_template(f"exports/word/{name}.xml.jinja")
            xml = template.render(t=words, paragraphs=paragraphs, **view)
            archive.writestr(ZipInfo(path, (1980, 1, 1, 0, 0, 0)), _NOT_IN_XML.sub("", xml).encode())
    return out.getvalue()


def paragraphs(text: Text) -> Iterator[str]:
    """Running text as plain paragraphs, a list item on each line of its own."""
    for block in text:
        if block.prose:
            html = Prose()(block.prose)
            yield from (line for piece in _END_OF_PARAGRAPH.split(html) if (line := plain(piece)))
        elif block.note:
            yield block.note.text
