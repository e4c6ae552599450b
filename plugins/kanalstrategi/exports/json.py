"""The library as JSON, with the keys that authors write."""

from __future__ import annotations

import json
from collections.abc import Iterator

from kanalstrategi.site import Library, Strategy
from kanalstrategi.strategy.fields import Part

VERSION = 1


def library(held: Library) -> Iterator[str]:
    """The whole library in pieces, each a line: a municipality's beginning, an edition, an end."""
    yield f'{{"version":{VERSION},"kommuner":[\n'
    for index, municipality in enumerate(held.municipalities):
        names = {"id": municipality.slug, "kommune": municipality.name}
        yield ("," if index else "") + _opened(names) + ',"udgaver":[\n'
        for place, strategy in enumerate(municipality.strategies):
            yield ("," if place else "") + _edition(strategy) + "\n"
        yield "]}\n"
    yield "]}\n"


def _edition(strategy: Strategy) -> str:
    names = {"id": strategy.slug, "fil": strategy.file}
    hearings = ",".join(_joined({"id": held.slug}, held.hearing) + "}" for held in strategy.hearings)
    return f'{_joined(names, strategy.edition)},"høringer":[{hearings}]}}'


def _joined(names: dict[str, str], part: Part) -> str:
    """The names and the part's own keys as one object that is still open."""
    fields = part.model_dump_json(by_alias=True, exclude_defaults=True)
    # A block that its author wrote as plain text has no key of its own in the YAML; in the data it is "tekst".
    return f"{_opened(names)},{fields[1:-1]}".replace('"\\u0000prose"', '"tekst"')


def _opened(names: dict[str, str]) -> str:
    return json.dumps(names, ensure_ascii=False)[:-1]
