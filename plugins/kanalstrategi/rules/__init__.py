"""What is wrong with a strategy that reads well: one rule a file, found by its module.

A rule module holds its `Rule`s and `check(strategy, library)`; where what it finds depends on the day,
`check_on(strategy, library, on)` instead; where it would only follow from another mistake,
`check_at_last(strategy, library)`, which waits until nothing but advice is found. Its page `<name>.md`
stands beside it, and its codes are worded in the catalogue.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from importlib import import_module
from pkgutil import iter_modules

from kanalstrategi.diagnostics import Finding, Severity
from kanalstrategi.site import Library

_MODULES = tuple(import_module(f"{__name__}.{module.name}") for module in iter_modules(__path__))
_WITHOUT_A_DAY = tuple(module for module in _MODULES if hasattr(module, "check"))
_ON_A_DAY = tuple(module for module in _MODULES if hasattr(module, "check_on"))
_AT_LAST = tuple(module for module in _MODULES if hasattr(module, "check_at_last"))


def check(library: Library, on: date | None = None) -> Iterator[Finding]:
    """Every finding of every rule, strategy by strategy; those that need a day only when one is given."""
    for strategy in library.strategies:
        found: list[Finding] = []
        for module in _WITHOUT_A_DAY:
            found += module.check(strategy, library)
        for module in _ON_A_DAY if on else ():
            found += module.check_on(strategy, library, on)
        yield from found
        if all(finding.severity is Severity.ADVICE for finding in found):
            for module in _AT_LAST:
                yield from module.check_at_last(strategy, library)
        strategy.forget()
