"""YAML text to a tree in which every node knows its line and column.

Knows only text, lists and mappings: which text is a date, a number or one of a fixed set of words is
decided by the field in `strategy`. Finds what stands in the way of reading: KS1.
"""

from kanalstrategi.source.mended import mended
from kanalstrategi.source.node import Entry, Mapping, Node, Scalar, Sequence
from kanalstrategi.source.places import PLACE, Marks, Placed, Spans
from kanalstrategi.source.plain import plain
from kanalstrategi.source.read import read

__all__ = ["PLACE", "Entry", "Mapping", "Marks", "Node", "Placed", "Scalar", "Sequence", "Spans", "mended", "plain", "read"]
