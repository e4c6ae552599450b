"""The whole library as one JSON object, with the keys that authors write."""

from __future__ import annotations

import json

from kanalstrategi.site import Library

VERSION = 1


def library(held: Library) -> str:
    municipalities = [
        {
            "id": municipality.slug,
            "kommune": municipality.name,
            "udgaver": [
                {
                    "id": strategy.slug,
                    "fil": strategy.file,
                    **strategy.edition.model_dump(mode="json", by_alias=True, exclude_defaults=True),
                    "høringer": [
                        {"id": each.slug, **each.hearing.model_dump(mode="json", by_alias=True, exclude_defaults=True)}
                        for each in strategy.hearings
                    ],
                }
                for strategy in municipality.strategies
            ],
        }
        for municipality in held.municipalities
    ]
    text = json.dumps({"version": VERSION, "kommuner": municipalities}, ensure_ascii=False, indent=1)
    # A block that its author wrote as plain text has no key of its own in the YAML; in the data it is "tekst".
    return text.replace('"\\u0000prose"', '"tekst"') + "\n"
