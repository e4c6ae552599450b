"""Our pages as MkDocs knows pages: files that are never written, pages that are already rendered."""

from __future__ import annotations

from typing import Any

from markupsafe import escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.structure.toc import get_toc

from kanalstrategi.i18n import Catalog
from kanalstrategi.pages import Page, SearchEntry, Site
from kanalstrategi.pages.draft import PAGES, uri_of_changes, uri_of_hearing, uri_of_municipality, uri_of_strategy
from kanalstrategi.pages.page import TITLE_ID, entries_of
from kanalstrategi.site import Library, Municipality


class RenderedPage(MkDocsPage):
    """A page of ours. It hands MkDocs finished HTML and headings, so that no Markdown is read."""

    def __init__(self, page: Page, site: Site, file: File, config: MkDocsConfig) -> None:
        super().__init__(None, file, config)
        self.held = page
        self.edit_url = site.edit_address(page.place) if page.place else None

    @property
    def foreign(self) -> dict[str, str]:
        """The language of the headings that are not in the page's own, by their address."""
        return {heading.id: heading.language for heading in self.held.headings if heading.language}

    def read_source(self, config: MkDocsConfig) -> None:
        self.markdown = ""
        self.meta = {"title": self.held.title, "description": self.held.description}
        if self.held.wide:
            self.meta["hide"] = ["navigation", "toc"]

    def render(self, config: MkDocsConfig, files: Files) -> None:
        self.content = self.held.html
        self.toc = get_toc([_tokens(self.held)])
        self.present_anchor_ids = {heading.id for heading in self.held.headings}


def page_file(page: Page, site: Site, config: MkDocsConfig) -> File:
    """A file that MkDocs takes for one of `content/`, with its page."""
    file = File.generated(config, page.uri, content="")
    RenderedPage(page, site, file, config)
    return file


def searched(page: MkDocsPage) -> list[tuple[str, str, SearchEntry]]:
    """What a search finds on a page: its address, its title and an entry, for each of its sections."""
    title = page.title or ""
    held = page.held.search_entries if isinstance(page, RenderedPage) else entries_of(page.content or "", title)
    return [(page.url, title, entry) for entry in held]


def in_language(files: Files, language: str) -> None:
    """Of a hand-written page in several languages (`om.md`, `om.en.md`), keep the one to be shown."""
    for file in list(files):
        stem, _, suffix = file.src_uri.removesuffix(".md").rpartition(".")
        if not file.src_uri.endswith(".md") or suffix not in ("da", "en") or not stem:
            continue
        files.remove(file)
        original = files.get_file_from_path(f"{stem}.md")
        if suffix == language and original is not None:
            original.abs_src_path = file.abs_src_path


def navigation(nav: list[Any] | None, library: Library, words: Catalog) -> list[Any] | None:
    """The site's navigation with every municipality under the page that lists them."""
    if nav is None:
        return None
    return [_section(item, library, words) if item == PAGES["municipalities"] else item for item in nav]


def _section(item: str, library: Library, words: Catalog) -> dict[str, Any]:
    return {words("municipalities.title"): [item, *({each.name: _pages(each)} for each in library.municipalities)]}


def _pages(municipality: Municipality) -> list[str]:
    pages = [uri_of_municipality(municipality.slug)]
    for strategy in municipality.strategies:
        pages.append(uri_of_strategy(municipality.slug, strategy.slug))
        pages += [uri_of_hearing(municipality.slug, strategy.slug, held.slug) for held in strategy.hearings]
        if municipality.before(strategy):
            pages.append(uri_of_changes(municipality.slug, strategy.slug))
    return pages


def _tokens(page: Page) -> dict[str, Any]:
    """The headings as the tree that Python-Markdown's `toc` extension makes."""
    root: dict[str, Any] = {"level": 1, "id": TITLE_ID, "name": str(escape(page.title)), "children": []}
    open_ = [root]
    for heading in page.headings:
        token = {"level": heading.level, "id": heading.id, "name": str(escape(heading.text)), "children": []}
        while open_[-1]["level"] >= heading.level:
            open_.pop()
        open_[-1]["children"].append(token)
        open_.append(token)
    return root
