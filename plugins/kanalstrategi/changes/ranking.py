"""A ranking of channels: which channel has which place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kanalstrategi.changes.alignment import moved
from kanalstrategi.changes.change import Added, Change, FieldChanged, Moved, RankChanged, Removed, Shift
from kanalstrategi.changes.context import Context
from kanalstrategi.changes.likeness import folded, is_editorial
from kanalstrategi.changes.matching import likest
from kanalstrategi.strategy.channels import Channel, Rank


def compare_ranks(before: Sequence[Rank], after: Sequence[Rank], at: Context) -> tuple[list[Change], set[str]]:
    """What changed in a ranking, and the ids of the channels that have another place now.

    Where a channel was added or removed, the places that count on are told of with it, not each for itself.
    """
    pairs = _pairs(before, after)
    gone = [rank for rank in before if not any(rank is old for old, _ in pairs)]
    come = [rank for rank in after if not any(rank is new for _, new in pairs)]
    changes: list[Change] = []
    shifts: list[Shift] = []
    ids: set[str] = set()
    is_reordered = any(old.place_number != new.place_number for old, new in pairs)
    for old, new in pairs:
        if old.place_number != new.place_number:
            ids |= {rank.channel for rank in (old, new) if rank.channel}
            if _counts_on(old, new, gone, come):
                shifts.append(Shift(new.name, str(old.place_number), str(new.place_number)))
            else:
                changes.append(
                    RankChanged(at.where, at.significance(), old.name, old.place_number, new.place_number)
                )
        changes += _other(old, new, at.named("rank", old.name))
    for index, rank in enumerate(come):
        changes.append(Added(at.where, at.significance(), rank, tuple(shifts) if not index else ()))
    for index, rank in enumerate(gone):
        changes.append(Removed(at.where, at.significance(), rank, tuple(shifts) if not come and not index else ()))
    if not is_reordered:
        order = [next(i for i, rank in enumerate(before) if rank is old) for old, _ in pairs]
        for index in sorted(moved(order)):
            inner = at.named("rank", pairs[index][0].name)
            changes.append(Moved(inner.where, inner.significance(editorial=True), order[index] + 1, index + 1))
    return changes, ids


def with_ranks(changes: Sequence[Change]) -> list[Change]:
    """The changes with each channel told of once: its place where its description is added or removed, too, and its
    name where its description has it."""
    described = {
        (type(change), change.part.id): change
        for change in changes
        if isinstance(change, (Added, Removed)) and isinstance(change.part, Channel)
    }
    ranked = {
        id(described[key]): change
        for change in changes
        if isinstance(change, (Added, Removed)) and isinstance(change.part, Rank)
        and (key := (type(change), change.part.channel)) in described
    }  # fmt: skip
    told = {id(change) for change in ranked.values()}
    names = {_renaming(change) for change in changes if change.where.kind == "channel"} - {None}
    found: list[Change] = []
    for change in changes:
        if isinstance(change, (Added, Removed)) and id(change) in ranked:
            rank = ranked[id(change)]
            found.append(replace(change, shifts=rank.shifts, place=rank.part.place_number))
        elif id(change) not in told and not (change.where.kind == "rank" and _renaming(change) in names):
            found.append(change)
    return found


def _renaming(change: Change) -> tuple[object, object, tuple[str, ...]] | None:
    """The old and the new name, whatever their capitals, or common channels, and the field that holds them."""
    if not isinstance(change, FieldChanged) or type(change.before) is not type(change.after):
        return None
    if isinstance(change.before, str):
        return folded(change.before), folded(change.after), change.where.fields
    return (change.before, change.after, change.where.fields) if isinstance(change.before, tuple) else None


def _pairs(before: Sequence[Rank], after: Sequence[Rank]) -> list[tuple[Rank, Rank]]:
    """The places of the same channel, in the order of the new ranking."""
    old, new = list(before), list(after)
    found: list[tuple[Rank, Rank]] = []
    for same in (
        lambda a, b: folded(a.name) == folded(b.name),
        lambda a, b: bool(a.channel) and a.channel == b.channel,
        lambda a, b: a.common == b.common,
    ):
        for one in tuple(old):
            alike = [other for other in new if same(one, other)]
            if len(alike) == 1:
                found.append((one, alike[0]))
                old = [rank for rank in old if rank is not one]
                new = [rank for rank in new if rank is not alike[0]]
    found += likest(old, new, lambda rank: rank.name, 0.5)
    return sorted(found, key=lambda pair: next(i for i, rank in enumerate(after) if rank is pair[1]))


def _counts_on(old: Rank, new: Rank, gone: Sequence[Rank], come: Sequence[Rank]) -> bool:
    fewer = sum(rank.place_number < old.place_number for rank in gone)
    more = sum(rank.place_number <= new.place_number for rank in come)
    return bool(gone or come) and new.place_number == old.place_number - fewer + more


def _other(old: Rank, new: Rank, at: Context) -> list[Change]:
    """The other fields of a place; that a pointer follows an id that was changed is told of there."""
    fields = Rank.model_fields
    found: list[Change] = []
    if old.name != new.name:
        inner = at.into(fields["name"].title or "")
        editorial = is_editorial(old.name, new.name)
        found.append(FieldChanged(inner.where, inner.significance(editorial=editorial), old.name, new.name))
    if old.common != new.common:
        inner = at.into(fields["common"].title or "")
        found.append(FieldChanged(inner.where, inner.significance(editorial=True), old.common, new.common))
    return found
