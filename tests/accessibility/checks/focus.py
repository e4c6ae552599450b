"""The mark of focus as it is painted (2.4.13): between the picture before and after, pixels enough for a ring of 2 px
change by 3:1. Links of one kind look alike, so one of each kind is photographed in each state."""

from __future__ import annotations

import base64
from typing import Any

from accessibility.browsing import Visit

TAG = "focus"
RULES = ("focus-mark-weak",)
ROOM = 10

KINDS = """
() => {
  const kinds = new Map();
  for (const each of document.querySelectorAll("a[href], button, summary, input")) {
    if (!audit.shown(each) && !each.matches(".ks-skip")) continue;
    const kind = [each.localName, each.parentElement.localName, each.className, each.hasAttribute("aria-current"), ...audit.classes(each).slice(0, 3)].join(" ");
    if (!kinds.has(kind)) kinds.set(kind, each);
  }
  audit.kinds = kinds;
  return [...kinds.keys()];
}
"""
AIM = """
(kind) => {
  const element = audit.kinds.get(kind);
  element.focus({ focusVisible: true });
  element.scrollIntoView({ block: "center", behavior: "instant" });
  const box = element.getClientRects()[0] ?? element.getBoundingClientRect();
  return { x: box.left, y: box.top, width: box.width, height: box.height, lines: element.getClientRects().length };
}
"""
COMPARE = """
async ({ kind, before, after, need }) => {
  const pixels = async (text) => {
    const bytes = Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0));
    const image = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
    const canvas = new OffscreenCanvas(image.width, image.height).getContext("2d");
    canvas.drawImage(image, 0, 0);
    return canvas.getImageData(0, 0, image.width, image.height).data;
  };
  const [one, other] = [await pixels(before), await pixels(after)];
  let changed = 0;
  for (let at = 0; at < one.length; at += 4)
    if (audit.ratio([one[at], one[at + 1], one[at + 2]], [other[at], other[at + 1], other[at + 2]]) >= 3) changed += 1;
  if (changed >= need) return [];
  return [{ ...audit.found(audit.kinds.get(kind), `${changed} pixels change by 3:1, a ring of 2 px is ${need}`), rule: "focus-mark-weak" }];
}
"""


def check(visit: Visit) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = []
    for kind in visit.ask(KINDS):
        if kind in visit.measured:
            continue
        visit.measured.add(kind)
        box = visit.ask(AIM, kind)
        clip = {
            "x": max(0, box["x"] - ROOM), "y": max(0, box["y"] - ROOM),
            "width": box["width"] + 2 * ROOM, "height": box["height"] + 2 * ROOM,
        }  # fmt: skip
        after = visit.page.screenshot(clip=clip)  # type: ignore[arg-type]
        visit.ask("() => document.activeElement.blur()")
        before = visit.page.screenshot(clip=clip)  # type: ignore[arg-type]
        need = int(2 * 2 * (box["width"] + box["height"]) * 0.9) if box["lines"] == 1 else int(2 * 2 * box["width"] * 0.9)
        told = {"kind": kind, "before": _text(before), "after": _text(after), "need": need}
        found += visit.ask(COMPARE, told)
    return found


def _text(picture: bytes) -> str:
    return base64.b64encode(picture).decode()
