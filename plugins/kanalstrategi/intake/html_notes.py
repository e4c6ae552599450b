"""The footnotes of a web page, which HTML has no elements for: links to a place further down, and what stands there."""

from __future__ import annotations

import re
from typing import Any, Final

from kanalstrategi.intake.characters import clean

_NOTE: Final = re.compile(r"^#(?:_?(?:ftn|edn|fn|n|footnote|fodnote|note|endnote|slutnote)[-_:]?(?:ref)?\d*.*)$", re.IGNORECASE)


def notes_in(soup: Any) -> dict[str, tuple[str, Any]]:
    """The footnotes by the address that their marks lead to: a mark is a short link in raised type, or like `[1]`."""
    found: dict[str, tuple[str, Any]] = {}
    for link in soup.find_all("a", href=_NOTE):
        if "ref" in link["href"].casefold():
            continue  # the way back from a note
        mark = clean(link.get_text()).strip().strip("[]()")
        target = soup.find(id=link["href"][1:]) or soup.find(attrs={"name": link["href"][1:]})
        is_raised = link.find_parent("sup") is not None or link.find("sup") is not None or link.get_text().strip().startswith("[")
        if not is_raised or target is None or len(mark) > 4 or link["href"][1:] in found:
            continue
        block = target if target.name in ("li", "p", "div", "aside", "dd") else target.find_parent(["li", "p", "div"])
        if block is not None and block.find(lambda tag: tag is link) is None:
            found[link["href"][1:]] = (mark, block)
    first: dict[int, str] = {}
    return {key: value for key, value in found.items() if first.setdefault(id(value[1]), key) == key}
