"""Texts that other programs read as something else when no quotation marks stand around them.

Our own reader takes every text as it stands. YAML's own rules make 12:30 the number 750, 0155 the number 109, 1.200
the number 1.2 and `no` a false, and whoever reads the files with another program would get those.
"""

from __future__ import annotations

import re
from typing import Final

import yaml

_IN_NEWER_YAML: Final = re.compile(
    r"[-+]?0[0-9]+(?:\.[0-9]*)?|0o[0-7]+|[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)[eE][-+]?[0-9]+"
)
"""Numbers of YAML 1.2 that PyYAML, which knows 1.1, takes for texts."""

_MEANT: Final = ("", "~", "null", "Null", "NULL")
"""What says that nothing stands there."""


def is_misread(text: str) -> bool:
    """Whether the text, without quotation marks, would be read as a value that no longer looks like it."""
    if text in _MEANT:
        return False
    if _IN_NEWER_YAML.fullmatch(text):
        return True
    tag = _RESOLVER.resolve(yaml.ScalarNode, text, (True, False))
    if tag.endswith((":str", ":timestamp", ":merge", ":value")):
        return False
    value = yaml.SafeLoader("").construct_object(yaml.ScalarNode(tag, text))
    return str(value) != text


_RESOLVER: Final = yaml.resolver.Resolver()
