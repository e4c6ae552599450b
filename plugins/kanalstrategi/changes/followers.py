"""What only follows from a change that is named elsewhere, and is therefore not named again.

The editors' pointers repeat words of the document. When a passage changes, its excerpt has to: that is one change.
"""

from __future__ import annotations

from functools import cached_property
from typing import Any, Final

from kanalstrategi.changes.matching import Pairs
from kanalstrategi.changes.reading import Reading
from kanalstrategi.strategy.channels import Channel
from kanalstrategi.strategy.definitions import Annex, Excerpt, Measurement, Scale, Step, Term
from kanalstrategi.strategy.document import Summary
from kanalstrategi.strategy.fields import Part
from kanalstrategi.strategy.passages import one_line, words_of

_POINTERS: Final = (Annex, Excerpt, Measurement, Scale, Step, Term)


class Followers:
    def __init__(self, before: Reading, after: Reading, pairs: Pairs) -> None:
        self._before, self._after = before, after
        self._pairs = pairs

    @cached_property
    def misprints(self) -> frozenset[str]:
        """The words that either side says are misspelt."""
        return self._before.misprints | self._after.misprints

    def explain(self, before: Part, after: Part, name: str) -> bool:
        """Whether a field had to change: a pointer with the address, a quote or a fingerprint with the words."""
        old, new = getattr(before, name), getattr(after, name)
        if isinstance(before, Summary) and isinstance(after, Summary):
            is_new = before.text != after.text or self._before.fingerprint != self._after.fingerprint
            return name == "fingerprint" and is_new
        if name in ("passage", "channel") and old and new:
            # Where the old address is gone with its passage, or its words went elsewhere, the pointer had to follow.
            if isinstance(before, Excerpt) and before.quote == after.quote and self._is_elsewhere(before, new):
                return True
            renamed = self._pairs.renamed
            return new in (renamed.get(old), renamed.get(f"{Channel.prefix}-{old}", "").partition("-")[2])
        return isinstance(before, _POINTERS) and isinstance(old, str) and isinstance(new, str) and self._went(old, new)

    def _is_elsewhere(self, before: Excerpt, place: str) -> bool:
        """Whether the place of an excerpt is gone, or no longer says what it quotes and the new place does."""
        then, now = (self._held_now(each) for each in (before.passage, place))
        if then is None or now is None:
            pairs = self._pairs
            return before.passage in pairs.then.keys() - pairs.now.keys() - pairs.renamed.keys()
        quote = one_line(before.quote)
        return quote in one_line(words_of(now)) and quote not in one_line(words_of(then))

    def _held_now(self, address: str) -> Any:
        """What stands at an address now."""
        spot = self._pairs.now.get(address)
        return spot.part if spot else self._after.chapter(address)

    def explain_whole(self, old: Any, new: Any) -> bool:
        return isinstance(old, Step) and (self._went(old.meaning, new.meaning) or self._went(old.name, new.name))

    def explain_added(self, item: Any) -> bool:
        quote = _quote(item)
        return quote is not None and self._after.says(quote) and not self._before.says(quote)

    def explain_removed(self, item: Any) -> bool:
        quote = _quote(item)
        return quote is not None and self._before.says(quote) and not self._after.says(quote)

    def _went(self, old: str, new: str) -> bool:
        """Whether the old words are gone from the document, and the new ones have come to it."""
        if one_line(old) == one_line(new):
            # Only the spaces are others: those of the document may have changed with them.
            return self._before.spells(old) and not self._after.spells(old) and self._after.spells(new)
        gone = self._before.says(old) and not self._after.says(old)
        return gone and self._after.says(new) and not self._before.says(new)


def _quote(item: Any) -> str | None:
    match item:
        case Excerpt():
            return item.quote
        case Term():
            return item.meaning
        case Annex():
            return item.name
    return None
