"""Links tell by themselves where they lead (2.4.9): no bare »here«, and one name never leads to two places."""

from __future__ import annotations

from typing import Any

from accessibility.browsing import Visit

TAG = "once"
RULES = ("link-unnamed", "link-generic", "same-name-other-place", "name-without-label")

FIND = """
() => {
  const found = [], places = new Map();
  const add = (rule, element, message) => found.push({ ...audit.found(element, message), rule });
  const generic = new Set(["her", "læs mere", "mere", "klik her", "link", "se mere", "here", "more", "read more", "click here"]);
  for (const link of document.querySelectorAll("a[href]")) {
    if (link.closest("dialog:not([open])") || !audit.shown(link)) continue;
    const name = audit.name(link), plain = name.toLowerCase();
    if (!name) { add("link-unnamed", link, "no name"); continue; }
    if (generic.has(plain)) add("link-generic", link, name);
    const label = link.innerText.replace(/\\s+/g, " ").trim().toLowerCase();
    if (link.hasAttribute("aria-label") && /[a-zæøå0-9]{2}/.test(label) && !plain.includes(label)) add("name-without-label", link, `${label} / ${name}`);
    const address = link.href.replace(/index\\.html$/, "");
    const before = places.get(plain);
    if (before && before.address !== address) add("same-name-other-place", link, `»${name}« leads to ${link.getAttribute("href")} and ${before.link.getAttribute("href")}`);
    else places.set(plain, { address, link });
  }
  return found;
}
"""


def check(visit: Visit) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = visit.ask(FIND)
    return found
