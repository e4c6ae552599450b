"""Findings as a person reads them in a terminal or a log."""

from __future__ import annotations

from collections.abc import Iterable

from kanalstrategi.diagnostics.finding import Finding, Report, Severity
from kanalstrategi.i18n import Catalog


def sentences(finding: Finding, words: Catalog) -> dict[str, str]:
    """What stands there, why it matters and what would be right, as three sentences."""
    return {part: words(f"finding.{finding.code}.{part}", **finding.values) for part in ("what", "why", "cure")}


def line(finding: Finding, words: Catalog) -> str:
    """The finding on one line: path, line, column, severity, what stands there, code."""
    name, number, column, code = finding.place
    severity = words(f"severity.{finding.severity.name.lower()}")
    return f"{name}:{number}:{column}: {severity}: {sentences(finding, words)['what']} [{code}]"


def full(findings: Iterable[Finding], words: Catalog) -> str:
    """Every finding with its line, a marker under the words it is about, the reason and the cure."""
    return "\n\n".join(_block(finding, words) for finding in findings)


def log(report: Report, words: Catalog, *, files: int) -> str:
    """The whole answer of a check: every finding, and how many there were."""
    return "\n\n".join([*([full(report, words)] if len(report) else []), summary(report, words, files=files)])


def summary(report: Report, words: Catalog, *, files: int) -> str:
    """How many files were read and how many findings of each severity there were."""
    return words("check.summary", n=files, counts=counts(report, words))


def counts(report: Report, words: Catalog) -> str:
    """How many findings of each severity there were."""
    return ", ".join(
        words(f"severity.count.{severity.name.lower()}", n=len(report.of(severity))) for severity in Severity
    )


def _block(finding: Finding, words: Catalog) -> str:
    span, said = finding.span, sentences(finding, words)
    number = str(span.line)
    margin = " " * len(number)
    text, marker = _marked(span.source.line(span.line), span.column, span.width)
    return "\n".join(
        [
            line(finding, words),
            f" {margin} |",
            f" {number} | {text}".rstrip(),
            f" {margin} | {marker}",
            f" {margin} = {words('finding.why')}: {said['why']}",
            f" {margin} = {words('finding.cure')}: {said['cure']}",
        ]
    )


def _marked(text: str, column: int, width: int) -> tuple[str, str]:
    """The line and a marker under `width` characters; a long line is cut to a window around them."""
    start = column - 1
    width = max(1, min(width, 72, max(1, len(text) - start)))
    first = max(0, start - 30) if len(text) > 110 else 0
    window = text[first : first + 110]
    shown = ("…" if first else "") + window + ("…" if first + 110 < len(text) else "")
    # Tabs and other invisible characters take one place each, so that the marker stays under its words.
    shown = "".join(character if character.isprintable() else "·" for character in shown)
    offset = start - first + (1 if first else 0)
    return shown, " " * offset + "^" + "~" * (min(width, 110) - 1)
