"""What the document is silent about, in one of three ways, with the editors' notes."""

from __future__ import annotations

from markupsafe import Markup

from kanalstrategi.components.html import EMPTY, Html, lines
from kanalstrategi.components.page import PageInMaking
from kanalstrategi.site.comparison import Silence

_ABSENCE = Html('<div class="ks-absence"><p class="ks-absence__kind">{}</p>\n{}\n</div>')
_NOTE = Html("<p{}>{}</p>")


def absence(page: PageInMaking, silence: Silence) -> Markup:
    if silence.absence:
        kind = page.words(f"absence.{silence.absence.value}").capitalize()
    elif silence.notes:
        kind = page.words("absence.note")
    else:
        return EMPTY
    return _ABSENCE(kind, lines(*(_NOTE(page.danish, note) for note in silence.notes)))
