"""A line that does not begin below what it belongs with, and the places that it may have."""

from __future__ import annotations

import re
from typing import Final

from kanalstrategi.diagnostics import Finding
from kanalstrategi.source import dashes
from kanalstrategi.source.broken import LOWER_KEY, Broken, indent_of

_FIRST_WORDS: Final = re.compile(r"(?:- +)*[^:]{1,30}")


def beside_its_place(error: Broken) -> Finding:
    """The line that has too many or too few spaces before it (KS122)."""
    if finding := dashes.one_beside_its_place(error):
        return finding
    found = places(error)
    meant = next(iter(found)) if len(found) == 1 else ""
    listed = ", ".join(f"{word} ({spaces})" for spaces, word in found.items())
    return at_first_words(error, "KS122", spaces=indent_of(error.text), places=listed or "–", meant=meant)


def chapter_without_key(error: Broken) -> Finding | None:
    """The keys of a chapter whose own line is gone, below a blank line and the list of the chapter above (KS158)."""
    indent = indent_of(error.text)
    below = next((text for text in error.source.lines[error.line :] if text.strip()), "")
    above = [key for key in error.seen.keys if key.column <= indent + 1]
    is_below_a_list = bool(above) and (above[-1].word, above[-1].column) == ("-", indent + 1)
    if not is_below_a_list or error.source.line(error.line - 1).strip() or indent_of(below) != indent:
        return None
    return at_first_words(error, "KS158") if all(LOWER_KEY.match(text) for text in (error.text, below)) else None


def at_first_words(error: Broken, code: str, **values: object) -> Finding:
    text = error.text.strip()
    match = _FIRST_WORDS.match(text)
    word = match.group() if match else text
    return error.at(code, error.line, indent_of(error.text) + 1, len(word), word=word, **values)


def places(error: Broken) -> dict[int, str]:
    """The keys above that the line may stand under, by their number of spaces, innermost first.

    Where it stands one space beside just one of them, that is the one.
    """
    found: dict[int, str] = {}
    column = 1000
    for key in reversed(error.seen.keys):
        if key.column < column:
            column = key.column
            found[column - 1] = key.word
    is_item = error.text.lstrip().startswith("-")
    near = [spaces for spaces, word in found.items() if abs(spaces - indent_of(error.text)) == 1 and (word == "-") == is_item]
    return {near[0]: found[near[0]]} if len(near) == 1 else found
