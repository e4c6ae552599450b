"""Changes as a list, and a text with its marks."""

from kanalstrategi.components.changes.marked import marker

__all__ = ["marker"]
