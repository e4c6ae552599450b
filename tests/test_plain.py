"""The short way of reading a file says exactly what the long way says, places and all, or leaves the file to it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest
from conftest import ROOT
from kanalstrategi import source
from kanalstrategi.diagnostics import Span
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


TEXTS = [
    *("tekst", "to ord", "12:30", "a:b", "a#b", "1.", "~", "null", "–5", "don't", 'a "b"', "''", "'it''s'", '"a: # b"', "[a, b]", "[ 'a' , \"b\" ]", "[]", "[a b ,~]"),
    *("a: b", "a #b", "slut:", "  bred  ", "x\\", "-5", "- x", "=", "<<", '""', "' '", "'~'", "'x' y", '"x" # y', '"a\\nb"', '"', "'", ""),
    *("[ ]", "['a'b]", "[,]", "[a,]", "[a: b]", "[a?]", "[12:30]", "[a]x", "[a", "[[a]]", "[-]", "[- a]", "['']", "[#a]", "[a #b]", "{a: b}"),
    *("| # x", "|+", "|2", "|x", "&a", "&a x", "*a", "!x", "?", "? x", ":x", ": x", "#x", "%x", "@x", "`x", "[a, [b]]", "x  # y", "[a,b]"),
]
KEYS = ["a:", "b:", "e-mail:", "æ_ø1:", "c:", "d:", "null:", "~:", "a b:", "1:", '"q":', "? a:", "c :", "-:"]
BETWEEN = ["", "   ", "# note", "    # note", "---", "...", "%YAML 1.1", "en linje", "  en linje", "    en linje", "      en: linje", "- en", "    - en"]
RUNNING = ["en linje", "- en linje", "en: linje # ja", "", "", "  dybere", "# ja", "'en'", "slut  ", "   "]


def drawn(random: Random) -> str:
    """A small file with much of what an author may write, right and wrong."""
    lines = list(written(random, 0, 0))
    while random.random() < 0.4:
        lines.insert(random.randrange(len(lines) + 1), random.choice(BETWEEN))
    if random.random() < 0.1:
        at = random.randrange(len(lines))
        lines[at] = random.choice((" " + lines[at], lines[at][1:]))
    return random.choice(("\n", "\n", "\n", "\r\n")).join(lines) + random.choice(("\n", "\n", "\n\n", ""))


def written(random: Random, indent: int, depth: int) -> Iterator[str]:
    """A mapping or a list at an indent; a first line is without it, for it may stand after a dash."""
    is_list = depth > 0 and random.random() < 0.4
    for number in range(random.randint(1, 3)):
        before = "" if number == 0 else " " * indent
        head = "-" if is_list else random.choice(KEYS[:6] if random.random() < 0.97 else KEYS)
        kind = random.random()
        if kind < 0.5 or depth == 3:
            yield f"{before}{head} {random.choice(TEXTS[:18] if random.random() < 0.8 else TEXTS)}"
        elif kind < 0.7:
            yield f"{before}{head} {random.choice(('|', '>', '|-', '>-'))}"
            deeper = " " * (indent + random.choice((0, 1, 2, 2, 2, 4)))
            yield from (deeper + line if line else "" for line in random.choices(RUNNING, k=random.randint(0, 3)))
        elif is_list:
            first, *rest = written(random, indent + 2, depth + 1)
            yield from (f"{before}- {first}", *rest)
        else:
            deeper = indent + random.choice((0, 2, 2, 4))
            first, *rest = written(random, deeper, depth + 1)
            yield from (f"{before}{head}", " " * deeper + first, *rest)


def said(node: source.Node) -> object:
    """A tree as values, each with the place it has."""
    if isinstance(node, source.Scalar):
        return node.text if node.text is None else node.text.strip(" \t\n")
    if isinstance(node, source.Sequence):
        return [(said(item), numbers(item.span)) if isinstance(item, source.Scalar) and item.text is not None else said(item) for item in node.items]
    return [numbers(node.span), [(entry.key.text, said(entry.value), numbers(entry.value.span)) for entry in node.entries]]


def shortly(value: object) -> object:
    """The same of what the short way reads."""
    if isinstance(value, list):
        return [(str(item), numbers(item.marks.span)) if isinstance(item, source.Placed) else shortly(item) for item in value]
    if not isinstance(value, dict):
        return value
    marks = value[source.PLACE]
    return [numbers(marks.span), [(key, shortly(inner), numbers(marks.span_of(key))) for key, inner in value.items() if key != source.PLACE]]


def numbers(span: Span) -> tuple[int, int, int, int]:
    return span.line, span.column, span.end_line, span.end_column


def test_whatever_the_lines_are_the_short_way_says_the_same_or_nothing() -> None:
    random, taken = Random(1), 0
    for _ in range(4000):
        text = drawn(random)
        short = source.plain(text.encode(), "tegnet.yml", lambda keys, key: True)
        if short is None:
            continue
        taken += 1
        _, node, findings = source.read(text.encode(), "tegnet.yml")
        assert node is not None and not findings, text
        assert shortly(short) == said(node), text
    assert taken > 500
