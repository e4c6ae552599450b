"""The one way to write HTML: whatever an author wrote is text, wherever a component puts it."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from conftest import PACKAGE
from kanalstrategi.components.html import Html, lines
from kanalstrategi.frame import Document, document
from kanalstrategi.i18n import catalog
from markupsafe import Markup

SCRIPT = """<script>alert('1')</script> & "more" {} %s"""
TAG_OR_ATTRIBUTE = re.compile(r'<[^>]*>|[\w-]+="[^"]*"')
WRITERS = sorted(path for room in ("components", "pages") for path in (PACKAGE / room).rglob("*.py"))


def test_what_is_put_into_a_place_is_escaped() -> None:
    shown = Html('<p title="{}">{}</p>')(SCRIPT, SCRIPT)
    assert shown.count("<") == shown.count(">") == 2 and shown.count('"') == 2 and "'" not in shown
    assert shown.unescape() == f'<p title="{SCRIPT}">{SCRIPT}</p>'


def test_markup_stays_markup_and_any_other_value_is_said() -> None:
    assert Html("<p{}>{}{}</p>")(Markup(' lang="da"'), 7, None) == '<p lang="da">7None</p>'


def test_a_sign_of_a_template_in_the_markup_is_that_sign() -> None:
    assert Html("<p>100 % {}</p>")("80 %s") == "<p>100 % 80 %s</p>"


def test_as_many_values_as_places() -> None:
    with pytest.raises(TypeError):
        Html("<p>{}</p>")()
    with pytest.raises(TypeError):
        Html("<p>{}</p>")("a", "b")


def test_lines_escape_too_and_leave_out_what_is_empty() -> None:
    assert lines(Markup("<p>a</p>"), "", Markup(), "<b>") == Markup("<p>a</p>\n&lt;b&gt;")


def calls(path: Path, name: str) -> Iterator[ast.Call]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == name:
            yield node


def written(node: ast.Call) -> Any:
    return node.args[0].value if len(node.args) == 1 and isinstance(node.args[0], ast.Constant) else None


PIECES = [(path, node) for path in WRITERS for node in calls(path, "Html")]


def test_every_piece_of_markup_stands_in_the_code_as_it_is() -> None:
    """Markup put together from values would let them past the door."""
    assert len(PIECES) > 50
    assert not [(path.name, node.lineno) for path, node in PIECES if not isinstance(written(node), str)]


def test_no_word_that_is_seen_stands_in_markup() -> None:
    seen = {written(node): TAG_OR_ATTRIBUTE.sub(" ", written(node)) for _, node in PIECES}
    assert not [piece for piece, words in seen.items() if re.search(r"[A-Za-zÆØÅæøå]{2,}", words)]


@pytest.mark.parametrize("sign", ["\0", "<content>"])
def test_no_words_around_the_content_are_taken_for_its_place(sign: str) -> None:
    """What the preview tells of a broken file may hold any sign."""
    held = Document("Titel", "Kanalstrategier", "Om", "./", "<h1>Titel</h1>", (), notice=(f"Her står »{sign}«.",))
    page = document(held, catalog("da"))
    assert page.count("<h1>Titel</h1>") == 1 and page.index("Her står") < page.index("<h1>Titel</h1>")
