"""Which fields are the editors' own, so that a change in them changes nothing that the municipality has said.

An editors' field is one that names, sorts, sums up or points at words of the document: its summary and notes, where
the text comes from and how much of it we have, the common vocabulary, excerpts, gaps and pointers.
"""

from __future__ import annotations

from typing import Any, Final

from kanalstrategi.strategy.annotations import members
from kanalstrategi.strategy.definitions import Annex, Term
from kanalstrategi.strategy.document import Document, Summary
from kanalstrategi.strategy.edition import Edition
from kanalstrategi.strategy.fields import Part
from kanalstrategi.strategy.glossary import Glossary
from kanalstrategi.strategy.hearing import Response
from kanalstrategi.strategy.quote import Quote
from kanalstrategi.strategy.sections import Section
from kanalstrategi.strategy.statements import Statement
from kanalstrategi.strategy.text import Block, Figure, Table
from kanalstrategi.strategy.vocabulary import Author, RemarkKind

_FIELDS: Final[dict[type[Part], frozenset[str]]] = {
    Edition: frozenset({"municipality_code", "measurements", "scales", "excerpts", "gaps"}),
    Document: frozenset({"origin", "coverage", "coverage_note", "subjects"}),
    Section: frozenset({"editors_heading"}),
    Statement: frozenset({"labelled"}),
    Annex: frozenset({"available"}),
    Table: frozenset({"editors_title", "id"}),
    Figure: frozenset({"missing", "id"}),
    Block: frozenset({"note"}),
    Response: frozenset({"source"}),
    Quote: frozenset({"before", "after"}),
    Glossary: frozenset({"entries"}),
}
_ANYWHERE: Final = frozenset({"passage", "common", "channel"})
"""Pointers at a passage and names of the common vocabulary, whatever part they stand in."""


def is_editors_field(model: type[Part], name: str) -> bool:
    return name in _ANYWHERE or any(
        name in names for owner, names in _FIELDS.items() if issubclass(model, owner)
    )


def may_be_editors(annotation: Any) -> bool:
    """Whether the values of a field can be the editors' own, some of them and others not."""
    return any(isinstance(each, type) and issubclass(each, (RemarkKind, Summary, Term)) for each in members(annotation))


def are_editors_values(old: Any, new: Any) -> bool:
    """Whether what stands in a field on either side is the editors' own; of two lists, all that stands in them."""
    if isinstance(old, tuple) and isinstance(new, tuple):
        return _is_editors_value((*old, *new))
    return _is_editors_value(old) or _is_editors_value(new)


def _is_editors_value(value: Any) -> bool:
    """A summary that the editors wrote, how they have sorted a remark, and terms that are explained elsewhere."""
    if isinstance(value, tuple):
        return bool(value) and all(
            isinstance(item, RemarkKind) or isinstance(item, Term) and item.passage is not None for item in value
        )
    return isinstance(value, Summary) and value.author is Author.EDITORS
