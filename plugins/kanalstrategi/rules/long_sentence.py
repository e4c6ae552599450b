"""Sentences that are too long to be taken in at one reading; one finding for a file, at the longest of them."""

from collections.abc import Iterator
from functools import lru_cache

from kanalstrategi.diagnostics import Finding, Rule, Severity, listed
from kanalstrategi.language import number_of_words
from kanalstrategi.language.forms import abbreviations
from kanalstrategi.language.sentences import blocks, paragraph, sentences
from kanalstrategi.site import Library, Strategy
from kanalstrategi.strategy.running_text import Piece

RULE = Rule("KS328", "long-sentence", Severity.ADVICE)

LONGEST = 40
"""Words. Writers of plain Danish aim at twenty; what is twice as long is lost before its end is reached."""
_IN_WORDS = bytes(code for code in range(256) if chr(code).isalnum() or chr(code) == "_")
"""Letters and digits of Latin-1, as all of Danish is."""


def check(strategy: Strategy, library: Library) -> Iterator[Finding]:
    found = [(words, piece.span, beginning) for words, piece, beginning in _long(strategy)]
    if found:
        words, where, start = min(found, key=lambda each: (-each[0], each[1].line))
        lines = listed(sorted(span.of(beginning).line for _, span, beginning in found))
        yield RULE.at(where.of(start), words=words, limit=LONGEST, lines=lines)


def _long(strategy: Strategy) -> Iterator[tuple[int, Piece, str]]:
    """The words of every long sentence, the text it stands in, and how it begins, to find it by."""
    for piece in strategy.prose:
        if piece.text.count(" ") >= LONGEST:
            yield from ((words, piece, beginning) for words, beginning in _long_in(piece.text))


@lru_cache(maxsize=1024)
def _long_in(text: str) -> tuple[tuple[int, str], ...]:
    """The words of the long sentences of a text, and how they begin; editions of one municipality share many texts."""
    found = []
    for block in blocks(text):
        running = paragraph(block) if _partings(block) >= LONGEST and _may_hold_a_long_one(block) else ""
        for sentence in sentences(running):
            if _partings(sentence) >= LONGEST and (words := number_of_words(sentence)) > LONGEST:
                found.append((words, " ".join(sentence.split()[:5])))
    return tuple(found)


def _may_hold_a_long_one(text: str) -> bool:
    """Whether enough for a long sentence stands between two points that end one for certain, whatever others do."""
    if "[" in text:  # Marks of notes and addresses of links, which may hold points, are no part of a sentence.
        return True
    apart = 0
    for stretch in text.replace("\n", " ").split(". "):
        apart += _partings(stretch) + 1
        if apart > LONGEST:
            return True
        last = stretch.rpartition(" ")[2]
        if last.isalpha() and last.casefold() not in abbreviations():
            apart = 0
    return False


def _partings(text: str) -> int:
    """At most so many words are parted in a text: what is no letter or digit is counted much sooner than words."""
    return len(text.encode("latin-1", "replace").translate(None, _IN_WORDS))
