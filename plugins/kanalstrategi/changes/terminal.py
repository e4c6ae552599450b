"""Differences as a person reads them in a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kanalstrategi.changes.change import Mark, MarkKind
from kanalstrategi.changes.library import Difference
from kanalstrategi.changes.marks import shortened
from kanalstrategi.changes.report import SIGNS, Section, count, sections, significance_title
from kanalstrategi.i18n import Catalog

_SHAPES = {MarkKind.SAME: "{}", MarkKind.REMOVED: "[-{}-]", MarkKind.ADDED: "{{+{}+}}"}


def full(differences: Sequence[Difference], words: Catalog, *, before: str, after: str) -> str:
    """Every difference, and a last line that counts them."""
    if not differences:
        return words("changes.same_between", before=before, after=after)
    found = sections(differences, words)
    lines = [words("changes.between", before=before, after=after)]
    for section in found:
        lines += ["", *_section(section, words)]
    lines.append("")
    if any(line.said.marks for section in found for group in section.groups for c in group.chapters for line in c.lines):
        lines.append(words("changes.legend"))
    lines.append(count(differences, words))
    return "\n".join(line.rstrip() for line in lines)


def marked(marks: Sequence[Mark]) -> str:
    """A text with its marks as signs, long stretches without a change left out."""
    return "".join(_SHAPES[mark.kind].format(visible(mark.text)) for mark in shortened(marks))


def visible(text: str) -> str:
    """Text that cannot steer a terminal."""
    return "".join(character if character.isprintable() or character == "\n" else "·" for character in text)


def _section(section: Section, words: Catalog) -> Iterator[str]:
    yield f"{visible(section.title)} ({visible(section.difference.held.path)})"
    if section.news:
        yield f"  {SIGNS[section.shape]} {visible(section.news)}"
    if section.former:
        yield f"  {visible(section.former)}"
    for group in section.groups:
        yield f"  {significance_title(group.significance, words)}"
        for chapter in group.chapters:
            yield f"    {chapter.title}"
            for line in chapter.lines:
                yield f"      {line.sign} {visible(line.said.sentence)}"
                if line.said.marks:
                    yield from (f"          {row}" for row in marked(line.said.marks).split("\n"))
    if section.left_out:
        yield f"  {words('changes.more', n=section.left_out)}"
