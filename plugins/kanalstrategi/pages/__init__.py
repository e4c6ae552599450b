"""Every page of the site as a value: one folder a kind of page, a view and a template.

A view turns the library into exactly what its page shows; the template places it. An edition, of which a country
has hundreds, has its chapters as functions instead. Knows nothing of MkDocs: a `Page` can be handed to any
generator, as HTML or as Markdown.
"""

from kanalstrategi.pages.draft import Site
from kanalstrategi.pages.page import Heading, Made, Page, Place, SearchEntry
from kanalstrategi.pages.render import render

__all__ = ["Heading", "Made", "Page", "Place", "SearchEntry", "Site", "render"]
