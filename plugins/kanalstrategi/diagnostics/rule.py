"""A rule: what it is called and how much it matters."""

from __future__ import annotations

from dataclasses import dataclass

from kanalstrategi.diagnostics.finding import Finding, Severity
from kanalstrategi.diagnostics.span import Span


@dataclass(frozen=True)
class Rule:
    """A rule is named for what is wrong. Its code is stable and never used again."""

    code: str
    name: str
    severity: Severity

    def at(self, span: Span, **values: object) -> Finding:
        return Finding(self.code, self.severity, span, values)
