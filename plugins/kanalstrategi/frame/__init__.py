"""The frame around every page: head, header, menu, contents, search, footer, styles and script.

Knows nothing of MkDocs and of no theme's scripts: it is given a page's content and its place in the
site, and returns the whole document. One folder a piece: template, styles and script together.
"""

from kanalstrategi.frame.assets import assets, frame_files
from kanalstrategi.frame.document import Contact, Document, Link, Outline, document, told_apart
from kanalstrategi.frame.policy import page_policy
from kanalstrategi.frame.styles import styles

__all__ = ["Contact", "Document", "Link", "Outline", "assets", "document", "frame_files", "page_policy", "styles", "told_apart"]
