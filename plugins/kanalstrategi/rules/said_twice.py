"""Two statements of one list, or two lines of one text, with the very same words: most likely copied and never changed."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace

from kanalstrategi.diagnostics import Finding, Rule, Severity
from kanalstrategi.language import words_in
from kanalstrategi.language.forms import SMALL_LETTERS
from kanalstrategi.site import Library, Strategy
from kanalstrategi.strategy.passages import addressed
from kanalstrategi.strategy.running_text import Piece, prose
from kanalstrategi.strategy.statements import Item

RULE = Rule("KS338", "said-twice", Severity.ADVICE)
LINE = Rule("KS374", "line-said-twice", Severity.ADVICE)

FEWEST_WORDS = 4
"""Short statements may well be the same in two places."""
FEWEST_IN_A_LINE = 8
"""A text may well have the same few words over two of its parts."""
_SIGNS = bytes(code for code in range(256) if not chr(code).isalnum())


def check(strategy: Strategy, library: Library) -> Iterator[Finding]:
    for items in _lists(strategy):
        alike: dict[tuple[type[Item], bytes], list[Item]] = defaultdict(list)
        for item in items:
            alike[type(item), _letters(item)].append(item)
        for several in alike.values():
            if len(several) > 1:
                yield from _said_twice(several)
    for piece in strategy.written:
        if "\n" in piece.text:
            yield from _lines_twice(piece)


def _lines_twice(piece: Piece) -> Iterator[Finding]:
    lines = [line.strip() for line in piece.text.split("\n") if len(line) >= 2 * FEWEST_IN_A_LINE - 1]
    for line, times in Counter(lines).items() if len(set(lines)) < len(lines) else ():
        if times > 1 and line.count(" ") >= FEWEST_IN_A_LINE - 1:
            first = piece.place_of(line)
            again = replace(first, line=first.end_line, column=first.end_column).of(line)
            yield LINE.at(again, line=first.line)


def _letters(item: Item) -> bytes:
    """What statements of the same words share, found much sooner than their words: the letters and digits of Latin-1."""
    said = "".join([piece.text for piece in prose(item)])
    return said.encode("latin-1", "ignore").translate(SMALL_LETTERS, _SIGNS)


def _said_twice(items: Iterable[Item]) -> Iterator[Finding]:
    first: dict[str, Item] = {}
    for item in items:
        said = " ".join(word for piece in prose(item) for word in words_in(piece.text))
        same = first.setdefault(said, item)
        if same is not item and said.count(" ") + 1 >= FEWEST_WORDS:
            yield RULE.at(item.span_at("text").of(_beginning(item)), line=same.span.line)


def _lists(strategy: Strategy) -> Iterator[Iterable[Item]]:
    """The lists in which nothing is said twice; two channels may well have the same guideline."""
    edition = strategy.edition
    for chapter in (edition.goals, edition.principles, edition.criteria, edition.service_targets, edition.initiatives):
        yield (part for part in addressed(chapter) if isinstance(part, Item))
    for channel in strategy.channels:
        yield (*(channel.guidelines.items if channel.guidelines else ()), *channel.goals)


def _beginning(item: Item) -> str:
    """The first words of a statement, to point at."""
    return " ".join(prose(item)[0].text.split()[:FEWEST_WORDS])
