"""Small numbers as a Danish text writes them."""

from __future__ import annotations

from typing import Final

CARDINALS: Final = "nul en to tre fire fem seks syv otte ni ti elleve tolv".split()
_OTHERWISE: Final = {
    1: "et én ét første",
    2: "anden andet",
    3: "tredje",
    4: "fjerde",
    5: "femte",
    6: "sjette",
    7: "syvende",
    8: "ottende",
    9: "niende",
    10: "tiende",
    11: "ellevte",
    12: "tolvte",
}


def number_of(word: str) -> int | None:
    """The number that a word says, from nul to tolv and from første to tolvte."""
    if word in CARDINALS:
        return CARDINALS.index(word)
    return next((number for number, words in _OTHERWISE.items() if word in words.split()), None)


def ways_to_write(number: int) -> frozenset[str]:
    """The figures of a number, and its words where it is small: 2, to, anden, andet."""
    words = [CARDINALS[number]] if 0 <= number < len(CARDINALS) else []
    return frozenset((str(number), *words, *_OTHERWISE.get(number, "").split()))
