"""What a YAML error means to someone who writes strategies, not YAML.

PyYAML says what its parser expected; an author needs to know which character on which line to change.
The explanations are tried in order, the first that fits is used.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final

import yaml
from yaml.events import ScalarEvent

from kanalstrategi.diagnostics import Finding, Severity, Source, Span
from kanalstrategi.source import characters

_WORD: Final = r"[^\W\d][\w-]*"
_BARE_KEY: Final = re.compile(rf" *(?:- +)*{_WORD} *$")
_NO_SPACE: Final = re.compile(rf" *(?:- +)*(?P<key>{_WORD}):(?=[^\s:/])(?P<value>.*)")
_NO_SPACE_AFTER_DASH: Final = re.compile(r" *(?P<dash>-)(?P<value>[^\s-].*)")
_FIRST_WORDS: Final = re.compile(r"(?:- +)*[^:]{1,30}")
_VALUE: Final = re.compile(rf" *(?:- +)*(?:{_WORD}: +)?(?P<value>\S.*)?")
KEY_OR_ITEM: Final = re.compile(rf" *(?:- |{_WORD}:(?: |$))")
_ESCAPE: Final = re.compile(r"\\.?")
_CLOSING: Final = {"[": "]", "{": "}"}


@dataclass(frozen=True)
class Key:
    """A key or the dash of a list item, where it stands."""

    word: str
    line: int
    column: int


@dataclass
class Seen:
    """What the reader came past before the error: keys and dashes, the last text, and a comment that cut a text."""

    keys: list[Key] = field(default_factory=list)
    text: ScalarEvent | None = None
    comment: tuple[Span, str] | None = None


@dataclass(frozen=True)
class _Error:
    """A YAML error with everything its explanation may need; lines and columns are counted from 1."""

    source: Source
    seen: Seen
    problem: str
    context: str
    line: int
    column: int
    index: int
    opened: tuple[int, int]

    @property
    def text(self) -> str:
        return self.source.line(self.line)

    @property
    def sign(self) -> str:
        return self.text[self.column - 1 : self.column]

    def previous(self) -> int:
        """The nearest line above that holds anything; 0 if there is none."""
        above = range(self.line - 1, 0, -1)
        return next((number for number in above if self.source.line(number).strip()), 0)

    def at(self, code: str, line: int, column: int, width: int = 1, **values: object) -> Finding:
        span = Span(self.source, line, column, line, column + max(1, width))
        return Finding(code, Severity.ERROR, span, values)


def explain(error: yaml.MarkedYAMLError, source: Source, seen: Seen) -> Finding:
    """One finding for the error, at the character that its author has to change."""
    mark = error.problem_mark or error.context_mark
    assert mark is not None
    line, column = min(mark.line + 1, len(source.lines)), mark.column + 1
    opened = (error.context_mark.line + 1, error.context_mark.column + 1) if error.context_mark else (line, column)
    found = _Error(source, seen, str(error.problem or ""), str(error.context or ""), line, column, mark.index, opened)
    for explanation in _EXPLANATIONS:
        if finding := explanation(found):
            return finding
    return found.at("KS111", line, column, sign=found.sign.strip() or "↵")


def too_large(source: Source, line: int, column: int) -> Finding:
    """A number that is far too large for what it stands in: an escape, or a directive nobody needs."""
    if source.line(line)[column - 3 : column - 2] == "\\":
        return escape(source, line, column - 2)
    text = source.line(line).strip()
    values = {"tag": short(text), "suggestion": quoted(text)}
    return Finding("KS113", Severity.ERROR, Span(source, line, 1, line, len(text) + 1), values)


def escape(source: Source, line: int, column: int) -> Finding:
    """A backslash between double quotes that is not followed by what YAML knows (KS124)."""
    match = _ESCAPE.match(source.line(line), column - 1)
    sign = match.group() if match else "\\"
    return Finding("KS124", Severity.ERROR, Span(source, line, column, line, column + len(sign)), {"sign": sign})


def cut(kept: str, rest: str) -> dict[str, object]:
    """What KS115 says of a text that ends at ` #`."""
    return {"kept": short(kept), "cut": short(rest), "suggestion": quoted(f"{kept} {rest}")}


def quoted(text: str) -> str:
    """The text as it can be written in YAML whatever it holds; shortened, because it stands in a sentence."""
    shown = short(text, 60)
    if '"' in shown or "\\" in shown:
        return "'" + shown.replace("'", "''") + "'"
    return f'"{shown}"'


def short(text: str, width: int = 40) -> str:
    line = " ".join(text.split())
    return line if len(line) <= width else line[: width - 1].rstrip() + "…"


def _tab(error: _Error) -> Finding | None:
    if "'\\t' that cannot start" not in error.problem:
        return None
    run = re.match(r"\t+", error.text[error.column - 1 :])
    return error.at("KS107", error.line, error.column, len(run.group()) if run else 1)


def _odd_space(error: _Error) -> Finding | None:
    lines = dict.fromkeys((error.line, error.opened[0], error.previous()))
    found = (characters.beside_colon(error.source, number) for number in lines)
    return next((finding for finding in found if finding), None)


def _quotes(error: _Error) -> Finding | None:
    """Quotes that are not closed, or that hold a backslash."""
    if "quoted scalar" not in error.context:
        return None
    if "escape" in error.problem:
        start = error.text.rfind("\\", 0, error.column)
        return escape(error.source, error.line, start + 1)
    line, column = error.opened
    return error.at("KS110", line, column, sign=error.source.line(line)[column - 1 : column])


def _after_quotes(error: _Error) -> Finding | None:
    """Text that goes on after the quotes around its beginning, as after an apostrophe."""
    event = error.seen.text
    if event is None or event.style not in ("'", '"') or "'<scalar>'" not in error.problem:
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


def _comment(error: _Error) -> Finding | None:
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


def _bracket(error: _Error) -> Finding | None:
    if error.context not in ("while parsing a flow sequence", "while parsing a flow mapping"):
        return None
    line, column = error.opened
    text = error.source.line(line)[column - 1 :]
    return error.at("KS130", line, column, sign=text[:1], closing=_CLOSING.get(text[:1], "]"), suggestion=quoted(text))


def _document(error: _Error) -> Finding | None:
    if "'<document start>'" not in error.problem:
        return None
    number = error.previous()
    if not error.source.line(number).startswith(("---", "...", "%")):
        return _without_colon(error, _first_written(error))
    return error.at("KS116", number, 1, len(error.source.line(number).rstrip()), sign=error.source.line(number)[:3])


def _first_written(error: _Error) -> int:
    """The first line that is neither blank nor a comment."""
    lines = enumerate(error.source.lines, 1)
    return next((number for number, text in lines if text.strip() and not text.lstrip().startswith("#")), error.line)


def _conflict(error: _Error) -> Finding | None:
    """The marks that Git leaves where two people have changed the same lines."""
    for number, text in enumerate(error.source.lines, 1):
        if text.startswith("<<<<<<< "):
            return error.at("KS141", number, 1, len(text.rstrip()))
    return None


def _empty_key(error: _Error) -> Finding | None:
    if error.problem != "expected <block end>, but found ':'":
        return None
    return error.at("KS131", error.line, error.column)


def _list_on_the_line(error: _Error) -> Finding | None:
    if "sequence entries are not allowed" not in error.problem:
        return None
    before, item = error.text[: error.column - 1].strip().rstrip(":"), error.text[error.column - 1 :].strip()
    return error.at("KS129", error.line, error.column, key=before, item=short(item), suggestion=quoted(item))


def _dash_among_keys(error: _Error) -> Finding | None:
    if error.problem != "expected <block end>, but found '-'":
        return None
    item = error.text.strip()
    return error.at("KS137", error.line, error.column, len(item), item=short(item))


def _special(error: _Error) -> Finding | None:
    """A text that begins with a sign that is YAML's own."""
    signs = ("a block scalar", "an alias", "an anchor", "a tag", "a directive")
    problems = ("cannot start any token", "mapping keys are not allowed")
    if "'<scalar>'" in error.problem:
        value = _VALUE.match(error.text)
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
    return error.at("KS109", line, column, sign=text[:1], suggestion=quoted(text))


