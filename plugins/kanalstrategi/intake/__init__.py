"""Documents of other programs to an edition: Word, PDF, HTML, Markdown and plain text.

One reader for each format makes the same blocks of it, and one placing puts the blocks into the structure
of an edition. Every word stands in the result once, and none is added but the editors' notes, which say
what was doubtful. Knows nothing of files, folders and terminals.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import PurePath

from kanalstrategi.intake.blocks import Reading, Refusal
from kanalstrategi.intake.formats import format_of, read
from kanalstrategi.intake.placing import Placement, place
from kanalstrategi.intake.proof import Proof, proof
from kanalstrategi.intake.writing import yaml_text


@dataclass(frozen=True)
class Imported:
    """A document that was read and placed."""

    format: str
    reading: Reading
    placement: Placement

    def text(self, comment: str) -> str:
        """The edition as the text of a YAML file, with a comment at its head."""
        return yaml_text(self.placement.edition, comment)

    @cached_property
    def proof(self) -> Proof:
        """The words of the document against those of the file, read as `check` reads it."""
        return proof(self.reading, self.placement.edition)


def import_document(data: bytes, name: str, municipality: str | None = None) -> Imported | Refusal:
    """Make an edition of a document's bytes; its name says what they may be.

    Raises `ImportError` when the libraries that read such documents are not installed.
    """
    suffix = PurePath(name).suffix
    reading = read(data, suffix)
    if isinstance(reading, Refusal):
        return reading
    return Imported(str(format_of(data, suffix)), reading, place(reading, municipality, name))


__all__ = ["Imported", "Refusal", "import_document"]
