"""Our pages as MkDocs knows pages: files that are never written, pages that are already rendered."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page as MkDocsPage

from kanalstrategi.i18n import Catalog
from kanalstrategi.pages import Made, Page, SearchEntry, Site
from kanalstrategi.pages.draft import (
    PAGES,
    uri_of_changes,
    uri_of_hearing,
    uri_of_hearing_note,
    uri_of_municipality,
    uri_of_strategy,
)
from kanalstrategi.pages.page import Heading, entries_of
from kanalstrategi.site import Library, Municipality


class RenderedPage(MkDocsPage):
    """A page of ours. It is made when MkDocs writes it and forgotten after, so that no site is held whole."""

    headings: tuple[Heading, ...] = ()
    search_entries: tuple[SearchEntry, ...] = ()

    def __init__(self, page: Page, make: Callable[[], Made], site: Site, file: File, config: MkDocsConfig) -> None:
        super().__init__(None, file, config)
        self._make: Callable[[], Made] | None = make
        self.edit_url = site.edit_address(page.place) if page.place else None
        self.meta = {"title": page.title, "description": page.description}
        if page.wide:
            self.meta["hide"] = ["navigation", "toc"]

    def read_source(self, config: MkDocsConfig) -> None:
        self.markdown = ""

    def render(self, config: MkDocsConfig, files: Files) -> None:
        self.content = ""

    def make(self) -> None:
        """Make what others ask of the page, which then need not be held beside it."""
        if make := self._make:
            self._make = None
            self.content, self.headings, self.search_entries = make()
            self.present_anchor_ids = {heading.id for heading in self.headings}

    def forget(self) -> None:
        self.content, self.headings, self.search_entries = "", (), ()

    def remake(self, make: Callable[[], Made]) -> None:
        """Have it made anew when it is asked for next."""
        self._make = make


def page_file(page: Page, make: Callable[[], Made], site: Site, config: MkDocsConfig) -> File:
    """A file that MkDocs takes for one of `content/`, with its page."""
    file = File.generated(config, page.uri, content="")
    RenderedPage(page, make, site, file, config)
    return file


def entries(page: MkDocsPage) -> Iterable[SearchEntry]:
    """What a search finds on a page: an entry for each of its sections."""
    if isinstance(page, RenderedPage):
        page.make()
        return page.search_entries
    return entries_of(page.content or "", page.title or "")


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
        for held in strategy.hearings:
            pages.append(uri_of_hearing(municipality.slug, strategy.slug, held.slug))
            pages.append(uri_of_hearing_note(municipality.slug, strategy.slug, held.slug))
        if municipality.before(strategy):
            pages.append(uri_of_changes(municipality.slug, strategy.slug))
    return pages