def _outdented_text(error: _Error) -> Finding | None:
    """A line of running text that is not indented as far as the lines above it."""
    has_no_colon = "could not find expected" in error.problem
    line = error.opened[0] if has_no_colon else error.line
    event = error.seen.text
    if event is None or event.style not in ("|", ">") or not (has_no_colon or "'<scalar>'" in error.problem):
        return None
    if error.seen.keys and error.seen.keys[-1].line > event.start_mark.line + 1:
        return None
    between = range(event.end_mark.line + 1, line)
    if any(error.source.line(number).strip() for number in between):
        return None
    first = event.start_mark.line + 2
    return _at_line(error, "KS132", line, spaces=_indent(error.source.line(first)))


def _missing_space(error: _Error) -> Finding | None:
    """A key whose colon, or an item whose dash, is followed at once by its text."""
    lines = [error.opened[0]] if "could not find expected" in error.problem else []
    if _in_a_text(error):
        lines = [_text_above(error)]
    for number in lines:
        written = error.source.line(number)
        if match := _NO_SPACE.match(written):
            start, width = match.start("key"), len(match["key"]) + 1
            suggestion = f"{match['key']}: {short(match['value'])}"
            return error.at("KS123", number, start + 1, width, key=match["key"], suggestion=suggestion)
        if match := _NO_SPACE_AFTER_DASH.match(written):
            suggestion = f"- {short(match['value'])}"
            return error.at("KS127", number, match.start("dash") + 1, len(match["value"]) + 1, suggestion=suggestion)
    return None


