"""The valid word that an author most likely meant."""

from __future__ import annotations

import difflib
import unicodedata

from kanalstrategi.source.characters import LOOK_ALIKES


def nearest_word(written: str, valid: list[str], alike: float = 0.65) -> str | None:
    """The valid word an author most likely meant: also without Danish letters, case, hyphens and look-alikes.

    `alike` says how like a word must be, from 0 to 1.
    """
    folded = {_fold(word): word for word in valid}
    match = difflib.get_close_matches(_fold(written), list(folded), n=1, cutoff=alike)
    return folded[match[0]] if match else None


def _fold(word: str) -> str:
    word = unicodedata.normalize("NFC", word).translate(LOOK_ALIKES).casefold().strip()
    for letter, plain in (("æ", "ae"), ("ø", "oe"), ("å", "aa"), ("_", "-"), (" ", "-")):
        word = word.replace(letter, plain)
    return word
