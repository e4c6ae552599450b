"""The short way of reading a file says exactly what the long way says, places and all, or leaves the file to it."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import ROOT
from kanalstrategi import source
from kanalstrategi.strategy import Edition, Glossary, Hearing, decode, decode_plain
from kanalstrategi.strategy.fields import Part

DOCUMENTS = sorted((ROOT / "strategier").glob("[!.]*/*.yml"))
CASES = sorted((ROOT / "tests" / "cases").rglob("*.yml"))


def model_of(path: Path) -> type[Part]:
    return Glossary if path.name == "ordliste.yml" else Hearing if ".hoering" in path.name else Edition


def places(value: object) -> list[object]:
    """Every place of a part and of the parts inside it, with the key it belongs to."""
    found: list[object] = []
    if isinstance(value, Part):
        if value.place is not None:
            spans = {key: value.span_of(key) for key in ("", *type(value).keys())}
            found += [(key, each.line, each.column, each.end_line, each.end_column) for key, each in spans.items()]
        found += [place for name in type(value).model_fields if name != "place" for place in places(getattr(value, name))]
    elif isinstance(value, tuple):
        found += [place for item in value for place in places(item)]
    return found


@pytest.mark.parametrize("path", [*DOCUMENTS, *CASES], ids=lambda path: path.relative_to(ROOT).as_posix())
def test_the_short_way_says_what_the_long_way_says(path: Path) -> None:
    data = path.read_bytes()
    short = decode_plain(data, path.name, model_of(path))
    if short is None:
        return
    text, node, findings = source.read(data, path.name)
    assert node is not None and not findings
    long, found = decode(node, model_of(path), text)
    assert not found and short == long
    assert places(short) == places(long)


@pytest.mark.parametrize("path", [path for path in DOCUMENTS if ".hoering" not in path.name], ids=lambda path: path.relative_to(ROOT).as_posix())
def test_a_real_document_goes_the_short_way(path: Path) -> None:
    assert decode_plain(path.read_bytes(), path.name, model_of(path)) is not None
