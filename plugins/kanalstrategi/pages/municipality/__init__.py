"""The page of a municipality: its current strategy, its editions and its hearings."""

from kanalstrategi.pages.municipality.view import page

__all__ = ["page"]
