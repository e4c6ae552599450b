"""The document's own numbers in a list, where something was added, removed or moved before them."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Final

from kanalstrategi.changes.change import Change, Renumbered, Shift, Significance
from kanalstrategi.changes.context import Context
from kanalstrategi.changes.titles import title_of
from kanalstrategi.strategy.channels import Channel
from kanalstrategi.strategy.fields import Part


NUMBERS: Final = ("number", "mark")
"""The fields that number an item in its list: a principle, a footnote."""


def renumbered(
    pairs: Sequence[tuple[Part, Part]], at: Context, reranked: Collection[str]
) -> tuple[tuple[Change, ...], set[int]]:
    """One change for all numbers that count on, and the new items that have them.

    A channel that has a new place in a ranking, and the number of that place, is told of there.
    """
    found = [(old, new) for old, new in pairs if _number(old) != _number(new)]
    told = [new for _, new in found if isinstance(new, Channel) and new.id in reranked]
    shifts = tuple(
        Shift(title_of(old), _number(old) or "–", _number(new) or "–")
        for old, new in found
        if not any(new is other for other in told)
    )
    changes = (Renumbered(at.where, Significance.EDITORIAL, shifts),) if shifts else ()
    return changes, {id(new) for _, new in found}


def _number(part: Part) -> str | None:
    return next((getattr(part, name) for name in NUMBERS if hasattr(part, name)), None)
