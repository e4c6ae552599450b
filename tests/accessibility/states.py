"""The states that every page is looked at in: a screen, settings of the reader, and what has been opened."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from accessibility.browsing import Visit

WIDE, NARROW = {"width": 1280, "height": 800}, {"width": 320, "height": 640}

SPACING = """
() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; }
    p { margin-bottom: 2em !important; }`);
  document.adoptedStyleSheets = [sheet];
}
"""


def _as_it_comes(visit: Visit) -> bool:
    return True


def _menu(visit: Visit) -> bool:
    return _open(visit, ".ks-menu")


def _contents(visit: Visit) -> bool:
    return _open(visit, ".ks-contents")


def _open(visit: Visit, details: str) -> bool:
    box = visit.page.locator(details)
    if not box.count():
        return False
    if box.get_attribute("open") is None:
        box.locator("> summary").click()
    return True


def _search(visit: Visit) -> bool:
    button = visit.page.locator(".ks-search-open")
    if not button.count():
        return False
    button.click()
    visit.page.keyboard.insert_text("digital post")
    visit.page.locator(".ks-search ol > li").first.wait_for()
    return True


def _print(visit: Visit) -> bool:
    visit.page.emulate_media(media="print")
    return True


def _double(visit: Visit) -> bool:
    visit.ask("() => { document.documentElement.style.fontSize = '200%' }")
    return True


def _spacing(visit: Visit) -> bool:
    visit.ask(SPACING)
    return True


@dataclass(frozen=True)
class State:
    """`prepare` answers whether the page has this state at all. `tags` say which checks look at it."""

    name: str
    screen: dict[str, int]
    tags: frozenset[str]
    options: dict[str, Any] = field(default_factory=dict)
    prepare: Callable[[Visit], bool] = _as_it_comes
    inside: str = "html"
    """The part of the page that the state adds; axe has read the rest in another state."""
    colours: bool = False
    """Whether the state changes colours only."""
    again: bool = False
    """Whether the whole page was read in a state before this one."""


def _tags(words: str) -> frozenset[str]:
    return frozenset(words.split())


STATES = (
    State("1280 light", WIDE, _tags("axe always once keyboard reflow focus")),
    State("1280 dark", WIDE, _tags("axe always focus"), {"color_scheme": "dark"}, colours=True, again=True),
    State("320 light", NARROW, _tags("axe always keyboard reflow back"), again=True),
    State("forced colours", WIDE, _tags("axe always focus"), {"forced_colors": "active"}, colours=True, again=True),
    State("menu open", NARROW, _tags("axe always reflow"), prepare=_menu, inside="body > header"),
    State("contents open", NARROW, _tags("axe always reflow"), prepare=_contents, inside=".ks-side"),
    State("search open", WIDE, _tags("axe always"), prepare=_search, inside="dialog"),
    State("search open 320", NARROW, _tags("always reflow"), prepare=_search),
    State("scripts off", WIDE, _tags("always noscript"), {"java_script_enabled": False}),
    State("print", {"width": 760, "height": 1000}, _tags("print"), prepare=_print),
    State("200 % text", WIDE, _tags("reflow"), prepare=_double),
    State("text spacing", WIDE, _tags("reflow"), prepare=_spacing),
    State("text spacing 320", NARROW, _tags("reflow"), prepare=_spacing),
    State("more contrast", WIDE, _tags("axe always"), {"contrast": "more"}, colours=True, again=True),
    State("reduced motion", WIDE, _tags("motion"), {"reduced_motion": "reduce"}),
)
