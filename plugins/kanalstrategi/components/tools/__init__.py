"""Under a heading: the address of the section, and the ways to comment on it or correct its words."""

from __future__ import annotations

from typing import Any

from markupsafe import Markup

from kanalstrategi.components.html import EMPTY, Html, lines, together
from kanalstrategi.components.page import PageInMaking

_TOOLS = Html('<div class="ks-tools"><span><a href="#{}" aria-label="{}">{}</a></span>{}</div>')
_COMMENT = Html(' <details><summary aria-label="{}">{}</summary>{}</details>')
_WAY = Html('<a href="{}">{}</a>')
_EDIT = Html(' <span><a href="{}" aria-label="{}">{}</a></span>')
_LINK = Html(' <a class="ks-here" href="#{}" aria-label="{}"></a>')


def headed(
    page: PageInMaking,
    level: int,
    id: str,
    title: str,
    part: Any = None,
    language: str | None = None,
    *,
    called: str | None = None,
) -> Markup:
    """A heading with its tools. `called` is what they call it, where that is not the whole title."""
    return lines(page.heading(level, id, title, language), tools(page, id, called or title, part))


def tools(page: PageInMaking, id: str, text: str, part: Any = None) -> Markup:
    words, name = page.words, page.path_to(id, text)
    edit = page.edit(part) if part else None
    more = EMPTY
    if comment := page.comment(id, name, edit):
        ways = together([_WAY(href, label) for href, label in comment])
        more = _COMMENT(words("comment.name", passage=name), words("comment"), ways)
    elif edit:
        more = _EDIT(edit, words("tools.edit.name", heading=name), words("tools.edit"))
    return _TOOLS(id, words("tools.link.name", heading=name), words("tools.link"), more)


def link(page: PageInMaking, id: str, name: str) -> Markup:
    """The address of a passage without a heading. Its sign is drawn by the styles, so that the document's words stay whole."""
    return _LINK(id, page.words("tools.link.name", heading=name))
