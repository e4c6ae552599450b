"""The installed browser, and a tab in it that notes what a page does."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

ROOT = Path(__file__).resolve().parents[2]
HELPERS = (Path(__file__).parent / "helpers.js").read_text(encoding="utf-8")
OPTIONS = (
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)


def path_of_browser() -> str:
    if str(ROOT / "scripts") not in sys.path:
        sys.path.append(str(ROOT / "scripts"))
    from browser import find

    path = find()
    if not path:
        raise LookupError("no browser: install Chromium or set KANALSTRATEGI_BROWSER")
    return str(path)


@contextmanager
def browser() -> Iterator[Browser]:
    is_root = hasattr(os, "geteuid") and os.geteuid() == 0
    options = [*OPTIONS, *(["--no-sandbox"] if is_root else [])]
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=path_of_browser(), args=options)
        yield started
        started.close()


@dataclass
class Visit:
    """A page that is open in a state, with what it asked for and complained of since."""

    page: Page
    path: str
    html: str
    """The file as it was built."""
    home: str
    """The address of the site's root."""
    folder: Path
    measured: set[str] = field(default_factory=set)
    """Kinds of links and buttons whose mark of focus was photographed in this state, on any page."""
    inside: str = "html"
    """The part of the page that this state adds; axe reads that part."""
    colours: bool = False
    """Whether the state changes colours only; axe then asks what is about colours."""
    stops: int = 0
    complaints: list[str] = field(default_factory=list)
    strangers: list[str] = field(default_factory=list)

    def ask(self, script: str, argument: Any = None) -> Any:
        """What a function of JavaScript answers; `audit` holds the helpers."""
        return self.page.evaluate(script, argument)

    def reload(self) -> None:
        self.page.goto(self.home + self.path.removesuffix("index.html"))
        self.page.evaluate(HELPERS)


@contextmanager
def visit(context: BrowserContext, folder: Path, home: str, path: str, measured: set[str] | None = None) -> Iterator[Visit]:
    page = context.new_page()
    opened = Visit(page, path, (folder / path).read_text(encoding="utf-8"), home, folder, set() if measured is None else measured)
    page.on("console", lambda said: opened.complaints.append(said.text) if said.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: opened.complaints.append(str(error)))
    page.on("request", lambda request: opened.strangers.append(request.url) if _is_strange(request.url, home) else None)
    try:
        opened.reload()
        yield opened
    finally:
        page.close()


def _is_strange(url: str, home: str) -> bool:
    return not url.startswith((home, "data:", "blob:"))
