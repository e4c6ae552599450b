"""Landmarks have names that tell them apart; one main; what is not in one is not lost (1.3.1, 2.4.1)."""

from __future__ import annotations

from typing import Any

from accessibility.browsing import Visit

TAG = "once"
RULES = ("one-main", "landmark-unnamed", "landmark-names-alike", "skip-link", "text-outside")

FIND = """
() => {
  const found = [], add = (rule, element, message) => found.push({ ...audit.found(element, message), rule });
  const mains = document.querySelectorAll("main");
  if (mains.length !== 1) add("one-main", document.body, `${mains.length} main`);
  const seen = new Map();
  for (const each of document.querySelectorAll("nav, aside, [role=region], section[aria-label], section[aria-labelledby], form[aria-label], search")) {
    if (!each.getAttribute("aria-label") && !each.getAttribute("aria-labelledby")) { add("landmark-unnamed", each, "no name"); continue; }
    const name = audit.name(each);
    if (seen.has(name)) add("landmark-names-alike", each, `also called »${name}«: ${audit.where(seen.get(name))}`);
    seen.set(name, each);
  }
  const skip = document.querySelector("a[href]");
  const target = skip && skip.hash ? document.getElementById(skip.hash.slice(1)) : null;
  if (!target || !target.matches("main, main *")) add("skip-link", skip ?? document.body, "the first link does not lead into the content");
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let text = texts.nextNode(); text; text = texts.nextNode()) {
    const around = text.parentElement;
    if (text.data.trim() && audit.shown(around) && !around.closest("header, nav, main, aside, footer, dialog, search, [role=region]"))
      add("text-outside", around, "text in no landmark");
  }
  return found;
}
"""


def check(visit: Visit) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = visit.ask(FIND)
    return found
