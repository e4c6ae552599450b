"""The comparison and the targets as CSV: one row a statement, so that nothing is squeezed into a cell."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

from kanalstrategi.i18n import Catalog
from kanalstrategi.pages.wording import value_in_words
from kanalstrategi.site import Library, cell
from kanalstrategi.site.evidence import targets as stated_targets
from kanalstrategi.strategy.vocabulary import Theme

_STATUS = "udgavens_status"
"""Whether the edition is adopted or a draft: a row stands alone, without the page around it."""

_FORMULA = ("=", "+", "-", "@", "\t")


def comparison(held: Library, words: Catalog) -> str:
    """Columns: theme, municipality, edition, statement, anchor, absence, the edition's status."""
    rows = []
    for theme in Theme:
        for strategy in (municipality.current for municipality in held.municipalities):
            found = cell(strategy, theme)
            start = [theme.value, strategy.edition.municipality, strategy.slug]
            end = [found.absence.value if found.absence else "", strategy.edition.document.status.value]
            rows += [[*start, value_in_words(each.value, words), each.anchor, *end] for each in found.evidence]
            if not found.evidence:
                rows.append([*start, "", "", *end])
    return _csv(["tema", "kommune", "udgave", "udsagn", "sted", "fravær", _STATUS], rows)


def targets(held: Library, words: Catalog) -> str:
    """One row a target, in the order of the header below: its value with number and unit, where it starts, its place."""
    rows = []
    for strategy in held.strategies:
        for stated in stated_targets(strategy):
            target = stated.target
            rows.append(
                [
                    strategy.edition.municipality,
                    strategy.slug,
                    target.what,
                    target.comparator.value if target.comparator else "",
                    target.value.written,
                    str(target.value.number),
                    target.value.unit,
                    target.share_of or "",
                    target.deadline or "",
                    target.finality.value if target.finality else "",
                    stated.item.anchor,
                    target.up_to.written if target.up_to else "",
                    target.baseline.written if target.baseline else "",
                    target.baseline_when or "",
                    strategy.edition.document.status.value,
                ]
            )
    header = "kommune udgave hvad sammenligning værdi tal enhed af frist status sted op_til udgangspunkt udgangspunkt_hvornår".split()
    return _csv([*header, _STATUS], rows)


def _csv(header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(header)
    writer.writerows(_safe(row) for row in rows)
    return out.getvalue()


def _safe(row: Sequence[str]) -> list[str]:
    """Cells that no spreadsheet takes for a formula."""
    return [f"'{value}" if value.startswith(_FORMULA) else value for value in row]
