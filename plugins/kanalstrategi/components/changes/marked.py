"""A text with its marks: removed and added words say so themselves, in words and by their elements."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from markupsafe import Markup

from kanalstrategi.changes import Mark, MarkKind
from kanalstrategi.components.html import safe
from kanalstrategi.i18n import Catalog


def marker(words: Catalog) -> Callable[[Iterable[Mark]], Markup]:
    """What shows a text: on as many lines as it has, each line of a mark marked by itself."""
    removed, added = (
        f'<{element}><span class="ks-changes__word" lang="{safe(words.language)}">{safe(words(key))}:</span> '
        for element, key in (("del", "changes.removed_word"), ("ins", "changes.added_word"))
    )

    def lines(mark: Mark) -> str:
        text = str(safe(mark.text))
        if mark.kind is MarkKind.SAME:
            return text.replace("\n", "<br>")
        start, end = (removed, "</del>") if mark.kind is MarkKind.REMOVED else (added, "</ins>")
        if "\n" not in text:
            return f"{start}{text}{end}"
        return "<br>".join([f"{start}{line}{end}" if line else "" for line in text.split("\n")])

    return lambda marks: Markup("".join(map(lines, marks)))
