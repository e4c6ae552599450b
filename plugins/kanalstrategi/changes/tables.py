"""A table of data: columns by their headings, rows by their labels, cells one by one."""

from __future__ import annotations

from collections.abc import Sequence

from kanalstrategi.changes.alignment import moved
from kanalstrategi.changes.change import Added, Change, FieldChanged, Moved, Removed
from kanalstrategi.changes.context import Context
from kanalstrategi.changes.likeness import folded, is_editorial
from kanalstrategi.changes.matching import likest
from kanalstrategi.changes.plan import title_of_field
from kanalstrategi.changes.titles import LOST, row_line
from kanalstrategi.changes.values import compare_words
from kanalstrategi.strategy.passages import words_of
from kanalstrategi.strategy.text import Row, Table


def compare_table(before: Table, after: Table, at: Context) -> list[Change]:
    changes: list[Change] = []
    for name in ("title", "editors_title", "unit", "note"):
        old, new = getattr(before, name), getattr(after, name)
        inner = at.editors() if name == "editors_title" else at
        inner = inner.into(title_of_field(Table, name))
        if old and new and old != new:
            changes.append(compare_words(old, new, inner))
        elif old != new:
            changes.append(FieldChanged(inner.where, inner.significance(), old, new))
    columns = _columns(before.columns, after.columns)
    titles = at.into(title_of_field(Table, "columns"))
    for index, column in enumerate(after.columns):
        if index not in columns.values():
            changes.append(Added(titles.where, titles.significance(), column or LOST))
    for index, column in enumerate(before.columns):
        if index not in columns:
            changes.append(Removed(titles.where, titles.significance(), column or LOST))
        elif (now := after.columns[columns[index]]) != column:
            editorial = is_editorial(column or "", now or "")
            changes.append(FieldChanged(titles.where, titles.significance(editorial=editorial), column, now))
    stayed = sorted(columns)
    for index in sorted(moved([columns[place] for place in stayed])):
        place = stayed[index]
        inner = at.into(title_of_field(Table, "columns"), before.columns[place] or LOST)
        changes.append(Moved(inner.where, inner.significance(), place + 1, columns[place] + 1))
    return changes + _rows(before, after, columns, at)


def _columns(before: Sequence[str | None], after: Sequence[str | None]) -> dict[int, int]:
    """The place of each column that is in both: by its heading, else by its place among those that are left."""
    found: dict[int, int] = {}
    for index, column in enumerate(before):
        same = (j for j, other in enumerate(after) if folded(other or "") == folded(column or ""))
        if (place := next((j for j in same if j not in found.values()), None)) is not None:
            found[index] = place
    old = [i for i in range(len(before)) if i not in found]
    new = [j for j in range(len(after)) if j not in found.values()]
    return found | (dict(zip(old, new, strict=True)) if len(old) == len(new) else {})


def _rows(before: Table, after: Table, columns: dict[int, int], at: Context) -> list[Change]:
    titles = at.into(title_of_field(Table, "rows"))
    pairs = _row_pairs(before.rows, after.rows)
    places = {id(row): index for index, row in enumerate(before.rows)}
    new_places = {id(row): index for index, row in enumerate(after.rows)}
    wandered = moved([places[id(old)] for old, _ in pairs])
    changes: list[Change] = []
    for index, (old, new) in enumerate(pairs):
        inner = at.into(old.label or LOST)
        if index in wandered:
            places_ = (places[id(old)] + 1, new_places[id(new)] + 1)
            changes.append(Moved(inner.where, inner.significance(), *places_))
        changes += _cells(old, new, before, columns, inner)
    for row in after.rows:
        if not any(row is new for _, new in pairs):
            changes.append(Added(titles.where, titles.significance(), row_line(row)))
    for row in before.rows:
        if not any(row is old for old, _ in pairs):
            changes.append(Removed(titles.where, titles.significance(), row_line(row)))
    return changes


def _cells(old: Row, new: Row, table: Table, columns: dict[int, int], at: Context) -> list[Change]:
    old_cells, new_cells = (old.label, *old.cells), (new.label, *new.cells)
    changes: list[Change] = []
    for place, cell in enumerate(old_cells):
        target = columns.get(place)
        if target is None or target >= len(new_cells) or new_cells[target] == cell:
            continue
        # The first cell is the row's name.
        inner = at.into((table.columns[place] if place < len(table.columns) else None) or LOST) if place else at
        editorial = is_editorial(cell or "", new_cells[target] or "")
        changes.append(FieldChanged(inner.where, inner.significance(editorial=editorial), cell, new_cells[target]))
    if old.total != new.total:
        inner = at.into(title_of_field(Row, "total"))
        changes.append(FieldChanged(inner.where, inner.significance(), old.total, new.total))
    return changes


def _row_pairs(before: Sequence[Row], after: Sequence[Row]) -> list[tuple[Row, Row]]:
    """Rows of the same label, then rows alike, then the one that is left on either side; in the new order."""
    old, new = list(before), list(after)
    found: list[tuple[Row, Row]] = []
    for one in tuple(old):
        alike = [row for row in new if folded(row.label or "") == folded(one.label or "")]
        same = [row for row in alike if row.cells == one.cells] or alike
        if same:
            found.append((one, same[0]))
            old = [row for row in old if row is not one]
            new = [row for row in new if row is not same[0]]
    for one, other in likest(old, new, words_of, 0.5):
        found.append((one, other))
    return sorted(found, key=lambda pair: next(i for i, row in enumerate(after) if row is pair[1]))
