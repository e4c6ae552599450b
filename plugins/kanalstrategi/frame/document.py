"""A page's content and its place in the site, to the document that a browser reads."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Final

from markupsafe import Markup

from kanalstrategi.components import environment
from kanalstrategi.frame.policy import page_policy
from kanalstrategi.frame.styles import styles
from kanalstrategi.i18n import Catalog


_CONTENT: Final = Markup("<content>")
"""Stands in the template for the content, which is put in its place at the end: a template copies each of its values twice.

As markup it is not to be found in the words around the content, whatever an author wrote: those are escaped.
"""

_LARGE: Final = 250_000
"""Characters of content that take longer to arrive than the styles that they would have to wait for. Without scripts,
a browser that has read all of a page and has no styles yet lays it out in vain besides."""


@dataclass(frozen=True)
class Link:
    """A link of the frame. `language` where its text is not in the page's language."""

    text: str
    href: str
    current: bool = False
    language: str | None = None


@dataclass(frozen=True)
class Outline:
    """A heading of the page and those under it."""

    id: str
    text: str
    children: tuple[Outline, ...] = ()
    language: str | None = None
    name: str | None = None
    """What its link is called where its words stand elsewhere on the page too."""


@dataclass(frozen=True)
class Contact:
    """Where a reader reports a barrier; what is not given is not shown."""

    mail: str | None = None
    telephone: str | None = None
    statement: str | None = None
    """The authority's own accessibility statement (WAS)."""
    publisher: str | None = None
    """The authority that publishes the site; without one it is a demonstration."""


@dataclass(frozen=True)
class Document:
    """Everything the frame shows. `base` leads from the page to the site's root."""

    title: str
    site_name: str
    description: str
    base: str
    content: str
    """What the page says, as HTML."""
    menu: tuple[Link, ...]
    trail: tuple[Link, ...] = ()
    neighbours: tuple[Link, ...] = ()
    """The other pages of the same municipality."""
    outline: tuple[Outline, ...] = ()
    previous: Link | None = None
    next: Link | None = None
    edit: str | None = None
    canonical: str | None = None
    feed: Link | None = None
    """The feed of news, for programs that look for one."""
    wide: bool = False
    home: bool = False
    contact: Contact = field(default_factory=Contact)
    policy: str | None = field(default_factory=page_policy)
    """What the browser may load; `None` in the live preview, whose reload is a script inside the page."""
    notice: tuple[str, ...] = ()
    """What an author is told above the page, in the live preview."""


@dataclass(frozen=True)
class _Surroundings:
    """What a page shares with others at the same depth and in the same part of the site."""

    site_name: str
    base: str
    menu: tuple[Link, ...]
    home: bool
    contact: Contact


def told_apart(outline: tuple[Outline, ...]) -> tuple[Outline, ...]:
    """A heading whose words stand elsewhere too is called with the one it stands under."""
    times = Counter(each.text.lower() for top in outline for each in (top, *top.children))
    if len(times) == times.total():
        return outline
    return tuple(
        replace(
            top,
            children=tuple(
                replace(each, name=f"{top.text}: {each.text}") if times[each.text.lower()] > 1 else each
                for each in top.children
            ),
        )
        for top in outline
    )


def document(held: Document, words: Catalog) -> str:
    """The whole page as HTML."""
    shared = _Surroundings(held.site_name, held.base, held.menu, held.home, held.contact)
    around = _around(shared, words)
    template = environment(words.language).get_template("frame/page/page.html.jinja")
    sheet = Markup(styles()) if len(held.content) > _LARGE and held.base == "../" else None
    before, after = template.render(d=held, t=words, content=_CONTENT, sheet=sheet, **around).split(_CONTENT)
    return "".join((before, held.content, after))


@lru_cache(maxsize=256)
def _around(shared: _Surroundings, words: Catalog) -> Mapping[str, Markup]:
    """Header, footer and search dialog: filled once for all pages that share them."""
    module = environment(words.language).get_template("frame/page/around.html.jinja").make_module({"d": shared, "t": words})
    return {"header": module.header(), "footer": module.footer(), "search": module.search()}


def redirect(address: str, words: Catalog) -> str:
    """The page at `/was`, which leads to the authority's accessibility statement."""
    return environment(words.language).get_template("frame/page/redirect.html.jinja").render(address=address, t=words)
