"""The library and its search entries as JSON; the library with the keys that authors write."""

from __future__ import annotations

import json
from collections.abc import Iterable

from kanalstrategi.pages import SearchEntry
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


def search_index(entries: Iterable[tuple[str, str, SearchEntry]]) -> str:
    """Every section of every page: address, its page's title, its own title and its plain text."""
    found = [
        {
            "url": f"{url}#{entry.anchor}" if entry.anchor else url,
            "page": page,
            "title": entry.title,
            "text": entry.text,
        }
        for url, page, entry in entries
    ]
    return json.dumps({"version": VERSION, "entries": found}, ensure_ascii=False, separators=(",", ":")) + "\n"
