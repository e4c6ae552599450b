"""What a YAML error means to someone who writes strategies, not YAML.

PyYAML says what its parser expected; an author needs to know which character on which line to change.
The explanations are tried in order, the first that fits is used.
"""

from __future__ import annotations

import re
from typing import Final

import yaml

from kanalstrategi.diagnostics import Finding, Severity, Source, Span

_TAB_INDENT: Final = re.compile(r" *(\t+)")
_VALUE: Final = re.compile(r"\s*(?:- +)*(?:[^\s:#'\"\[\]{}][^:#]*:[ ]+)?(?P<value>\S.*)?")
_BARE_KEY: Final = re.compile(r"\s*(?:- +)*[\wæøåÆØÅ_-]+$")
_NO_SPACE: Final = re.compile(r"\s*(?:- +)*[\wæøåÆØÅ_-]+:(?=\S)(?!//)")
_SPECIAL: Final = "*&!%@`|>[]{},-?"


def explain(error: yaml.MarkedYAMLError, source: Source) -> Finding:
    """One finding for the error, at the character that its author has to change."""
    problem = str(error.problem or "")
    context = str(error.context or "")
    mark = error.problem_mark or error.context_mark
    assert mark is not None
    line, column = min(mark.line + 1, len(source.lines)), mark.column + 1
    text = source.line(line)
    opened = error.context_mark

    for number in (line, line - 1):
        if tab := _TAB_INDENT.match(source.line(number)):
            return _finding(source, "KS107", number, tab.start(1) + 1, len(tab.group(1)))
    if "quoted scalar" in context and opened:
        code = "KS124" if "escape" in problem else "KS110"
        start = (line, column) if code == "KS124" else (opened.line + 1, opened.column + 1)
        return _finding(source, code, *start, 1, sign=source.line(start[0])[start[1] - 1 : start[1]])
    if "mapping values are not allowed" in problem:
        if _BARE_KEY.match(text[: column - 1]):
            return _indentation(source, line)
        return _finding(source, "KS108", line, column, 1)
    if text[max(0, column - 2) : column - 1].strip() in ("'", '"') and "expected <block end>" in problem:
        return _finding(source, "KS110", line, column - 1, 1, sign=text[column - 2])
    for number in dict.fromkeys((line, opened.line + 1 if opened else line)):
        value = _VALUE.match(source.line(number))
        start = value.start("value") if value else -1
        sign = source.line(number)[start : start + 1] if start >= 0 else ""
        if sign and sign in _SPECIAL and _is_text(sign, source.line(number)[start:]):
            return _finding(source, "KS109", number, start + 1, 1, sign=sign)
    if "could not find expected ':'" in problem:
        number = opened.line + 1 if opened else line
        written = source.line(number)
        start = len(written) - len(written.lstrip())
        return _finding(source, "KS121", number, start + 1, len(written.strip()))
    if "expected <block end>" in problem or "sequence entries are not allowed" in problem:
        return _indentation(source, line)
    return _finding(source, "KS111", line, column, 1)


def _is_text(sign: str, value: str) -> bool:
    """Whether a special first character looks like the beginning of a text rather than of YAML."""
    if sign in "|>":
        return bool(re.match(r"[|>][^\s+\-0-9]", value))
    if sign in "-?":
        return value[1:2] != " " or ":" not in value
    return True


def _indentation(source: Source, line: int) -> Finding:
    text = source.line(line)
    start = len(text) - len(text.lstrip())
    return _finding(source, "KS122", line, start + 1, len(text.strip().split(":")[0]) or 1)


def _finding(source: Source, code: str, line: int, column: int, width: int, **values: object) -> Finding:
    return Finding(code, Severity.ERROR, Span(source, line, column, line, column + width), values)
