"""The words that a document explains in a chapter of their own: a list of definitions, or lines of a word and its meaning."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile
from typing import Any, Final

from kanalstrategi.intake.blocks import Block, Listing, Paragraph, plain
from kanalstrategi.intake.headed import heading_of, own
from kanalstrategi.intake.outline import Node
from kanalstrategi.intake.texts import Texts
from kanalstrategi.intake.writing import part
from kanalstrategi.strategy.definitions import Term

_BETWEEN: Final = " :–—-"
_WORD: Final = re.compile(r"(?P<word>[^:.;]{2,50}): (?P<meaning>\S.*)")
_FEWEST: Final = 2


def terms(node: Node, texts: Texts) -> dict[str, Any] | None:
    """The fields of an edition that explain words, if all that stands under a heading does, after what opens it."""
    explained = list(_explained(own(node)))
    before = [block for block, _ in takewhile(lambda each: each[1] is None, explained)]
    pairs = [pair for _, pair in explained[len(before) :]]
    if node.children or len(pairs) < _FEWEST or None in pairs or not all(isinstance(block, Paragraph) for block in before):
        return None
    written = [
        part(Term, id=texts.ids.make(Term.prefix, word, "begreb"), name=word, meaning=meaning) for word, meaning in filter(None, pairs)
    ]
    return {"terms_heading": heading_of(node, texts), "terms_text": texts.text(before, node.doubts), "terms": written}


def _explained(blocks: Sequence[Block]) -> Iterator[tuple[Block, tuple[str, str] | None]]:
    """Each block, or each item of a list, with the word in it and what that means, where it is such a one."""
    for block in blocks:
        if isinstance(block, Listing):
            yield from ((block, _pair(item.blocks) if not item.mark else None) for item in block.items)
        else:
            yield block, _pair((block,))


def _pair(blocks: Sequence[Block]) -> tuple[str, str] | None:
    paragraphs = [block for block in blocks if isinstance(block, Paragraph)]
    runs = [run for paragraph in paragraphs for run in paragraph.words]
    if not paragraphs or len(paragraphs) < len(blocks) or any(run.link or run.footnote for run in runs):
        return None
    first, *more = paragraphs
    bold = list(takewhile(lambda run: run.bold or not run.text.strip(), first.words))
    word, rest = plain(tuple(bold)).strip(_BETWEEN), plain(first.words[len(bold) :]).strip(_BETWEEN)
    meaning = " ".join(filter(None, (rest, *(paragraph.text for paragraph in more))))
    if word and meaning:
        return word, meaning
    match = _WORD.fullmatch(first.text) if not more else None
    return (match["word"], match["meaning"]) if match else None
