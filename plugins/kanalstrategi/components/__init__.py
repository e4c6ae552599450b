"""The pieces that pages are made of: one folder a component, its function and its styles.

Holds the one way to write HTML (`html.py`, everything escaped), the template environment (the same, and a misspelt
name stops the build) and the one door through which an author's Markdown becomes HTML. Knows nothing of
the page around a piece but what it may ask of it (`page.py`).
"""

from kanalstrategi.components.environment import environment
from kanalstrategi.components.markdown import Prose

__all__ = ["Prose", "environment"]
