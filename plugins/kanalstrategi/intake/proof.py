"""The proof that an import lost nothing and added nothing: the words of the document against those of the edition."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from kanalstrategi import source
from kanalstrategi.diagnostics import Source
from kanalstrategi.intake.blocks import Reading, words_in
from kanalstrategi.intake.prose import shown
from kanalstrategi.intake.writing import OPEN, Written, yaml_text
from kanalstrategi.strategy.channels import Rank
from kanalstrategi.strategy.decode import decode
from kanalstrategi.strategy.document import Document
from kanalstrategi.strategy.edition import Edition
from kanalstrategi.strategy.fields import Part
from kanalstrategi.strategy.sections import Section
from kanalstrategi.strategy.text import Block, Figure, Note
from kanalstrategi.strategy.vocabulary import Kind

_WORD: Final = re.compile(r"\w+")
_EDITORS: Final = {
    Document: {"kind", "period", "status", "origin", "coverage"},
    Section: {"editors_heading"},
    Figure: {"missing"},
}
"""The fields that the import fills in itself."""


@dataclass(frozen=True)
class Proof:
    words: Counter[str]
    """The words of the document, and how often each stands in it."""
    lost: tuple[str, ...]
    added: tuple[str, ...]


def proof(reading: Reading, written: Written) -> Proof:
    """Read what was written as `check` does, and compare."""
    node = source.read(yaml_text(_filled(written), "").encode(), "")[1]
    edition, findings = decode(node, Edition, Source("", ""))
    assert edition, findings
    document = Counter(_WORD.findall(" ".join(_read(reading))))
    result = Counter(_WORD.findall(" ".join(said(edition))))
    return Proof(document, tuple((document - result).elements()), tuple((result - document).elements()))


def _filled(written: Written) -> Written:
    """The same with something in the places that a person has to fill in, so that it can be read."""
    kind, document = (str(model.model_fields[name].alias) for model, name in ((Document, "kind"), (Edition, "document")))
    filled = {key: "–" if value is OPEN else value for key, value in written[document].items()}
    return {**written, document: {**filled, kind: Kind.OTHER if written[document][kind] is OPEN else filled[kind]}}


def _read(reading: Reading) -> Iterator[str]:
    blocks = [*reading.blocks]
    for note in reading.footnotes:
        yield note.mark
        blocks += note.blocks
    for block in blocks:
        for words in words_in(block):
            yield "".join(run.text for run in words)


def said(value: Any) -> Iterator[str]:
    """The words of the document that a part holds, as a page shows them, in the order of the model."""
    if isinstance(value, tuple):
        for each in value:
            yield from said(each)
    elif isinstance(value, Edition):
        yield value.document.title
        for name in type(value).model_fields:
            if name not in ("municipality", "municipality_code", "document", "notes"):
                yield from said(getattr(value, name))
    elif isinstance(value, Block) and value.prose:
        yield shown(value.prose)
    elif isinstance(value, Rank):
        yield f"{value.place_number}. {value.name}"
    elif isinstance(value, Part) and not isinstance(value, Note):
        for name in type(value).model_fields:
            if name not in ("id", "place", "year", *_EDITORS.get(type(value), ())):
                yield from said(getattr(value, name))
    elif isinstance(value, str):
        yield value

