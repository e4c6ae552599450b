"""What an audit found: by page, state, rule and element, with the template it comes from."""

from __future__ import annotations

import json
import re
from collections import Counter
from dataclasses import asdict, dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

PACKAGE = Path(__file__).resolve().parents[2] / "plugins" / "kanalstrategi"


@dataclass(frozen=True, order=True)
class Finding:
    """One thing that is wrong; `open` when axe leaves it to a human and nobody has decided it."""

    check: str
    rule: str
    page: str
    state: str
    where: str
    html: str = ""
    message: str = ""
    source: str = ""
    open: bool = False


@dataclass
class Report:
    """Everything that one run found and looked at."""

    pages: tuple[str, ...]
    states: tuple[str, ...]
    findings: list[Finding] = field(default_factory=list)
    reviewed: int = 0
    """What axe leaves to a human, and which `reviewed.toml` decides."""
    rules: dict[str, int] = field(default_factory=dict)
    """How many rules each check holds."""
    seconds: dict[str, float] = field(default_factory=dict)
    """How long each check took, all browsers together."""
    stops: int = 0
    """Places where the keyboard stopped."""
    axe: str = ""
    unused: tuple[str, ...] = ()
    """Decisions of `reviewed.toml` that nothing asked for."""

    @property
    def failed(self) -> bool:
        return bool(self.findings)

    def text(self, most: int = 6) -> str:
        """The report for a terminal: rule by rule, the worst first, some places of each."""
        lines = [f"{len(self.pages)} pages, {len(self.states)} states, axe-core {self.axe}, {self.stops} keyboard stops: "
                 f"{len(self.findings)} findings, {self.reviewed} reviewed."]
        counts = Counter((each.check, each.rule, each.open) for each in self.findings)
        for (check, rule, is_open), count in counts.most_common():
            lines.append(f"\n{count} × {check}: {rule}{' (needs review)' if is_open else ''}")
            same = [each for each in sorted(self.findings) if (each.check, each.rule, each.open) == (check, rule, is_open)]
            for each in same[:most]:
                source = f"  [{each.source}]" if each.source else ""
                lines.append(f"  {each.page} · {each.state} · {each.where}{source}\n      {each.message}\n      {each.html}")
            if count > most:
                lines.append(f"  … and {count - most} more")
        slow = ", ".join(f"{name} {took:.0f} s" for name, took in sorted(self.seconds.items(), key=lambda each: -each[1])[:5])
        return "\n".join([*lines, f"\nLongest: {slow}"])

    def json(self) -> str:
        return json.dumps(asdict(self), ensure_ascii=False, indent=1)

    def figures(self) -> dict[str, Any]:
        """What the page about accessibility tells: numbers only, no date."""
        failures = Counter(each.check for each in self.findings if not each.open)
        waiting = sum(each.open for each in self.findings)
        rows = [
            {
                "check": check,
                "rules": number,
                "failures": failures[check],
                "review": self.reviewed + waiting if check == "axe" else 0,
            }
            for check, number in sorted(self.rules.items())
        ]
        return {"pages": len(self.pages), "states": list(self.states), "axe": self.axe, "stops": self.stops, "checks": rows}


def source_of(classes: list[str], page: str) -> str:
    """The template or component that writes the element: the first in the package that gives one of its classes, from the inside out."""
    for name in classes:
        if file := _templates().get(name):
            return file
    return ""


@cache
def _templates() -> dict[str, str]:
    found: dict[str, str] = {}
    for path in sorted([*PACKAGE.rglob("*.jinja"), *PACKAGE.glob("components/**/*.py")]):
        for name in re.findall(r"ks-[\w-]+", path.read_text(encoding="utf-8")):
            found.setdefault(name, path.relative_to(PACKAGE).as_posix())
    return found
