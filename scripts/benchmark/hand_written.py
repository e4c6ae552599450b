"""The same country as a folder of Markdown, with the overviews that somebody would write by hand beside it."""

from __future__ import annotations

import shutil
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from benchmark import country, markdown



@dataclass(frozen=True)
class Written:
    """A page: its path below the folder, its title and its Markdown."""

    path: str
    title: str
    text: str


@dataclass(frozen=True)
class _Draft:
    """A template as Markdown, with what the overviews show of it."""

    edition: str
    hearing: str | None
    title: str
    summary: str
    excerpts: tuple[tuple[str, str], ...]


def pages(strategies: Path, content: Path, editions: int) -> Iterator[Written]:
    """Every page that the YAML country gives too, in the order of the navigation."""
    drafts = [_draft(template) for template in country.templates(strategies)]
    held: dict[str, list[country.Place]] = defaultdict(list)
    for place in country.places(editions, len(drafts)):
        held[place.folder].append(place)
    yield Written("kommuner/index.md", "Kommuner", _overview(held))
    for folder, places in held.items():
        yield _municipality(folder, places, drafts)
        for place in places:
            draft = drafts[place.template]
            yield Written(f"kommuner/{folder}/{place.slug}.md", place.fill(draft.title), place.fill(draft.edition))
            if draft.hearing:
                yield Written(f"kommuner/{folder}/{place.slug}-hoering.md", "Høring", place.fill(draft.hearing))
    yield Written("sammenligning.md", "Sammenligning", _comparison(held, drafts))
    yield Written("hoeringer.md", "Høringer", _hearings(held, drafts))
    yield Written("ordliste.md", "Ordliste", _glossary(strategies))
    for file in sorted(file for file in content.glob("*.md") if "." not in file.stem):
        yield Written(file.name, file.stem.capitalize(), file.read_text(encoding="utf-8"))


def write(folder: Path, written: list[Written]) -> None:
    shutil.rmtree(folder, ignore_errors=True)
    for page in written:
        file = folder / page.path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(page.text, encoding="utf-8")


def _draft(template: country.Template) -> _Draft:
    tree: Any = yaml.load(template.edition, Loader=yaml.CBaseLoader)
    about: Any = yaml.load(template.hearing, Loader=yaml.CBaseLoader) if template.hearing else None
    return _Draft(
        edition=markdown.edition(tree),
        hearing=markdown.hearing(about) if about else None,
        title=tree["dokument"]["titel"],
        summary=tree["kort_fortalt"]["tekst"] if "kort_fortalt" in tree else "",
        excerpts=tuple((each["tema"], each["citat"]) for each in tree["uddrag"]),
    )


def _overview(held: dict[str, list[country.Place]]) -> str:
    lines = [f"- [{places[0].municipality} Kommune]({folder}/index.md)" for folder, places in held.items()]
    return "# Kommuner\n\n" + "\n".join(lines) + "\n"


def _municipality(folder: str, places: list[country.Place], drafts: list[_Draft]) -> Written:
    title, current = f"{places[0].municipality} Kommune", places[-1]
    lines = [f"# {title}", "## Kort fortalt", current.fill(drafts[current.template].summary).strip(), "## Udgaver"]
    for place in reversed(places):
        line = f"- [{place.fill(drafts[place.template].title)}]({place.slug}.md)"
        if drafts[place.template].hearing:
            line += f", [høring]({place.slug}-hoering.md)"
        lines.append(line)
    return Written(f"kommuner/{folder}/index.md", title, "\n\n".join(lines) + "\n")


def _comparison(held: dict[str, list[country.Place]], drafts: list[_Draft]) -> str:
    """A table for each theme with the words of every municipality's current edition."""
    themes = sorted({theme for draft in drafts for theme, _ in draft.excerpts})
    parts = ["# Sammenligning"]
    for theme in themes:
        rows = []
        for folder, places in held.items():
            place = places[-1]
            quotes = [place.fill(quote) for each, quote in drafts[place.template].excerpts if each == theme]
            link = f"[{place.municipality}](kommuner/{folder}/{place.slug}.md)"
            rows.append([link, "<br>".join(quotes) or "Ikke angivet"])
        parts += [f"## {theme.capitalize()}", markdown.table(["Kommune", "Dokumentets ord"], rows)]
    return "\n\n".join(parts) + "\n"


def _hearings(held: dict[str, list[country.Place]], drafts: list[_Draft]) -> str:
    lines = [
        f"- [{place.municipality} {place.slug}](kommuner/{folder}/{place.slug}-hoering.md)"
        for folder, places in held.items()
        for place in places
        if drafts[place.template].hearing
    ]
    return "# Høringer\n\n" + "\n".join(lines) + "\n"


def _glossary(strategies: Path) -> str:
    words = yaml.safe_load((strategies / "ordliste.yml").read_text(encoding="utf-8"))["ord"]
    return "# Ordliste\n\n" + "\n\n".join(f"## {word['ord']}\n\n{word['forklaring']}" for word in words) + "\n"
