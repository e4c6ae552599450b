"""What changed from one edition of a municipality's strategy to the next, and the same for any comparison."""

from kanalstrategi.pages.changes.standalone import standalone
from kanalstrategi.pages.changes.view import page

__all__ = ["page", "standalone"]
