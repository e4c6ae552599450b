"""An edition's parts as YAML that is pleasant to go on with: block text, long lines unfolded, chapters apart."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from typing import Any, Final

import yaml

from kanalstrategi.schema import modeline
from kanalstrategi.strategy import Edition
from kanalstrategi.strategy.fields import Part

Written = dict[str, Any]
"""A part as its author writes it: by key, in the order of the model."""


class _Open:
    """A value that a person has to fill in."""


OPEN: Final = _Open()


class Running(str):
    """Running text, written in lines of its own after an upright stroke."""


class Row(list[Any]):
    """A short list, written on one line."""


def part(model: type[Part], **values: Any) -> Written:
    """A part by the fields of its model, in the model's order; what is empty is left out."""
    unknown = values.keys() - model.model_fields.keys()
    assert not unknown, unknown
    written: Written = {}
    for name, info in model.model_fields.items():
        value = values.get(name)
        if value is OPEN or isinstance(value, bool) or value not in (None, "", (), [], {}):
            assert info.alias
            written[info.alias] = value
    return written


def yaml_text(edition: Mapping[str, Any], comment: str) -> str:
    """The file: the comment at its head, then each chapter, with an empty line before it."""
    head = modeline(Edition) + "\n" + "".join(f"# {line}".rstrip() + "\n" for line in comment.splitlines())
    chapters = [
        yaml.dump({key: value}, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=10**9, default_flow_style=False)
        for key, value in edition.items()
    ]
    return "\n".join([head, *chapters])


class _Dumper(yaml.SafeDumper):
    """PyYAML's own emitter, with lists indented under their key as the rest of the library has them."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> Any:
        return super().increase_indent(flow, False)

    def ignore_aliases(self, data: Any) -> bool:
        return True


def _text(dumper: yaml.SafeDumper, value: str) -> yaml.ScalarNode:
    if isinstance(value, Running) and value.strip() == value and value:
        return dumper.represent_scalar("tag:yaml.org,2002:str", value + "\n", style="|")
    tag = "tag:yaml.org,2002:str"
    is_plain = dumper.analyze_scalar(value).allow_block_plain and dumper.resolve(yaml.ScalarNode, value, (True, False)) == tag
    style = None if is_plain or '"' in value or "\\" in value else '"'
    return dumper.represent_scalar(tag, str(value), style=style)


_Dumper.add_representer(str, _text)
_Dumper.add_representer(Running, _text)
_Dumper.add_representer(
    Row, lambda dumper, value: dumper.represent_sequence("tag:yaml.org,2002:seq", list(value), flow_style=True)
)
_Dumper.add_representer(_Open, lambda dumper, value: dumper.represent_scalar("tag:yaml.org,2002:null", ""))
_Dumper.add_representer(
    bool, lambda dumper, value: dumper.represent_scalar("tag:yaml.org,2002:str", "ja" if value else "nej", style="")
)
_Dumper.add_multi_representer(Enum, lambda dumper, value: dumper.represent_str(str(value.value)))
