"""What stands around a document on a web page: menus, boxes on cookies, shortcuts, related pages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final

from bs4 import Tag

_COOKIES: Final = re.compile(r"(?i)cookie|consent|samtykke")
_LEAST: Final = 200
"""How many characters the main content holds at the least, for a page that says what that is."""


def around(body: Any) -> Iterator[tuple[str, Tag]]:
    """The elements that are no part of the document, with the kind of each; the outermost only."""
    mains = body.select("main, [role=main]")
    main = mains[0] if len(mains) == 1 and len(mains[0].get_text(strip=True)) >= _LEAST else None
    for tag in body.find_all(["header", "footer"], recursive=False):
        if not _has_the_title(tag, main):
            yield tag.name, tag
    for tag in body.find_all(id=_COOKIES) + body.find_all(class_=_COOKIES):
        if tag.find(["main", "h1"]) is None:
            yield "around", tag
    inside = main
    while inside is not None and inside is not body:
        for tag in [*inside.find_previous_siblings(True), *inside.find_next_siblings(True)]:
            if not _has_the_title(tag, main):
                yield "navigation" if tag.name == "nav" else "around", tag
        inside = inside.parent


def _has_the_title(tag: Tag, main: Any) -> bool:
    """Whether a page has its title outside its main content."""
    return main is not None and main.find("h1") is None and (tag.name == "h1" or tag.find("h1") is not None)
