"""A walk over the page with Tab, and with Shift+Tab where something stays in view: every stop can be seen, is named,
has a role, lies in view and free of what is sticky (2.4.12), is marked, and comes in the order of the eye; there is
no trap (2.1.2, 2.4.3)."""

from __future__ import annotations

from typing import Any

from accessibility.browsing import Visit

TAG = "keyboard"
RULES = (
    "stop-unnamed", "stop-without-role", "stop-invisible", "stop-out-of-view", "stop-covered",
    "stop-unmarked", "order", "trap", "not-reached",
)  # fmt: skip
STRIDE = 25
MOST = 4000

START = """
() => {
  const seen = new Set();
  audit.walk = { stops: 0, done: false, found: [], seen, last: null };
  const walk = audit.walk, add = (rule, element, message) => walk.found.push({ ...audit.found(element, message), rule });
  const related = (one, other) => other && (one === other || one.contains(other) || other.contains(one));
  audit.note = (back) => {
    const at = document.activeElement;
    if (!at || at === document.body || walk.done) { if (walk.stops) walk.done = true; return; }
    if (seen.has(at)) { walk.done = true; return; }
    seen.add(at); walk.stops += 1;
    const boxes = [...at.getClientRects()].filter((box) => box.width > 0 && box.height > 0);
    if (!audit.shown(at) || !boxes.length) { add("stop-invisible", at, "nothing to see"); return; }
    if (!back) {
      if (!audit.name(at)) add("stop-unnamed", at, "no name");
      if (!audit.role(at)) add("stop-without-role", at, "no role");
      const style = getComputedStyle(at);
      const ring = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
      if (!ring || audit.ratio(audit.paint([0, 0, 0], style.outlineColor), audit.behind(at.parentElement)) < 3)
        add("stop-unmarked", at, `outline ${style.outlineWidth} ${style.outlineStyle} ${style.outlineColor}`);
    }
    const whole = at.getBoundingClientRect(), fits = whole.height <= innerHeight * 0.6;
    for (const box of fits ? boxes : boxes.slice(0, 1)) {
      if (box.top < -1 || (fits && box.bottom > innerHeight + 1) || box.left < -1 || box.right > innerWidth + 1) {
        if (box.width > innerWidth) continue;
        add("stop-out-of-view", at, `${Math.round(box.left)},${Math.round(box.top)} to ${Math.round(box.right)},${Math.round(box.bottom)}${back ? " on the way back" : ""}`);
        break;
      }
      const points = [[.5, .5], [.02, .1], [.98, .1], [.02, .9], [.98, .9]].map(([x, y]) => [box.left + box.width * x, box.top + box.height * y]);
      const over = points.filter(([x, y]) => y < innerHeight && x < innerWidth && x > 0 && y > 0)
        .map(([x, y]) => document.elementFromPoint(x, y)).find((hit) => hit && !related(at, hit));
      if (over) { add("stop-covered", at, `by ${audit.where(over)}${back ? " on the way back" : ""}`); break; }
    }
    if (!back && walk.last) {
      const here = { top: boxes[0].top + scrollY, bottom: boxes[0].bottom + scrollY, left: boxes[0].left, right: boxes[0].right };
      const before = walk.last, column = here.left >= before.right - 4;
      const sticky = (element) => element.closest(".ks-side, dialog") !== null;
      if (!sticky(at) && !sticky(before.element)) {
        if (here.bottom <= before.top - 2 && !column) add("order", at, `stands above ${audit.where(before.element)}`);
        const line = Math.min(here.bottom, before.bottom) - Math.max(here.top, before.top) > 0.6 * Math.min(here.bottom - here.top, before.bottom - before.top);
        if (line && here.right <= before.left + 2) add("order", at, `stands left of ${audit.where(before.element)}`);
      }
    }
    const last = boxes[boxes.length - 1];
    walk.last = { element: at, top: last.top + scrollY, bottom: last.bottom + scrollY, left: last.left, right: last.right };
  };
  audit.listen = (event) => event.key === "Tab" && audit.note(event.shiftKey);
  document.addEventListener("keydown", audit.listen, true);
}
"""
STATUS = "() => ({ stops: audit.walk.stops, done: audit.walk.done })"
END = """
() => {
  document.removeEventListener("keydown", audit.listen, true);
  return audit.walk.found;
}
"""
STAYS = """
() => [...document.querySelectorAll("body *")].some((each) => audit.shown(each) && ["sticky", "fixed"].includes(getComputedStyle(each).position))
"""
MISSED = """
() => [...document.querySelectorAll("a[href], button, input, summary, [tabindex='0']")]
  .filter((each) => audit.shown(each) && !each.matches(":disabled") && !audit.walk.seen.has(each))
  .map((each) => ({ ...audit.found(each, "Tab does not reach it"), rule: "not-reached" }))
"""


def check(visit: Visit) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = []
    visit.reload()
    visit.ask(START)
    visit.stops = _walk(visit, "Tab", found)
    found += visit.ask(MISSED)
    found += visit.ask(END)
    # The way back differs where something stays in view and may cover what is scrolled to.
    if visit.ask(STAYS):
        visit.reload()
        visit.ask(START)
        _walk(visit, "Shift+Tab", found)
        found += visit.ask(END)
    return found


def _walk(visit: Visit, key: str, found: list[dict[str, Any]]) -> int:
    while True:
        for _ in range(STRIDE):
            visit.page.keyboard.press(key)
        status = visit.ask(STATUS)
        if status["done"]:
            return int(status["stops"])
        if status["stops"] > MOST:
            found.append({"rule": "trap", "where": "page", "html": "", "classes": [], "message": f"{MOST} stops without an end"})
            return int(status["stops"])
