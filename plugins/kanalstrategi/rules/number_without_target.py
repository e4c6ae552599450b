"""A goal that states a share, but not as data, so it is missing from the table of targets."""

import re
from collections.abc import Iterator
from itertools import islice

from kanalstrategi.diagnostics import Finding, Rule, Severity
from kanalstrategi.site import Library, Strategy
from kanalstrategi.strategy.running_text import prose

RULE = Rule("KS316", "number-without-target", Severity.ADVICE)

_SHARE = re.compile(r"(?<![\w,.])\d+(?:[.,]\d+)?\s*(?:%|pct\b\.?|procent\b)")
_SIGNS = ("%", "pct", "procent")


def check(strategy: Strategy, library: Library) -> Iterator[Finding]:
    for part in strategy.measurable:
        if not part.targets:
            pieces = (piece for piece in prose(part) if any(sign in piece.text for sign in _SIGNS))
            found = ((piece, match.group()) for piece in pieces for match in _SHARE.finditer(piece.text))
            for piece, share in islice(found, 1):
                yield RULE.at(piece.place_of(share), share=share)
