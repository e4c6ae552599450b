"""Sentences that are too long to be taken in at one reading; one finding for a file, at the longest of them."""

from collections.abc import Iterator
from functools import lru_cache
from string import ascii_letters, digits

from kanalstrategi.diagnostics import Finding, Rule, Severity
from kanalstrategi.language import running_text, sentences, words_in
from kanalstrategi.site import Library, Strategy
from kanalstrategi.strategy.running_text import Piece

RULE = Rule("KS328", "long-sentence", Severity.ADVICE)

LONGEST = 40
"""Words. Writers of plain Danish aim at twenty; what is twice as long is lost before its end is reached."""
SHOWN = 10
_IN_WORDS = f"{ascii_letters}{digits}_".encode()


def check(strategy: Strategy, library: Library) -> Iterator[Finding]:
    found = sorted(_long(strategy), key=lambda each: (-each[0], each[1].span.line))
    if found:
        words, longest, start = found[0]
        places = sorted(piece.place_of(beginning).line for _, piece, beginning in found)
        lines = ", ".join(map(str, places[:SHOWN])) + (" …" if len(places) > SHOWN else "")
        yield RULE.at(longest.place_of(start), words=words, limit=LONGEST, lines=lines)


def _long(strategy: Strategy) -> Iterator[tuple[int, Piece, str]]:
    """The words of every long sentence, the text it stands in, and how it begins, to find it by."""
    for piece in strategy.prose:
        if piece.text.count(" ") >= LONGEST:
            yield from ((words, piece, beginning) for words, beginning in _long_in(piece.text))


@lru_cache(maxsize=1024)
def _long_in(text: str) -> tuple[tuple[int, str], ...]:
    """The words of the long sentences of a text, and how they begin; editions of one municipality share many texts."""
    return tuple(
        (words, " ".join(sentence.split()[:5]))
        for paragraph in running_text(text)
        if paragraph.count(" ") >= LONGEST
        for sentence in sentences(paragraph)
        if _may_be_long(sentence) and (words := len(words_in(sentence))) > LONGEST
    )


def _may_be_long(sentence: str) -> bool:
    """Whether it holds enough to part so many words: what is no plain letter or digit is counted much sooner than words."""
    return len(sentence.encode().translate(None, _IN_WORDS)) >= LONGEST
