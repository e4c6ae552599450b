"""Sentences that are too long to be taken in at one reading; one finding for a file, at the longest of them."""

from collections.abc import Iterator

from kanalstrategi.diagnostics import Finding, Rule, Severity, Span
from kanalstrategi.language import running_text, sentences, words_in
from kanalstrategi.site import Library, Strategy

RULE = Rule("KS328", "long-sentence", Severity.ADVICE)

LONGEST = 40
"""Words. Writers of plain Danish aim at twenty; what is twice as long is lost before its end is reached."""
SHOWN = 10


def check(strategy: Strategy, library: Library) -> Iterator[Finding]:
    found = sorted(_long(strategy), key=lambda each: (-each[0], each[2].line))
    if found:
        words, sentence, span = found[0]
        places = sorted(place.of(beginning(text)).line for _, text, place in found)
        lines = ", ".join(map(str, places[:SHOWN])) + (" …" if len(places) > SHOWN else "")
        yield RULE.at(span.of(beginning(sentence)), words=words, limit=LONGEST, lines=lines)


def _long(strategy: Strategy) -> Iterator[tuple[int, str, Span]]:
    for text, span in strategy.prose:
        if text.count(" ") < LONGEST:
            continue
        for paragraph in running_text(text):
            if paragraph.count(" ") < LONGEST:
                continue
            for sentence in sentences(paragraph):
                words = len(words_in(sentence))
                if words > LONGEST:
                    yield words, sentence, span


def beginning(sentence: str) -> str:
    """The first words of a sentence, enough to find it by."""
    return " ".join(sentence.split()[:5])
