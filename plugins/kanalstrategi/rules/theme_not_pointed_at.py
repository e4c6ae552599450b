"""A heading names what the page says that the document does not state, for nothing points at what stands under it."""

from collections.abc import Iterator
from typing import Final

from kanalstrategi.diagnostics import Finding, Rule, Severity
from kanalstrategi.language import forms
from kanalstrategi.site import Library, Strategy, silence
from kanalstrategi.strategy.passages import CHAPTERS, words_of
from kanalstrategi.strategy.sections import Chapter, Section
from kanalstrategi.strategy.vocabulary import Absence, Theme

RULE = Rule("KS373", "theme-not-pointed-at", Severity.ADVICE)

_WORDS: Final = {Theme.ORGANISATION: "organisation", Theme.STAFF: "staff", Theme.FOLLOW_UP: "follow_up"}


def check(strategy: Strategy, library: Library) -> Iterator[Finding]:
    for theme, words in _WORDS.items():
        silent = silence(strategy, theme)
        if silent.absence is Absence.NOT_STATED and not silent.notes:
            for part, anchor in _headed(strategy):
                if part.heading and forms(words).stands_in(part.heading):
                    yield RULE.at(part.span_at("heading"), heading=part.heading, theme=theme.value, place=anchor)
                    break


def _headed(strategy: Strategy) -> Iterator[tuple[Chapter | Section, str]]:
    """The chapters and sections with words of their own, and their addresses."""
    edition = strategy.edition
    for name, anchor in CHAPTERS.items():
        chapter = getattr(edition, name)
        if isinstance(chapter, Chapter) and words_of(chapter.text):
            yield chapter, anchor
    for part in strategy.addressed:
        if isinstance(part, Section) and words_of(part.text):
            yield part, part.anchor
