"""The comparison: themes, channel matrix and targets, every cell with the way to its passage."""

from kanalstrategi.pages.comparison.view import page

__all__ = ["page"]
