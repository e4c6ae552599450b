"""A file's bytes to a tree of nodes, and the findings on the way."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

import yaml

from kanalstrategi.diagnostics import Finding, Severity, Source
from kanalstrategi.source import characters, syntax
from kanalstrategi.source.node import Node
from kanalstrategi.source.tree import Refused, TreeReader

_FAST: Final = getattr(yaml, "CSafeLoader", None)


def read(data: bytes, name: str) -> tuple[Source, Node | None, list[Finding]]:
    """Read one file. The tree is `None` when a finding of severity fejl kept it from being read.

    Nothing an author writes raises; `name` is what findings call the file.
    """
    source, findings = characters.decode(data, name)
    if not findings:
        findings.extend(characters.inspect(source))
    if any(finding.severity is Severity.ERROR for finding in findings):
        return source, None, findings
    if not findings and (node := _read_at_once(source)) is not None:
        return source, node, list(characters.unseen(source, set()))
    reader = TreeReader(source, yaml.SafeLoader)
    node = None
    try:
        node = reader.document()
    except yaml.MarkedYAMLError as error:
        explained = syntax.explain(error, source, reader.seen)
        if (swallowed := _swallowed(reader)) and swallowed.span.line <= explained.span.line:
            explained = swallowed
        # A comment that cut a text was a warning; when it breaks the file, the same finding is a fejl.
        reader.findings = [finding for finding in reader.findings if finding.place != explained.place]
        reader.findings.append(explained)
    except Refused:
        pass
    known = {(finding.span.line, finding.span.column) for finding in reader.findings}
    return source, node, [*findings, *reader.findings, *characters.unseen(source, known)]


def _swallowed(reader: TreeReader) -> Finding | None:
    """A list item that became part of the text above it (KS133), where the error is further on in the same text."""
    last = reader.findings[-1] if reader.findings else None
    is_last = last and last.code == "KS133" and reader.seen.keys and reader.seen.keys[-1].line < last.span.line
    return replace(last, severity=Severity.ERROR) if last and is_last else None


def _read_at_once(source: Source) -> Node | None:
    """The tree of a file in which nothing is wrong, by PyYAML's C parser, where there is one.

    It is some ten times faster and gives the same places, but other words for errors and a few other
    opinions (it takes tabs); whatever is not plainly right is read by the Python parser, which decides.
    """
    if _FAST is None or "\t" in source.text:
        return None
    reader = TreeReader(source, _FAST)
    try:
        node = reader.document()
    except (yaml.YAMLError, Refused):
        return None
    return None if reader.findings else node
