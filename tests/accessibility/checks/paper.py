"""On paper: every word of the content, none of the frame's controls, nothing cut off."""

from __future__ import annotations

from typing import Any

from accessibility.browsing import Visit

TAG = "print"
RULES = ("lost-on-paper", "control-on-paper", "cut-on-paper", "pale-on-paper")

FIND = """
() => {
  const found = [], add = (rule, element, message) => found.push({ ...audit.found(element, message), rule });
  for (const each of document.querySelectorAll("main :is(h1, h2, h3, h4, h5, h6, p, li, td, th, dt, dd, caption)")) {
    if (!each.textContent.trim() || each.closest(".ks-tools, .ks-edit, .ks-hide-in-print, details:not([open])")) continue;
    if (!each.getClientRects().length) add("lost-on-paper", each, each.textContent.trim().slice(0, 60));
    else if (audit.ratio(audit.paint([255, 255, 255], getComputedStyle(each).color), audit.behind(each)) < 7) add("pale-on-paper", each, getComputedStyle(each).color);
  }
  for (const each of document.querySelectorAll("button, nav, body > header, input, summary"))
    if (audit.shown(each)) add("control-on-paper", each, each.localName);
  for (const each of document.querySelectorAll("main *"))
    if (each.clientWidth && each.scrollWidth > each.clientWidth + 1 && getComputedStyle(each).overflowX !== "visible") add("cut-on-paper", each, `${each.scrollWidth} in ${each.clientWidth} px`);
  return found;
}
"""


def check(visit: Visit) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = visit.ask(FIND)
    return found
