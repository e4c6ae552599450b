"""How a component writes HTML: pieces of markup with places, and whatever is put into a place is escaped.

Only what is `Markup` already, because it came out of a piece or through the door for Markdown, stays as it is. So an
author's text can reach a page in no other way than as text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final, LiteralString

from markupsafe import Markup, escape

EMPTY = Markup()

_SIGN: Final = re.compile("[&<>'\"]").search
_made: Final = str.__new__
"""Markup out of markup, which need not be asked what it is."""


class Html:
    """A piece of markup, its places written `{}`: `Html('<dt id="{}">{}</dt>')(term.anchor, term.name)`."""

    __slots__ = ("_form",)

    def __init__(self, markup: LiteralString) -> None:
        self._form = markup.replace("%", "%%").replace("{}", "%s")

    def __call__(self, *values: object) -> Markup:
        return _made(Markup, self._form % tuple([safe(value) for value in values]))


def lines(*pieces: object) -> Markup:
    """Pieces under each other. What is empty takes no line, for a blank line would end a block of HTML in Markdown."""
    return _made(Markup, "\n".join([safe(piece) for piece in pieces if piece]))


def together(pieces: Iterable[object], between: LiteralString = "") -> Markup:
    """Pieces after each other."""
    return _made(Markup, between.join([safe(piece) for piece in pieces]))


def safe(value: object) -> str:
    """A value as markup. Most are short texts without a sign that has to be escaped."""
    kind = type(value)
    return value if kind is Markup or (kind is str and not _SIGN(value)) else escape(value)  # type: ignore[arg-type,return-value]
