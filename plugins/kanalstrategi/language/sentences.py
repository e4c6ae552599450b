"""Sentences of Danish running text.

A point ends a sentence unless it belongs to an abbreviation of `words.yml`, to a number (1. januar, § 4.
stk. 2) or to a web address. Question marks and exclamation marks end one; colons and three points do not.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from kanalstrategi.language.forms import abbreviations, may_end_a_sentence

_BLANK_LINE = re.compile(r"\n\s*\n")
_LIST_ITEM = re.compile(r"\s*(?:[-*+•]|\d{1,3}[.)])\s")
_STOP = re.compile(r"[.!?…]+[\"”»«’')\]]*(?=\s|$)")
_POINT = re.compile(r"\.+[\"”»«’')\]]*(?=\s|$)")
_OPENING = "\"”»«’'(["
_MARKUP = re.compile(r"\[\^[^\]]+\]|(?<=\])\([^)]*\)|[*_\\\[\]]")


def running_text(prose: str) -> list[str]:
    """The paragraphs that are running text, each on one line: no lists, and nothing without a full stop."""
    return [text for block in blocks(prose) if (text := paragraph(block))]


def blocks(prose: str) -> Sequence[str]:
    """What stands between the blank lines of a text."""
    return _BLANK_LINE.split(prose) if "\n" in prose else (prose,)


def paragraph(block: str) -> str:
    """A block as the paragraph that it begins with, on one line; empty where that is no running text."""
    lines = []
    for line in block.splitlines():
        if _LIST_ITEM.match(line) and (lines or line.lstrip()[0] in "-*+•"):
            break
        lines.append(line)
    text = " ".join(lines)
    if "*" in text or "_" in text or "\\" in text or "[" in text or "]" in text:
        text = _MARKUP.sub("", text)
    text = " ".join(text.split())
    return text if _stop_in(text).search(text) else ""


def sentences(paragraph: str) -> list[str]:
    """The sentences of one paragraph, in order; what follows the last full stop is a sentence too."""
    found, start = [], 0
    for stop in _stop_in(paragraph).finditer(paragraph):
        first, end = stop.span()
        if _ends(paragraph[start:first], stop.group(), paragraph[end:].lstrip()):
            found.append(paragraph[start:end].strip())
            start = end
    if rest := paragraph[start:].strip():
        found.append(rest)
    return found


def _stop_in(text: str) -> re.Pattern[str]:
    """What finds the stops of a text. Most have no others than points, and one sign is found much sooner than several."""
    return _STOP if "?" in text or "!" in text or "…" in text else _POINT


def _ends(before: str, stop: str, after: str) -> bool:
    """Whether a stop ends the sentence that has come so far."""
    if not after:
        return True
    if stop[0] == "…" or stop.startswith("..."):
        return False
    begins_new = not after.lstrip(_OPENING)[:1].islower()
    if stop[0] != ".":
        return begins_new
    last = (before.rsplit(None, 1) or [""])[-1].lstrip(_OPENING)
    if last.isdigit():
        # The number of a paragraph, a day, or a number in a list: 1. januar, § 4. stk. 2, 1. Sikre.
        return begins_new and not after[0].isdigit() and before.strip() != last
    letters = last.replace(".", "")
    if letters.isupper() and len(letters) > 1:
        return True
    short = letters.casefold()
    if short in may_end_a_sentence():
        return begins_new and not after[0].isdigit()
    return short not in abbreviations()
