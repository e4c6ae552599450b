"""axe-core with every rule that it has: A, AA, AAA and best practice."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Any

from accessibility.browsing import Visit

TAG = "axe"
RULES: tuple[str, ...] = ()  # counted in the browser

RUN = """
async ({ inside, colours, again }) => {
  // hidden-content only says that something is hidden; what is hidden is opened in other states.
  // Contrast takes most of the time. What has 7:1 has 4.5:1, so from the second time on only the stricter rule asks.
  const asked = ({ ruleId, tags }) => ruleId !== "hidden-content" && (!colours || tags.includes("cat.color")) && !(again && ruleId === "color-contrast");
  const rules = Object.fromEntries(axe.getRules().map((rule) => [rule.ruleId, { enabled: asked(rule) }]));
  const result = await axe.run(document.querySelector(inside) ?? document, { rules, resultTypes: ["violations", "incomplete"] });
  const list = (of, open) => of.flatMap((rule) => rule.nodes.map((node) => {
    const element = document.querySelector(node.target[0]);
    const told = [...node.any, ...node.all, ...node.none].map((check) => check.message).join(" ");
    return { ...audit.found(element, told), rule: rule.id, open };
  }));
  return { rules: axe.getRules().length - 1, version: axe.version, found: [...list(result.violations, false), ...list(result.incomplete, true)] };
}
"""


@cache
def script() -> str:
    return files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")


def run(visit: Visit) -> dict[str, Any]:
    """The number of rules, axe's version and what it found, with `open` for what it leaves to a human."""
    visit.ask(script() + "\n;0")
    answer: dict[str, Any] = visit.ask(RUN, {"inside": visit.inside, "colours": visit.colours, "again": visit.again})
    return answer


def check(visit: Visit) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = run(visit)["found"]
    return found
