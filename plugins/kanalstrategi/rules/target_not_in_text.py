"""A target whose number does not stand in the text that it is taken from."""

import re
from collections.abc import Iterator

from kanalstrategi.diagnostics import Finding, Rule, Severity
from kanalstrategi.site import Library, Strategy
from kanalstrategi.site.evidence import targets
from kanalstrategi.strategy.running_text import prose

RULE = Rule("KS333", "target-not-in-text", Severity.ADVICE)

_NUMBER = re.compile(r"\d+(?:\.\d{3})*(?:,\d+)?")


def check(strategy: Strategy, library: Library) -> Iterator[Finding]:
    for stated in targets(strategy):
        texts = [stated.item.heading or "", *(piece.text for piece in prose(stated.item))]
        written = {number for text in texts for number in _NUMBER.findall(text)}
        target = stated.target
        for amount, field in ((target.value, "value"), (target.up_to, "up_to"), (target.baseline, "baseline")):
            number = _NUMBER.findall(amount.written) if amount else None
            if amount and written and number and number[0] not in written:
                yield RULE.at(target.span_at(field), value=amount.written, numbers=", ".join(sorted(written)))
