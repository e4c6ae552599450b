"""Menu, contents and search open by the keyboard, and Escape leads back to where one was (2.1.2, 2.4.3)."""

from __future__ import annotations

from typing import Any

from accessibility.browsing import Visit

TAG = "back"
RULES = ("does-not-open", "focus-not-inside", "does-not-close", "focus-not-back", "results-not-told")
OPENERS = ((".ks-menu > summary", ".ks-menu"), (".ks-contents > summary", ".ks-contents"))


def check(visit: Visit) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = []
    page = visit.page

    def add(rule: str, selector: str, message: str) -> None:
        script = "([selector, message]) => audit.found(document.querySelector(selector), message)"
        found.append({**visit.ask(script, [selector, message]), "rule": rule})

    for opener, box in OPENERS:
        if not page.locator(opener).count():
            continue
        if page.locator(box).get_attribute("open") is not None:
            add("does-not-close", opener, "open on a narrow screen before anybody opened it")
            continue
        page.focus(opener)
        page.keyboard.press("Enter")
        if page.locator(box).get_attribute("open") is None:
            add("does-not-open", opener, "Enter does not open it")
            continue
        page.keyboard.press("Tab")
        if not visit.ask("(box) => document.activeElement.closest(box) !== null", box):
            add("focus-not-inside", opener, "the next stop is not inside")
        page.keyboard.press("Escape")
        if page.locator(box).get_attribute("open") is not None:
            add("does-not-close", opener, "Escape does not close it")
        if not visit.ask("(opener) => document.activeElement === document.querySelector(opener)", opener):
            add("focus-not-back", opener, "focus is elsewhere")
    button = ".ks-search-open"
    if page.locator(button).count():
        page.focus(button)
        page.keyboard.press("Enter")
        inside = "() => document.activeElement.matches('dialog[open] input')"
        if not visit.ask(inside):
            add("focus-not-inside", button, "focus is not in the field of the dialog")
        else:
            page.keyboard.insert_text("digital post")
            page.locator("dialog ol > li").first.wait_for()
            if not visit.ask("() => document.querySelector('dialog [role=status]').textContent.trim()"):
                add("results-not-told", button, "no number of results")
            page.keyboard.press("Escape")
            if visit.ask("() => document.querySelector('dialog').open"):
                page.keyboard.press("Escape")  # the first Escape empties a search field
            if visit.ask("() => document.querySelector('dialog').open"):
                add("does-not-close", button, "Escape does not close it")
        if not visit.ask("(button) => document.activeElement === document.querySelector(button)", button):
            add("focus-not-back", button, "focus is elsewhere")
    return found
