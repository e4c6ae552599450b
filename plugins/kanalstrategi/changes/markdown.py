"""Differences as Markdown for a comment on a pull request.

What an author wrote is shown as text: no HTML, no link, no image, and nobody is called by an @.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from html import escape

from kanalstrategi.changes.change import Mark, MarkKind
from kanalstrategi.changes.library import Difference
from kanalstrategi.changes.marks import shortened
from kanalstrategi.changes.report import SIGNS, Section, count, sections, significance_title
from kanalstrategi.i18n import Catalog

LIMIT = 60_000
"""Characters; the hosts of Git take some 65 000 in a comment."""

_SIGNS = re.compile(r"([\\`*_{}\[\]()#+\-.!|~$^=])")
_CALLS = re.compile(r"(@|:(?=//)|\\#)")
_SHAPES = {MarkKind.SAME: "{}", MarkKind.REMOVED: "<del>{}</del>", MarkKind.ADDED: "<ins>{}</ins>"}


def full(differences: Sequence[Difference], words: Catalog, *, before: str, after: str, limit: int = LIMIT) -> str:
    """The whole comparison, or as much of it as the limit takes with a line that says what was left out."""
    heading = f"## {words('changes.title')}\n\n{_text(words('changes.between', before=before, after=after))}\n"
    if not differences:
        return f"{heading}\n{words('changes.same')}\n"
    blocks = [block for section in sections(differences, words) for block in _blocks(section, words)]
    whole = f"{heading}\n**{count(differences, words)}**\n"
    left = sum(is_change for _, is_change in blocks)
    room = limit - len(words("changes.left_out", n=left)) - 10
    for block, is_change in blocks:
        if len(whole) + len(block) > room:
            return f"{whole}\n> {words('changes.left_out', n=left)}\n"
        whole += block
        left -= is_change
    return whole


def _blocks(section: Section, words: Catalog) -> Iterator[tuple[str, bool]]:
    """Pieces of Markdown that are shown whole or not at all, and whether each is a change."""
    yield f"\n### {_text(section.title)}\n\n`{_code(section.difference.held.path)}`\n", False
    if section.news:
        yield f"\n**{SIGNS[section.shape]} {_text(section.news)}**\n", True
    if section.former:
        yield f"\n{_text(section.former)}\n", False
    for group in section.groups:
        yield f"\n#### {significance_title(group.significance, words)}\n", False
        for chapter in group.chapters:
            yield f"\n**{_text(chapter.title)}**\n\n", False
            for line in chapter.lines:
                text = f"- {_text(line.sign)} {_text(line.said.sentence)}\n"
                if line.said.marks:
                    text += f"  > {_marked(line.said.marks)}\n"
                yield text, not section.former
    if section.left_out:
        yield f"\n{_text(words('changes.more', n=section.left_out))}\n", False


def _marked(marks: Sequence[Mark]) -> str:
    return "".join(
        "<br>".join(_SHAPES[mark.kind].format(_text(piece)) if piece else "" for piece in mark.text.split("\n"))
        for mark in shortened(marks)
    )


def _text(text: str) -> str:
    """Text that means itself: neither Markdown nor HTML, no address, no name that is called."""
    plain = "".join(character if character.isprintable() else " " for character in text)
    # An empty comment parts what a host would take for a name, a number or an address of its own.
    return _CALLS.sub(r"\1<!-- -->", escape(_SIGNS.sub(r"\\\1", plain), quote=False))


def _code(text: str) -> str:
    return text.replace("`", "'")
