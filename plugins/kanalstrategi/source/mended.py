"""What else is wrong in a file that YAML stops reading: it is read on with the lines mended whose cure is exact.

The mended text is looked at and thrown away: no page is made of it, and nothing is said of the lines themselves
beyond what was said already.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Final

import yaml

from kanalstrategi.diagnostics import Finding, Severity, Source
from kanalstrategi.source import characters, syntax
from kanalstrategi.source.broken import VALUE, indent_of
from kanalstrategi.source.node import Node
from kanalstrategi.source.tree import Refused, TreeReader

_MOST: Final = 20
"""How many lines are mended: a file with more mistakes in its YAML is no YAML."""

_WORD_ALONE: Final = re.compile(r" *\w+ *$")
_UNSURE: Final = frozenset(("KS110", "KS121", "KS130"))
"""Where a line can be mended in more than one way: what YAML says after that may only follow from the choice."""


@dataclass
class Mended:
    """A file as it would be, and which of its lines are not the author's."""

    original: Source
    source: Source
    node: Node | None = None
    lines: set[int] = field(default_factory=set)
    errors: list[Finding] = field(default_factory=list)
    """What kept the file from being read further, after what is known already."""
    others: list[Finding] = field(default_factory=list)

    def told(self, findings: list[Finding]) -> Iterator[Finding]:
        """All findings, where the author has them; of the fields' only those about lines of the author's own."""
        own = [finding for finding in (*self.others, *findings) if finding.span.line not in self.lines]
        for finding in (*self.errors, *own):
            yield replace(finding, span=replace(finding.span, source=self.original))


def mended(source: Source, findings: list[Finding]) -> Mended:
    """The file read on after the findings that kept it from being read, as long as each says exactly what to write."""
    found = Mended(source, source)
    waiting = [finding for finding in findings if finding.severity is Severity.ERROR]
    while waiting and _mend(found, waiting):
        unsure = any(finding.code in _UNSURE for finding in waiting)
        waiting = []
        reader = TreeReader(found.source, yaml.SafeLoader)
        try:
            found.node = reader.document()
        except yaml.MarkedYAMLError as error:
            explained = syntax.explain(error, found.source, reader.seen)
            if not unsure and explained.span.line not in found.lines:
                waiting = [explained]
                found.errors.append(explained)
        except Refused:
            pass
        found.others = reader.findings
    return found


def _mend(found: Mended, findings: list[Finding]) -> bool:
    """Write the lines of the findings as they were meant; false where one of them does not say how."""
    lines = list(found.source.lines)
    for finding in findings:
        line = finding.span.line
        if line in found.lines or len(found.lines) >= _MOST or (meant := _as_meant(finding, lines, line)) is None:
            return False
        lines[line - 1] = meant
        found.lines.add(line)
        if finding.code == "KS146":
            below = range(line + 1, int(str(finding.values["last"])) + 1)
            for number in below:
                lines[number - 1] = f"{meant[: -len(meant.lstrip())]}{lines[number - 1].strip()}".rstrip()
            found.lines |= set(below)
        if finding.code == "KS122":
            found.lines |= set(_moved_along(lines, line, finding))
        if finding.code == "KS104":
            found.lines |= {number for number, each in enumerate(lines, 1) if characters.SPACE.search(each)}
            lines = [characters.SPACE.sub(" ", each) for each in lines]
    found.source = Source(found.source.name, "\n".join(lines))
    return True


def _as_meant(finding: Finding, lines: list[str], number: int) -> str | None:
    """The line with the number as its cure says that it is written."""
    line, below = lines[number - 1], next((each for each in lines[number:] if each.strip()), "")
    start, end = finding.span.column - 1, finding.span.end_column - 1
    match finding.code:
        case "KS104":
            return line
        case "KS107":
            return line[:start] + line[start:].replace("\t", " ") if line[:start].strip() else _beside_its_neighbours(lines, number)
        case "KS122" | "KS160" if isinstance(finding.values["meant"], int):
            return f"{' ' * finding.values['meant']}{line.strip()}"
        case "KS123":
            return f"{line[:end]} {line[end:]}"
        case "KS127":
            return f"{line[: start + 1]} {line[start + 1 :]}"
        case "KS142":
            return f"{line[:start]}- {line[start + 1 :].lstrip()}"
        case "KS135":
            return f"{' ' * int(str(finding.values.get('spaces', start)))}- {line[start:]}"
        case "KS147":
            return f"{line.rstrip()} |"
        case "KS132" if _WORD_ALONE.match(line) and indent_of(below) > indent_of(line):
            return f"{line.rstrip()}:"  # A text would hold nothing: it is a key that has lost its colon.
        case "KS149":
            return line[:start] + str(finding.values["suggestion"]) if "…" not in str(finding.values["suggestion"]) else None
        case "KS150":
            return f"{line[:start].rstrip(' -')}{' ' * (start - 2 - len(line[:start].rstrip(' -')))}- {line[start:].lstrip(' -')}"
        case "KS154":
            return line[:start] + line[end:]
        case "KS132" | "KS146" | "KS151":
            return f"{' ' * int(str(finding.values['spaces']))}{line.strip()}"
        case "KS108" | "KS143" if (value := VALUE.match(line)) and value["value"]:
            return line[: value.start("value")] + _quoted(value["value"])
        case "KS109":
            return line[:start] + _quoted(line[start:])
        case "KS140":
            return line[:start] + _quoted(line[start + 1 :])
        case "KS110":
            return f"{line.rstrip()}{finding.values['sign']}"
        case "KS130":
            return f"{line.rstrip()}{finding.values['closing']}"
        case "KS121" if words := re.match(r"( *)([^\W\d][\w-]*)[ =;:：；–-]*(?: +(.*))?$", line):
            return f"{words[1]}{words[2]}: {_quoted(words[3])}" if words[3] else f"{words[1]}{words[2]}:"
    return None


def _moved_along(lines: list[str], number: int, finding: Finding) -> Iterator[int]:
    """The lines below that stand as far beside their place as the one with the number, moved with it."""
    spaces = int(str(finding.values["spaces"]))
    for below in range(number, len(lines)):
        text = lines[below]
        if text.strip() and indent_of(text) < spaces:
            return
        if text.strip() and indent_of(text) == spaces:
            lines[below] = f"{' ' * indent_of(lines[number - 1])}{text.strip()}"
            yield below + 1


def _beside_its_neighbours(lines: list[str], number: int) -> str | None:
    """A line that a tab stands before, as far in as the lines around it, where these leave no doubt."""
    above = next((each for each in reversed(lines[: number - 1]) if each.strip()), "")
    below = next((each for each in lines[number:] if each.strip()), "")
    is_first = above.rstrip().endswith(":") and indent_of(below) > indent_of(above)
    is_between = indent_of(below) == indent_of(above) and not above.rstrip().endswith(":")
    return f"{' ' * indent_of(below)}{lines[number - 1].strip()}" if "\t" not in above + below and (is_first or is_between) else None


def _quoted(text: str) -> str:
    return "'" + text.strip().replace("'", "''") + "'"
