"""The dashes of a list that are not as YAML needs them: of another kind, two of them, or too close to or far from their item."""

from __future__ import annotations

import re
from typing import Final

from kanalstrategi.diagnostics import Finding, Severity, Source, Span
from kanalstrategi.source.broken import LOWER_KEY, WORD, Broken, Key, indent_of
from kanalstrategi.source.characters import OTHER_DASHES
from kanalstrategi.source.wording import short

_NO_SPACE: Final = re.compile(r" *(?P<dash>-)(?P<value>[^\s-].*)")
_TWO_TOGETHER: Final = re.compile(rf" *(?P<dash>--) *(?={WORD}:)")
_OTHER: Final = re.compile(rf" *([{OTHER_DASHES}*]) *(?=\w+:)")
_TWO: Final = re.compile(r" *(?P<first>- +)(?P<second>- +)(?P<value>\S.*)")
_ITEM: Final = re.compile(rf" *- (?P<key>{WORD}):(?: |$)")
_BEGIN_AN_ITEM: Final = frozenset(("id", "plads", "tema", "dage", "niveau"))
"""What only items begin with, and hardly an author writes otherwise."""
_NO_LISTS: Final = frozenset(("tabel", "figur", "-"))
"""What may stand above an `id` that is no item's."""
_FAR: Final = re.compile(rf" *- (?P<spaces> +)(?={WORD}:)")


def without_space(error: Broken, number: int) -> Finding | None:
    match = _NO_SPACE.match(error.source.line(number))
    if match is None:
        return None
    suggestion = f"- {short(match['value'])}"
    return error.at("KS127", number, match.start("dash") + 1, len(match["value"]) + 1, suggestion=suggestion)


def of_another_kind(error: Broken, number: int) -> Finding | None:
    """A list item behind the dash or the dot that Word makes of a hyphen."""
    text = error.source.line(number)
    match = _OTHER.match(text)
    return match and error.at("KS142", number, match.start(1) + 1, sign=match[1], suggestion=f"- {short(text[match.end() :])}")


def far_from_the_others(error: Broken) -> Finding | None:
    """The dash of the item that a line belongs to, where more than a dash and a space stand before the item's first key."""
    text = error.text
    if match := _TWO_TOGETHER.match(text):
        return error.at("KS150", error.line, match.start("dash") + 1, 2, suggestion=f"- {short(text[match.end() :])}")
    column = indent_of(text) + 1
    dashes = [key for key in error.seen.keys if key.word == "-"]
    if len(dashes) > 1 and dashes[-1].line == dashes[-2].line and dashes[-1].column == column:
        return doubled(error.source, dashes[-1].line)
    if dashes and dashes[-1].column == column - 2 and (match := _FAR.match(error.source.line(dashes[-1].line))):
        line = error.source.line(dashes[-1].line)
        return error.at("KS154", dashes[-1].line, match.start("spaces") + 1, len(match["spaces"]), suggestion=f"- {short(line[match.end() :])}")
    return None


def without_the_first(error: Broken) -> Finding | None:
    """The keys of an item whose own line is gone, before an item that has its dash (KS159)."""
    match = _ITEM.match(error.text)
    column = indent_of(error.text) + 3
    keys = [key for key in error.seen.keys if key.column <= column]
    own = 0
    while own < len(keys) and keys[-1 - own].column == column and keys[-1 - own].word != "-":
        own += 1
    if not match or not own or own == len(keys) or keys[-1 - own].column >= column - 2 + (keys[-1 - own].word != "-"):
        return None
    first = keys[-own]
    if first.word == match["key"] and not error.source.line(first.line).strip().endswith(":"):
        return _before_the_line(error, first.line, 2)  # Only its dash is gone, and the place of it is blank.
    is_text = own == 1 and " " in first.word
    suggestion = "- |" if is_text else f"- {match['key']}: …"
    return error.at("KS159", first.line, first.column, len(first.word), word=first.word, suggestion=suggestion)


def of_the_first_gone(error: Broken, first: Key) -> Finding | None:
    """The line that begins the first item of a list, without its dash, above keys that stand as deep as behind one (KS135)."""
    text = error.source.line(first.line)
    above = [key for key in error.seen.keys if key.line < first.line][-1:]
    if first.word not in _BEGIN_AN_ITEM or text.lstrip().startswith("-") or indent_of(error.text) != first.column + 1 or not above:
        return None
    between = error.source.lines[above[0].line : first.line - 1]
    if above[0].word in _NO_LISTS or above[0].column >= first.column or any(line.strip() for line in between):
        return None
    return _before_the_line(error, first.line)


def one_beside_its_place(error: Broken) -> Finding | None:
    """The first line of the first item of a list, one space beside where the lines below it need it (KS160)."""
    dashes = [number for number, key in enumerate(error.seen.keys) if key.word == "-"]
    if not dashes or dashes[-1] == 0 or not LOWER_KEY.match(error.text) or error.seen.keys[-1].line != error.seen.keys[dashes[-1]].line:
        return None
    dash, above = error.seen.keys[dashes[-1]], error.seen.keys[dashes[-1] - 1]
    written, meant = dash.column - 1, indent_of(error.text) - 2
    usual = (above.column - 1, above.column + 1)
    if above.word == "-" or abs(written - meant) != 1 or written in usual or meant not in usual:
        return None
    text = error.source.line(dash.line).strip()
    return error.at("KS160", dash.line, dash.column, len(text), word=short(text), spaces=written, meant=meant)


def _before_the_line(error: Broken, number: int, back: int = 0) -> Finding:
    text = error.source.line(number)
    written, spaces = short(text), indent_of(text)
    values = {"written": written, "suggestion": f"- {written}", "spaces": spaces - back}
    return error.at("KS135", number, spaces + 1, len(text.strip()), **values)


def lost(error: Broken) -> Finding | None:
    """The key that the items above begin with, at the place of their dashes."""
    column = indent_of(error.text) + 1
    above = [number for number, key in enumerate(error.seen.keys) if key.column <= column]
    if not above or (error.seen.keys[above[-1]].word, error.seen.keys[above[-1]].column) != ("-", column):
        return None
    first = error.seen.keys[above[-1] + 1 :][:1]
    if not first or not error.text.lstrip().startswith(f"{first[0].word}:"):
        return None
    return _before_the_line(error, error.line)


def doubled(source: Source, number: int) -> Finding | None:
    """Two dashes before one item (KS150)."""
    match = _TWO.match(source.line(number))
    if match is None:
        return None
    span = Span(source, number, match.start("second") + 1, number, match.start("second") + 2)
    return Finding("KS150", Severity.ERROR, span, {"suggestion": f"- {short(match['value'])}"})
