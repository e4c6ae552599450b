"""The model as JSON Schema (draft-07): what an editor offers, explains and underlines while an author types.

Everything comes from the model: keys, order, titles, meanings, examples, fixed words and forms. Knows
nothing of files but their names. What a schema cannot say (places, quotes, repeated ids) is `rules`.
"""

from kanalstrategi.schema.documents import FOLDER, modeline, schemas

__all__ = ["FOLDER", "modeline", "schemas"]
