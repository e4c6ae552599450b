"""A form editor in the browser: what Decap CMS is told of the model, and the page it runs in.

Fields, labels, hints, choices and order are those of the model. The scripts beside it change only what an
author changed in a file. Knows the library's files; nothing of MkDocs, and no Git host by name.
"""

from kanalstrategi.cms.configuration import Repository, configuration
from kanalstrategi.cms.pages import FOLDER, packages_folder, page_files

__all__ = ["FOLDER", "Repository", "configuration", "packages_folder", "page_files"]
