"""How a component writes HTML: pieces of markup with places, and whatever is put into a place is escaped.

Only what is `Markup` already, because it came out of a piece or through the door for Markdown, stays as it is. So an
author's text can reach a page in no other way than as text.
"""

from __future__ import annotations

from typing import LiteralString

from markupsafe import Markup, escape

EMPTY = Markup()


class Html:
    """A piece of markup, its places written `{}`: `Html('<dt id="{}">{}</dt>')(term.anchor, term.name)`."""

    __slots__ = ("_form",)

    def __init__(self, markup: LiteralString) -> None:
        self._form = markup.replace("%", "%%").replace("{}", "%s")

    def __call__(self, *values: object) -> Markup:
        return Markup(self._form % tuple([value if type(value) is Markup else escape(value) for value in values]))


def lines(*pieces: object) -> Markup:
    """Pieces under each other. What is empty takes no line, for a blank line would end a block of HTML in Markdown."""
    return Markup("\n".join([piece if type(piece) is Markup else escape(piece) for piece in pieces if piece]))
