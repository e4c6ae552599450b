"""What Decap CMS is told: the Git host, and every file of the library with the fields of its kind."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final, Literal

from kanalstrategi.cms.fields import fields
from kanalstrategi.i18n import Catalog
from kanalstrategi.site import Library
from kanalstrategi.site.files import GLOSSARY
from kanalstrategi.strategy import Edition, Glossary, Hearing

Host = Literal["local", "github", "gitlab", "gitea"]

LOCAL: Final = "http://localhost:8081"
"""Where `decap-server` listens, for writing in a clone on the same machine."""

_API: Final = {"github": "/api/v3", "gitlab": "/api/v4", "gitea": "/api/v1"}
_OWN: Final = {"github": "https://api.github.com", "gitlab": "https://gitlab.com", "gitea": "https://gitea.com"}


@dataclass(frozen=True)
class Repository:
    """Where the files lie, and how an editor comes in."""

    host: Host
    name: str = ""
    branch: str = "main"
    address: str | None = None
    """The Git host's own address, where it is not the public one; for `local`, that of `decap-server`."""
    login: str | None = None
    """GitHub only: the address of the authority's own login gateway."""
    app_id: str | None = None
    """GitLab and Gitea: the id under which the form is known to the host."""

    @property
    def reached(self) -> tuple[str, ...]:
        """The addresses that the form speaks with, besides the site itself."""
        if self.host == "local":
            return (self.address or LOCAL,)
        return tuple(filter(None, (self.address or _OWN[self.host], self.login)))

    @property
    def backend(self) -> dict[str, Any]:
        if self.host == "local":
            return {"name": "proxy", "proxy_url": f"{self.address or LOCAL}/api/v1", "branch": self.branch}
        found: dict[str, Any] = {"name": self.host, "repo": self.name, "branch": self.branch}
        if self.address:
            found |= {"base_url": self.address, "api_root": self.address.rstrip("/") + _API[self.host]}
        if self.login:
            found["base_url"] = self.login
        if self.app_id:
            found |= {"auth_type": "pkce", "app_id": self.app_id}
        return found


def configuration(library: Library, folder: str, repository: Repository, words: Catalog) -> dict[str, Any]:
    """The fields of each kind of file, and what the form is opened with; `folder` is the library's."""
    collections = [
        {
            "name": municipality.slug,
            "label": municipality.name,
            **_WRITTEN,
            "files": [
                file
                for strategy in municipality.strategies
                for file in (
                    _file("edition", strategy.slug, words("cms.edition", edition=strategy.slug), strategy.file),
                    *(
                        _file(
                            "hearing",
                            f"{strategy.slug}-{held.slug}",
                            words("cms.hearing", edition=strategy.slug, title=held.hearing.procedure.title),
                            held.file,
                        )
                        for held in strategy.hearings
                    ),
                )
            ],
        }
        for municipality in library.municipalities
    ]
    if library.glossary:
        file = _file("glossary", "ordliste", words("cms.glossary"), f"{folder}/{GLOSSARY}")
        collections.append(
            {"name": "ordliste", "label": words("cms.glossary"), **_WRITTEN, "files": [file]}
        )
    return {
        "fields": {kind: fields(model, words) for kind, model in _KINDS.items()},
        "messages": {"marks": words("cms.marks"), "not-written": words("cms.not_written")},
        "config": {
            "load_config_file": False,
            "locale": words.language,
            "backend": repository.backend,
            "publish_mode": "editorial_workflow",
            "media_folder": f"{folder}/.billeder",
            "show_preview_links": False,
            "collections": collections,
        },
    }


_WRITTEN: Final = {"format": "kanalstrategi", "extension": "yml", "editor": {"preview": False}}
"""Every file is read and written by our own script (`page/edits.js`): the one of Decap CMS drops comments,
orders keys and breaks lines anew."""

_KINDS: Final = {"edition": Edition, "hearing": Hearing, "glossary": Glossary}


def _file(kind: str, name: str, label: str, path: str) -> dict[str, Any]:
    return {"name": name, "label": label, "file": path, "kind": kind}
