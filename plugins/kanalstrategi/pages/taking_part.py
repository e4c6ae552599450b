"""How a reader comments on a passage with nothing but links: by e-mail, by telephone, in the repository."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from textwrap import shorten
from urllib.parse import quote

from kanalstrategi.i18n import Catalog
from kanalstrategi.strategy.hearing import Ways

LONGEST_TITLE = 200
"""The most characters of a title: the hosts take some 255, and an address with more is too long for some mail programs."""


@dataclass(frozen=True)
class Repository:
    """Where the files live: `kind` is github, gitlab, forgejo (Gitea too) or azure."""

    kind: str
    url: str
    branch: str = "main"

    @property
    def edit_url(self) -> str:
        """Where a file is edited, with `{path}` and `{line}`.

        Azure DevOps has no address for that, only for the file. Forgejo says to all who may not write that its own does not
        exist; from the file they are led to a copy of theirs.
        """
        url, branch = self.url.rstrip("/"), quote(self.branch, safe="/")
        return {
            "github": f"{url}/edit/{branch}/{{path}}#L{{line}}",
            "gitlab": f"{url}/-/edit/{branch}/{{path}}#L{{line}}",
            "forgejo": f"{url}/src/branch/{branch}/{{path}}#L{{line}}",
            "azure": f"{url}?path=/{{path}}&version=GB{quote(self.branch, safe='')}&line={{line}}&_a=contents",
        }[self.kind]

    def new_issue(self, title: str, text: str) -> str:
        """Where an issue is written, with its title and text filled in."""
        url, title, text = self.url.rstrip("/"), _encoded(title), _encoded(text)
        return {
            "github": f"{url}/issues/new?title={title}&body={text}",
            "gitlab": f"{url}/-/issues/new?issue%5Btitle%5D={title}&issue%5Bdescription%5D={text}",
            "forgejo": f"{url}/issues/new?title={title}&body={text}",
            # Of Azure DevOps' own processes one lacks Issue; all of them have Task.
            "azure": f"{_project(url)}/_workitems/create/Task"
            f"?%5BSystem.Title%5D={title}&%5BSystem.Description%5D={text}",
        }[self.kind]


@dataclass(frozen=True)
class TakingPart:
    """The ways that a site, or a hearing that is open, offers; `about` is what an e-mail calls the document."""

    mail: str | None = None
    telephone: str | None = None
    repository: Repository | None = None
    site_url: str | None = None
    about: str = ""

    @property
    def leads_nowhere(self) -> bool:
        """Whether what a reader sends has no whole address of the passage."""
        return not self.site_url and bool(self.mail or self.repository)

    def of(self, about: str, hearing: Ways | None) -> TakingPart:
        """The same for one document. While a hearing is open, its own address and number come first."""
        return replace(
            self,
            mail=(hearing and hearing.mail) or self.mail,
            telephone=(hearing and hearing.telephone) or self.telephone,
            about=about,
        )

    def comment(self, path: str, passage: str, edit: str | None, words: Catalog) -> tuple[tuple[str, str], ...]:
        """The ways to comment on the passage at a path of the site: an address each, and what the link is called."""
        if not (self.mail or self.telephone or self.repository):
            return ()
        return tuple(self._links(f"{(self.site_url or '').rstrip('/')}/{path}", passage, edit, words))

    def _links(self, address: str, passage: str, edit: str | None, words: Catalog) -> Iterator[tuple[str, str]]:
        title = shorten(f"{self.about}: {passage}" if self.about else passage, LONGEST_TITLE, placeholder=" …")
        if self.mail:
            to = f"{quote(self.mail, safe='@')}?subject={_encoded(title)}&body={_encoded(address)}"
            yield f"mailto:{to}", words("comment.mail", passage=passage)
        if self.telephone:
            number = "".join(sign for sign in self.telephone if sign.isdigit() or sign == "+")
            yield f"tel:{number}", words("comment.telephone", number=self.telephone, passage=passage)
        if self.repository:
            yield self.repository.new_issue(title, address), words("comment.issue", passage=passage)
        if edit:
            yield edit, words("comment.edit", passage=passage)


def _encoded(text: str) -> str:
    """Text as a part of a query, where colon and slash mean themselves."""
    return quote(text, safe=":/")


def _project(repository: str) -> str:
    """The Azure DevOps project of a repository; one that is named as its repository is left out of the address."""
    project, found, name = repository.partition("/_git/")
    return f"{project}/{name}" if found and project.count("/") == 3 else project
