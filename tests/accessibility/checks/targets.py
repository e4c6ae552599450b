"""What is pressed is 44 px high and wide, unless it stands in a sentence (2.5.5)."""

from __future__ import annotations

from typing import Any

from accessibility.browsing import Visit

TAG = "always"
RULES = ("target-size",)

FIND = """
() => {
  const found = [];
  for (const each of document.querySelectorAll("a[href], button, input, summary, select, textarea")) {
    if (!audit.shown(each) || each.matches(":disabled") || audit.isInSentence(each)) continue;
    if (getComputedStyle(each).clipPath !== "none" || each.matches("dialog:not([open]) *")) continue;
    if (document.querySelector("dialog[open]") && !each.closest("dialog[open]")) continue;
    const box = each.getBoundingClientRect();
    let { height, width } = box;
    // The whole card is pressed where its link is stretched over it.
    const after = getComputedStyle(each, "::after");
    if (after.position === "absolute" && after.inset === "0px") ({ height, width } = each.closest("li").getBoundingClientRect());
    if (Math.min(height, width) < 43.5) found.push({ ...audit.found(each, `${Math.round(width)} × ${Math.round(height)} px`), rule: "target-size" });
  }
  return found;
}
"""


def check(visit: Visit) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = visit.ask(FIND)
    return found
