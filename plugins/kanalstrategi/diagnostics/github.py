"""Findings where GitHub shows them: notes beside the lines of a pull request, and a table in the job's summary.

GitHub shows ten notes of a kind for a step and drops the others in silence. So the ten that matter most are made notes,
and all of them stand in the log and in the summary.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator
from typing import Final

from kanalstrategi.diagnostics.finding import Finding, Report, Severity
from kanalstrategi.diagnostics.terminal import full, sentences, summary
from kanalstrategi.i18n import Catalog

NOTES: Final = 10
MAX_SUMMARY: Final = 900_000
"""GitHub refuses a summary of more than a mebibyte, and shows nothing of it then."""

_COMMANDS: Final = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.ADVICE: "notice"}
_MARKDOWN: Final = re.compile(r"[\\`*_\[\]{}()#~|!]")


def log(report: Report, words: Catalog, *, files: int) -> str:
    """What the step prints: every finding, the notes, and how many there were."""
    return "\n".join([*_whole(report, words), *notes(report, words), summary(report, words, files=files)])


def notes(report: Report, words: Catalog) -> Iterator[str]:
    """The ten findings that matter most, as commands to GitHub."""
    for finding in _by_severity(report)[:NOTES]:
        said = sentences(finding, words)
        text = "\n".join(
            [said["what"], f"{words('finding.why')}: {said['why']}", f"{words('finding.cure')}: {said['cure']}"]
        )
        options = ",".join(f"{name}={_option(value)}" for name, value in _place(finding).items())
        yield f"::{_COMMANDS[finding.severity]} {options},title={finding.code}::{_data(text)}"


def table(report: Report, words: Catalog, *, files: int) -> str:
    """All findings as Markdown, for the job's summary."""
    lines = [f"## {words('github.title')}", "", summary(report, words, files=files), ""]
    if len(report):
        titles = [words(f"github.{column}") for column in ("severity", "place", "what", "cure")]
        lines += [_row(titles), _row("---" for _ in titles)]
    rows = [_finding_row(finding, words) for finding in _by_severity(report)]
    size = len("\n".join(lines).encode())
    for number, row in enumerate(rows):
        size += len(row.encode()) + 1
        if size > MAX_SUMMARY:
            lines += ["", words("github.rest", n=len(rows) - number)]
            break
        lines.append(row)
    return "\n".join(lines) + "\n"


def _by_severity(report: Report) -> list[Finding]:
    order = list(Severity)
    return sorted(report, key=lambda finding: order.index(finding.severity))


def _whole(report: Report, words: Catalog) -> Iterator[str]:
    """The findings as in a terminal, with GitHub told not to obey anything that stands in them."""
    if len(report):
        text = full(report, words)
        # Whoever wrote the files cannot know the word that ends this: it depends on all that stands before it.
        word = hashlib.sha256(text.encode()).hexdigest()
        yield from (f"::stop-commands::{word}", text, f"::{word}::")


def _place(finding: Finding) -> dict[str, object]:
    """Lines and columns are counted from 1; columns are for a place on one line only."""
    span = finding.span
    # A text over several lines ends before the first character of the line after it.
    last = span.end_line - 1 if span.end_column == 1 and span.end_line > span.line else span.end_line
    place: dict[str, object] = {"file": span.source.name, "line": span.line, "endLine": last}
    if span.line == span.end_line:
        place |= {"col": span.column, "endColumn": span.end_column}
    return place


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _option(value: object) -> str:
    return _data(str(value)).replace(":", "%3A").replace(",", "%2C")


def _finding_row(finding: Finding, words: Catalog) -> str:
    name, line, column, code = finding.place
    said = sentences(finding, words)
    severity = words(f"severity.{finding.severity.name.lower()}")
    return _row([severity, _text(f"{name}:{line}:{column}"), f"{_text(said['what'])} {code}", _text(said["cure"])])


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _text(text: str) -> str:
    """A text in a cell of a Markdown table, whatever stands in it."""
    escaped = _MARKDOWN.sub(r"\\\g<0>", " ".join(text.split()))
    return escaped.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("@", "&#64;")
