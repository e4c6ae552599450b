"""The plugin's options, as they are written in `mkdocs.yml`."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs.config import config_options as c
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig

from kanalstrategi.frame import Contact
from kanalstrategi.i18n import LANGUAGES, catalog
from kanalstrategi.pages import Site
from kanalstrategi.pages.taking_part import Repository, TakingPart


class RepositoryConfig(Config):
    kind = c.Choice(("github", "gitlab", "forgejo", "azure"))
    """What runs there. Gitea is written as forgejo, Azure DevOps as azure."""

    url = c.URL()
    """The repository's own page."""

    branch = c.Type(str, default="main")
    """The branch that is published."""


class _Repository(c.SubConfig[RepositoryConfig]):
    """Left out as a whole, or written with all that it takes."""

    def __init__(self) -> None:
        super().__init__(RepositoryConfig)
        self.default = None  # type: ignore[assignment]


class EditorConfig(Config):
    """The form editor at `/admin/`: where the files lie, and how an editor comes in."""

    host = c.Optional(c.Choice(("local", "github", "gitlab", "gitea")))
    """The kind of Git host, which turns the form on; `local` is a clone on this machine, with `npx decap-server` running in it."""

    repository = c.Type(str, default="")
    """The owner and the name, as the host writes them: `kommune/kanalstrategier`."""

    branch = c.Type(str, default="main")
    """The branch that a change is proposed to."""

    address = c.Optional(c.URL())
    """The host's own address, where it is not the public one; for `local`, that of `decap-server`."""

    app_id = c.Optional(c.Type(str))
    """GitLab and Gitea: the id under which the form is known to the host."""

    login = c.Optional(c.URL())
    """GitHub: the address of the authority's own login gateway. There is no way in without one."""


class KanalstrategiConfig(Config):
    strategies = c.Dir(exists=True, default="strategier")
    """The folder of the YAML files, one folder in it for each municipality."""

    language = c.Choice(LANGUAGES, default="da")
    """The language of the interface. The documents stay Danish."""

    edit_url = c.Optional(c.Type(str))
    """Where a YAML file is edited, with {path} and {line}. Without it there are no edit links."""

    comment_mail = c.Optional(c.Type(str))
    """Where a comment on a passage is sent. A hearing that is open has its own address first."""

    comment_telephone = c.Optional(c.Type(str))
    """The same by telephone."""

    repository = c.Optional(_Repository())
    """Where the files live: readers write issues there, and edit where `edit_url` says nothing else."""

    feedback_mail = c.Optional(c.Type(str))
    """Where a reader reports a barrier, shown on every page."""

    feedback_telephone = c.Optional(c.Type(str))
    """The same by telephone."""

    publisher = c.Optional(c.Type(str))
    """The authority that publishes the site. Without one the pages say that they are a demonstration."""

    was_statement = c.Optional(c.URL())
    """The authority's accessibility statement in WAS; `/was` leads to it."""

    editor = c.SubConfig(EditorConfig)
    """A form editor for those who do not know Git. Off until it is written."""

    processes = c.Type(int, default=0)
    """How many processes make the pages of a large site; 0 is one for each processor, 1 only this one."""

    @property
    def contact(self) -> Contact:
        return Contact(self.feedback_mail, self.feedback_telephone, self.was_statement, self.publisher)


def site_of(options: KanalstrategiConfig, config: MkDocsConfig) -> Site:
    """What the pages are told of the site."""
    held = options.repository
    repository = Repository(held.kind, held.url, held.branch) if held else None
    edit_url = options.edit_url or (repository.edit_url if repository else None)
    part = TakingPart(options.comment_mail, options.comment_telephone, repository, config.site_url)
    return Site(
        catalog(options.language),
        edit_url,
        directory_urls=config.use_directory_urls,
        taking_part=part,
        name=config.site_name,
        url=config.site_url,
        publisher=options.publisher,
    )


def missing(options: KanalstrategiConfig, site: Site) -> Iterator[str]:
    """What a publisher has to fill in before the site may be published, a sentence each."""
    if options.publisher and not options.was_statement:
        yield site.words("footer.statement.missing", publisher=options.publisher)
    if site.taking_part and site.taking_part.leads_nowhere:
        yield site.words("comment.no_address")
