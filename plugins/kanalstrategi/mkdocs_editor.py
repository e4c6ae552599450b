"""The form editor at `/admin/` as files of MkDocs: the option in, the page with its programs out."""

from __future__ import annotations

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File

from kanalstrategi import Library
from kanalstrategi.cms import Repository, configuration, packages_folder, page_files
from kanalstrategi.i18n import Catalog
from kanalstrategi.mkdocs_options import EditorConfig

NEEDED = {"local": (), "github": ("repository", "login"), "gitlab": ("repository", "app_id"), "gitea": ("repository", "app_id")}
"""What each kind of host cannot do without."""


def editor_files(
    option: EditorConfig, library: Library, folder: str, config: MkDocsConfig, words: Catalog
) -> list[File]:
    """The files of the form; none where the option names no host."""
    if option.host is None:
        return []
    missing = [key for key in NEEDED[option.host] if not option[key]]
    if missing:
        raise PluginError(words("cms.needed", host=option.host, keys=words.joined(missing)))
    repository = Repository(
        option.host, option.repository, option.branch, option.address, option.login, option.app_id
    )
    told = configuration(library, Path(folder).name, repository, words)
    packages = packages_folder(Path(config.config_file_path).parent / ".cache")
    try:
        found = page_files(told, repository, packages, config.site_name, words)
    except FileNotFoundError:
        raise PluginError(words("cms.missing")) from None
    return [File.generated(config, path, content=content) for path, content in found.items()]
