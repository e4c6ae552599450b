"""What a component may ask of the page that it stands on."""

from __future__ import annotations

from typing import Any, Protocol

from markupsafe import Markup

from kanalstrategi.components.markdown import Prose
from kanalstrategi.i18n import Catalog


class PageInMaking(Protocol):
    words: Catalog
    prose: Prose
    danish: Markup
    """The attribute around words of a document, empty where the page is Danish itself."""
    own: Markup
    """The attribute around words of the interface inside those, empty too."""

    def heading(self, level: int, id: str, text: str, language: str | None = None) -> Markup:
        """A heading, outside all other elements."""

    def path_to(self, id: str, text: str) -> str:
        """What a heading is called where its own words may stand elsewhere too."""

    def link(self, target: str, anchor: str = "") -> str:
        """The address of a page of ours, and of a place on it."""

    def edit(self, part: Any) -> str | None:
        """Where the words of a part are edited."""

    def comment(self, id: str, text: str, edit: str | None) -> tuple[tuple[str, str], ...]:
        """The ways to comment on a passage: an address each, and what the link is called."""
