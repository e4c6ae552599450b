"""Lines that are not laid out as YAML needs them: too far in or out, without a colon, a dash or a space."""

from __future__ import annotations

import re
from typing import Final

from yaml.events import ScalarEvent

from kanalstrategi.diagnostics import Finding
from kanalstrategi.source import dashes, indents
from kanalstrategi.source.broken import KEY_OR_ITEM, LOWER_KEY, WORD, Broken, Key, in_a_text, indent_of, text_above
from kanalstrategi.source.wording import quoted, short

_NO_SPACE: Final = re.compile(rf" *(?:- +)*(?P<key>{WORD}):(?=[^\s:/])(?P<value>.*)")
_PROSE: Final = re.compile(r" +[A-ZÆØÅ]\S* +\S[^=]*$")
"""A line that begins as a sentence does; keys are in small letters."""
_KEY_ALONE: Final = re.compile(rf" *(?:- +)*{WORD}: *$")
_ITEM_WITH_KEYS: Final = re.compile(rf" *- +{WORD}:(?: |$)")


def conflict(error: Broken) -> Finding | None:
    """The marks that Git leaves where two people have changed the same lines."""
    for number, text in enumerate(error.source.lines, 1):
        if text.startswith(("<<<<<<< ", ">>>>>>> ")) or text.rstrip() == "=======":
            return error.at("KS141", number, 1, len(text.rstrip()))
    return None


def document(error: Broken) -> Finding | None:
    if "'<document start>'" not in error.problem:
        return None
    number = error.previous()
    if not error.source.line(number).startswith(("---", "...", "%")):
        return _without_colon(error, _first_written(error))
    return error.at("KS116", number, 1, len(error.source.line(number).rstrip()), sign=error.source.line(number)[:3])


def list_on_the_line(error: Broken) -> Finding | None:
    if "sequence entries are not allowed" not in error.problem:
        return None
    before, item = error.text[: error.column - 1].strip().rstrip(":"), error.text[error.column - 1 :].strip()
    return error.at("KS129", error.line, error.column, key=before, item=short(item), suggestion=quoted(item))


def dash_among_keys(error: Broken) -> Finding | None:
    if error.problem != "expected <block end>, but found '-'":
        return None
    item = error.text.strip()
    event = error.seen.text
    # YAML puts the end of a running text where the line after it begins.
    is_below_a_text = event is not None and event.style in ("|", ">") and event.end_mark.line == error.line - 1
    if is_below_a_text and error.source.line(error.line - 1).strip() and not _ITEM_WITH_KEYS.match(error.text):
        spaces = indent_of(error.source.line(event.start_mark.line + 2))
        last = error.line
        while error.source.lines[last : last + 1] and error.source.line(last + 1).startswith(f"{' ' * (error.column - 1)}- "):
            last += 1
        return _at_line(error, "KS132", error.line, spaces=spaces) if last == error.line else _at_line(error, "KS146", error.line, spaces=spaces, last=last)
    return error.at("KS137", error.line, error.column, len(item), item=short(item))


def missing_space(error: Broken) -> Finding | None:
    """A key whose colon, or an item whose dash, is followed at once by its text."""
    lines = [error.opened[0]] if "could not find expected" in error.problem else []
    if in_a_text(error):
        lines = [text_above(error)]
    for number in lines:
        written = error.source.line(number)
        if match := _NO_SPACE.match(written):
            start, width = match.start("key"), len(match["key"]) + 1
            suggestion = f"{match['key']}: {short(match['value'])}"
            return error.at("KS123", number, start + 1, width, key=match["key"], suggestion=suggestion)
        if finding := dashes.without_space(error, number):
            return finding
    return None


def outdented_text(error: Broken) -> Finding | None:
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
    if finding := _first_line_too_deep(error, event, line):
        return finding
    spaces = indent_of(error.source.line(event.start_mark.line + 2))
    last = _last_of_text(error, line, spaces)
    return _at_line(error, "KS132", line, spaces=spaces) if last == line else _at_line(error, "KS146", line, spaces=spaces, last=last)


def _first_line_too_deep(error: Broken, event: ScalarEvent, line: int) -> Finding | None:
    """The first line of a running text, where the lines below it stand two spaces inside its key and it does not (KS151)."""
    first = event.start_mark.line + 2
    right = error.seen.keys[-1].column + 1 if error.seen.keys else 0
    text = error.source.line(first)
    between = error.source.lines[first : line - 1]
    if indent_of(text) <= right or indent_of(error.source.line(line)) != right or any(each.strip() for each in between):
        return None
    return _at_line(error, "KS151", first, spaces=right)


def _after_a_first_line(error: Broken) -> Finding | None:
    """The same, where the line below it begins like a key or an item."""
    event = error.seen.text
    if event is None or event.style not in ("|", ">") or not error.seen.keys or error.seen.keys[-1].line != event.start_mark.line + 1:
        return None
    if LOWER_KEY.match(error.text):
        return None  # A key of its own: it is the one above that has moved.
    return _first_line_too_deep(error, event, error.line)


def _last_of_text(error: Broken, line: int, spaces: int) -> int:
    """The last of the lines that have lost their indent together."""
    for number in range(line + 1, len(error.source.lines) + 1):
        text = error.source.line(number)
        if text.strip() and (indent_of(text) >= spaces or KEY_OR_ITEM.match(text)):
            break
        line = number if text.strip() else line
    return line


