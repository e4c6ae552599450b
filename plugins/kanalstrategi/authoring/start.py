"""The files to begin with: an edition of a municipality, a hearing about it, and both for those who have no terminal."""

from __future__ import annotations

import re
from typing import Final

from kanalstrategi.authoring.lines import explained
from kanalstrategi.authoring.template import Filled, Template
from kanalstrategi.i18n import Catalog
from kanalstrategi.schema import modeline
from kanalstrategi.strategy import Edition, Hearing
from kanalstrategi.strategy.municipalities import ListedMunicipality
from kanalstrategi.strategy.passages import CHAPTERS
from kanalstrategi.strategy.vocabulary import Coverage, Kind

_PERIOD: Final = re.compile(r"(?P<first>(?:19|20)[0-9]{2})-(?P<last>(?:19|20)[0-9]{2})")


def edition_file(municipality: ListedMunicipality, edition: str, file: str, words: Catalog) -> str:
    """The file of a municipality's edition, with what the list and the name of the edition tell filled in."""
    filled: dict[str, str | Filled] = {
        "kommune": municipality.full_name,
        "kommunekode": municipality.code,
        "dokument": _document(edition) | {"kilde": {"udgiver": municipality.full_name}},
    }
    title = words("template.edition", municipality=municipality.full_name, edition=edition)
    return _edition(filled, title, words("template.check", file=file), words)


def edition_template(words: Catalog) -> str:
    """The file of any municipality's edition, to be copied."""
    return _edition({"dokument": _document("")}, words("template.any_edition"), words("template.save_edition"), words)


def hearing_file(municipality: ListedMunicipality, edition: str, file: str, words: Catalog) -> str:
    """The file of a hearing about a municipality's edition."""
    title = words("template.hearing", municipality=municipality.full_name, edition=edition)
    return _hearing(title, words("template.check", file=file), words)


def hearing_template(words: Catalog) -> str:
    """The file of any hearing, to be copied."""
    return _hearing(words("template.any_hearing"), words("template.save_hearing"), words)


def _document(edition: str) -> dict[str, str | Filled]:
    known: dict[str, str | Filled] = {"type": Kind.CHANNEL_STRATEGY.value, "omfang": Coverage.WHOLE.value}
    period = _PERIOD.fullmatch(edition)
    if period and period["first"] <= period["last"]:
        known["periode"] = {"fra": period["first"], "til": period["last"]}
    return known


def _edition(filled: Filled, title: str, end: str, words: Catalog) -> str:
    before = ("municipality", "municipality_code")
    names = [name for name, info in Edition.model_fields.items() if info.alias in Edition.keys()]
    after = [name for name in names if name not in before and name not in CHAPTERS]
    return _file(Template(Edition, words), (*before, *CHAPTERS, *after), filled, title, end)


def _hearing(title: str, end: str, words: Catalog) -> str:
    names = [name for name, info in Hearing.model_fields.items() if info.alias in Hearing.keys()]
    return _file(Template(Hearing, words), tuple(names), {}, title, end)


def _file(template: Template, names: tuple[str, ...], filled: Filled, title: str, end: str) -> str:
    words = template.words
    steps = [*words("template.how").splitlines(), end]
    head = [modeline(template.root), *explained(words("template.modeline")), "##", f"## {title}", "##"]
    for number, step in enumerate(steps, 1):
        head += explained(f"{number}. {step}", hanging="   ")
    often = template.often()
    head += ["##", f"## {words('template.often')}", *often] if often else []
    return "\n".join([*head, "", *template.lines(names, filled)]) + "\n"
