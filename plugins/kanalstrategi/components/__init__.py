"""The pieces that pages are made of: one folder a component, its template and its styles.

Holds the template environment (everything escaped, a misspelt name stops the build) and the one
door through which an author's Markdown becomes HTML. Knows nothing of municipalities.
"""

from kanalstrategi.components.environment import environment
from kanalstrategi.components.markdown import Prose

__all__ = ["Prose", "environment"]
