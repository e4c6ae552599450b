"""The template environment of each language."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from pathlib import Path
from types import SimpleNamespace
from typing import Any, Final

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from jinja2.ext import Extension
from jinja2.lexer import Token, TokenStream
from jinja2.runtime import Context

from kanalstrategi.components.cards import municipality_cards
from kanalstrategi.components.changes import changes
from kanalstrategi.components.prose import prose_blocks, prose_inline
from kanalstrategi.components.summary import summary
from kanalstrategi.components.tools import headed
from kanalstrategi.i18n import catalog

_PACKAGE = Path(str(files("kanalstrategi")))

COMPONENTS: Final = SimpleNamespace(
    changes=changes,
    headed=headed,
    municipality_cards=municipality_cards,
    prose_blocks=prose_blocks,
    prose_inline=prose_inline,
    summary=summary,
)
"""What a template places by name: `component.prose_blocks(page, text)`."""


@cache
def environment(language: str) -> Environment:
    """Templates by their path in the package: `pages/hearing/page.html.jinja`."""
    made = Environment(
        loader=FileSystemLoader(_PACKAGE),
        extensions=[_Sentences],
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        # A template is read once a build; the live preview makes a new environment when one was saved.
        auto_reload=False,
        cache_size=-1,
    )
    made.context_class = _PlainCalls
    made.globals["component"] = COMPONENTS
    made.extend(words=catalog(language))
    return made


class _PlainCalls(Context):
    """Calls what a template names as Python does; none of our functions asks for the template's context."""

    @staticmethod
    def call(called: Any, *args: Any, _loop_vars: Any = None, _block_vars: Any = None, **named: Any) -> Any:  # type: ignore[override]
        return called(*args, **named)


class _Sentences(Extension):
    """What a template asks of the catalogue by a key alone is looked up when it is read, and is part of its markup."""

    def filter_stream(self, stream: TokenStream) -> Iterator[Token]:
        tokens, place = list(stream), 0
        while place < len(tokens):
            token, *after = tokens[place : place + 4]
            if token.test("name:t") and [each.type for each in after] == ["lparen", "string", "rparen"]:
                sentence = self.environment.words(after[1].value)  # type: ignore[attr-defined]
                yield Token(token.lineno, "string", sentence)
                place += 4
            else:
                yield token
                place += 1
