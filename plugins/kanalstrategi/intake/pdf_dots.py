"""The dots of lists that a PDF page draws as small shapes and not as characters, as a browser does."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Final

_SIZES: Final = (0.15, 0.8)
"""How large a dot is, in heights of the letter behind it."""
_AWAY: Final = 2.5
"""How far before the text a dot stands at the most, in heights of a letter."""


def drawn_dots(page: Any, characters: Sequence[Any]) -> Iterator[Any]:
    """A character for each small round or square shape right before a text, on the text's own height."""
    inked = [each for each in characters if each["text"].strip()]
    for shape in [*page.curves, *page.rects]:
        width, height = shape["x1"] - shape["x0"], shape["bottom"] - shape["top"]
        middle = (shape["top"] + shape["bottom"]) / 2
        beside = [each for each in inked if each["top"] < middle < each["bottom"]] if abs(width - height) < 1 else []
        first = min((each for each in beside if each["x0"] >= shape["x1"]), key=lambda each: each["x0"], default=None)
        if first is None or not _SIZES[0] * first["size"] < width < _SIZES[1] * first["size"]:
            continue
        is_near = first["x0"] - shape["x1"] < _AWAY * first["size"]
        if is_near and not any(shape["x0"] - _AWAY * first["size"] < each["x1"] <= shape["x0"] + 1 for each in beside):
            yield {**first, "text": "•", "x0": shape["x0"], "x1": shape["x1"]}
