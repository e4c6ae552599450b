"""What a hand-written page can take in: a comment `<!-- kanalstrategi: kommuner -->` becomes its content.

`kommuner` is the list of municipalities, `felter` every field of a strategy, from the model, `proevet` what the
audit (`scripts/audit.py --figures`) found, `regler` the pages of the rules.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from importlib.resources import files

from kanalstrategi.pages.draft import Draft, Site
from kanalstrategi.pages.municipalities import cards
from kanalstrategi.pages.inserts.rules import rule_pages
from kanalstrategi.pages.page import markdown_of
from kanalstrategi.site import Library
from kanalstrategi.strategy.describe import describe

_INSERT = re.compile(r"<!-- kanalstrategi: (\w+) -->")


def fill(markdown: str, uri: str, library: Library, site: Site) -> str:
    """The page's Markdown with every insert filled in. Raises `LookupError`, worded, for one that does not exist."""

    def insert(match: re.Match[str]) -> str:
        if match[1] not in _INSERTS:
            raise LookupError(site.words("insert.unknown", page=uri, name=match[1], known=", ".join(_INSERTS)))
        return _INSERTS[match[1]](Draft(site, uri), library)

    return _INSERT.sub(insert, markdown)


def _municipalities(draft: Draft, library: Library) -> str:
    html = draft.template("pages/inserts/municipalities.html.jinja", cards=cards(library, draft))
    return markdown_of(draft.blocks((html,)))


def _fields(draft: Draft, library: Library) -> str:
    tables = describe()
    names = {table.id: table.name for table in tables}
    html = draft.template("pages/inserts/fields.html.jinja", tables=tables, names=names)
    return markdown_of(draft.blocks((html,)))


def _audit(draft: Draft, library: Library) -> str:
    figures = json.loads(files(__package__).joinpath("audit.json").read_text(encoding="utf-8"))
    return markdown_of(draft.blocks((draft.template("pages/inserts/audit.html.jinja", figures=figures),)))


def _rules(draft: Draft, library: Library) -> str:
    return markdown_of(draft.blocks((draft.template("pages/inserts/rules.html.jinja", rules=rule_pages()),)))


_INSERTS: Mapping[str, Callable[[Draft, Library], str]] = {"kommuner": _municipalities, "felter": _fields, "proevet": _audit, "regler": _rules}
