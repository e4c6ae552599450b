"""Every visible word of the interface, in Danish and English.

Holds the catalogues, a folder of YAML files for each language, and the reader of them. Knows nothing of strategies: it is
given a key and values and returns a sentence.
"""

from kanalstrategi.i18n.catalog import LANGUAGES, Catalog, catalog

__all__ = ["LANGUAGES", "Catalog", "catalog"]
