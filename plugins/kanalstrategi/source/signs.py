"""Signs that mean something to YAML where an author meant a text: tabs, quotes, comments, brackets, colons."""

from __future__ import annotations

import re
from typing import Final

from kanalstrategi.diagnostics import Finding, Severity, Source, Span
from kanalstrategi.source import characters
from kanalstrategi.source.broken import KEY_OR_ITEM, VALUE, WORD, Broken, in_a_text
from kanalstrategi.source.wording import cut, in_curly, quoted, short

_ESCAPE: Final = re.compile(r"\\.?")
_DECORATED_KEY: Final = re.compile(rf"(?P<around>[*`]+(?P<key>{WORD})(?:[*`]+:|:[*`]+))(?: +(?P<value>.*)|$)")
_CLOSING: Final = {"[": "]", "{": "}"}


def tab(error: Broken) -> Finding | None:
    if "'\\t' that cannot start" not in error.problem:
        return None
    run = re.match(r"\t+", error.text[error.column - 1 :])
    return error.at("KS107", error.line, error.column, len(run.group()) if run else 1)


def odd_space(error: Broken) -> Finding | None:
    lines = dict.fromkeys((error.line, error.opened[0], error.previous()))
    found = (characters.beside_colon(error.source, number) for number in lines)
    return next((finding for finding in found if finding), None)


def quotes(error: Broken) -> Finding | None:
    """Quotes that are not closed, or that hold a backslash."""
    if "quoted scalar" not in error.context:
        return None
    if "escape" in error.problem:
        start = error.text.rfind("\\", 0, error.column)
        return escape(error.source, error.line, start + 1)
    line, column = error.opened
    return error.at("KS110", line, column, sign=error.source.line(line)[column - 1 : column])


_AFTER_QUOTES: Final = ("'<scalar>'", *(f"<block end>, but found '{sign}'" for sign in ",[]{}"))
"""What YAML says of what follows a text in quotes: it begins another, or is a sign of brackets where there are none."""


def after_quotes(error: Broken) -> Finding | None:
    """Text that goes on after the quotes around its beginning, as after an apostrophe."""
    event = error.seen.text
    if event is None or event.style not in ("'", '"') or not any(each in error.problem for each in _AFTER_QUOTES):
        return None
    start, end = event.start_mark, event.end_mark
    if error.source.text[end.index : error.index].strip():
        return None
    swallowed = range(start.line + 2, end.line + 2)
    if any(KEY_OR_ITEM.match(error.source.line(number)) for number in swallowed):
        return error.at("KS110", start.line + 1, start.column + 1, sign=event.style)
    line = end.line + 1
    rest = error.source.line(line)[end.column - 1 :].rstrip()
    whole = error.source.line(line)[start.column + 1 :].rstrip() if start.line == end.line else event.value + rest
    if "but got" in error.problem:  # inside brackets
        whole = re.sub(r"[\]},\s]+$", "", whole)
    # A letter right after the quote: an apostrophe or a quotation inside. Anything else: only the beginning is quoted.
    meant = whole.removesuffix(event.style) if rest[1:2].isalnum() else event.style + whole
    values = {"quoted": short(event.value), "rest": short(rest), "suggestion": quoted(meant)}
    return error.at("KS128", line, end.column, len(rest), **values)


def comment(error: Broken) -> Finding | None:
    """A text that goes on after a line was cut at ` #`."""
    if "'<scalar>'" not in error.problem and "could not find expected" not in error.problem:
        return None
    number = error.opened[0] if "could not find" in error.problem else error.line
    if error.seen.comment and error.seen.comment[0].line == number - 1:
        span, kept = error.seen.comment
        rest = error.source.line(span.line)[span.column - 1 :].strip()
        return Finding("KS115", Severity.ERROR, span, cut(kept, rest))
    above = error.source.line(number - 1)
    rest = above.strip()
    if rest.startswith("#") and error.seen.text and error.seen.text.style is None and error.seen.text.value:
        return error.at("KS115", number - 1, above.index("#") + 1, len(rest), **cut(error.seen.text.value, rest))
    return None


def bracket(error: Broken) -> Finding | None:
    if error.context not in ("while parsing a flow sequence", "while parsing a flow mapping"):
        return None
    line, column = error.opened
    text = error.source.line(line)[column - 1 :]
    return error.at("KS130", line, column, sign=text[:1], closing=_CLOSING.get(text[:1], "]"), suggestion=quoted(text))


def empty_key(error: Broken) -> Finding | None:
    if error.problem != "expected <block end>, but found ':'":
        return None
    return error.at("KS131", error.line, error.column)


def special(error: Broken) -> Finding | None:
    """A text that begins with a sign that is YAML's own."""
    signs = ("a block scalar", "an alias", "an anchor", "a tag", "a directive")
    problems = ("cannot start any token", "mapping keys are not allowed")
    if "'<scalar>'" in error.problem:
        value = VALUE.match(error.text)
        line, column = error.line, (value.start("value") if value else -1) + 1
        if error.source.line(line)[column - 1 : column] not in ("[", "{") or column < 1:
            return None
    elif error.context.removeprefix("while scanning ") in signs:
        line, column = error.opened
    elif error.context == "while parsing a block node" or any(problem in error.problem for problem in problems):
        line, column = error.line, error.column
    else:
        return None
    text = error.source.line(line)[column - 1 :]
    if re.match(r"[|>] ", text):
        return error.at("KS140", line, column, sign=text[:1], text=short(text[1:], 60))
    if not error.source.line(line)[: column - 1].strip(" -") and (match := _DECORATED_KEY.match(text)):
        suggestion = f"{match['key']}: {short(match['value'] or '')}".rstrip()
        return error.at("KS149", line, column, match.end("around"), key=match["key"], suggestion=suggestion)
    return error.at("KS109", line, column, sign=text[:1], suggestion=quoted(text))


def colon_in_text(error: Broken) -> Finding | None:
    if "mapping values are not allowed" not in error.problem or in_a_text(error):
        return None
    value = VALUE.match(error.text)
    if value and value["value"] and (meant := in_curly(value["value"])):
        return error.at("KS143", error.line, value.start("value") + 1, sign=value["value"][0], suggestion=quoted(meant))
    return error.at("KS108", error.line, error.column, suggestion=quoted((value and value["value"]) or error.text))


def escape(source: Source, line: int, column: int) -> Finding:
    """A backslash between double quotes that is not followed by what YAML knows (KS124)."""
    match = _ESCAPE.match(source.line(line), column - 1)
    sign = match.group() if match else "\\"
    return Finding("KS124", Severity.ERROR, Span(source, line, column, line, column + len(sign)), {"sign": sign})


def too_large(source: Source, line: int, column: int) -> Finding:
    """A number that is far too large for what it stands in: an escape, or a directive nobody needs."""
    if source.line(line)[column - 3 : column - 2] == "\\":
        return escape(source, line, column - 2)
    text = source.line(line).strip()
    values = {"tag": short(text), "suggestion": quoted(text)}
    return Finding("KS113", Severity.ERROR, Span(source, line, 1, line, len(text) + 1), values)
