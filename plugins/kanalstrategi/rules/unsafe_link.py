"""A link that is shown as plain text: its address could lead a reader astray, or its signs are not those of a link."""

import re
from collections.abc import Iterator

from kanalstrategi.diagnostics import Finding, Rule, Severity
from kanalstrategi.site import Library, Strategy
from kanalstrategi.source.wording import short
from kanalstrategi.strategy.forms import MAIL
from kanalstrategi.strategy.links import WRITTEN, is_safe

RULE = Rule("KS306", "unsafe-link", Severity.WARNING)
NO_LINK = Rule("KS393", "no-link", Severity.WARNING)

_LOST = re.compile(
    r"\[(?P<apart>[^\]\[\n]+)\] +\((?P<a>https?://[^)\s]+)\)"
    r"|\((?P<turned>[^)(\n]+)\)\[(?P<b>https?://[^\]\s]+)\]"
    r"|\[(?P<open>[^\]\[\n]+)\]\((?P<c>https?://[^)\s]+)(?=[ \n]|$)(?![^\n]*\))"
)
"""A link with a space between its two halves, with its signs the other way round, or without the last of them."""


def check(strategy: Strategy, library: Library) -> Iterator[Finding]:
    for piece in strategy.texts_with(("](", " (http", ")[http")):
        text = piece.text
        for match in _LOST.finditer(piece.text):
            label = next(match[name] for name in ("apart", "turned", "open") if match[name])
            address = next(match[name] for name in "abc" if match[name]).rstrip(".,;")
            yield NO_LINK.at(piece.place_of(match.group()), written=match.group(), suggestion=f"[{label}]({address})")
            text = text.replace(match.group(), "")
        for match in WRITTEN.finditer(text):
            address = match[1].strip()
            if not is_safe(address):
                # Of an address that is not there, the whole link is marked.
                label = text[text.rfind("[", 0, match.start()) : match.end()]
                if MAIL.match(address):
                    suggestion = f"{label.rpartition(']')[0]}](mailto:{address})"
                    yield NO_LINK.at(piece.place_of(address), written=f"{label})", suggestion=suggestion)
                    continue
                shown = address or f"{label})"
                yield RULE.at(piece.place_of(shown), link=short(shown, 120))
