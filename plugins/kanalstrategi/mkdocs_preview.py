"""The live preview: a saved strategy is seen at once, and a mistake shows in the page whose text it is in.

Only the files of the municipality that was saved are read anew. The pages it has a part in are due from then on, and
each is made when a browser asks for it. Anything else, a new file or a hand-written page, is a build as usual. The
preview's search and data files are those of the last whole build.
"""

from __future__ import annotations

import logging
import os
import posixpath
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from threading import Lock
from typing import Any, Final
from wsgiref.types import WSGIApplication

from mkdocs.livereload import LiveReloadServer
from mkdocs.structure.files import File
from watchdog import events
from watchdog.observers import Observer

from kanalstrategi import check, load, read_files
from kanalstrategi.diagnostics import Finding, terminal
from kanalstrategi.mkdocs_build import Build
from kanalstrategi.mkdocs_pages import RenderedPage
from kanalstrategi.pages import Page
from kanalstrategi.pages.render import render_municipality, render_overviews

log = logging.getLogger("mkdocs.plugins.kanalstrategi")

SECONDS_OF_PEACE: Final = 0.02
"""How long no file may change before a build begins: an editor saves in more than one step."""
_SAVES = (
    events.FileCreatedEvent,
    events.FileModifiedEvent,
    events.FileMovedEvent,
    events.FileDeletedEvent,
    events.DirMovedEvent,
)

Stamps = Mapping[str, tuple[int, int]]
"""When each file was saved last, in nanoseconds, and its size in bytes."""

Notice = tuple[str, ...]
"""What an author is told above a page, a line each."""


class _Saves(Observer):  # type: ignore[misc, valid-type]
    """Tells of saved files by the system's own events; that a file was read is none."""

    def schedule(self, handler: Any, path: str, **options: Any) -> Any:
        return super().schedule(handler, path, **{**options, "event_filter": list(_SAVES)})


