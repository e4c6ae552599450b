"""What the names of files say: whose an edition is, which edition a hearing is about, and where a file belongs."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Final

from kanalstrategi.diagnostics import Finding, Severity, Source, Span
from kanalstrategi.source import Mapping as MappingNode
from kanalstrategi.source import Node
from kanalstrategi.strategy import Edition, Hearing
from kanalstrategi.strategy.fields import Part, slug

ROOT: Final = "strategier"
"""What the folder of a library is called where nobody says otherwise."""

GLOSSARY: Final = "ordliste.yml"
"""The editors' glossary, beside the folders of the municipalities."""

EDITION: Final = re.compile(r"(?P<municipality>[a-z0-9-]+)/(?P<edition>[a-z0-9-]+)\.yml")
HEARING: Final = re.compile(
    r"(?P<municipality>[a-z0-9-]+)/(?P<edition>[a-z0-9-]+)\.(?P<hearing>hoering(?:-[a-z0-9]+)?)\.yml"
)
MEANT_AS_YAML: Final = re.compile(r"(?:\.ya?ml)+(?:\.txt)?$", re.IGNORECASE)
"""How a file ends that is meant for the library; Windows hides an ending and lets people write a second one."""

_COPY: Final = re.compile(r"(?:^|[ _.-])(?:kopi|copy)(?:[ _.-]|$)|\(\d+\)", re.IGNORECASE)
"""What a computer writes into the name of a copy."""

_GLOSSARY_KEY: Final = re.compile(rb"^ord: *\r?$", re.MULTILINE)
_MUNICIPALITY: Final = re.compile(rb"^kommune: *[\"']?(.+?)(?: Kommune)?[\"']? *\r?$", re.MULTILINE)


def is_glossary(name: str, root: str) -> bool:
    *folders, file = name.split("/")
    return file == GLOSSARY and (not folders or root not in folders or folders[-1] == root)


def is_library(folder: str, names: Iterable[str]) -> bool:
    """Whether the files below a folder lie as in a library, most of them a folder down, rather than as a municipality's."""
    below = [name.removeprefix(f"{folder}/").split("/") for name in names if name.startswith(f"{folder}/")]
    depths = Counter(len(parts) for parts in below if parts != [GLOSSARY])
    return depths[2] > depths[1] or [GLOSSARY] in below


def ill_placed(name: str, root: str, data: bytes) -> Finding | None:
    """A file that lies above or below the folder of a municipality (KS503), or under a name that is no address (KS501)."""
    *around, file = name.split("/")
    folders = around[len(around) - around[::-1].index(root) :] if root in around else around[-1:]
    if root in around and (file == GLOSSARY or (len(folders) == 0 and _is_meant_as_glossary(file, data))):
        return _finding("KS503", name, f"{root}/{GLOSSARY}")
    if root not in around or len(folders) == 1:
        path = "/".join([*folders, file])
        if EDITION.fullmatch(path) or HEARING.fullmatch(path):
            return None
        right = "/".join([*(slug(folder) for folder in folders or ["kommune"]), _right_name(file)])
        return _finding("KS501", name, right)
    municipality = _MUNICIPALITY.search(data)
    whose = folders[0] if folders else municipality[1].decode("utf-8", "replace") if municipality else "kommune"
    return _finding("KS503", name, f"{root}/{slug(whose)}/{_right_name(file)}")


def under_the_other_name(node: Node | None, name: str, model: type[Part]) -> Finding | None:
    """A hearing in the file of an edition (KS504), or an edition in that of a hearing (KS505)."""
    if not isinstance(node, MappingNode) or model not in (Edition, Hearing):
        return None
    is_hearing = model is Edition
    own, others = (
        [entry for entry in node.entries if entry.key.text in each.keys()]
        for each in (model, Hearing if is_hearing else Edition)
    )
    if len(others) <= len(own):
        return None
    stem = MEANT_AS_YAML.sub("", name)
    if is_hearing:  # What is called a hearing in another way: udateret-hoering.yml, hoering.yml.
        stem = re.sub(r"(?<=/)hoering$", "udateret", re.sub(r"(?<=[^/])[-_.]hoering$", "", stem))
    right = f"{stem}.hoering.yml" if is_hearing else f"{stem.rpartition('.')[0]}.yml"
    values = {"key": str(others[0].key.text), "suggestion": right}
    return Finding("KS504" if is_hearing else "KS505", Severity.ERROR, others[0].key.span, values)


def copied(files: Mapping[str, bytes]) -> dict[str, Finding]:
    """The files that were copied and hold to the letter what another of their folder does (KS590), by name."""
    found = {}
    for name in (each for each in files if _COPY.search(each.rpartition("/")[2])):
        folder = name.rpartition("/")[0]
        others = (each for each in files if each.rpartition("/")[0] == folder and not _COPY.search(each.rpartition("/")[2]))
        if original := next((each for each in others if files[each] == files[name]), None):
            found[name] = Finding("KS590", Severity.ERROR, Span(Source(name, ""), 1, 1, 1, 2), {"original": original})
    return found


def _is_meant_as_glossary(file: str, data: bytes) -> bool:
    return slug(_stem(file)) == slug(_stem(GLOSSARY)) or bool(_GLOSSARY_KEY.search(data))


def _stem(file: str) -> str:
    ending = MEANT_AS_YAML.search(file)
    return file[: ending.start()] if ending else file.rpartition(".")[0]


def _right_name(file: str) -> str:
    stem = _stem(file)
    edition, dot, hearing = stem.rpartition(".")
    called = re.match(r"hoering(?:-.+|(\d+))?", slug(hearing)) if dot else None
    if not called:
        return f"{slug(stem)}.yml"
    return f"{slug(edition)}.{f'hoering-{called[1]}' if called[1] else called.group()}.yml"


def _finding(code: str, name: str, suggestion: str) -> Finding:
    return Finding(code, Severity.ERROR, Span(Source(name, ""), 1, 1, 1, 2), {"name": name, "suggestion": suggestion})
