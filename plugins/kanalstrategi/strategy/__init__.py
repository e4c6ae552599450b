"""What stands in the YAML, typed and frozen: the model, the way from tree to model, and its passages.

Holds only what an author wrote; what follows from several files is `site`. Finds fields that are
unknown, missing or ill-formed: KS2.
"""

from kanalstrategi.strategy.decode import decode, decode_plain
from kanalstrategi.strategy.edition import Edition
from kanalstrategi.strategy.glossary import Glossary
from kanalstrategi.strategy.hearing import Hearing
from kanalstrategi.strategy.understood import understood

__all__ = ["Edition", "Glossary", "Hearing", "decode", "decode_plain", "understood"]
