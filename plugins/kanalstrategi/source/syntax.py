"""What a YAML error means to someone who writes strategies, not YAML.

PyYAML says what its parser expected; an author needs to know which character on which line to change.
The explanations are tried in order, the first that fits is used.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

import yaml

from kanalstrategi.diagnostics import Finding, Source
from kanalstrategi.source import layout, signs
from kanalstrategi.source.broken import Broken, Seen


def explain(error: yaml.MarkedYAMLError, source: Source, seen: Seen) -> Finding:
    """One finding for the error, at the character that its author has to change."""
    mark = error.problem_mark or error.context_mark
    assert mark is not None
    line, column = min(mark.line + 1, len(source.lines)), mark.column + 1
    opened = (error.context_mark.line + 1, error.context_mark.column + 1) if error.context_mark else (line, column)
    found = Broken(source, seen, str(error.problem or ""), str(error.context or ""), line, column, mark.index, opened)
    for explanation in _EXPLANATIONS:
        if finding := explanation(found):
            return finding
    return found.at("KS111", line, column, sign=found.sign.strip() or "↵")


_EXPLANATIONS: Final[tuple[Callable[[Broken], Finding | None], ...]] = (
    layout.conflict,
    signs.tab,
    signs.odd_space,
    signs.quotes,
    signs.after_quotes,
    signs.comment,
    signs.bracket,
    layout.document,
    signs.empty_key,
    layout.list_on_the_line,
    layout.dash_among_keys,
    layout.star_for_dash,
    signs.special,
    layout.missing_space,
    layout.text_without_pipe,
    signs.colon_in_text,
    layout.outdented_text,
    layout.missing_colon,
    layout.under_a_text,
    layout.indentation,
    layout.text_alone,
)
