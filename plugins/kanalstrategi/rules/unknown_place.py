"""A reference to a place that is not in the document."""

from collections.abc import Iterator

from kanalstrategi.diagnostics import Finding, Rule, Severity
from kanalstrategi.site import Library, Strategy
from kanalstrategi.site.references import Reference, references
from kanalstrategi.strategy.nearest import nearest_word

NEAR = Rule("KS302", "unknown-place", Severity.ERROR)
FAR = Rule("KS308", "unknown-place", Severity.ERROR)
ID_NEAR = Rule("KS390", "unknown-place", Severity.ERROR)
ID_FAR = Rule("KS391", "unknown-place", Severity.ERROR)


def check(strategy: Strategy, library: Library) -> Iterator[Finding]:
    unknown = [reference for reference in references(strategy) if reference.place not in strategy.passages]
    repeated = {anchor.partition("-")[0] for anchor in strategy.repeated} if unknown else set()
    for reference in unknown:
        kind, _, own_id = reference.place.partition("-")
        if kind == "fodnote" and any(f"[^{own_id}]" in piece.text for piece in strategy.written):
            continue  # The footnote is missing where the text refers to it, and that is said.
        if reference.kind and kind not in repeated:
            yield _unknown_id(reference, strategy)
            continue
        linked = reference.place.rpartition("#")[2]
        nearest = linked if linked in strategy.passages else nearest_word(reference.place, list(strategy.passages), 0.85 if kind in repeated else 0.65)
        if not nearest and kind in repeated:
            continue  # Most likely the id that was to stand at the second of the two; that they are alike is said.
        if nearest:
            yield NEAR.at(reference.place_span, place=reference.place, nearest=nearest)
        else:
            yield FAR.at(reference.place_span, place=reference.place)


def _unknown_id(reference: Reference, strategy: Strategy) -> Finding:
    """An id that none of its kind has, in a field that takes the id alone."""
    before = f"{reference.kind}-"
    ids = [anchor.removeprefix(before) for anchor in strategy.passages if anchor.startswith(before)]
    written = reference.written.removeprefix(before)
    part = [id for id in ids if f"-{written}-" in f"-{id}-"]
    nearest = part[0] if len(part) == 1 else nearest_word(written, ids)
    values = {"key": reference.key, "id": reference.written, "ids": ", ".join(ids) or "–"}
    return ID_NEAR.at(reference.place_span, **values, nearest=nearest) if nearest else ID_FAR.at(reference.place_span, **values)
