"""The plugin's options, as they are written in `mkdocs.yml`."""

from __future__ import annotations

from mkdocs.config import config_options as c
from mkdocs.config.base import Config

from kanalstrategi.frame import Contact
from kanalstrategi.i18n import LANGUAGES


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

    publisher = c.Optional(c.Type(str))
    """The authority that publishes the site. Without one the pages say that they are a demonstration."""

    was_statement = c.Optional(c.URL())
    """The authority's accessibility statement in WAS; `/was` leads to it."""

    @property
    def contact(self) -> Contact:
        return Contact(self.feedback_mail, self.feedback_telephone, self.was_statement, self.publisher)
