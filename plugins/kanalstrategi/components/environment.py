"""The one template environment."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

_PACKAGE = Path(str(files("kanalstrategi")))


@cache
def environment() -> Environment:
    """Templates by their path in the package: `components/facts/facts.html.jinja`."""
    return Environment(
        loader=FileSystemLoader(_PACKAGE),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        # A template is read once a build; the live preview makes a new environment when one was saved.
        auto_reload=False,
        cache_size=-1,
    )
