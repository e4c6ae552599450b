"""The live preview: a saved strategy is seen at once, and a mistake shows in the page whose text it is in.

Only what depends on a saved strategy is made anew: the pages of its municipality first, then those of the whole
library. Anything else, a new file or a hand-written page, is a build as usual. The preview's search and data
files are those of the last whole build.
"""

from __future__ import annotations

import logging
import os
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

from mkdocs.livereload import LiveReloadServer
from mkdocs.structure.files import File
from watchdog import events
from watchdog.observers import Observer

from kanalstrategi import check, read_files
from kanalstrategi.diagnostics import terminal
from kanalstrategi.mkdocs_build import Build
from kanalstrategi.mkdocs_pages import RenderedPage
from kanalstrategi.pages import Page
from kanalstrategi.pages.render import render_municipality, render_overviews

log = logging.getLogger("mkdocs.plugins.kanalstrategi")

SECONDS_OF_PEACE = 0.02
"""How long no file may change before a build begins: an editor saves in more than one step."""
_SAVES = (
    events.FileCreatedEvent,
    events.FileModifiedEvent,
    events.FileMovedEvent,
    events.FileDeletedEvent,
    events.DirMovedEvent,
)

Stamps = Mapping[Path, tuple[int, int]]


class _Saves(Observer):  # type: ignore[misc, valid-type]
    """Tells of saved files by the system's own events; that a file was read is none."""

    def schedule(self, handler: Any, path: str, **options: Any) -> Any:
        return super().schedule(handler, path, **{**options, "event_filter": list(_SAVES)})


class Preview:
    """Stands between MkDocs' server and its builder, and works on the last build that went well."""

    build: Build

    def __init__(self, strategies: Path) -> None:
        self._strategies = strategies
        self._whole: Callable[[], None] | None = None
        self._stamps: Stamps = {}

    def attach(self, server: LiveReloadServer, whole: Callable[[], None]) -> None:
        """Take the builder's place, and let the system tell of saved files instead of looking for them."""
        at_once = [path for path in (self.build.config.docs_dir, self.build.config.config_file_path) if path]
        for path in at_once:
            server.unwatch(path)
        server.observer = _Saves()
        for path in at_once:
            server.watch(path)
        server.build_delay = SECONDS_OF_PEACE
        server.builder = self.rebuild
        self._whole = whole
        self._stamps = self._stamped()

    def rebuild(self) -> None:
        """Make anew what the saved files have a part in."""
        before, self._stamps = self._stamps, self._stamped()
        saved = {path for path in before.keys() | self._stamps.keys() if before.get(path) != self._stamps.get(path)}
        if not self._is_of_strategies(saved, before) or not self._strategies_again(saved):
            assert self._whole is not None
            self._whole()

    def _is_of_strategies(self, saved: set[Path], before: Stamps) -> bool:
        """Whether strategies or hearings were saved, and nothing came, went or changed beside them."""
        return bool(saved) and all(
            path in before
            and path in self._stamps
            and path.suffix == ".yml"
            and Path(os.path.abspath(self._strategies)) in path.parent.parents
            for path in saved
        )

    def _strategies_again(self, saved: set[Path]) -> bool:
        """Make the pages of the saved files' municipalities; `False` where that is not enough."""
        return all(self._municipality(slug, saved) for slug in sorted({path.parent.name for path in saved}))

    def _municipality(self, slug: str, saved: set[Path]) -> bool:
        """Make the pages that a municipality has a part in, those of the saved files first."""
        build, words = self.build, self.build.site.words
        files = read_files([self._strategies / slug])
        home = self._strategies.parent
        found, report = check({Path(name).relative_to(home).as_posix(): data for name, data in files.items()})
        if report.errors:
            log.error("\n\n%s", terminal.full(report.errors, words))
            notice = tuple(terminal.line(finding, words) for finding in report.errors)
            self._write(render_municipality(build.library.by_slug[slug], build.library, build.site), notice)
            return True
        for finding in report.warnings:
            log.warning(terminal.full([finding], words))
        library = build.library.replaced(found.municipalities[0])
        own = list(render_municipality(found.municipalities[0], library, build.site))
        if {page.uri: page.title for page in own} != self._titles_of(slug):
            return False
        build.library = library
        names = {path.name for path in saved}
        self._write(sorted(own, key=lambda page: not page.place or Path(page.place.file).name not in names))
        self._write(render_overviews(library, build.site))
        return True

    def _titles_of(self, slug: str) -> Mapping[str, str | None]:
        """The titles of a municipality's pages, by address."""
        of = f"kommuner/{slug}/"
        return {uri: file.page.title for uri, file in self._files().items() if file.page and uri.startswith(of)}

    def _files(self) -> Mapping[str, File]:
        """The files of our own pages, by address."""
        files = (page.file for page in self.build.nav.pages if isinstance(page, RenderedPage))
        return {file.src_uri: file for file in files}

    def _write(self, pages: Iterable[Page], notice: tuple[str, ...] = ()) -> None:
        files = self._files()
        for page in pages:
            file = files[page.uri]
            assert isinstance(file.page, RenderedPage)
            file.page.held, file.page.content = page, ""
            document = self.build.frame.page(file.page, self.build.nav, self.build.config, notice)
            file.page.forget()
            Path(file.abs_dest_path).write_text(document, encoding="utf-8", newline="\n")

    def _stamped(self) -> Stamps:
        """When every watched file was saved last, and its size."""
        config = self.build.config
        places = map(Path, (config.docs_dir, config.config_file_path or config.docs_dir, *config.watch))
        files = (file for place in places for file in (place.rglob("*") if place.is_dir() else (place,)))
        stats = {Path(os.path.abspath(file)): file.stat() for file in files if file.is_file()}
        return {path: (stat.st_mtime_ns, stat.st_size) for path, stat in stats.items()}

