"""The one sheet of styles, gathered from the folders of the frame and of the components."""

from __future__ import annotations

from base64 import b64encode
from functools import lru_cache
from hashlib import sha256
from importlib.resources import files
from pathlib import Path
from typing import Final

STYLES: Final = "assets/kanalstrategi.css"

_PACKAGE = Path(str(files("kanalstrategi")))


@lru_cache(maxsize=1)
def styles() -> str:
    """The sheet. Its own addresses lead right from its folder, and from a page one folder below the site's root."""
    return joined("frame/page/*.css", "frame/*/*.css", "components/*/*.css")


def digest() -> str:
    """What a policy allows the sheet by where it stands inside a page."""
    return f"sha256-{b64encode(sha256(styles().encode()).digest()).decode()}"


def joined(*patterns: str) -> str:
    """The package's files of all patterns, each once: pattern by pattern, by name within one."""
    paths = dict.fromkeys(path for pattern in patterns for path in sorted(_PACKAGE.glob(pattern)))
    return "\n".join(path.read_text(encoding="utf-8") for path in paths)
