"""Does every word that a file can hold, field by field of the model, stand on a page?"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from enum import Enum
from itertools import count
from typing import Any, get_type_hints

import yaml
from conftest import World
from kanalstrategi.schema.examples import example
from kanalstrategi.strategy import Edition, Hearing
from kanalstrategi.strategy.annotations import form_in, is_list, members, model_of
from kanalstrategi.strategy.fields import Part
from kanalstrategi.strategy.text import Block

UNSEEN = {"fingeraftryk", "redaktionens_overskrift", "sted", "før", "efter", "kanal", "målgrupper", "kommunekode"}
"""What is for the check, what is shown only where the document has no heading, and what leads to a place."""

OF_A_FORM = {"mail": "a{}@b.dk", "web_address": "https://b.dk/{}", "telephone": "12 34 5{}"}

Word = tuple[tuple[str, ...], str]


def filled(model: type[Part], numbers: Iterator[int], said: list[Word], keys: tuple[str, ...] = (), around: tuple[type[Part], ...] = ()) -> dict[str, Any]:
    """A part with a word of its own in every field that takes words; a part inside its like is left out."""
    values: dict[str, Any] = {}
    hints = get_type_hints(model, include_extras=True)
    for name, info in model.model_fields.items():
        key, inner, form = str(info.alias), model_of(info.annotation), form_in(hints[name])
        value: Any
        if key not in model.keys() or key == "fodnoter" or inner in (*around, model):
            continue
        if inner and inner is not Block and not inner.text_key:
            value = filled(inner, numbers, said, (*keys, key), (*around, model))
        elif words := [each for each in members(info.annotation) if isinstance(each, type) and issubclass(each, Enum)]:
            value = next(iter(words[0])).value
        elif key == "id":
            value = f"id{next(numbers)}"
        elif form and form.name not in OF_A_FORM:
            value = example(info.examples[0], hints[name]) if info.examples else "ja"
            value = value[0] if isinstance(value, list) else str(value)
        else:
            value = OF_A_FORM.get(form.name if form else "", "ord{}").format(next(numbers))
            said.append(((*keys, key), value))
        values[key] = [value] if is_list(info.annotation) and inner is not Block else value
    return values


def test_every_field_of_words_is_seen_on_the_pages_of_its_edition(world: Callable[[dict[str, str]], World]) -> None:
    said: list[Word] = []
    numbers = count(100)
    files = {
        f"aertebjerg/2025{ending}.yml": yaml.safe_dump(filled(model, numbers, said), allow_unicode=True, sort_keys=False)
        for ending, model in (("", Edition), (".hoering", Hearing))
    }
    drawn = world(files)
    assert {finding.code for finding in drawn.report.errors} <= {"KS308", "KS347", "KS391"}, "only what leads to places that are not there"
    own, others = ("\n".join(page.main.decode() for page in drawn.pages if page.path.startswith("kommuner/a") is is_own) for is_own in (True, False))
    assert len(said) > 200
    assert [" › ".join(keys) for keys, word in said if keys[-1] not in UNSEEN and word not in (others if keys[0] == "uddrag" else own)] == []
