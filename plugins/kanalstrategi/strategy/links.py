"""Which links an author may write: one expression, for the rule that reports and the door that renders."""

from __future__ import annotations

import re
from typing import Final

_HOST: Final = r"www\.|(?:[a-z0-9-]+\.)+(?:dk|com|eu|org|net|info)(?:[/?#]|$)"
"""An address that lacks its https://: to a browser it is a page beside this one."""

# Browsers drop tabs and line breaks inside an address and read a leading // or \\ as another host.
_SAFE: Final = re.compile(
    rf"(?:https?://|mailto:|tel:|#|\./|\.\./|(?!{_HOST})[a-z0-9][a-z0-9_./-]*(?:[#?]|$))[^\s\\<>\"]*", re.IGNORECASE
)

WRITTEN: Final = re.compile(r"\]\(\s*<?([^)>]*)")
"""A link as Markdown writes it; the first group is its address."""


def is_safe(address: str) -> bool:
    """Whether an address is http, https, mailto, tel, or relative to the page."""
    return bool(_SAFE.fullmatch(address))
