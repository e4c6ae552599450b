"""Words as the running text of our files: Markdown in which nothing means something by accident.

Each piece is read back through the door that the pages use. What it would show must be the very words,
or more is escaped until it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from html import unescape
from typing import Final

from kanalstrategi.components.markdown import Prose
from kanalstrategi.intake.blocks import Item, Listing, Paragraph, Run, Words
from kanalstrategi.language.sentences import sentences
from kanalstrategi.strategy.links import is_safe

_MEANT: Final = re.compile(r"\\(?=[!-/:-@\[-`{-~])|[*\[\]]|(?<!\w)_|_(?!\w)")
_MARK: Final = "\u2061"
_ANY: Final = re.compile(r"[!-/:-@\[-`{-~]")
_STARTS: Final = re.compile(r"([-+*]|\d{1,9}(?=[.)]))([.)]?)(?=\s|$)")
_MARKDOWN_NUMBER: Final = re.compile(r"\d{1,9}[.)]")


def prose(blocks: Iterable[Paragraph | Listing]) -> str:
    """Paragraphs and lists as one text, an empty line between them."""
    return "\n\n".join(_listing(block) if isinstance(block, Listing) else paragraph(block.words) for block in blocks)


def paragraph(words: Words) -> str:
    """One paragraph, a sentence on each line."""
    whole = inline(words)
    return "\n".join(_guarded(line) for line in sentences(whole))


def inline(words: Words) -> str:
    """The words with emphasis, links and footnote marks, all on one line; without emphasis where it would be misread."""
    words = tuple(replace(run, text=re.sub(r"\s+", " ", run.text)) for run in words)
    plainer = tuple(replace(run, bold=False, italic=False) for run in words)
    for attempt, meant in ((words, _MEANT), (plainer, _MEANT), (plainer, _ANY)):
        written = "".join(_runs(attempt, meant))
        if shown(_guarded(written)) == " ".join("".join(run.text for run in words).split()):
            return written.strip()
    return "".join(_runs(tuple(replace(run, link="") for run in plainer), _ANY)).strip()


def shown(markdown: str) -> str:
    """The words that a page shows for a text, without footnote marks, on one line."""
    ids = {id: _MARK for id in re.findall(r"\[\^([a-z0-9-]+)\]", markdown)}
    html = re.sub(rf"(?:<sup>)?<a [^>]*>{_MARK}</a>(?:</sup>)?", "", str(Prose(ids)(markdown)))
    html = re.sub(r"</?(?:p|ul|ol|li)\b[^>]*>", " ", html)
    return " ".join(unescape(re.sub(r"<[^>]*>", "", html)).split())


def _runs(words: Words, meant: re.Pattern[str]) -> Iterable[str]:
    for run in words:
        if run.footnote:
            yield f"[^{run.footnote}]"
            continue
        text = meant.sub(lambda match: "\\" + match.group(), run.text)
        text = _needless(text)
        if run.link and is_safe(run.link) and run.text.strip():
            text = _around(text, "[", f"]({_address(run.link)})")
        sign = "*" * (2 * run.bold + run.italic)
        yield _around(text, sign, sign) if sign and run.text.strip() else text


def _needless(text: str) -> str:
    """Brackets that no address and no footnote mark follows need no escape."""
    text = re.sub(r"\\\[(?!\^)", "[", text)
    text = text.replace(r"\[^", r"[\^")
    return re.sub(r"\\\](?!\()", "]", text).replace(r"\](", r"]\(")


def _around(text: str, before: str, after: str) -> str:
    inner = text.strip()
    start = text.index(inner) if inner else 0
    return f"{text[:start]}{before}{inner}{after}{text[start + len(inner):]}"


def _address(link: str) -> str:
    return link.replace(" ", "%20").replace("(", "%28").replace(")", "%29")


def _guarded(line: str) -> str:
    """A line whose first sign would make a list, with that sign escaped."""
    match = _STARTS.match(line)
    if not match:
        return line
    return f"{match[1]}\\{line[match.end(1):]}" if match[2] else f"\\{line}"


def _listing(listing: Listing) -> str:
    return "\n".join(_item(item) for item in listing.items)


def _item(item: Item) -> str:
    """An item under its sign. A number that Markdown does not know as one stands after a dash, as text."""
    is_number = bool(_MARKDOWN_NUMBER.fullmatch(item.mark))
    sign = item.mark if is_number else "-"
    blocks = list(item.blocks)
    if item.mark and not is_number:
        first = blocks[0] if blocks and isinstance(blocks[0], Paragraph) else None
        words = (Run(f"{item.mark} "), *(first.words if first else ()))
        blocks[:1] = [Paragraph(words)] if first else [Paragraph(words), *blocks[:1]]
    pieces = [_listing(block) if isinstance(block, Listing) else paragraph(block.words) for block in blocks]
    text = ""
    for block, piece in zip(blocks, pieces, strict=True):
        text += ("" if not text else "\n" if isinstance(block, Listing) else "\n\n") + piece
    indent = " " * (len(sign) + 1)
    return f"{sign} " + re.sub(r"\n(?=[^\n])", f"\n{indent}", text)
