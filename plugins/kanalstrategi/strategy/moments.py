"""Days and times of day as authors write them, and the one form of each that a field takes."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, time
from typing import Final

from pydantic_core import PydanticCustomError

from kanalstrategi.strategy import forms

_MONTHS: Final = "januar februar marts april maj juni juli august september oktober november december".split()

_BETWEEN: Final = r"[-–—‐‑−./ ]+"
"""What authors write between the numbers of a day: Word makes a hyphen longer."""

_HOUR: Final = r"(?:kl\.? *)?([01]?[0-9]|2[0-4])(?:[:.]([0-5][0-9]))?"
_BOTH: Final = re.compile(rf"{_HOUR} *(?:-|–|til) *{_HOUR}", re.IGNORECASE)


def day(value: object) -> object:
    if not isinstance(value, str):
        return value
    if forms.DAY.match(value):
        return date.fromisoformat(value)
    if meant := _iso(value):
        raise PydanticCustomError("KS208", "day", {"suggestion": meant})
    if last := _last_day(value):
        raise PydanticCustomError("KS258", "day of no month", {"days": last})
    raise PydanticCustomError("KS224", "day")


def _iso(value: str) -> str | None:
    """The day that an author most likely meant, written year first."""
    months = "|".join(rf"{month}|{month[:3]}\.?|{month[:4]}\.?" for month in _MONTHS)
    for pattern in (
        rf"(?:den )?(?P<y>[0-9]{{4}}){_BETWEEN}(?P<m>[0-9]{{1,2}}){_BETWEEN}(?P<d>[0-9]{{1,2}})(?:[T ].*)?",
        rf"(?P<y>[0-9]{{4}}){_BETWEEN}(?P<d>1[3-9]|2[0-9]|3[01]){_BETWEEN}(?P<m>0?[1-9]|1[0-2])",
        rf"(?:den )?(?P<d>[0-9]{{1,2}}){_BETWEEN}(?P<m>[0-9]{{1,2}}){_BETWEEN}(?P<y>[0-9]{{4}}|[0-9]{{2}})",
        rf"(?:den )?(?P<d>[0-9]{{1,2}})\.? *(?P<m>{months}) *(?P<y>[0-9]{{4}})",
    ):
        if match := re.fullmatch(pattern, value.strip(), re.IGNORECASE):
            try:
                year = int(match["y"])
                return date(year if year > 99 else 2000 + year, _month(match["m"]), int(match["d"])).isoformat()
            except ValueError:
                continue
    return None


def _last_day(value: str) -> int | None:
    """The last day of the month of a day that is after it."""
    match = re.fullmatch(r"([0-9]{4})-(0[1-9]|1[0-2])-(?:29|3[01])", value.strip())
    return monthrange(int(match[1]), int(match[2]))[1] if match and match[1] != "0000" else None


def _month(written: str) -> int:
    """The number of a month written as a number, a name or the first letters of its name."""
    if written.isdigit():
        return int(written)
    start = written.casefold().rstrip(".")
    return next(number for number, month in enumerate(_MONTHS, 1) if month.startswith(start))


def clock(value: object) -> object:
    return _time(value, forms.CLOCK)


def closing_clock(value: object) -> object:
    return _time(value, forms.CLOSING_CLOCK)


def both_times(text: str) -> tuple[str, str] | None:
    """The two times of a text that says from when to when, each as it is written."""
    both = _BOTH.fullmatch(text)
    if both is None:
        return None
    opens, closes = (f"{int(hour):02}:{minutes or '00'}" for hour, minutes in (both.groups()[:2], both.groups()[2:]))
    return opens, closes


def _time(value: object, form: forms.Form) -> object:
    """A time of day; midnight at the end of a day is the one at its beginning."""
    if isinstance(value, str):
        match = form.match(value)
        if not match:
            if not any(sign.isdigit() for sign in value):
                raise PydanticCustomError("KS244", "words for a time")
            if both := both_times(value):
                raise PydanticCustomError("KS254", "clock", {"opens": both[0], "closes": both[1]})
            meant = re.fullmatch(r"(?:kl\.? *)?([01]?[0-9]|2[0-3])(?:[:.]?([0-5][0-9]))?", value, re.IGNORECASE)
            suggestion = f"{int(meant[1]):02}:{meant[2] or '00'}" if meant else "10:00"
            raise PydanticCustomError("KS213", "clock", {"suggestion": suggestion})
        return time(int(match[1] or 0), int(match[2] or 0))
    return value
