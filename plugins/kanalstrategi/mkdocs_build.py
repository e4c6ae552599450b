"""One build of the site: what all its pages share, from the library that is read to the files that are written."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import get_plugin_logger
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MkDocsPage

from kanalstrategi import Library, Report, load
from kanalstrategi.diagnostics import terminal
from kanalstrategi.exports import SearchIndex, exports
from kanalstrategi.i18n import Catalog
from kanalstrategi.mkdocs_ahead import Ahead
from kanalstrategi.mkdocs_frame import Frame
from kanalstrategi.mkdocs_pages import RenderedPage, entries
from kanalstrategi.pages import Made, Page, Site, render


log = get_plugin_logger("kanalstrategi")


def loaded(folder: Path, words: Catalog) -> tuple[Library, Report]:
    """The library of a folder, its warnings told in MkDocs' log. Raises `PluginError` with every fejl there is."""
    library, report = load(folder)
    for finding in report.warnings:
        log.warning(terminal.full([finding], words))
    if report.errors:
        raise PluginError("\n\n" + terminal.full(report.errors, words))
    library.forget_sources()
    return library, report


class Build:
    """Takes MkDocs' pages one by one; the files beside them are written as soon as they are known."""

    nav: Navigation
    config: MkDocsConfig

    def __init__(
        self, site: Site, frame: Frame, library: Library, report: Report, folder: Path, processes: int
    ) -> None:
        self.site, self.frame, self.library, self.report = site, frame, library, report
        self._ahead = Ahead(render(library, site), processes, site.words)
        self._folder = folder
        self._search = SearchIndex()

    @property
    def pages(self) -> Iterable[tuple[Page, Callable[[], Made]]]:
        """Every page of ours, once, and how it is made."""
        return self._ahead.pages()

    def document(self, page: MkDocsPage, nav: Navigation, config: MkDocsConfig) -> str:
        """The whole document of a page; what the search shows of it is written on the way."""
        self.nav, self.config = nav, config
        path, text = self._search.add(page.url, page.title or "", entries(page))
        self._write(path, (text,))
        document = self.frame.page(page, nav, config)
        if isinstance(page, RenderedPage):
            page.forget()
        return document

    def finish(self) -> str:
        """Write the files that need all pages, and say what was built."""
        self._ahead.close()
        for path, pieces in self._last_files():
            self._write(path, pieces)
        words = self.site.words
        found = terminal.counts(self.report, words)
        return words("build.summary", n=len(self.library.strategies), counts=found)

    def _last_files(self) -> Iterator[tuple[str, Iterable[str | bytes]]]:
        for path, text in self._search.files():
            yield path, (text,)
        yield from exports(self.library, self.site).items()

    def _write(self, path: str, pieces: Iterable[str | bytes]) -> None:
        target = self._folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        with target.open("wb") as file:
            file.writelines(piece.encode() if isinstance(piece, str) else piece for piece in pieces)
