"""A page as a value, in the forms that its readers take: HTML, Markdown, headings, search entries."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from html import unescape
from typing import NamedTuple, TypeAlias

from markupsafe import Markup

from kanalstrategi.components.html import EMPTY, Html

_TAG = re.compile(r"<[^>]+>")
_HEADINGS = re.compile(r'<h[2-6] id="([^"]+)"[^>]*>(.*?)</h[2-6]>', re.DOTALL)
_HEADING = Html('<h{} id="{}"{}>{}</h{}>')
_LANGUAGE = Html(' lang="{}"')
_MARKDOWN_SIGNS = re.compile(r"([\\`*_{}\[\]<>#+\-.!|~&()])")


TITLE_ID = "titel"

Blocks: TypeAlias = "tuple[Heading | Markup, ...]"
"""What a page holds: headings and HTML, in order."""


class Heading(NamedTuple):
    """A heading of level 1 to 6 with its address; `language` where it differs from the page's."""

    level: int
    id: str
    text: str
    language: str | None = None

    @property
    def html(self) -> Markup:
        language = _LANGUAGE(self.language) if self.language else EMPTY
        return _HEADING(str(self.level), self.id, language, self.text, str(self.level))

    @property
    def markdown(self) -> str:
        language = f' lang="{self.language}"' if self.language else ""
        return f"{'#' * self.level} {markdown_text(self.text)} {{#{self.id}{language}}}"


class Place(NamedTuple):
    """Where in the library a page or a part of it was written; lines are 1-based."""

    file: str
    line: int


class SearchEntry(NamedTuple):
    """What a search finds: the address inside the page (empty for its beginning), a title and plain text."""

    anchor: str
    title: str
    text: str


class Made(NamedTuple):
    """What a site needs of a page. Lighter than its blocks, and nothing in it is made again."""

    content: str
    """The main content as HTML."""
    headings: tuple[Heading, ...]
    search_entries: tuple[SearchEntry, ...]


@dataclass(frozen=True)
class Page:
    """One page. `uri` ends in `.md` and is relative to the site.

    What it says is made when it is first read, so that a whole site of pages need not be held at once.
    """

    uri: str
    title: str
    make: Callable[[], Blocks] = field(repr=False)
    """Makes the blocks."""
    description: str
    place: Place | None = None
    title_language: str | None = None
    """The language of the title where it is not the page's."""
    wide: bool = False
    """Whether the page wants the whole width, without navigation beside it."""
    retelling: bool = False
    """Whether it says again what other pages say: the search then finds it by its headings, and the others by their words."""

    @cached_property
    def blocks(self) -> Blocks:
        return self.make()

    def made(self) -> Made:
        """The page as HTML, the title as its `h1`, with its headings and what a search finds in it; nothing of it is kept here."""
        blocks = self.make()
        title = Heading(1, TITLE_ID, self.title, self.title_language)
        content = "\n".join([block.html if isinstance(block, Heading) else block for block in (title, *blocks)])
        headings = tuple(block for block in blocks if isinstance(block, Heading))
        return Made(content, headings, tuple(self._entries(blocks)))

    @property
    def markdown(self) -> str:
        """The page as Markdown with `attr_list` headings and blocks of HTML that no blank line cuts."""
        return f"{Heading(1, TITLE_ID, self.title, self.title_language).markdown}\n\n{markdown_of(self.blocks)}"

    @property
    def search_entries(self) -> tuple[SearchEntry, ...]:
        return tuple(self._entries(self.blocks))

    def _entries(self, blocks: Blocks) -> Iterator[SearchEntry]:
        anchor, title, texts = "", self.title, list[str]()
        for block in blocks:
            if isinstance(block, Heading):
                yield SearchEntry(anchor, title, " ".join(texts))
                anchor, title, texts = block.id, block.text, []
            elif not self.retelling:
                texts.append(plain(block))
        yield SearchEntry(anchor, title, " ".join(texts))


def entries_of(html: str, title: str) -> Iterator[SearchEntry]:
    """The search entries of finished HTML: a section from each heading with an address to the next."""
    start, *sections = _HEADINGS.split(html)
    yield SearchEntry("", title, plain(start))
    for anchor, heading, text in zip(sections[::3], sections[1::3], sections[2::3], strict=True):
        yield SearchEntry(anchor, plain(heading), plain(text))


def markdown_of(blocks: Blocks) -> str:
    """Blocks as Markdown, a blank line between them."""
    return "\n\n".join(block.markdown if isinstance(block, Heading) else str(block) for block in blocks) + "\n"


def plain(html: str) -> str:
    """The visible text of HTML as one line."""
    return " ".join(unescape(_TAG.sub(" ", html)).split())


def markdown_text(text: str) -> str:
    """Text that means itself in Markdown."""
    return _MARKDOWN_SIGNS.sub(r"\\\1", text)
