"""What an earlier state of the library shows to be wrong with this one: KS6.

These rules need two libraries, so they stand apart from `rules/`: they are asked for with `check --since`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kanalstrategi.changes.change import AddressChanged, Significance
from kanalstrategi.changes.library import Difference, FileKind, compare_libraries
from kanalstrategi.changes.parts import address
from kanalstrategi.diagnostics import Finding, Rule, Severity, Source, Span
from kanalstrategi.site import Library
from kanalstrategi.strategy.edition import Edition
from kanalstrategi.strategy.passages import CHAPTERS, addressed
from kanalstrategi.strategy.running_text import tables_and_figures
from kanalstrategi.strategy.sections import Addressed
from kanalstrategi.strategy.vocabulary import Status

ADDRESS_CHANGED = Rule("KS601", "address-changed", Severity.WARNING)
ADDRESS_GONE = Rule("KS602", "address-gone", Severity.WARNING)
FILE_GONE = Rule("KS603", "file-gone", Severity.WARNING)
FILE_RENAMED = Rule("KS605", "file-renamed", Severity.WARNING)
ADOPTED_TEXT_CHANGED = Rule("KS604", "adopted-text-changed", Severity.WARNING)
RULES = (ADDRESS_CHANGED, ADDRESS_GONE, FILE_GONE, ADOPTED_TEXT_CHANGED, FILE_RENAMED)


def since(before: Library, after: Library, revision: str) -> Iterator[Finding]:
    """Every finding; `revision` is what the earlier state is called."""
    for difference in compare_libraries(before, after):
        if difference.held.kind is FileKind.GLOSSARY or difference.before is None:
            continue
        if difference.after is None or difference.is_renamed:
            yield _file(difference, revision)
        if difference.after is not None:
            yield from _addresses(difference, revision)
            yield from _adopted(difference, revision)


def _file(difference: Difference, revision: str) -> Finding:
    assert difference.before is not None
    before = difference.before.path
    if difference.after is None:
        return FILE_GONE.at(_start(before), path=before, since=revision)
    name = difference.after.value.span.source.name
    return FILE_RENAMED.at(_start(name), before=before, after=difference.after.path, since=revision)


def _addresses(difference: Difference, revision: str) -> Iterator[Finding]:
    """Addresses that others may have linked to, and that lead nowhere now."""
    assert difference.before is not None and difference.after is not None
    renamed = {change.before: change.after for change in difference.changes if isinstance(change, AddressChanged)}
    now = {part.anchor: part for part in addressed(difference.after.value)}
    yield from _asides(difference, renamed, revision)
    for part in addressed(difference.before.value):
        if part.anchor in now:
            continue
        if part.anchor in renamed:
            new = now[renamed[part.anchor]]
            id = part.id if part.prefix == new.prefix else new.id
            yield ADDRESS_CHANGED.at(
                new.span_of("id"), before=part.anchor, after=new.anchor, id=id, since=revision
            )
        else:
            place = _nearest(part, difference.before.value, now) or difference.after.value
            yield ADDRESS_GONE.at(place.span, address=part.anchor, since=revision)


def _asides(difference: Difference, renamed: dict[str, str], revision: str) -> Iterator[Finding]:
    """The tables and figures that are still there under another address."""
    assert difference.before is not None and difference.after is not None
    now = {address(part): part for part in tables_and_figures(difference.after.value)}
    for part in tables_and_figures(difference.before.value):
        before = address(part) or ""
        if before not in now and (after := renamed.get(before)) in now:
            place = now[after].span_of("id")
            yield ADDRESS_CHANGED.at(place, before=before, after=after, id=part.id, since=revision)


def _nearest(gone: Addressed, root: object, now: dict[str, Addressed]) -> Addressed | None:
    """What stood before the part that is gone, and still stands: where an author would look."""
    nearest = None
    for part in addressed(root):
        if part is gone:
            return nearest
        nearest = now.get(part.anchor, nearest)
    return nearest


def _adopted(difference: Difference, revision: str) -> Iterator[Finding]:
    """Words of an adopted edition that say something else, with no word about it in its revisions."""
    old, new = difference.before and difference.before.value, difference.after and difference.after.value
    if not isinstance(old, Edition) or not isinstance(new, Edition):
        return
    if old.document.status is not Status.ADOPTED or new.document.status is not Status.ADOPTED:
        return
    told = len(new.document.revisions) > len(old.document.revisions) or new.document.version != old.document.version
    changes = [change for change in difference.of(Significance.SUBSTANCE) if _is_text(change.where.chapter)]
    if changes and not told:
        places: Iterable[Addressed] = addressed(new)
        anchors = {part.anchor: part for part in places}
        at = next((anchors[change.where.after] for change in changes if change.where.after in anchors), new)
        yield ADOPTED_TEXT_CHANGED.at(at.span, n=len(changes), since=revision)


def _is_text(chapter: str) -> bool:
    return chapter in CHAPTERS and chapter != "document"


def _start(name: str) -> Span:
    return Span(Source(name, ""), 1, 1, 1, 2)
