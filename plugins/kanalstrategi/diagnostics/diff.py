"""What would be changed in a file, as a person reads it: a unified diff in which every character can be seen."""

from __future__ import annotations

import difflib
import unicodedata


def unified(name: str, before: str, after: str) -> str:
    """The changed lines of a file with three around them; what nobody can see stands as ‹U+00A0›."""
    old, new = ([_seen(line) for line in text.splitlines()] for text in (before, after))
    return "\n".join(difflib.unified_diff(old, new, f"a/{name}", f"b/{name}", lineterm=""))


def _seen(line: str) -> str:
    return "".join(character if _is_seen(character) else f"‹U+{ord(character):04X}›" for character in line)


def _is_seen(character: str) -> bool:
    return (character.isprintable() or character == "\t") and not unicodedata.combining(character)
