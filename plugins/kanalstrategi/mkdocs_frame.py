"""Our frame around every page of MkDocs: its objects in, a `Document` out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from html import unescape
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from markupsafe import Markup
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation, Section
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.structure.toc import AnchorLink
from mkdocs.utils import get_relative_url

from kanalstrategi.frame import Contact, Document, Link, Outline, document, told_apart
from kanalstrategi.i18n import Catalog
from kanalstrategi.mkdocs_pages import RenderedPage
from kanalstrategi.pages.data import EXPORTS
from kanalstrategi.pages.page import Heading

if TYPE_CHECKING:
    from mkdocs.structure import StructureItem

TEMPLATES = Path(__file__).parent / "mkdocs_theme"
"""The two templates that MkDocs fills, each with nothing in it but our document."""


@dataclass(frozen=True)
class Frame:
    """What all documents of one build share."""

    words: Catalog
    contact: Contact
    policy: str | None

    def page(self, page: MkDocsPage, nav: Navigation, config: MkDocsConfig, notice: tuple[str, ...] = ()) -> str:
        """The whole document of a page; `notice` is what an author is told above it in the preview."""
        hidden = page.meta.get("hide", [])
        if isinstance(page, RenderedPage):
            page.make()
            outline = _headings(page.headings)
        else:
            outline = _anchors(page.toc)
        held = Document(
            title=page.title or "",
            site_name=config.site_name,
            description=page.meta.get("description") or config.site_description or "",
            base=get_relative_url(".", page.url) + "/",
            content=page.content or "",
            menu=tuple(_menu(nav, page)),
            trail=_trail(nav, page),
            neighbours=tuple(_neighbours(page)),
            outline=() if "toc" in hidden else told_apart(outline),
            previous=_link(page.previous_page, page),
            next=_link(page.next_page, page),
            edit=page.edit_url,
            canonical=page.canonical_url,
            feed=self._feed(get_relative_url(".", page.url) + "/"),
            wide="navigation" in hidden,
            home=page.is_homepage,
            contact=self.contact,
            policy=self.policy,
            notice=notice,
        )
        return document(held, self.words)

    def not_found(self, nav: Navigation, config: MkDocsConfig) -> str:
        """The document for an address that leads nowhere; it can be served from any depth."""
        words, base = self.words, urlsplit(config.site_url or "/").path or "/"
        text = Markup('<h1 id="titel">{}</h1>\n<p>{}</p>\n<p class="ks-way"><a href="{}">{}</a></p>').format(
            words("not_found.title"), words("not_found.text"), base, words("not_found.link")
        )
        held = Document(
            title=words("not_found.title"),
            site_name=config.site_name,
            description=config.site_description or "",
            base=base,
            content=text,
            menu=tuple(Link(_title(item), base + _first(item).url) for item in nav.items),
            wide=True,
            feed=self._feed(base),
            contact=self.contact,
            policy=self.policy,
        )
        return document(held, words)

    def _feed(self, base: str) -> Link:
        return Link(self.words("feed.link"), base + EXPORTS["feed"])


def without_theme(files: Files, config: MkDocsConfig) -> None:
    """Take out what the theme would copy into the site: none of it is loaded."""
    for file in list(files):
        if file.src_dir is not None and Path(file.src_dir) in map(Path, config.theme.dirs):
            files.remove(file)


def _title(item: StructureItem) -> str:
    return item.title or _first(item).title or ""


def _first(item: StructureItem) -> MkDocsPage:
    return item if isinstance(item, MkDocsPage) else _first(item.children[0])  # type: ignore[index]


def _link(target: MkDocsPage | None, page: MkDocsPage) -> Link | None:
    return Link(target.title or "", get_relative_url(target.url, page.url)) if target else None


def _menu(nav: Navigation, page: MkDocsPage) -> Iterable[Link]:
    for item in nav.items:
        first = _first(item)
        current = "page" if first is page else item in page.ancestors
        yield Link(_title(item), get_relative_url(first.url, page.url), current)


def _trail(nav: Navigation, page: MkDocsPage) -> tuple[Link, ...]:
    if page.is_homepage or nav.homepage is None:
        return ()
    above = [(_title(section), _first(section)) for section in reversed(page.ancestors)]
    links = [Link(title, get_relative_url(first.url, page.url)) for title, first in above if first is not page]
    home = Link(nav.homepage.title or "", get_relative_url(nav.homepage.url, page.url))
    return (home, *links, Link(page.title or "", "", current=True))


def _neighbours(page: MkDocsPage) -> Iterable[Link]:
    """The pages beside this one where it stands in a section inside a section: those of one municipality."""
    if isinstance(page.parent, Section) and isinstance(page.parent.parent, Section):
        for child in page.parent.children:
            if isinstance(child, MkDocsPage):
                yield Link(child.title or "", get_relative_url(child.url, page.url), child is page)


def _headings(headings: Iterable[Heading]) -> tuple[Outline, ...]:
    """The headings of a page of ours, those of level 3 under those of level 2."""
    found: list[tuple[Heading, list[Outline]]] = []
    for heading in headings:
        if heading.level == 2:
            found.append((heading, []))
        elif heading.level == 3 and found:
            found[-1][1].append(Outline(heading.id, heading.text, (), heading.language))
    return tuple(Outline(each.id, each.text, tuple(under), each.language) for each, under in found)


def _anchors(anchors: Iterable[AnchorLink], level: int = 2) -> tuple[Outline, ...]:
    """The same of a page that MkDocs read."""
    found: list[Outline] = []
    for anchor in anchors:
        if anchor.level == 1:
            found += _anchors(anchor.children)
        elif level <= 3:
            found.append(Outline(anchor.id, unescape(anchor.title), _anchors(anchor.children, level + 1)))
    return tuple(found)