class Preview:
    """Stands between MkDocs' server and its builder, and works on the last build that went well."""

    _build: Build

    def __init__(self, strategies: Path) -> None:
        self._strategies = Path(os.path.abspath(strategies))
        self._whole: Callable[[], None] | None = None
        self._stamps: Stamps = {}
        self._due: dict[str, tuple[File, Page, Notice]] = {}
        self._at_work = Lock()

    def begin_from(self, build: Build) -> None:
        """Work on a whole build that went well: all its pages are made."""
        self._build = build
        self._due.clear()

    def attach(self, server: LiveReloadServer, whole: Callable[[], None]) -> None:
        """Take the builder's place, and let the system tell of saved files instead of looking for them."""
        at_once = [path for path in (self._build.config.docs_dir, self._build.config.config_file_path) if path]
        for path in at_once:
            server.unwatch(path)
        server.observer = _Saves()
        for path in at_once:
            server.watch(path)
        server.build_delay = SECONDS_OF_PEACE
        server.builder = self.rebuild
        server.set_app(self._made_first(server.serve_request, server.mount_path))
        self._whole = whole
        self._stamps = self._stamped()

    def rebuild(self) -> None:
        """Find out what the saved files have a part in; a mistake in them leaves the pages as they were, and says so."""
        with self._at_work:
            before, self._stamps = self._stamps, self._stamped()
            either = before.keys() | self._stamps.keys()
            saved = {Path(path) for path in either if before.get(path) != self._stamps.get(path)}
            are_of_strategies = all(self._strategies in path.parents for path in saved)
            if are_of_strategies and all(self._municipality(slug) for slug in self._slugs(saved)):
                return
            # A build that fails leaves no site behind, whatever was saved: a mistake may stand from an earlier save.
            if self._is_sound():
                assert self._whole is not None
                self._whole()

    def _slugs(self, saved: set[Path]) -> list[str]:
        """The folders of the municipalities whose files were saved; of a file elsewhere, where it lies."""
        return sorted({path.parent.relative_to(self._strategies).as_posix() for path in saved})

    def _municipality(self, slug: str) -> bool:
        """Have the pages due that a municipality has a part in; `False` where that is not enough."""
        build, held = self._build, self._build.library.by_slug.get(slug)
        folder = self._strategies / slug
        if held is None or not folder.is_dir():
            return False
        home = self._strategies.parent
        files = {Path(name).relative_to(home).as_posix(): data for name, data in read_files([folder]).items()}
        found, report = check(files, root=self._strategies.name)
        if report.errors:
            self._have_due(render_municipality(held, build.library, build.site), self._told(report.errors))
            return True
        own = list(render_municipality(found.municipalities[0], build.library, build.site)) if found.municipalities else []
        if {page.uri: page.title for page in own} != self._titles_of(slug):
            return False
        for finding in report.warnings:
            log.warning(terminal.full([finding], build.site.words))
        build.library = build.library.replaced(found.municipalities[0])
        self._have_due(own)
        self._have_due(render_overviews(build.library, build.site))
        return True

    def _is_sound(self) -> bool:
        """Whether a whole build would go well; the pages of the whole library tell of what stands in its way."""
        _, report = load(self._strategies)
        if report.errors:
            self._have_due(render_overviews(self._build.library, self._build.site), self._told(report.errors))
        return not report.errors

    def _told(self, findings: Iterable[Finding]) -> Notice:
        """Say in the terminal what is wrong, and what the pages are to say of it."""
        words, errors = self._build.site.words, list(findings)
        log.error("\n\n%s", terminal.full(errors, words))
        return tuple(terminal.line(finding, words) for finding in errors)

    def _titles_of(self, slug: str) -> Mapping[str, str | None]:
        """The titles of a municipality's pages, by address."""
        of = f"kommuner/{slug}/"
        return {uri: file.page.title for uri, file in self._files().items() if file.page and uri.startswith(of)}

    def _files(self) -> Mapping[str, File]:
        """The files of our own pages, by address."""
        files = (page.file for page in self._build.nav.pages if isinstance(page, RenderedPage))
        return {file.src_uri: file for file in files}

    def _have_due(self, pages: Iterable[Page], notice: Notice = ()) -> None:
        """Have pages made when a browser asks for them, each with what an author is told above it."""
        files = self._files()
        for page in pages:
            file = files[page.uri]
            self._due[file.dest_uri] = file, page, notice

    def _made_first(self, served: WSGIApplication, mount_path: str) -> WSGIApplication:
        """The server's answers, of which a page that is due is made before it is sent."""

        def answer(environ: Any, start_response: Any) -> Iterable[bytes]:
            path = environ["PATH_INFO"].encode("latin-1").decode("utf-8", "ignore")
            asked = path.removeprefix(mount_path) + ("index.html" if path.endswith("/") else "")
            if not path.startswith("/livereload/"):
                with self._at_work:
                    self._make(posixpath.normpath(asked))
            return served(environ, start_response)

        return answer

    def _make(self, path: str) -> None:
        """Write a page that is due."""
        if path not in self._due:
            return
        file, page, notice = self._due[path]
        assert isinstance(file.page, RenderedPage)
        file.page.remake(page.made)
        document = self._build.frame.page(file.page, self._build.nav, self._build.config, notice)
        file.page.forget()
        Path(file.abs_dest_path).write_text(document, encoding="utf-8", newline="\n")
        del self._due[path]

    def _stamped(self) -> Stamps:
        """The stamps of all that is watched."""
        config = self._build.config
        places = (config.docs_dir, config.config_file_path or config.docs_dir, *config.watch)
        return {path: stamp for place in map(os.path.abspath, places) for path, stamp in _stamps(place)}


def _stamps(place: str) -> Iterator[tuple[str, tuple[int, int]]]:
    """The stamp of a file, or of every file below a folder."""
    entries = list(os.scandir(place)) if os.path.isdir(place) else [Path(place)]
    for entry in entries:
        path = os.fspath(entry)
        if entry.is_dir():
            yield from _stamps(path)
        elif entry.is_file():
            stat = entry.stat()
            yield path, (stat.st_mtime_ns, stat.st_size)
