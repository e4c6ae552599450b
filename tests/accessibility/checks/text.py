"""How running text is set (1.4.4, 1.4.8): lines of 80 characters at most, room between them, never justified, and no size
that is a share of the screen, for it hardly grows with the reader's text."""

from __future__ import annotations

from typing import Any

from accessibility.browsing import Visit

TAG = "always"
RULES = ("long-lines", "justified", "tight-lines", "measured-by-screen", "all-italic")

FIND = """
() => {
  const found = [], add = (rule, element, message) => found.push({ ...audit.found(element, message), rule });
  for (const each of document.querySelectorAll("p, li, dd, blockquote, td, figcaption")) {
    if (!audit.shown(each) || each.querySelector("p, li, dd, table")) continue;
    const text = each.innerText.replace(/\\s+/g, " ").trim(), style = getComputedStyle(each);
    if (each.localName === "p" && text && style.fontStyle === "italic") add("all-italic", each, "a whole paragraph in italics");
    if (style.textAlign === "justify") add("justified", each, "justified");
    if (text.length < 100) continue;
    const spread = document.createRange();
    spread.selectNodeContents(each);
    const lines = new Set([...spread.getClientRects()].filter((box) => box.width > 2).map((box) => Math.round(box.top / 8)));
    if (lines.size && text.length / lines.size > 82) add("long-lines", each, `${Math.round(text.length / lines.size)} characters a line`);
    if (parseFloat(style.lineHeight) < 1.49 * parseFloat(style.fontSize)) add("tight-lines", each, `${style.lineHeight} for ${style.fontSize}`);
  }
  const rules = (held) => [...held].flatMap((rule) => (rule.cssRules?.length ? [rule, ...rules(rule.cssRules)] : [rule]));
  for (const rule of [...document.styleSheets].flatMap((sheet) => rules(sheet.cssRules)))
    if (/\\d(vw|vh|vmin|vmax|cq[wib])/.test(rule.style?.fontSize ?? "")) add("measured-by-screen", document.body, `${rule.selectorText}: ${rule.style.fontSize}`);
  return found;
}
"""


def check(visit: Visit) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = visit.ask(FIND)
    return found
