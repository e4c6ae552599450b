"""The examples of the model, as an editor gets them: values, not YAML."""

from __future__ import annotations

from typing import Any

from kanalstrategi import source
from kanalstrategi.source import Scalar, Sequence
from kanalstrategi.strategy.annotations import form_in, is_list, model_of
from kanalstrategi.strategy.forms import Form
from kanalstrategi.strategy.text import Block


def example(written: str, annotation: Any) -> Any:
    """An example of the model as a text or a number, or as a list where it is written as one."""
    form = form_in(annotation)
    if not is_list(annotation) or model_of(annotation) is Block:
        return _value(written, form)
    _, node, _ = source.read(written.encode(), "")
    assert isinstance(node, Sequence), f"the example {written!r} is no list"
    return [_value(item.text or "", form) for item in node.items if isinstance(item, Scalar)]


def _value(text: str, form: Form | None) -> str | int:
    return int(text) if form and form.numbers and form.numbers.whole and text.isdigit() else text
