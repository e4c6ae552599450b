"""With scripts off: the menu, the contents and the text are there, and nothing that cannot work."""

from __future__ import annotations

from typing import Any

from accessibility.browsing import Visit

TAG = "noscript"
RULES = ("menu-missing", "dead-control", "content-missing")

FIND = """
() => {
  const found = [], add = (rule, element, message) => found.push({ ...audit.found(element, message), rule });
  const links = [...document.querySelectorAll("body > header nav a")].filter(audit.shown);
  if (links.length < 3) add("menu-missing", document.querySelector("header") ?? document.body, `${links.length} links`);
  for (const each of document.querySelectorAll("button, input")) if (audit.shown(each)) add("dead-control", each, each.localName);
  const main = document.querySelector("main");
  if (!main || !audit.shown(main) || main.innerText.trim().length < 40) add("content-missing", main ?? document.body, "no text");
  return found;
}
"""


def check(visit: Visit) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = visit.ask(FIND)
    return found
