"""What is left in a text for somebody to fill in: a reminder, or signs in the place of words."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from kanalstrategi.language.forms import forms

_SIGNS: Final = ("???", "____")
"""How a mark without brackets begins, which a plain search finds sooner."""
_DOTS: Final = r"(?:\.{3}|…|\?|[xX]{2}|N\.?N\.?)"
_ALONE: Final = re.compile(rf"\s*{_DOTS}\s*")
_AS_VALUE: Final = re.compile(rf""": ["']?{_DOTS}["']? *\r?$""", re.MULTILINE)


def may_hold_placeholders(text: str) -> bool:
    """Whether it is worth while to look for them in a text or a file: of most this says at once that it is not."""
    return (
        any(sign in text for sign in _SIGNS)
        or bool(_in_brackets().search(text))
        or forms("placeholder").stands_in(text)
        or bool(_AS_VALUE.search(text))
    )


def placeholders_in(text: str, *, alone: bool = False) -> list[str]:
    """Every placeholder in a text. `alone` says that nothing but the text stands in its field, where dots are one too."""
    if alone and _ALONE.fullmatch(text):
        return [text.strip()]
    return [*_mark().findall(text), *forms("placeholder").found_in(text)]


@cache
def _in_brackets() -> re.Pattern[str]:
    words = "|".join(forms("placeholder_in_brackets").written)
    return re.compile(rf"\[(?:(?:\.{{3}}|…|[xX]+)\]|(?i:{words})\b[^\]\n]*\](?!\())")


@cache
def _mark() -> re.Pattern[str]:
    return re.compile(rf"\?{{3,}}|_{{4,}}|{_in_brackets().pattern}")
