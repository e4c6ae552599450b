"""Whatever the width, the size and the spacing: no scrolling in two directions but in a table, nothing cut off
(1.4.4, 1.4.10, 1.4.12)."""

from __future__ import annotations

from typing import Any

from accessibility.browsing import Visit

TAG = "reflow"
RULES = ("page-scrolls-sideways", "scrolls-without-table", "text-cut", "text-outside")

FIND = """
() => {
  const found = [], add = (rule, element, message) => found.push({ ...audit.found(element, message), rule });
  const width = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth > width) add("page-scrolls-sideways", document.body, `${document.documentElement.scrollWidth} of ${width} px`);
  for (const each of document.querySelectorAll("body *")) {
    if (!audit.shown(each)) continue;
    const style = getComputedStyle(each);
    if (style.clipPath !== "none" || each.closest(".ks-skip, thead")) continue;
    const wide = each.scrollWidth > each.clientWidth + 1, high = each.scrollHeight > each.clientHeight + 1;
    const hides = (way) => ["hidden", "clip"].includes(way);
    if (each.clientWidth && (wide && hides(style.overflowX) || high && hides(style.overflowY)) && each.innerText.trim())
      add("text-cut", each, `${each.scrollWidth} × ${each.scrollHeight} in ${each.clientWidth} × ${each.clientHeight} px`);
    if (style.textOverflow === "ellipsis" && wide) add("text-cut", each, "ellipsis");
    if (wide && ["auto", "scroll"].includes(style.overflowX) && !each.querySelector("table") && !each.matches("input"))
      add("scrolls-without-table", each, `${each.scrollWidth} in ${each.clientWidth} px`);
    const own = [...each.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
    if (!own || each.closest(".ks-scroll")) continue;
    const box = each.getBoundingClientRect();
    if (box.right > width + 1 || box.left < -1) add("text-outside", each, `from ${Math.round(box.left)} to ${Math.round(box.right)} of ${width} px`);
  }
  return found;
}
"""


def check(visit: Visit) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = visit.ask(FIND)
    return found
