"""Findings as SARIF 2.1.0, the format that code scanning and editors take from any checker."""

from __future__ import annotations

import json
import re
from importlib.metadata import version
from typing import Any, Final
from urllib.parse import quote

from kanalstrategi.diagnostics.finding import Finding, Report, Severity
from kanalstrategi.diagnostics.span import Source, Span
from kanalstrategi.diagnostics.terminal import sentences
from kanalstrategi.i18n import Catalog

SCHEMA: Final = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_TOOL: Final = "kanalstrategi"
_LEVELS: Final = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.ADVICE: "note"}
_VALUE: Final = re.compile(r"\{\w+\}")
_DRIVE: Final = re.compile(r"[A-Za-z]:/")


def log(report: Report, words: Catalog, *, files: int) -> str:
    """The report as one SARIF log with one run."""
    found = {finding.code: finding for finding in report}
    codes = sorted(found)
    run = {
        "tool": {
            "driver": {
                "name": _TOOL,
                "version": version(_TOOL),
                "language": words.language,
                "rules": [_rule(found[code], words) for code in codes],
            }
        },
        "language": words.language,
        "columnKind": "utf16CodeUnits",
        "newlineSequences": ["\r\n", "\n", "\r"],
        "results": [_result(finding, codes.index(finding.code), words) for finding in report],
    }
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2)


def _rule(finding: Finding, words: Catalog) -> dict[str, Any]:
    """A rule in the words of its findings; what differs between them is left open."""
    what, why, cure = (
        {"text": _VALUE.sub("…", words.entries[f"finding.{finding.code}.{part}"])} for part in ("what", "why", "cure")
    )
    return {
        "id": finding.code,
        "shortDescription": what,
        "fullDescription": why,
        "help": cure,
        "defaultConfiguration": {"level": _LEVELS[finding.severity]},
    }


def _result(finding: Finding, rule: int, words: Catalog) -> dict[str, Any]:
    said = sentences(finding, words)
    text = f"{said['what']}\n{words('finding.why')}: {said['why']}\n{words('finding.cure')}: {said['cure']}"
    location = {"artifactLocation": _artifact(finding.span.source.name), "region": _region(finding.span)}
    return {
        "ruleId": finding.code,
        "ruleIndex": rule,
        "level": _LEVELS[finding.severity],
        "message": {"text": text},
        "locations": [{"physicalLocation": location}],
    }


def _artifact(name: str) -> dict[str, str]:
    if name.startswith("/") or _DRIVE.match(name):
        return {"uri": f"file:///{quote(name.lstrip('/'), safe='/:')}"}
    return {"uri": quote(name), "uriBaseId": "%SRCROOT%"}


def _region(span: Span) -> dict[str, int]:
    return {
        "startLine": span.line,
        "startColumn": _units(span.source, span.line, span.column),
        "endLine": span.end_line,
        "endColumn": _units(span.source, span.end_line, span.end_column),
    }


def _units(source: Source, line: int, column: int) -> int:
    """A column counted in UTF-16 units, as SARIF asks: a character beyond the first 65,536 counts as two."""
    before = source.line(line)[: column - 1]
    return column + sum(character > "\uffff" for character in before)
