"""MkDocs at the edge: options in, files and log lines out."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, get_plugin_logger
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MkDocsPage

from kanalstrategi.components import environment
from kanalstrategi.frame import frame_files, page_policy, styles
from kanalstrategi.i18n import catalog
from kanalstrategi.mkdocs_ahead import processors
from kanalstrategi.mkdocs_build import Build, loaded
from kanalstrategi.mkdocs_editor import editor_files
from kanalstrategi.mkdocs_frame import TEMPLATES, Frame, without_theme
from kanalstrategi.mkdocs_options import KanalstrategiConfig, missing, site_of
from kanalstrategi.mkdocs_pages import in_language, navigation, page_file
from kanalstrategi.pages import Site
from kanalstrategi.pages.inserts import fill

if TYPE_CHECKING:
    from mkdocs.livereload import LiveReloadServer
    from kanalstrategi.mkdocs_preview import Preview

log = get_plugin_logger("kanalstrategi")
PACKAGE, ROOMS = Path(__file__).parent, ("components", "frame", "i18n", "pages")


class KanalstrategiPlugin(BasePlugin[KanalstrategiConfig]):
    site: Site
    frame: Frame
    build: Build
    preview: Preview | None = None

    def on_startup(self, *, command: str, dirty: bool) -> None:
        if command == "serve":
            from kanalstrategi.mkdocs_preview import Preview  # with MkDocs' server, which a build has no use for
            self.preview = Preview(Path(self.config.strategies))

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        catalog.cache_clear()
        environment.cache_clear()
        styles.cache_clear()
        options = self.config
        self.site = site_of(options, config)
        policy = None if self.preview else page_policy()  # MkDocs' reload is a script inside the page
        self.frame = Frame(self.site.words, options.contact, policy)
        for sentence in missing(options, self.site):
            log.warning(sentence)
        config.theme["language"] = options.language
        config.theme.dirs.insert(0, str(TEMPLATES))
        config.watch += [options.strategies, *(str(PACKAGE / room) for room in ROOMS)]
        return config

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        options, words = self.config, self.site.words
        library, report = loaded(Path(options.strategies), words)
        processes = 1 if self.preview else options.processes or processors()
        self.build = Build(self.site, self.frame, library, report, Path(config.site_dir), processes)
        without_theme(files, config)
        in_language(files, options.language)
        for page, make in self.build.pages:
            files.append(page_file(page, make, self.site, config))
        for path, content in frame_files(options.was_statement, words, editor=bool(options.editor.host)).items():
            files.append(File.generated(config, path, content=content))
        for file in editor_files(options.editor, library, options.strategies, config, words):
            files.append(file)
        config.nav = navigation(config.nav, library, words)
        return files

    def on_page_markdown(self, markdown: str, *, page: MkDocsPage, config: MkDocsConfig, files: Files) -> str:
        try:
            return fill(markdown, page.file.src_uri, self.build.library, self.site)
        except LookupError as unknown:
            raise PluginError(str(unknown)) from unknown

    def on_page_context(self, context: Any, *, page: MkDocsPage, config: MkDocsConfig, nav: Navigation) -> Any:
        return {**context, "document": self.build.document(page, nav, config)}

    def on_template_context(self, context: Any, *, template_name: str, config: MkDocsConfig) -> Any:
        if template_name == "404.html":
            context["document"] = self.frame.not_found(context["nav"], config)
        return context

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        log.info(self.build.finish())
        if self.preview:
            self.preview.begin_from(self.build)

    def on_serve(self, server: LiveReloadServer, *, config: MkDocsConfig, builder: Any) -> LiveReloadServer:
        if self.preview:
            self.preview.attach(server, builder)
        return server
