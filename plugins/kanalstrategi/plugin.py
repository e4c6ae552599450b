"""MkDocs at the edge: options in, files and log lines out."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from mkdocs.config import config_options as c
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, get_plugin_logger
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.utils import write_file

from kanalstrategi import Library, Report, load
from kanalstrategi.diagnostics import terminal
from kanalstrategi.exports import exports, search_index
from kanalstrategi.frame import SEARCH, Contact, assets
from kanalstrategi.i18n import LANGUAGES, catalog
from kanalstrategi.mkdocs_frame import TEMPLATES, framed, framed_not_found, without_theme
from kanalstrategi.mkdocs_pages import in_language, navigation, page_file, searched
from kanalstrategi.pages import SearchEntry, Site, render
from kanalstrategi.pages.inserts import fill

log = get_plugin_logger("kanalstrategi")
PACKAGE = Path(__file__).parent


class KanalstrategiConfig(Config):
    strategies = c.Dir(exists=True, default="strategier")
    """The folder of the YAML files, one folder in it for each municipality."""

    language = c.Choice(LANGUAGES, default="da")
    """The language of the interface. The documents stay Danish."""

    edit_url = c.Optional(c.Type(str))
    """Where a YAML file is edited, with {path} and {line}. Without it there are no edit links."""

    feedback_mail = c.Optional(c.Type(str))
    """Where a reader reports a barrier, shown on every page."""

    feedback_telephone = c.Optional(c.Type(str))
    """The same by telephone."""


class KanalstrategiPlugin(BasePlugin[KanalstrategiConfig]):
    site: Site
    contact: Contact
    library: Library
    report: Report
    entries: list[tuple[str, str, SearchEntry]]

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        catalog.cache_clear()
        self.site = Site(catalog(self.config.language), self.config.edit_url, directory_urls=config.use_directory_urls)
        self.contact = Contact(self.config.feedback_mail, self.config.feedback_telephone)
        self.entries = []
        config.theme["language"] = self.config.language
        config.theme.dirs.insert(0, str(TEMPLATES))
        config.watch += [self.config.strategies, *(str(PACKAGE / room) for room in ("components", "frame", "i18n", "pages"))]
        return config

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        self.library, self.report = load(Path(self.config.strategies))
        words = self.site.words
        for finding in self.report.warnings:
            log.warning(terminal.full([finding], words))
        if self.report.errors:
            raise PluginError("\n\n" + terminal.full(self.report.errors, words))
        without_theme(files, config)
        in_language(files, self.config.language)
        for page in render(self.library, self.site):
            files.append(page_file(page, self.site, config))
        for path, content in {**assets(), **exports(self.library, words)}.items():
            files.append(File.generated(config, path, content=content))
        config.nav = navigation(config.nav, self.library, words)
        return files

    def on_page_markdown(self, markdown: str, *, page: MkDocsPage, config: MkDocsConfig, files: Files) -> str:
        try:
            return fill(markdown, page.file.src_uri, self.library, self.site)
        except LookupError as unknown:
            raise PluginError(str(unknown)) from unknown

    def on_page_context(self, context: Any, *, page: MkDocsPage, config: MkDocsConfig, nav: Navigation) -> Any:
        self.entries += searched(page)
        return {**context, "document": framed(page, nav, config, self.site.words, self.contact)}

    def on_template_context(self, context: Any, *, template_name: str, config: MkDocsConfig) -> Any:
        if template_name == "404.html":
            context["document"] = framed_not_found(context["nav"], config, self.site.words, self.contact)
        return context

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        write_file(search_index(self.entries).encode(), str(Path(config.site_dir, SEARCH)))
        words, found = self.site.words, terminal.counts(self.report, self.site.words)
        log.info(words("build.summary", n=len(self.library.strategies), counts=found))
