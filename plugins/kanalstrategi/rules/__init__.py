"""What is wrong with a strategy that reads well: one rule a file, found by its module.

A rule module holds `RULES` and `check(strategy, library)`; its codes are worded in the catalogue.
"""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from pkgutil import iter_modules

from kanalstrategi.diagnostics import Finding
from kanalstrategi.site import Library

_MODULES = tuple(import_module(f"{__name__}.{module.name}") for module in iter_modules(__path__))


def check(library: Library) -> Iterator[Finding]:
    """Every finding of every rule, strategy by strategy."""
    for strategy in library.strategies:
        for module in _MODULES:
            yield from module.check(strategy, library)
