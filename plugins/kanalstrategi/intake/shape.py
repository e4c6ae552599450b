"""Paragraphs to lists and headings where the file only shows them by their look.

A list is known by the signs before its items. A heading that is no heading in the file is a guess, and
marked as one: short, set apart by size, weight, capitals or a number, and not a sentence.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from kanalstrategi.intake.blocks import Block, Doubt, Grid, Heading, Item, Listing, Paragraph, Picture
from kanalstrategi.intake.characters import without_start
from kanalstrategi.intake.lexicon import NUMBER, channels_of, meaning, number_of

_DOT: Final = r"(?:[•·▪◦‣●○■□–—*\-\uf0b7\uf0a7]|o(?=\s+\w))\s+"
_SIGN: Final = r"\(?(?:\d{1,3}|[A-Za-zÆØÅæøå]|[ivxIVX]{1,4})[.)](?:\s+)(?=\S)"
MARK: Final = re.compile(rf"(?P<dot>{_DOT})?(?P<sign>{_SIGN})?")
_TYPED: Final = re.compile(_SIGN)
_MARKED: Final = re.compile(rf"(?=(?:{_DOT}|{_SIGN})){MARK.pattern}")
_REMARK: Final = re.compile(r"(?i)(?:note|kilde|bemærk|obs|figur \d+|tabel \d+)\b.*:")
_NUMBERED_TABLE: Final = re.compile(r"(?i)(?:tabel|skema|oversigt) \d+(?:\.\d+)*(?:[.:–-]|\b)")
LONGEST_HEADING: Final = 100


def shaped(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """The blocks with lists gathered, headings guessed and captions with what they caption."""
    return tuple(_with_headings(list(_gathered(list(_captioned(list(blocks)))))))


# --- Captions


def _captioned(blocks: list[Block]) -> Iterator[Block]:
    taken: set[int] = set()
    titles: dict[int, Paragraph] = {}
    for index, block in enumerate(blocks):
        if isinstance(block, Paragraph) and (block.is_caption or _names_next(block, blocks[index + 1 :])):
            places = [place for place in (index + 1, index - 1) if 0 <= place < len(blocks)]
            for other in sorted(places, key=lambda place: not _is_named(block, blocks[place])):
                beside = blocks[other]
                if isinstance(beside, Grid | Picture) and other not in titles and not beside.title:
                    titles[other] = block
                    taken.add(index)
                    break
    for index, block in enumerate(blocks):
        if index in titles and isinstance(block, Grid | Picture):
            yield replace(block, title=titles[index].words)
        elif index not in taken:
            yield block


def _names_next(block: Paragraph, after: list[Block]) -> bool:
    """Whether a line calls the table right below it by its number, as a caption does without the style of one."""
    return bool(after and isinstance(after[0], Grid) and len(block.text) <= 2 * LONGEST_HEADING and _NUMBERED_TABLE.match(block.text))


def _is_named(caption: Paragraph, beside: Block) -> bool:
    """Whether a caption calls what stands beside it by its kind: `Tabel 1`, `Figur 2`."""
    return isinstance(beside, Grid if re.match(r"(?i)tabel\b", caption.text) else Picture)


# --- Lists


def _gathered(blocks: list[Block]) -> Iterator[Block]:
    group: list[Paragraph] = []
    for block in blocks:
        if isinstance(block, Paragraph) and _mark(block):
            if group and (_kind(group[-1]) != _kind(block) or _look(group[-1]) != _look(block)):
                yield from _list(group)
                group = []
            group.append(block)
        else:
            yield from _list(group)
            group = []
            yield _with_marks(block) if isinstance(block, Listing) else block
    yield from _list(group)


def _with_marks(listing: Listing) -> Listing:
    """A list of dots whose items all begin with a typed number or letter, as a list of these."""
    firsts = [item.blocks[0] if item.blocks and not item.mark else None for item in listing.items]
    matches = [_TYPED.match(first.text) if isinstance(first, Paragraph) else None for first in firsts]
    if len(matches) < 2 or not all(matches):
        return listing
    items = []
    for item, first, match in zip(listing.items, firsts, matches, strict=True):
        assert isinstance(first, Paragraph) and match
        rest = replace(first, words=without_start(first.words, match.end()))
        items.append(Item(match.group().strip(), (rest, *item.blocks[1:])))
    return replace(listing, items=tuple(items))


def is_marked(line: str) -> bool:
    """Whether a line begins with the sign of an item."""
    return bool(_MARKED.match(line + "\n"))


def _mark(paragraph: Paragraph) -> re.Match[str] | None:
    return _MARKED.match(paragraph.text + "\n")


def _kind(paragraph: Paragraph) -> str:
    match = _mark(paragraph)
    assert match
    sign = (match["sign"] or "").strip()
    return "dot" if not sign else re.sub(r"\d+", "1", sign) if sign.strip("().").isdigit() else sign[-1]


def _look(paragraph: Paragraph) -> tuple[float, bool]:
    """What tells the heading `3. Mål` from the items 1. and 2. under it."""
    return round(paragraph.size), _is_bold(paragraph)


def _is_bold(paragraph: Paragraph) -> bool:
    return bool(paragraph.words) and all(run.bold or not run.text.strip() for run in paragraph.words)


def _list(group: list[Paragraph]) -> Iterator[Block]:
    """Paragraphs with signs as one list. One alone with a number is no list: it may be a heading or a date."""
    matches = [_mark(paragraph) for paragraph in group]
    signs = [(match["sign"] or "").strip() for match in matches if match]
    numbered = bool(signs and signs[0]) and not matches[0]["dot"]  # type: ignore[index]
    doubtful = len(group) == 1 and bool(matches[0]["dot"]) and matches[0]["dot"].strip() in "*o–—"  # type: ignore[index]
    if doubtful or (numbered and (len(group) < 2 or len(set(signs)) < len(signs))):
        yield from group
        return
    if group:
        items = []
        for paragraph, match, sign in zip(group, matches, signs, strict=True):
            assert match
            words = without_start(paragraph.words, match.end())
            items.append(Item(sign, (replace(paragraph, words=words),)))
        yield Listing(tuple(items), group[0].where)


# --- Headings


def _with_headings(blocks: list[Block]) -> Iterator[Block]:
    body = _body_size(blocks)
    guessed = {index for index, block in enumerate(blocks) if _looks_like_heading(block, index, blocks, body)}
    levels = _levels({index: block for index, block in enumerate(blocks) if index in guessed}, body)
    chapters_numbered = any(_depth(_text(blocks[index])) > 1 for index in levels)
    plain_levels = {level for index, level in levels.items() if index != min(levels) and not _depth(_text(blocks[index]))}
    has_own = any(isinstance(block, Heading) for block in blocks)
    last = 0
    for index, block in enumerate(blocks):
        if isinstance(block, Heading):
            last = block.level
        if index not in guessed or not isinstance(block, Paragraph):
            yield block
            continue
        level = levels[index]
        if chapters_numbered and _depth(block.text):
            level = _depth(block.text)
        elif _depth(block.text) and level in plain_levels:
            level += 1
        if has_own:
            level = last + 1
        yield Heading(level, block.words, block.where, (*block.doubts, Doubt("heading")), guessed=True)


def _body_size(blocks: list[Block]) -> float:
    sizes: Counter[float] = Counter()
    for block in blocks:
        if isinstance(block, Paragraph) and block.size:
            sizes[block.size] += len(block.text)
    return sizes.most_common(1)[0][0] if sizes else 0.0


def _looks_like_heading(block: Block, index: int, blocks: list[Block], body: float) -> bool:
    if not isinstance(block, Paragraph) or block.is_caption or block.is_title or block.is_cell or index + 1 == len(blocks):
        return False
    text = block.text
    number, rest = number_of(text)
    if not rest[:1].isupper() or len(text) > LONGEST_HEADING or len(text.split()) > 14 or not re.search(r"[^\W\d_]{2}", rest):
        return False
    known = bool((found := meaning(text)) and found.sure) or (block.alone and channels_of(text) is not None)
    if _REMARK.match(text) or (": " in text and not text.isupper() and len(text.split()) > 8):
        return False
    if text.endswith(":") and not known:
        return False
    if text.endswith((",", ";")) or (text.endswith(".") and not rest.isupper()):
        return False
    bigger = bool(body) and block.size >= body * 1.12
    return bigger or _is_bold(block) or _is_capitals(rest) or (block.alone and not body) or (known and len(rest.split()) <= 4) or (
        bool(number) and number[0].isdigit() and (_depth(text) > 1 or block.alone)
    )


def _is_capitals(text: str) -> bool:
    return text.isupper() and len(re.findall(r"[^\W\d_]", text)) > 2


def _depth(text: str) -> int:
    """How deep a heading's number goes: 2 for `2.1`; 0 without one."""
    match = NUMBER.match(text)
    digits = re.findall(r"\d+", match["number"]) if match else []
    return len(digits)


def _text(block: Block) -> str:
    return block.text if isinstance(block, Paragraph) else ""


def _levels(headings: dict[int, Block], body: float) -> dict[int, int]:
    """The level of each guessed heading: the bigger, the higher; then capitals, then the rest."""
    found = {index: block for index, block in headings.items() if isinstance(block, Paragraph)}
    sizes = sorted({block.size for block in found.values() if body and block.size >= body * 1.12}, reverse=True)
    capitals = any(_is_capitals(block.text) and block.size not in sizes for block in found.values())
    levels = {}
    for index, block in found.items():
        if block.size in sizes:
            levels[index] = 1 + sizes.index(block.size)
        else:
            levels[index] = len(sizes) + (1 if _is_capitals(block.text) or not capitals else 2)
    return levels
