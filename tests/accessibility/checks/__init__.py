"""One check a file: `TAG` is the states it looks at, `RULES` what it can find, `check` finds it.

`check` returns dictionaries with `rule`, `where`, `html`, `classes` and `message`, as `audit.found` in `helpers.js`
makes them.
"""

from __future__ import annotations

from importlib import import_module
from pkgutil import iter_modules
from types import ModuleType

CHECKS: dict[str, ModuleType] = {
    each.name: import_module(f"{__name__}.{each.name}") for each in iter_modules(__path__) if not each.name.startswith("_")
}
