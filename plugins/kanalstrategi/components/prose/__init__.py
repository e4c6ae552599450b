"""Running text: prose, and the tables, figures and editors' notes between it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from markupsafe import Markup

from kanalstrategi.components.html import EMPTY, Html, lines, together
from kanalstrategi.components.page import PageInMaking
from kanalstrategi.components.prose.table import data_table
from kanalstrategi.strategy.glossary import GlossaryEntry
from kanalstrategi.strategy.text import Block, Figure, Note, Text

_PROSE = Html('<div class="ks-prose"{}>{}</div>')
_LINE = Html("<span{}>{}</span>")
_SEVERAL = Html("<div{}>{}</div>")
_EXPLAINED = Html('<div class="ks-words"><p class="ks-byline">{}</p>\n<dl>\n{}\n</dl></div>')
_ENTRY = Html("<div><dt{}>{}</dt> <dd{}>{}{}</dd></div>")
_EXPANSION = Html("{}. ")
_FIGURE = Html('<figure class="ks-figure" id="figur-{}">\n<figcaption{}>{}</figcaption>\n{}</figure>')
_MISSING = Html('<p class="ks-figure__missing"{}>{}</p>\n')
_SHOWS = Html("<p{}>{}</p>\n")
_FIGURE_LINES = Html('<p class="ks-figure__lead">{}</p>\n<ul class="ks-figure__lines"{}>\n{}\n</ul>\n')
_FIGURE_LINE = Html("<li>{}</li>")
_NOTE = Html('<div class="ks-note"><p><strong>{}</strong> <span{}>{}</span></p></div>')


def prose_blocks(page: PageInMaking, text: Text) -> Markup:
    """Running text in blocks of its own."""
    return lines(*_blocks(page, text)) if text else EMPTY


def _blocks(page: PageInMaking, text: Text) -> Iterator[Markup]:
    for block in text:
        if block.prose:
            yield _PROSE(page.danish, page.prose(block.prose))
            yield explained(page, page.prose.first_used_in(block.prose))
        else:
            yield _between(page, block)


def _between(page: PageInMaking, block: Block) -> Markup:
    """What stands between prose: a table, a figure or a note."""
    if block.table:
        return data_table(page, block.table)
    if block.figure:
        return figure(page, block.figure)
    return note(page, block.note) if block.note else EMPTY


def prose_inline(page: PageInMaking, text: Text) -> Markup:
    """Running text inside a list item or a description: one paragraph stands without its p."""
    return lines(*_inline(page, text))


def _inline(page: PageInMaking, text: Text) -> Iterator[Markup]:
    for block in text:
        if block.prose:
            words = page.prose.inline(block.prose)
            several = "<p>" in words or "<ul>" in words or "<ol" in words
            yield (_SEVERAL if several else _LINE)(page.danish, words)
            yield explained(page, page.prose.first_used_in(block.prose))
        else:
            yield _between(page, block)


def explained(page: PageInMaking, entries: Iterable[GlossaryEntry]) -> Markup:
    """The words of the glossary that a text is the first to use, explained in sight."""
    if not entries:
        return EMPTY
    return _EXPLAINED(page.words("terms.here"), lines(*(_entry(page, entry) for entry in entries)))


def _entry(page: PageInMaking, entry: GlossaryEntry) -> Markup:
    expansion = _EXPANSION(entry.expansion) if entry.expansion else EMPTY
    meaning = together([page.prose.inline(block.prose) for block in entry.meaning if block.prose])
    return _ENTRY(page.danish, entry.name, page.danish, expansion, meaning)


def figure(page: PageInMaking, figure: Figure) -> Markup:
    """A figure whose picture is missing, in the words of it that are known."""
    missing = _MISSING(page.danish, figure.missing) if figure.title else EMPTY
    shows = _SHOWS(page.danish, figure.shows) if figure.shows else EMPTY
    known = EMPTY
    if figure.lines:
        rows = lines(*(_FIGURE_LINE(" ".join(line)) for line in figure.lines))
        known = _FIGURE_LINES(page.words("figure.lines"), page.danish, rows)
    return _FIGURE(figure.id, page.danish, figure.title or figure.missing, missing + shows + known)


def note(page: PageInMaking, note: Note) -> Markup:
    """A note of the editors'."""
    return _NOTE(page.words(f"note_kind.{note.kind.value}"), page.danish, note.text)
