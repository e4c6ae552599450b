"""Findings as data for other programs; `version` changes when a field is renamed or removed."""

from __future__ import annotations

import json

from kanalstrategi.diagnostics.finding import Report
from kanalstrategi.diagnostics.terminal import sentences
from kanalstrategi.i18n import Catalog

VERSION = 1


def log(report: Report, words: Catalog, *, files: int) -> str:
    """The report as one JSON object, its findings in the order of the report."""
    findings = [
        {
            "path": finding.span.source.name,
            "line": finding.span.line,
            "column": finding.span.column,
            "end_line": finding.span.end_line,
            "end_column": finding.span.end_column,
            "code": finding.code,
            "severity": finding.severity.value,
            **sentences(finding, words),
        }
        for finding in report
    ]
    return json.dumps({"version": VERSION, "findings": findings}, ensure_ascii=False, indent=2)