def _colon_in_text(error: _Error) -> Finding | None:
    if "mapping values are not allowed" not in error.problem or _in_a_text(error):
        return None
    value = _VALUE.match(error.text)
    return error.at("KS108", error.line, error.column, suggestion=quoted((value and value["value"]) or error.text))


def _in_a_text(error: _Error) -> bool:
    """Whether the error is a key on a line that YAML takes for part of the text above it."""
    return "mapping values are not allowed" in error.problem and bool(_BARE_KEY.match(error.text[: error.column - 1]))


def _text_above(error: _Error) -> int:
    """The line on which that text begins."""
    after = error.seen.keys[-1].line + 1 if error.seen.keys else 1
    lines = range(after, error.line)
    return next((number for number in lines if error.source.line(number).strip()), error.previous())


def _missing_colon(error: _Error) -> Finding | None:
    if "could not find expected ':'" in error.problem:
        number = error.opened[0]
        column = _indent(error.source.line(number)) + 1
        last = error.seen.keys[-1] if error.seen.keys else None
        if last and last.word == "-" and last.column == column:
            return _at_line(error, "KS135", number, suggestion=f"- {short(error.source.line(number))}")
        return _without_colon(error, number)
    if not _in_a_text(error):
        return None
    number = _text_above(error)
    keys = [key.line for key in error.seen.keys]
    if number in keys or number == 0 or error.source.line(number).lstrip().startswith("- "):
        return None
    return _without_colon(error, number)


def _without_colon(error: _Error, number: int) -> Finding:
    words = error.source.line(number).split()
    key = words[0].rstrip("=;：；") if words else ""
    rest = " ".join(word for word in words[1:] if word not in ("=", "-", "–"))
    return _at_line(error, "KS121", number, suggestion=f"{key}: {short(rest)}".rstrip())


def _at_line(error: _Error, code: str, number: int, **values: object) -> Finding:
    text = error.source.line(number)
    return error.at(code, number, _indent(text) + 1, len(text.strip()), written=short(text), **values)


def _under_a_text(error: _Error) -> Finding | None:
    """A key on a deeper line below a key that has its text already."""
    if not _in_a_text(error):
        return None
    number = _text_above(error)
    keys = [key for key in error.seen.keys if key.line == error.previous()] or error.seen.keys[-1:]
    above = keys[-1] if keys else Key(short(error.source.line(number)), number, 1)
    if match := re.match(r" *([–—‐‑−•·▪]) *(?=\w+:)", error.source.line(above.line)):
        rest = error.source.line(above.line)[match.end() :]
        return error.at("KS142", above.line, match.start(1) + 1, sign=match[1], suggestion=f"- {short(rest)}")
    values = {"above": above.word, "spaces": above.column - 1}
    return _at_first_words(error, "KS138", **values)


def _indentation(error: _Error) -> Finding | None:
    found = error.problem.removeprefix("expected <block end>, but found ")
    # A '?' is what PyYAML calls a key, also where no question mark is written.
    is_key = found == "'?'" and error.sign != "?"
    if not is_key and found not in ("'<block mapping start>'", "'<block sequence start>'"):
        return None
    return _at_first_words(error, "KS122", spaces=_indent(error.text), places=_places(error))


def _at_first_words(error: _Error, code: str, **values: object) -> Finding:
    text = error.text.strip()
    match = _FIRST_WORDS.match(text)
    word = match.group() if match else text
    return error.at(code, error.line, _indent(error.text) + 1, len(word), word=word, **values)


def _places(error: _Error) -> str:
    """The keys above that the line may stand under, each with its number of spaces, innermost first."""
    places: list[str] = []
    column = 1000
    for key in reversed(error.seen.keys):
        if key.column < column:
            column = key.column
            places.append(f"{key.word} ({column - 1})")
    return ", ".join(places) or "–"


def _indent(text: str) -> int:
    return len(text) - len(text.lstrip(" "))


_EXPLANATIONS: Final[tuple[Callable[[_Error], Finding | None], ...]] = (
    _conflict,
    _tab,
    _odd_space,
    _quotes,
    _after_quotes,
    _comment,
    _bracket,
    _document,
    _empty_key,
    _list_on_the_line,
    _dash_among_keys,
    _special,
    _missing_space,
    _colon_in_text,
    _outdented_text,
    _missing_colon,
    _under_a_text,
    _indentation,
)
