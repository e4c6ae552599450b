"""The large first letter of a text that reaches down beside several of its lines: it belongs to the first of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from statistics import median
from typing import Any, Final

_LARGER: Final = 1.8
_BESIDE: Final = 2.5
"""How far from the letter its lines begin at the most, in their heights."""


def with_initials(characters: Sequence[Any]) -> list[Any]:
    """The characters, with each large first letter on the height of the line that it begins."""
    sizes = [each["size"] for each in characters if each["text"].strip()]
    usual = median(sizes) if sizes else 0
    large = [each for each in characters if each["size"] >= _LARGER * usual and each["text"].isupper()]
    moved = {id(each): first for each in large if (first := _first_beside(each, characters, usual))}
    return [_on_the_line_of(moved[id(each)], each) if id(each) in moved else each for each in characters]


def _first_beside(letter: Any, characters: Sequence[Any], usual: float) -> Any:
    """The first character of the line at the top of a letter that two lines or more stand beside, and no other like it."""
    beside = []
    for each in characters:
        if each is letter or not each["text"].strip() or not letter["top"] < (each["top"] + each["bottom"]) / 2 < letter["bottom"]:
            continue
        if each["size"] * _LARGER > letter["size"]:
            return None  # a word of large letters is a heading
        if letter["x1"] - 1 <= each["x0"] < letter["x1"] + _BESIDE * each["size"]:
            beside.append(each)
    text = Counter(round(each["size"], 1) for each in beside).most_common(1)
    beside = [each for each in beside if round(each["size"], 1) == text[0][0]]  # a heading above may come that near too
    if not beside or max(each["bottom"] for each in beside) - min(each["bottom"] for each in beside) < 0.8 * usual:
        return None
    top = min(each["top"] for each in beside)
    return min((each for each in beside if each["top"] - top < 0.5 * each["size"]), key=lambda each: each["x0"])


def _on_the_line_of(first: Any, letter: Any) -> Any:
    return {**letter, **{name: first[name] for name in ("top", "bottom", "size")}, "x0": min(letter["x0"], first["x0"]), "x1": first["x0"]}
