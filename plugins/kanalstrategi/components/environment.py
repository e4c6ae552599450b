"""The template environment, and the styles of all components as one sheet."""

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
    )


def stylesheet() -> str:
    """Every component's styles, `base` first, then by name."""
    sheets = sorted(_PACKAGE.glob("components/*/*.css"), key=lambda path: (path.parent.name != "base", path.as_posix()))
    return "\n".join(path.read_text(encoding="utf-8") for path in sheets)