def text_without_pipe(error: Broken) -> Finding | None:
    """Running text on the lines below its key, in which a colon makes keys of some of the lines."""
    if "could not find expected ':'" not in error.problem and "mapping values are not allowed" not in error.problem:
        return None
    line = min(error.line, error.opened[0])
    indent = indent_of(error.source.line(line))
    number = line
    while number > 1 and (not error.source.line(number - 1).strip() or indent_of(error.source.line(number - 1)) == indent):
        number -= 1
    lines = [text for text in error.source.lines[number - 1 : line] if text.strip()]
    above = error.source.line(number - 1)
    is_text = len(lines) > 1 and not any(KEY_OR_ITEM.match(text) for text in lines) and all(" " in text.strip() for text in lines)
    if not is_text or indent_of(above) >= indent or not (match := _KEY_ALONE.match(above)):
        return None
    key = above.strip().removeprefix("- ").rstrip(" :")
    return error.at("KS147", number - 1, match.end() - len(above.lstrip(" -")) + 1, len(key) + 1, key=key)


def missing_colon(error: Broken) -> Finding | None:
    if "could not find expected ':'" in error.problem:
        number = error.opened[0]
        column = indent_of(error.source.line(number)) + 1
        last = error.seen.keys[-1] if error.seen.keys else None
        if last and last.word == "-" and last.column == column:
            return _at_line(error, "KS135", number, suggestion=f"- {short(error.source.line(number))}")
        return _without_colon(error, number)
    if not in_a_text(error):
        return None
    number = text_above(error)
    keys = [key.line for key in error.seen.keys]
    if number in keys or number == 0 or error.source.line(number).lstrip().startswith("- "):
        return None
    return _without_colon(error, number)


def under_a_text(error: Broken) -> Finding | None:
    """A key on a deeper line below a key that has its text already."""
    if not in_a_text(error):
        return None
    number = text_above(error)
    keys = [key for key in error.seen.keys if key.line == error.previous()] or error.seen.keys[-1:]
    above = keys[-1] if keys else Key(short(error.source.line(number)), number, 1)
    if finding := dashes.of_another_kind(error, above.line) or dashes.of_the_first_gone(error, above):
        return finding
    if abs(indent_of(error.text) - above.column + 1) == 1 and LOWER_KEY.match(error.text) and len(indents.places(error)) == 1:
        return indents.beside_its_place(error)
    values = {"above": above.word, "spaces": above.column - 1}
    return indents.at_first_words(error, "KS138", **values)


def indentation(error: Broken) -> Finding | None:
    found = error.problem.removeprefix("expected <block end>, but found ")
    # A '?' is what PyYAML calls a key, also where no question mark is written.
    is_key = found == "'?'" and error.sign != "?"
    if not is_key and found not in ("'<block mapping start>'", "'<block sequence start>'"):
        return None
    for explained in (
        dashes.of_another_kind(error, error.line),
        dashes.without_space(error, error.line),
        dashes.far_from_the_others(error),
        dashes.without_the_first(error),
        indents.chapter_without_key(error),
        dashes.lost(error),
        _after_a_first_line(error),
    ):
        if explained:
            return explained
    return indents.beside_its_place(error)


def star_for_dash(error: Broken) -> Finding | None:
    return dashes.of_another_kind(error, error.opened[0]) if error.context == "while scanning an alias" else None


def _first_written(error: Broken) -> int:
    """The first line that is neither blank nor a comment."""
    lines = enumerate(error.source.lines, 1)
    return next((number for number, text in lines if text.strip() and not text.lstrip().startswith("#")), error.line)


def text_alone(error: Broken) -> Finding | None:
    """Words that no key stands before, where YAML has read a whole value already."""
    if "'<scalar>'" not in error.problem:
        return None
    return _at_line(error, "KS157", error.line) if _PROSE.match(error.text) else None


def _without_colon(error: Broken, number: int) -> Finding:
    line = error.source.line(number)
    if KEY_OR_ITEM.match(line):
        return error.at("KS158", number, indent_of(line) + 1, len(line.strip()), word=line.split(":")[0].strip(" -"))
    above = next((each for each in range(number - 1, 0, -1) if error.source.line(each).strip()), 0)
    deeper = next((text for text in error.source.lines[number:] if text.strip()), "")
    indent = indent_of(error.source.line(number))
    if above and _KEY_ALONE.match(error.source.line(above)) and indent == indent_of(error.source.line(above)) >= indent_of(deeper):
        return _at_line(error, "KS132", number, spaces=indent + 2)  # the text of a key on the line below it
    if _PROSE.match(line):
        return _at_line(error, "KS157", number)
    words = error.source.line(number).split()
    key = words[0].rstrip("=;：；") if words else ""
    rest = " ".join(word for word in words[1:] if word not in ("=", "-", "–"))
    return _at_line(error, "KS121", number, suggestion=f"{key}: {short(rest)}".rstrip())


def _at_line(error: Broken, code: str, number: int, **values: object) -> Finding:
    text = error.source.line(number)
    return error.at(code, number, indent_of(text) + 1, len(text.strip()), written=short(text), **values)
