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
    again: bool = False
    """Whether axe read the whole page in a state before this one."""
    stops: int = 0
    complaints: list[str] = field(default_factory=list)
    strangers: list[str] = field(default_factory=list)

    def ask(self, script: str, argument: Any = None) -> Any:
        """What a function of JavaScript answers; `audit` holds the helpers."""
        return self.page.evaluate(script, argument)

    def reload(self) -> None:
        self.page.goto(self.home + self.path.removesuffix("index.html"))
        self.page.evaluate(HELPERS)


class Tab:
    """A tab of a reader with certain settings, which goes from page to page and notes what each one does."""

    def __init__(self, context: BrowserContext, folder: Path, home: str, measured: set[str] | None = None) -> None:
        self._page, self._folder, self._home = context.new_page(), folder, home
        self._measured = set() if measured is None else measured
        self._at: Visit | None = None
        self._page.on("console", lambda said: self._complain(said.text) if said.type in ("error", "warning") else None)
        self._page.on("pageerror", lambda error: self._complain(str(error)))
        self._page.on("request", lambda request: self._ask(request.url))

    def visit(self, path: str) -> Visit:
        html = (self._folder / path).read_text(encoding="utf-8")
        self._at = Visit(self._page, path, html, self._home, self._folder, self._measured)
        self._at.reload()
        return self._at

    def _complain(self, text: str) -> None:
        if self._at:
            self._at.complaints.append(text)

    def _ask(self, url: str) -> None:
        if self._at and _is_strange(url, self._home):
            self._at.strangers.append(url)


def _is_strange(url: str, home: str) -> bool:
    return not url.startswith((home, "data:", "blob:"))
