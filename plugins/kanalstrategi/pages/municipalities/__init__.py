"""The list of municipalities."""

from kanalstrategi.pages.municipalities.view import cards, page

__all__ = ["cards", "page"]
