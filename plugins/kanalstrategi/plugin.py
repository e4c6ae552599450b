"""MkDocs at the edge: options in, files and log lines out."""

from __future__ import annotations

from pathlib import Path

from mkdocs.config import config_options as c
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, get_plugin_logger
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page as MkDocsPage

from kanalstrategi import Library, Report, load
from kanalstrategi.components import stylesheet
from kanalstrategi.diagnostics import terminal
from kanalstrategi.exports import exports
from kanalstrategi.i18n import LANGUAGES, catalog
from kanalstrategi.mkdocs_pages import in_language, navigation, page_file
from kanalstrategi.pages import Site, render
from kanalstrategi.pages.inserts import fill

log = get_plugin_logger("kanalstrategi")
PACKAGE = Path(__file__).parent
STYLES = "assets/kanalstrategi.css"


class KanalstrategiConfig(Config):
    strategies = c.Dir(exists=True, default="strategier")
    """The folder of the YAML files, one folder in it for each municipality."""

    language = c.Choice(LANGUAGES, default="da")
    """The language of the interface. The documents stay Danish."""

    edit_url = c.Optional(c.Type(str))
    """Where a YAML file is edited, with {path} and {line}. Without it there are no edit links."""


class KanalstrategiPlugin(BasePlugin[KanalstrategiConfig]):
    site: Site
    library: Library
    report: Report

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        words = catalog(self.config.language)
        self.site = Site(words, self.config.edit_url, directory_urls=config.use_directory_urls)
        config.theme["language"] = self.config.language
        config.extra_css.append(STYLES)
        config.watch += [self.config.strategies, *map(str, (PACKAGE / "components", PACKAGE / "pages", PACKAGE / "i18n"))]
        return config

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        self.library, self.report = load(Path(self.config.strategies))
        words = self.site.words
        for finding in self.report.warnings:
            log.warning(terminal.full([finding], words))
        if self.report.errors:
            raise PluginError("\n\n" + terminal.full(self.report.errors, words))
        in_language(files, self.config.language)
        for page in render(self.library, self.site):
            files.append(page_file(page, self.site, config))
        for path, content in {STYLES: stylesheet(), **exports(self.library, words)}.items():
            files.append(File.generated(config, path, content=content))
        config.nav = navigation(config.nav, self.library, words)
        return files

    def on_page_markdown(self, markdown: str, *, page: MkDocsPage, config: MkDocsConfig, files: Files) -> str:
        try:
            return fill(markdown, page.file.src_uri, self.library, self.site)
        except LookupError as unknown:
            raise PluginError(str(unknown)) from unknown

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        words, found = self.site.words, terminal.counts(self.report, self.site.words)
        log.info(words("build.summary", n=len(self.library.strategies), counts=found))
