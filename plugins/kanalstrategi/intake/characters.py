"""Characters as our files hold them: composed letters, plain spaces, nothing that nobody sees.

What is changed here changes no word; `changes` tells how often, for the report.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from kanalstrategi.intake.blocks import Run, Words, plain
from kanalstrategi.source.characters import FORBIDDEN, SPACE, UNSEEN

_LIGATURES: Final = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
_LIGATURE: Final = re.compile("[ﬀ-ﬆ]")
_BREAKS: Final = re.compile("[\x0b\x0c\x85\u2028\u2029]")
_HYPHEN: Final = "\u2011"
_LEVEL: Final = "0123456789+-−=()"
_RAISED: Final = str.maketrans(_LEVEL, "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾")
_LOWERED: Final = str.maketrans(_LEVEL, "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎")
_LEVELLED: Final = {raised: level for table in (_RAISED, _LOWERED) for level, raised in table.items()}
_BROKEN: Final = 60
"""How long a line is at the least that goes on in the next one with a capital letter too: it was broken for width."""
_NUMBER: Final = re.compile(r"[0-9+\-−=()\s]*[0-9][0-9+\-−=()\s]*")


def clean(text: str) -> str:
    """Text with the same words in ordinary characters. Line breaks stay."""
    text = _LIGATURE.sub(lambda match: _LIGATURES[match.group()], unicodedata.normalize("NFC", text))
    text = _BREAKS.sub("\n", text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " "))
    return FORBIDDEN.sub("", UNSEEN.sub("", SPACE.sub(" ", text.replace(_HYPHEN, "-"))))


def raised(text: str) -> str:
    """A number that stands raised, in the characters that are: `m²`, a note's mark. Other text is not known so."""
    return text.translate(_RAISED) if _NUMBER.fullmatch(text) else text


def lowered(text: str) -> str:
    return text.translate(_LOWERED) if _NUMBER.fullmatch(text) else text


def levelled(text: str) -> str:
    """Text with raised and lowered numbers on the line, as a file has them that says their height beside them."""
    return text.translate(_LEVELLED)


def clean_words(words: Iterable[Run]) -> Words:
    """Runs with clean text, those of one look joined, without space around and without empty runs."""
    joined: list[Run] = []
    for run in words:
        run = replace(run, text=clean(run.text))
        if not run.text and not run.footnote:
            continue
        if joined and not run.footnote and not joined[-1].footnote and _look(joined[-1]) == _look(run):
            joined[-1] = replace(joined[-1], text=joined[-1].text + run.text)
        else:
            joined.append(run)
    return _stripped(joined)


def _look(run: Run) -> tuple[bool, bool, str]:
    return run.bold, run.italic, run.link


def _stripped(runs: list[Run]) -> Words:
    while runs and not runs[0].footnote and not runs[0].text.strip():
        runs.pop(0)
    while runs and not runs[-1].footnote and not runs[-1].text.strip():
        runs.pop()
    if runs:
        runs[0] = replace(runs[0], text=runs[0].text.lstrip())
        runs[-1] = replace(runs[-1], text=runs[-1].text.rstrip())
    return tuple(runs)


def split_lines(words: Words) -> list[Words]:
    """The words between the line breaks in them."""
    lines: list[list[Run]] = [[]]
    for run in words:
        first, *rest = run.text.split("\n")
        lines[-1].append(replace(run, text=first))
        for part in rest:
            lines.append([replace(run, text=part, footnote="")])
    return [line for line in map(clean_words, lines) if line]


def paragraphs_of(words: Words) -> list[Words]:
    """The words as paragraphs: a line break inside a sentence only joins, any other parts."""
    joined: list[Words] = []
    for each in split_lines(words):
        before, text = plain(joined[-1]) if joined else "", plain(each)
        is_open = bool(before) and not re.search(r"[.:;!?»”\"]$", before)
        if is_open and (text[:1].islower() or (len(before) >= _BROKEN and text[:1].isalpha())):
            joined[-1] = clean_words((*joined[-1], Run(" "), *each))
        else:
            joined.append(each)
    return joined


def without_start(words: Words, length: int) -> Words:
    """The words after their first `length` characters."""
    left: list[Run] = []
    for run in words:
        cut = min(length, len(run.text))
        length -= cut
        left.append(replace(run, text=run.text[cut:]))
    return clean_words(left)
