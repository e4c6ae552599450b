"""A finding, and the ordered set of them that a check ends with."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import Enum

from kanalstrategi.diagnostics.span import Span


class Severity(Enum):
    """How much a finding matters. The values are the words that authors read."""

    ERROR = "fejl"
    """Cannot be published: the build stops."""
    WARNING = "advarsel"
    """Published, but a strict build stops."""
    ADVICE = "råd"
    """Never stops anything."""


@dataclass(frozen=True)
class Finding:
    """Something that an author should know, with the values its three sentences need.

    The sentences are `finding.<code>.what`, `.why` and `.cure` in the catalogue.
    """

    code: str
    severity: Severity
    span: Span
    values: Mapping[str, object] = field(default_factory=dict)

    @property
    def place(self) -> tuple[str, int, int, str]:
        return self.span.source.name, self.span.line, self.span.column, self.code


class Report:
    """Findings in the order of a reader: by file, line, column and code; the same one only once."""

    def __init__(self, findings: Iterable[Finding] = ()) -> None:
        unique = {(*finding.place, str(finding.values)): finding for finding in findings}
        self._findings = tuple(sorted(unique.values(), key=lambda finding: finding.place))

    def __iter__(self) -> Iterator[Finding]:
        return iter(self._findings)

    def __len__(self) -> int:
        return len(self._findings)

    def of(self, severity: Severity) -> tuple[Finding, ...]:
        return tuple(finding for finding in self._findings if finding.severity is severity)

    @property
    def errors(self) -> tuple[Finding, ...]:
        return self.of(Severity.ERROR)

    @property
    def warnings(self) -> tuple[Finding, ...]:
        return self.of(Severity.WARNING)
