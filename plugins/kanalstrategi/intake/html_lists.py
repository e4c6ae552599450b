"""The lists of a web page: the marks of numbered ones, and which words a list of definitions explains."""

from __future__ import annotations

from collections.abc import Iterator

from bs4 import Tag

from kanalstrategi.intake.blocks import Block, Doubt, Paragraph, Picture, Run, words_in
from kanalstrategi.intake.characters import clean_words


def mark_of(number: int, tag: Tag) -> str:
    kind = str(tag.get("type", "1"))
    if kind in ("a", "A"):
        letter = chr(ord("a") + (number - 1) % 26)
        return f"{letter.upper() if kind == 'A' else letter}."
    return f"{number}."


def definitions(tag: Tag) -> Iterator[list[Tag]]:
    """The words of a list of definitions, each with what explains it."""
    group: list[Tag] = []
    for child in tag.find_all(["dt", "dd"]):
        if child.find_parent("dl") is not tag:
            continue
        if child.name == "dt" and group and group[-1].name == "dd":
            yield group
            group = []
        group.append(child)
    if group:
        yield group


def as_paragraph(block: Block) -> Paragraph:
    runs: list[Run] = []
    for words in words_in(block):
        runs += [Run(" "), *words] if runs else words
    doubts = (Doubt("picture_in_list"),) if isinstance(block, Picture) else ()
    return Paragraph(clean_words(runs), doubts=(*block.doubts, *doubts))
