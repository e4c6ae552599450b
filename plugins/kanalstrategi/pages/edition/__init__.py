"""The page of one edition of a strategy: the same chapters in the same order everywhere."""

from kanalstrategi.pages.edition.view import page

__all__ = ["page"]
