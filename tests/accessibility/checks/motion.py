"""Nothing moves (2.2.2, 2.3.3)."""

from __future__ import annotations

from typing import Any

from accessibility.browsing import Visit

TAG = "motion"
RULES = ("animation", "transition", "moving-element", "refresh")

FIND = """
() => {
  const found = [], add = (rule, element, message) => found.push({ ...audit.found(element, message), rule });
  for (const each of document.querySelectorAll("body, body *")) {
    const style = getComputedStyle(each);
    if (style.animationName !== "none") add("animation", each, style.animationName);
    if (style.transitionDuration.split(", ").some((time) => parseFloat(time) > 0)) add("transition", each, style.transitionDuration);
    if (each.matches("marquee, blink, video[autoplay], audio[autoplay]")) add("moving-element", each, each.localName);
  }
  if (document.getAnimations().length && !found.length) add("animation", document.body, "running");
  const refresh = document.querySelector("meta[http-equiv=refresh i]");
  if (refresh) add("refresh", refresh, refresh.content);
  return found;
}
"""


def check(visit: Visit) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = visit.ask(FIND)
    return found
