"""An author's words as a finding repeats them: on one line, shortened, and in quotes where YAML needs them."""

from __future__ import annotations

import re
from typing import Final

CURLY: Final = "“”„‟´‘’"
"""Quotation marks that word processors write, and the accent that looks like one: to YAML they are letters."""

_IN_CURLY: Final = re.compile(f"[{CURLY}]([^{CURLY}]+)[{CURLY}]")


def in_curly(text: str) -> str | None:
    """What stands between curly quotation marks around a whole text."""
    match = _IN_CURLY.fullmatch(text.strip())
    return match[1] if match else None


def quoted(text: str) -> str:
    """The text as it can be written in YAML whatever it holds; shortened, because it stands in a sentence."""
    shown = short(text, 60)
    if '"' in shown or "\\" in shown:
        return "'" + shown.replace("'", "''") + "'"
    return f'"{shown}"'


def short(text: str, width: int = 40) -> str:
    line = " ".join(text.split())
    return line if len(line) <= width else line[: width - 1].rstrip() + "…"


def cut(kept: str, rest: str) -> dict[str, object]:
    """What KS115 says of a text that ends at ` #`."""
    return {"kept": short(kept), "cut": short(rest), "suggestion": quoted(f"{kept} {rest}")}
