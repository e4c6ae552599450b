"""What is different between two editions, two hearings or two libraries, as typed values.

Parts are matched by id, and by the likeness of their words where they have none; never by line or index.
Holds the comparison, its wording and one outlet a file: terminal, markdown, json. Knows neither files, Git
nor pages. Finds what an earlier edition of the library shows to be wrong: KS6.
"""

from kanalstrategi.changes.change import (
    Added,
    AddressChanged,
    Change,
    FieldChanged,
    Mark,
    MarkKind,
    Merged,
    Moved,
    RankChanged,
    Removed,
    Renumbered,
    Significance,
    Split,
    TargetChanged,
    TextChanged,
    Where,
)
from kanalstrategi.changes.compare import compare
from kanalstrategi.changes.library import Difference, FileKind, compare_libraries

__all__ = [
    "Added",
    "AddressChanged",
    "Change",
    "Difference",
    "FieldChanged",
    "FileKind",
    "Mark",
    "MarkKind",
    "Merged",
    "Moved",
    "RankChanged",
    "Removed",
    "Renumbered",
    "Significance",
    "Split",
    "TargetChanged",
    "TextChanged",
    "Where",
    "compare",
    "compare_libraries",
]
