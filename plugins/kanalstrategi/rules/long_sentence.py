"""Sentences that are too long to be taken in at one reading; one finding for a file, at the longest of them."""

from collections.abc import Iterator

from kanalstrategi.diagnostics import Finding, Rule, Severity, listed
from kanalstrategi.language import running_text, sentences, words_in
from kanalstrategi.language.forms import abbreviations
from kanalstrategi.site import Library, Strategy
from kanalstrategi.strategy.running_text import Piece

RULE = Rule("KS328", "long-sentence", Severity.ADVICE)

LONGEST = 40
"""Words. Writers of plain Danish aim at twenty; what is twice as long is lost before its end is reached."""
_IN_WORDS = bytes(code for code in range(256) if chr(code).isalnum() or chr(code) == "_")
"""Letters and digits of Latin-1, as all of Danish is."""


def check(strategy: Strategy, library: Library) -> Iterator[Finding]:
    found = sorted(_long(strategy), key=lambda each: (-each[0], each[1].span.line))
    if found:
        words, longest, start = found[0]
        lines = listed(sorted(piece.place_of(beginning).line for _, piece, beginning in found))
        yield RULE.at(longest.place_of(start), words=words, limit=LONGEST, lines=lines)


def _long(strategy: Strategy) -> Iterator[tuple[int, Piece, str]]:
    """The words of every long sentence, the text it stands in, and how it begins, to find it by."""
    for piece in strategy.prose:
        if piece.text.count(" ") >= LONGEST and _may_hold_a_long_one(piece.text):
            yield from ((words, piece, beginning) for words, beginning in _long_in(piece.text))


def _long_in(text: str) -> Iterator[tuple[int, str]]:
    """The words of the long sentences of a text, and how they begin."""
    for paragraph in running_text(text):
        for sentence in sentences(paragraph) if paragraph.count(" ") >= LONGEST else ():
            if _partings(sentence) >= LONGEST and (words := len(words_in(sentence))) > LONGEST:
                yield words, " ".join(sentence.split()[:5])


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
