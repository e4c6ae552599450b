"""HTML to blocks: headings, paragraphs, lists, tables, pictures, links and footnotes by what their elements say."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any, Final

from bs4 import BeautifulSoup, Comment, Doctype, NavigableString, Tag
from bs4.element import PreformattedString

from kanalstrategi.intake.blocks import (
    NOWHERE, Block, Footnote, Heading, Item, LeftOut, Listing, Paragraph, Picture, Reading, Refusal, Run, Where, Words, plain,
)
from kanalstrategi.intake.characters import clean, clean_words, lowered, paragraphs_of, raised
from kanalstrategi.intake.grids import table
from kanalstrategi.intake.html_around import around
from kanalstrategi.intake.html_lists import as_paragraph, definitions, mark_of
from kanalstrategi.intake.html_notes import notes_in
from kanalstrategi.intake.html_tables import cells_of, names_columns
from kanalstrategi.intake.shape import shaped

_PICTURES: Final = ("img", "svg")
_UNSEEN: Final = frozenset("script style template noscript head meta link base title".split())
_AROUND: Final = frozenset("nav".split())
_CONTROLS: Final = frozenset("button select option input textarea label datalist".split())
_EMBEDDED: Final = frozenset("iframe object embed video audio canvas".split())
_BLOCKS: Final = frozenset(
    "address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3"
    " h4 h5 h6 header hgroup hr html li main nav ol p pre section summary table tbody td tfoot th thead tr ul".split()
)


def read(data: bytes) -> Reading | Refusal:
    try:
        return read_text(data.decode("utf-8"))  # a saved page may name no encoding, and then Latin-1 is the rule
    except UnicodeDecodeError:
        return _Page(BeautifulSoup(data, "html5lib")).reading()


def read_text(html: str) -> Reading:
    return _Page(BeautifulSoup(html, "html5lib")).reading()


@dataclass
class _Page:
    soup: Any
    left_out: list[LeftOut] = field(default_factory=list)
    under: str = ""
    level: int = 1

    def __post_init__(self) -> None:
        self.notes = notes_in(self.soup)

    def reading(self) -> Reading:
        body = self.soup.body or self.soup
        footnotes = []
        for key, (mark, element) in self.notes.items():
            element.extract()
            for back in element.find_all("a", href=re.compile("^#")):
                if plain((Run(clean(back.get_text())),)).strip("[]()") in (mark, "↩", "↩︎", "^", "⏎", "↑", ""):
                    back.decompose()
            footnotes.append(Footnote(key, mark, tuple(self.flow(element))))
        for kind, tag in list(around(body)):
            self._leave(kind, tag)
        for empty in body.select("section.footnotes, div.footnotes"):
            if not empty.get_text(strip=True):
                empty.decompose()
        return Reading(shaped(tuple(self.flow(body))), tuple(footnotes), tuple(self.left_out))

    # --- The running text

    def flow(self, parent: Any, look: Run = Run("")) -> Iterator[Block]:
        """The blocks below an element; loose characters between them make paragraphs."""
        loose: list[Run] = []
        pictures: list[Tag] = []
        for child in [*parent.children, None]:
            if child is None or (isinstance(child, Tag) and self._is_block(child)):
                yield from self.paragraphs(loose)
                for picture in pictures:
                    yield from self.picture(picture)
                loose, pictures = [], []
                yield from self.block(child, look) if child is not None else ()
            else:
                loose += self.inline(child, look)
                if isinstance(child, Tag):
                    pictures += [child] if child.name in _PICTURES else child.find_all(_PICTURES)

    def _is_block(self, tag: Tag) -> bool:
        return tag.name in _BLOCKS or (tag.name not in _PICTURES and any(child.name in _BLOCKS for child in tag.find_all(True)))

    def block(self, tag: Tag, look: Run) -> Iterator[Block]:
        name = tag.name
        if name in _UNSEEN or self._is_hidden(tag):
            return
        if name in _AROUND:
            self._leave("navigation", tag)
        elif name == "form":
            self._leave("control", tag)
        elif re.fullmatch("h[1-6]", name):
            words = clean_words(Run(each.text.replace("\n", " "), footnote=each.footnote, link=each.link) for each in self.inline(tag, Run("")))
            if words:
                self.under, self.level = plain(words), int(name[1])
                yield Heading(self.level, words, self.where)
            for picture in tag.find_all(_PICTURES):
                yield from self.picture(picture)
        elif name == "summary" and (words := clean_words(self.inline(tag, Run("")))) and not tag.find(re.compile("h[1-6]")):
            self.under = plain(words)
            yield Heading(min(self.level + 1, 6), words, self.where)
        elif name in ("ul", "ol"):
            if items := tuple(self.items(tag)):
                yield Listing(items, self.where)
        elif name == "dl":
            if items := tuple(self.explained(tag)):
                yield Listing(items, self.where)
        elif name == "table":
            yield from self.table(tag)
        elif name == "figure":
            yield from self.figure(tag)
        elif name == "pre":
            for line in tag.get_text().split("\n"):
                yield from self.paragraphs([Run(line)])
        elif name in ("b", "strong", "i", "em", "a"):
            yield from self.flow(tag, self.look_of(tag, look))
        else:
            yield from self.flow(tag, look)

    def paragraphs(self, runs: list[Run]) -> Iterator[Paragraph]:
        for words in paragraphs_of(tuple(runs)):
            if plain(words) or any(run.footnote for run in words):
                yield Paragraph(words, self.where)

    @property
    def where(self) -> Where:
        return Where("heading", heading=self.under) if self.under else NOWHERE

    def items(self, tag: Tag) -> Iterator[Item]:
        number = int(start) if (start := str(tag.get("start", "1"))).lstrip("-").isdecimal() else 1
        for child in tag.children:
            if isinstance(child, Tag) and child.name == "li":
                if (value := str(child.get("value", ""))).isdecimal():
                    number = int(value)
                blocks = tuple(self.flow(child))
                kept = tuple(each if isinstance(each, Paragraph | Listing) else as_paragraph(each) for each in blocks)
                if kept:
                    yield Item(mark_of(number, tag) if tag.name == "ol" else "", kept)
                number += 1
            elif isinstance(child, Tag) and child.name in ("ul", "ol"):
                yield from (Item("", (Listing(tuple(self.items(child)), self.where),)),)
            elif not isinstance(child, Comment) and child.get_text(strip=True):
                yield Item("", tuple(self.paragraphs(self.inline(child, Run("")))))

    def explained(self, tag: Tag) -> Iterator[Item]:
        for group in definitions(tag):
            looks = [(each, Run("", bold=each.name == "dt")) for each in group]
            blocks = [block for each, look in looks for block in self.flow(each, look)]
            yield Item("", tuple(each if isinstance(each, Paragraph | Listing) else as_paragraph(each) for each in blocks))

    def table(self, tag: Tag) -> Iterator[Block]:
        caption = tag.find("caption", recursive=False)
        title = clean_words(self.inline(caption, Run(""))) if isinstance(caption, Tag) else ()
        rows = tuple(tuple(() if cell is None else tuple(self.flow(cell)) for cell in row) for row in cells_of(tag))
        blocks = list(table(rows, True if names_columns(tag) else None, self.where))
        if title and len(blocks) == 1 and hasattr(blocks[0], "rows"):
            yield replace(blocks[0], title=title)  # type: ignore[arg-type]
            return
        if title:
            yield Paragraph(title, self.where)
        yield from blocks

    def figure(self, tag: Tag) -> Iterator[Block]:
        caption = tag.find("figcaption")
        words: Words = ()
        if isinstance(caption, Tag):
            words = clean_words(Run(run.text.replace("\n", " "), link=run.link, footnote=run.footnote) for run in self.inline(caption, Run("")))
            caption.extract()
        blocks = list(self.flow(tag))
        captioned = False
        for block in blocks:
            if isinstance(block, Picture) or hasattr(block, "rows"):
                yield replace(block, title=words) if words and not captioned and not block.title else block  # type: ignore[arg-type]
                captioned = True
            else:
                yield block
        if words and not captioned:
            yield Paragraph(words, self.where)

    def picture(self, tag: Tag) -> Iterator[Picture]:
        said = [tag.get("alt"), tag.get("aria-label"), tag.get("title")]
        said += [each.get_text(" ") for each in tag.find_all(["title", "desc", "text"])]
        words = " – ".join(dict.fromkeys(filter(None, (" ".join(clean(str(each or "")).split()) for each in said))))
        if words or (tag.get("alt") is None and tag.name == "img"):
            yield Picture((Run(words),) if words else (), self.where)

    def inline(self, node: Any, look: Run) -> list[Run]:
        if isinstance(node, Comment | Doctype) or (isinstance(node, PreformattedString)):
            return []
        if isinstance(node, NavigableString):
            return [replace(look, text=re.sub(r"\s+", " ", str(node)) if str(node).strip(" \t\r\n\f") else " ")]
        name = node.name
        if name == "br":
            return [Run("\n")]
        if name in _UNSEEN or name in _PICTURES or self._is_hidden(node):
            return []
        if name in _EMBEDDED:
            self._leave("embedded", node, str(node.get("title") or node.get("src") or node.get("data") or name))
            return []
        if name in _CONTROLS and name != "label":
            self._leave("control", node, str(node.get("value") or node.get("placeholder") or ""))
            return []
        if name == "a" and str(node.get("href", ""))[1:] in self.notes and str(node.get("href", "")).startswith("#"):
            return [Run("", footnote=str(node["href"])[1:])]
        inner = self.look_of(node, look)
        runs = [run for child in node.children for run in self.inline(child, inner)]
        if name in ("sup", "sub"):
            return [replace(run, text=raised(run.text) if name == "sup" else lowered(run.text)) for run in runs]
        return runs

    def look_of(self, tag: Tag, look: Run) -> Run:
        if tag.name in ("b", "strong"):
            return replace(look, bold=True)
        if tag.name in ("i", "em", "cite"):
            return replace(look, italic=True)
        if tag.name == "a" and (address := str(tag.get("href") or "").strip()) and not address.startswith("#"):
            return replace(look, link=address)
        return look

    # --- What does not come along

    def _is_hidden(self, tag: Tag) -> bool:
        style = str(tag.get("style", "")).replace(" ", "").casefold()
        hidden = tag.has_attr("hidden") or "display:none" in style or "mso-hide:all" in style
        if hidden and tag.get_text(strip=True):
            self._leave("hidden", tag)
        return hidden

    def _leave(self, kind: str, tag: Tag, text: str = "") -> None:
        words = " ".join(clean(text or tag.get_text(" ")).split())
        if words and not any(each.kind == kind and each.text == words for each in self.left_out):
            self.left_out.append(LeftOut(kind, words, self.where))
        if not text:
            tag.clear()
