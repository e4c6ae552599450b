"""The page of a hearing: how to take part, and every remark with what it is about and its answer."""

from kanalstrategi.pages.hearing.view import page

__all__ = ["page"]
