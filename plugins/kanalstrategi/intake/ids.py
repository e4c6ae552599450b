"""Addresses for what is imported: made of the first words, the same for the same document, each once."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field
from typing import Final

from kanalstrategi.strategy.fields import slug

_WORDS: Final = 5
_LENGTH: Final = 40


@dataclass
class Ids:
    taken: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))

    def make(self, prefix: str, words: str, otherwise: str) -> str:
        """A new id of a kind of part, from the beginning of its words."""
        whole = slug(words)
        parts = whole.split("-")
        short = "-".join(parts[:_WORDS])
        while len(short) > _LENGTH and "-" in short:
            short = short.rpartition("-")[0]
        base = short[:_LENGTH].strip("-") or otherwise
        id, number = base, 2
        while id in self.taken[prefix]:
            id, number = f"{base}-{number}", number + 1
        self.taken[prefix].add(id)
        return re.sub(r"-{2,}", "-", id)
