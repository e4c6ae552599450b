"""What a page loads: one sheet of styles, one script, one typeface, one icon, all from the site itself."""

from __future__ import annotations

from collections.abc import Mapping
from importlib.resources import files
from pathlib import Path

from kanalstrategi.frame.document import redirect
from kanalstrategi.frame.policy import header_files
from kanalstrategi.frame.styles import STYLES, joined, styles
from kanalstrategi.i18n import Catalog

_PACKAGE = Path(str(files("kanalstrategi")))

SCRIPT = "assets/kanalstrategi.js"
ICON = "assets/ikon.svg"


def assets() -> Mapping[str, str | bytes]:
    """Every asset by its path on the site."""
    page = _PACKAGE / "frame" / "page"
    return {
        STYLES: styles(),
        SCRIPT: joined("frame/*/*.js", "components/*/*.js"),
        ICON: (page / "icon.svg").read_text(encoding="utf-8"),
        "assets/source-sans-3.woff2": (page / "source-sans-3.woff2").read_bytes(),
        "assets/source-sans-3.LICENSE.txt": (page / "source-sans-3.LICENSE.txt").read_text(encoding="utf-8"),
    }


def frame_files(statement: str | None, words: Catalog, *, editor: bool = False) -> Mapping[str, str | bytes]:
    """Assets, header files, and the way from `/was` to the authority's accessibility statement."""
    found = {**assets(), **header_files(editor=editor)}
    if statement:
        found["was/index.html"] = redirect(statement, words)
    return found

