"""The one door for Markdown, and the short way past it: text without a sign of Markdown comes out the same."""

from __future__ import annotations

import random

import pytest

from kanalstrategi.components import Prose
from kanalstrategi.components import markdown as door

PIECES = (
    *("Ring", "til", "os", "på", "44 70 23 00", "§ 4", "1. januar", "2.", "7)", "12", "e-mail", "80 %", "Åben", "'når'", '"her"'),
    *("\n", "\n", "\n\n", "\n\n\n", " ", "  ", "    ", "\t", "\r\n", "\u00a0", "\u2028", "\0", "\n \n", "\n- ", "\n1. ", "\n+ "),
    *("- ", "-", "+", "*", "**", "_", "\\", "\\*", "[", "]", "(", ")", "[a](https://example.org)", "<b>", "&amp;", "&", "`", "# "),
    *("> ", "~~~", "---", "===", "![x](y)", "https://example.org", "|", "$", ":", "!", "{", "}"),
)


@pytest.mark.parametrize("seed", range(20))
def test_text_that_takes_the_short_way_comes_out_as_from_the_door(seed: int) -> None:
    draw = random.Random(seed)
    for _ in range(400):
        text = "".join(draw.choice((*PIECES, " ", " ord ", "ord\n")) for _ in range(draw.randint(0, 9)))
        assert Prose()(text) == door._html(text, None), repr(text)


@pytest.mark.parametrize("seed", range(20))
def test_text_with_footnotes_that_takes_the_short_way_comes_out_as_from_the_door(seed: int) -> None:
    draw, notes = random.Random(seed), {"1": "1", "note": "*", "ring": "ª"}
    for _ in range(400):
        pieces = ("[^1]", "[^note]", "[^ring]", "[^unknown]", "[^", "^1]", *PIECES, " ord ", "ord\n")
        text = "".join(draw.choice(pieces) for _ in range(draw.randint(0, 9)))
        short, long = Prose(notes, "Note {mark} <a>"), Prose(notes, "Note {mark} <a>")
        assert (short(text), short(text)) == (door._html(text, long), door._html(text, long)), repr(text)
