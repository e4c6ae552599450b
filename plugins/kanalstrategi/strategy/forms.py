"""How a single value is written: one expression for our reader and for every editor that knows JSON Schema.

The expressions match a whole text and mean the same in Python and in JavaScript.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Final

_LETTER: Final = "A-Za-z\u00aa\u00b5\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u0370-\u03ff\u0400-\u052f"
_LEAP_YEAR: Final = r"(?:[0-9]{2}(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)"


@dataclass(frozen=True, slots=True)
class Numbers:
    """What a value may be where YAML takes a text without quotes for a number."""

    least: int
    below: float | None = None
    whole: bool = True
    also: Numbers | None = None
    """Other numbers that will do, where there are some between the two that will not."""


@dataclass(frozen=True, slots=True)
class Form:
    """The way in which a kind of value is written; its sentence in the catalogue is `schema.form.<name>`."""

    name: str
    pattern: str
    numbers: Numbers | None = None
    choices: tuple[str, ...] = ()
    """What an editor offers, where nearly always the same is written."""

    def match(self, text: str) -> re.Match[str] | None:
        return _expression(self.pattern).fullmatch(text)


@cache
def _expression(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


ID: Final = Form("id", "[a-z0-9]+(?:-[a-z0-9]+)*", Numbers(0))
YEAR: Final = Form("year", "(?:19|20)[0-9]{2}", Numbers(1900, 2100))
DAY: Final = Form(
    "day",
    "(?!0000)(?:"
    "[0-9]{4}-(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])"
    "|[0-9]{4}-(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)"
    "|[0-9]{4}-02-(?:0[1-9]|1[0-9]|2[0-8])"
    f"|{_LEAP_YEAR}-02-29)",
)
CLOCK: Final = Form("clock", "([01]?[0-9]|2[0-3])[:.]([0-5][0-9])", Numbers(0, 24, whole=False))
CLOSING_CLOCK: Final = Form(
    "closing_clock", "(?:([01]?[0-9]|2[0-3])[:.]([0-5][0-9])|24[:.]00)", Numbers(0, 24.01, whole=False)
)
"""Without groups it is midnight, the end of the day."""
WHOLE: Final = Form("whole", "[1-9][0-9]{0,5}", Numbers(1, 1_000_000))
YES_NO: Final = Form("yes_no", "[Jj][Aa]|[Nn][Ee][Jj]", choices=("ja", "nej"))
KLE: Final = Form("kle", r"[0-9]{2}(?:\.[0-9]{2}){0,2}", Numbers(0, 100, whole=False))
MUNICIPALITY_CODE: Final = Form("municipality_code", "0?[1-9][0-9]{2}", Numbers(100, 1000))
_SHORT_NUMBERS: Final = Numbers(110, 120, also=Numbers(1000, 2000, also=Numbers(116_000, 117_000)))
TELEPHONE: Final = Form(
    "telephone",
    r"(?:\+|00)[1-9](?:[ ()/.-]*[0-9]){7,14}|(?:45[ -]?)?[1-9](?:[ ()/.-]*[0-9]){7}|11[0-9]|1[0-9] ?[0-9]{2}|116 ?[0-9]{3}",
    Numbers(10**7, 10**15, also=_SHORT_NUMBERS),
)
"""Eight digits, more of them from abroad, or one of the short numbers, which begin with 1 in Denmark: 112, 1813, 116 111."""
MAIL: Final = Form("mail", rf"[{_LETTER}0-9_.+-]+@(?:[{_LETTER}0-9_-]+\.)+[A-Za-z]{{2,}}")
WEB_ADDRESS: Final = Form("web_address", r"https?://[^\s/]+\S*")
AMOUNT: Final = Form(
    "amount",
    r"([0-9]{1,3}(?:\.[0-9]{3})+(?:,[0-9]+)?|[0-9]+(?:,[0-9]+)?)"
    rf"\s*(%|[{_LETTER}].*|[‰°€$£].*)?",
    Numbers(0, 10**15, whole=False),
)
"""The first group is the number, the second its unit."""
