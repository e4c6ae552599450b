"""How data from a document is said: its name, its period, a target, a place in a ranking."""

from __future__ import annotations

from kanalstrategi.i18n import Catalog
from kanalstrategi.site.comparison import Ranked
from kanalstrategi.site.evidence import Count, NamedCount, Value
from kanalstrategi.site.names import document_name, edition_name, listed_period
from kanalstrategi.strategy.channels import Rank
from kanalstrategi.strategy.definitions import Measurement
from kanalstrategi.strategy.document import Adoption, Document, Period
from kanalstrategi.strategy.statements import Target
from kanalstrategi.strategy.vocabulary import Kind


def remarks_in_words(remarks: int, answered: int, words: Catalog, none: str = "hearing.no_remarks_at_all") -> str:
    """How many remarks there are, and how many of them are answered and await an answer; `none` says that there are none."""
    if not remarks:
        return words(none)
    number = words("hearing.count", n=remarks)
    if answered == remarks:
        return f"{number} {words('hearing.all_answered', n=remarks)}"
    if not answered:
        return f"{number} {words('hearing.none_answered', n=remarks)}"
    return f"{number} {words('hearing.some_answered', answered=answered, waiting=remarks - answered)}"


def listed_name(document: Document, words: Catalog) -> str:
    """What a document is called where it stands for its municipality: a draft says that it is one."""
    name = document_name(document, words)
    return words("edition.draft_name", name=name) if document.is_draft else name


def names_of_two(before: Document, after: Document, slugs: tuple[str, str], words: Catalog) -> tuple[str, str]:
    """What two editions are called beside each other: with the name of the file where both are called the same."""
    names = (document_name(before, words), document_name(after, words))
    if names[0] == names[1]:
        return f"{names[0]} ({slugs[0]})", f"{names[1]} ({slugs[1]})"
    old, new = (
        name if document.period else words("edition.undated", name=name)
        for document, name in zip((before, after), names, strict=True)
    )
    return old, new


def target_value(target: Target, words: Catalog) -> str:
    """The value as written, with its comparator and what it starts from where the document has them: mindst 70 %."""
    comparator = f"{words(f'comparator.{target.comparator.value}')} " if target.comparator else ""
    value = target.value.written
    if target.up_to:
        value = words("target.range", least=value, most=target.up_to.written)
    if not target.baseline:
        return f"{comparator}{value}"
    baseline = target.baseline.written + (f", {target.baseline_when}" if target.baseline_when else "")
    return words("target.with_baseline", value=f"{comparator}{value}", baseline=baseline)


def place_in_ranking(ranked: Ranked, words: Catalog) -> str:
    """1, or 1 (delt med Intranet) where other channels share the place; what it is for where there are several."""
    place = str(ranked.place)
    if ranked.shared_with:
        others = words.joined([words(f"channel.{channel.value}") for channel in ranked.shared_with])
        place = words("matrix.shared", place=ranked.place, others=others)
    return f"{place}, {ranked.applies_to}" if ranked.applies_to else place


def value_in_words(value: Value, words: Catalog) -> str:
    """A piece of evidence as a cell shows it."""
    match value:
        case str():
            return value
        case Kind():
            return words(f"kind.{value.value}")
        case Period():
            return listed_period(value)
        case Adoption():
            return f"{value.body}, {words.date(value.day)}" if value.day else value.body
        case Rank():
            return f"{value.place_number}. {value.name}"
        case Target():
            deadline = f" ({value.deadline})" if value.deadline else ""
            return f"{target_value(value, words)}: {value.what}{deadline}"
        case Measurement():
            return f"{value.title} ({value.when})" if value.when else value.title
        case Count():
            return words(f"count.{value.what}", n=value.number)
        case NamedCount():
            return words(f"count.{value.what}", name=value.name, n=value.number)
        case _:
            return words.number(value)


__all__ = [
    "document_name",
    "edition_name",
    "listed_period",
    "names_of_two",
    "place_in_ranking",
    "remarks_in_words",
    "target_value",
    "value_in_words",
]
