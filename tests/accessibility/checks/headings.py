"""One main heading, no level skipped, none empty, and none that only looks like one (1.3.1, 2.4.6, 2.4.10)."""

from __future__ import annotations

from typing import Any

from accessibility.browsing import Visit

TAG = "once"
RULES = ("one-h1", "level-skipped", "empty-heading", "heading-in-disguise")

FIND = """
() => {
  const found = [], all = [...document.querySelectorAll("h1, h2, h3, h4, h5, h6")].filter(audit.shown);
  const add = (rule, element, message) => found.push({ ...audit.found(element, message), rule });
  const first = all.filter((each) => each.localName === "h1");
  if (first.length !== 1) add("one-h1", first[1] ?? document.body, `${first.length} main headings`);
  let before = 0;
  for (const each of all) {
    const level = Number(each.localName[1]);
    if (level > before + 1) add("level-skipped", each, `h${level} after h${before}`);
    if (!audit.name(each)) add("empty-heading", each, "no text");
    before = level;
  }
  for (const each of document.querySelectorAll("p > :is(strong, b):only-child"))
    if (audit.shown(each) && each.textContent.trim() === each.parentElement.textContent.trim()) add("heading-in-disguise", each.parentElement, "a paragraph that is all bold");
  return found;
}
"""


def check(visit: Visit) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = visit.ask(FIND)
    return found
