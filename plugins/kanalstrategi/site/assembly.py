"""Files to a library: each is read, and put beside the others of its municipality."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from kanalstrategi import source
from kanalstrategi.diagnostics import Finding, Severity, Source
from kanalstrategi.i18n.catalog import danish_order
from kanalstrategi.site.files import EDITION, HEARING, ROOT, copied, ill_placed, is_glossary, under_the_other_name
from kanalstrategi.site.glossary import glossary_findings
from kanalstrategi.site.library import HeldHearing, Library, Municipality, Strategy
from kanalstrategi.strategy import Edition, Glossary, Hearing, decode, decode_plain, understood
from kanalstrategi.strategy.decode import Model
from kanalstrategi.strategy.glossary import GlossaryEntry


@dataclass
class _Folder:
    editions: dict[str, tuple[str, Edition]] = field(default_factory=dict)
    hearings: dict[str, list[HeldHearing]] = field(default_factory=lambda: defaultdict(list))


def assemble(
    files: Mapping[str, bytes], root: str = ROOT, *, as_understood: bool = False, packed: bool = False
) -> tuple[Library, list[Finding]]:
    """Read every file (its path → its bytes) into a library, with all findings; `root` is the library's folder.

    A file that cannot be read is left out of the library; its findings say why. `as_understood` takes what can be
    understood of it, for the rules to look at. `packed` holds the sources so, for callers that do not hold the files.
    """
    read = _read_as_understood if as_understood else read_one
    folders: dict[str, _Folder] = defaultdict(_Folder)
    findings: list[Finding] = []
    unread: set[tuple[str, str]] = set()
    glossary: tuple[GlossaryEntry, ...] = ()
    copies = copied(files)
    for name in sorted(files):
        if copy := copies.get(name):
            findings.append(copy)
            continue
        data = files[name]
        if is_glossary(name, root):
            held, found = read(data, name, Glossary)
            findings.extend(found)
            glossary = held.entries if held else ()
            findings.extend(glossary_findings(held) if held else ())
            continue
        if finding := ill_placed(name, root, data):
            findings.append(finding)
            continue
        path = "/".join(name.split("/")[-2:])
        edition, hearing = EDITION.fullmatch(path), HEARING.fullmatch(path)
        value: Edition | Hearing | None
        value, found = read(data, name, Hearing if hearing else Edition)
        findings.extend(found)
        match = hearing or edition
        assert match is not None
        folder, key = folders[match["municipality"]], match["edition"]
        if value is None:
            unread.add((match["municipality"], key))
            continue
        if packed:
            value.span.source.pack()
        if isinstance(value, Edition):
            folder.editions[key] = (name, value)
        else:
            assert hearing is not None
            folder.hearings[key].append(HeldHearing(hearing["hearing"], name, value))
    municipalities = []
    for municipality, folder in folders.items():
        findings.extend(_orphans(municipality, folder, unread))
        if folder.editions:
            held = frozenset(key for slug, key in unread if slug == municipality)
            municipalities.append(_municipality(municipality, folder, held))
    municipalities.sort(key=lambda municipality: danish_order(municipality.name))
    words = sorted(glossary, key=lambda entry: danish_order(entry.name))
    return Library(tuple(municipalities), tuple(words)), findings


def read_one(data: bytes, name: str, model: type[Model]) -> tuple[Model | None, list[Finding]]:
    """One file as a model, or `None` and the findings that say why not."""
    if (value := decode_plain(data, name, model)) is not None:
        return value, []
    text, node, findings = source.read(data, name)
    if node is None and any(finding.severity is Severity.ERROR for finding in findings):
        return None, _without_what_follows([*findings, *_further(text, findings, model)])
    value, found = decode(node, model, text)
    if _is_unsure(findings):
        return None, findings + found
    if value is None and (finding := under_the_other_name(node, name, model)):
        return None, [*findings, finding]
    return value, _without_what_follows(findings + found)


_NEAR = 6
"""How far below a chapter's lost or misplaced key its own keys are that are there again."""


def _without_what_follows(findings: list[Finding]) -> list[Finding]:
    """The findings without those of an item that became part of a text (KS133) which itself should not stand there, and of
    keys that are there again (KS114) because their own is gone (KS261)."""
    wrong = {finding.span.line for finding in findings if finding.severity is Severity.ERROR}
    lost = [finding.span.line for finding in findings if finding.code in ("KS229", "KS233", "KS261", "KS263")]
    wrong |= {int(str(finding.values["line"])) for finding in findings if finding.code == "KS262"}
    return [
        finding
        for finding in findings
        if not (finding.code == "KS133" and finding.span.line - 1 in wrong)
        and not (finding.code == "KS114" and any(0 <= finding.span.line - line < _NEAR for line in lost))
        and not (finding.code in ("KS155", "KS156") and {finding.span.line, finding.span.line - 1} & wrong)
    ]


def _read_as_understood(data: bytes, name: str, model: type[Model]) -> tuple[Model | None, list[Finding]]:
    """One file as a model beside its mistakes, which are told already."""
    text, node, findings = source.read(data, name)
    if _is_unsure(findings):
        return None, []
    return understood(node or source.mended(text, findings).node, model), []


def _is_unsure(findings: list[Finding]) -> bool:
    """Whether a part may be hidden in another, or is lost, so that nothing can be said of what points at it."""
    return any(finding.code == "KS153" or (finding.code == "KS114" and finding.values["is_lost"]) for finding in findings)


def _further(text: Source, findings: list[Finding], model: type[Model]) -> Iterator[Finding]:
    """What else is wrong in a file that could not be read to its end."""
    mended = source.mended(text, findings)
    yield from mended.told(decode(mended.node, model, mended.source)[1] if mended.node else [])


def _municipality(folder_name: str, folder: _Folder, unread: frozenset[str]) -> Municipality:
    strategies = [
        Strategy(folder_name, key, name, edition, tuple(folder.hearings.get(key, ())))
        for key, (name, edition) in folder.editions.items()
    ]
    strategies.sort(key=_newest_first)
    return Municipality(folder_name, strategies[0].edition.municipality, tuple(strategies), unread)


def _newest_first(strategy: Strategy) -> tuple[int, int, str]:
    period = strategy.edition.document.period
    return (-period.last, -period.first, strategy.slug) if period else (0, 0, strategy.slug)


def _orphans(municipality: str, folder: _Folder, unread: set[tuple[str, str]]) -> list[Finding]:
    """Hearings about an edition that is not there (KS502)."""
    return [
        Finding(
            "KS502", Severity.ERROR, held.hearing.span, {"edition": key, "editions": ", ".join(folder.editions) or "–"}
        )
        for key, hearings in folder.hearings.items()
        if key not in folder.editions and (municipality, key) not in unread
        for held in hearings
    ]
