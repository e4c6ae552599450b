"""Words that make those who need a channel into a cost; one finding for a file, at the first of them."""

from collections.abc import Iterator

from kanalstrategi.diagnostics import Finding, Rule, Severity, Span, listed
from kanalstrategi.language import forms, sentences
from kanalstrategi.site import Library, Strategy
from kanalstrategi.strategy.vocabulary import CommonChannel

RULE = Rule("KS329", "citizen-as-cost", Severity.ADVICE)


def check(strategy: Strategy, library: Library) -> Iterator[Finding]:
    found = list(_found(strategy))
    if found:
        word, span = found[0]
        lines = listed(sorted(place.line for _, place in found))
        yield RULE.at(span, word=word, lines=lines)


def _found(strategy: Strategy) -> Iterator[tuple[str, Span]]:
    cost = forms("cost")
    for piece in strategy.prose_with(cost.found_in(strategy.said)):
        for sentence in sentences(piece.text):
            words = tuple(cost.found_in(sentence))
            if words and _is_of_citizens(sentence):
                yield from ((word, piece.place_of(word)) for word in words)


def _is_of_citizens(sentence: str) -> bool:
    channels = (f"channels.{common.value}" for common in CommonChannel if common not in _WITHOUT_WORDS)
    return any(forms(name).stands_in(sentence) for name in ("citizen", *channels))


_WITHOUT_WORDS = {CommonChannel.DEPARTMENT, CommonChannel.OTHER}
