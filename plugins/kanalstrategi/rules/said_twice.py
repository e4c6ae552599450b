"""Two statements of a list with the very same words, most likely copied and never changed."""

from collections.abc import Iterator

from kanalstrategi.diagnostics import Finding, Rule, Severity
from kanalstrategi.language import words_in
from kanalstrategi.site import Library, Strategy
from kanalstrategi.strategy.edition import Item
from kanalstrategi.strategy.passages import addressed
from kanalstrategi.strategy.running_text import prose

RULE = Rule("KS338", "said-twice", Severity.ADVICE)

FEWEST_WORDS = 4
"""Short statements may well be the same in two places."""


def check(strategy: Strategy, library: Library) -> Iterator[Finding]:
    first: dict[tuple[type[Item], str], Item] = {}
    for part in addressed(strategy.edition):
        if not isinstance(part, Item):
            continue
        said = " ".join(word for text, _ in prose(part) for word in words_in(text))
        if said.count(" ") + 1 < FEWEST_WORDS:
            continue
        same = first.setdefault((type(part), said), part)
        if same is not part:
            yield RULE.at(part.span_at("text"), line=same.span.line)
