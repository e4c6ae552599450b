"""The language of the page and of its parts (3.1.1, 3.1.2)."""

from __future__ import annotations

from typing import Any

from accessibility.browsing import Visit

TAG = "once"
RULES = ("page-language", "part-language", "title")

FIND = """
() => {
  const found = [], add = (rule, element, message) => found.push({ ...audit.found(element, message), rule });
  const known = ["da", "en"], root = document.documentElement;
  if (!known.includes(root.lang)) add("page-language", document.body, `lang is »${root.lang}«`);
  for (const part of document.querySelectorAll("body [lang]"))
    if (!known.includes(part.lang)) add("part-language", part, `lang is »${part.lang}«`);
  if (document.title.trim().length < 4) add("title", document.body, "no title");
  return found;
}
"""


def check(visit: Visit) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = visit.ask(FIND)
    return found
