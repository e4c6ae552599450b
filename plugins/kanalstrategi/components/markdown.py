"""The one door through which an author's Markdown becomes HTML.

Paragraphs, lists, emphasis and links pass; HTML, headings, images and any link but http, https,
mailto, tel and relative ones are shown as the text they are. A numbered list keeps the numbers that
were written, as text, because they are words of the document.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping, MutableMapping, Sequence
from functools import lru_cache
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.common.utils import escapeHtml
from markdown_it.renderer import RendererHTML
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from markdown_it.utils import OptionsDict
from markupsafe import Markup, escape

from kanalstrategi.strategy.glossary import FirstUse
from kanalstrategi.strategy.links import is_safe

_FOOTNOTE = re.compile(r"\[\^([a-z0-9-]+)\]")
_SIGN = re.compile(r"[\\*_\[\]\0\t\v\f\r\x1c-\x1f\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]")
"""A sign of Markdown inside a line, or white space that is no plain space."""
_AT_AN_END = re.compile(r"\n(?:[-+ ]|\d+[.)]|\n\Z)| \n")
"""What may mean something at the beginning of a line, or is white space at an end, in text with a line break around it."""
_BETWEEN_PARAGRAPHS = re.compile(r"\n{2,}")


class Prose:
    """Renders the running text of one page. Remembers which footnotes were referred to."""

    def __init__(
        self, footnotes: Mapping[str, str] = {}, label: str = "{mark}", first_used_in: FirstUse = FirstUse([])
    ) -> None:
        """`footnotes` maps ids to marks as the document prints them; `label` names a reference for listeners.

        The words of the glossary are explained where they are `first_used_in`.
        """
        self.first_used_in = first_used_in
        self._footnotes = footnotes
        self._label = label
        self._references: Counter[str] = Counter()

    def __call__(self, text: str) -> Markup:
        """Block-level HTML without blank lines."""
        if "[^" not in text:
            return _without_footnotes(text)
        if _has_no_markdown(self._referring(text, lambda id: "x")):
            return Markup(self._referring(_paragraphs(text), self.reference))
        return _html(text, self)

    def inline(self, text: str) -> Markup:
        """The same, without the paragraph around it where there is only one."""
        html = self(text)
        if html.startswith("<p>") and html.count("<p>") == 1 and html.endswith("</p>"):
            return Markup(html[3:-4])
        return html

    def reference(self, id: str) -> Markup:
        """A link to a footnote; the first reference to it is where its way back leads."""
        self._references[id] += 1
        number = self._references[id]
        mark = self._footnotes[id]
        suffix = "" if number == 1 else f"-{number}"
        link = Markup(
            '<a class="ks-footnote-mark" id="fodnote-{0}-ref{1}" href="#fodnote-{0}" role="doc-noteref" aria-label="{2}">{3}</a>'
        )
        link = link.format(id, suffix, self._label.format(mark=mark), mark)
        return Markup("<sup>{}</sup>").format(link) if mark.isascii() else link

    def knows(self, id: str) -> bool:
        return id in self._footnotes

    def _referring(self, text: str, shown: Callable[[str], str]) -> str:
        """Text with something else for every reference to a footnote that there is."""
        return _FOOTNOTE.sub(lambda mark: shown(mark[1]) if self.knows(mark[1]) else mark[0], text)


def _footnote(state: StateInline, silent: bool) -> bool:
    match = _FOOTNOTE.match(state.src, state.pos)
    if not match or not state.env["prose"].knows(match[1]):
        return False
    if not silent:
        token = state.push("footnote", "", 0)
        token.meta = {"id": match[1]}
    state.pos = match.end()
    return True


def _render_footnote(
    renderer: RendererHTML, tokens: Sequence[Token], index: int, options: OptionsDict, env: MutableMapping[str, Any]
) -> str:
    return str(env["prose"].reference(tokens[index].meta["id"]))


def _render_item(
    renderer: RendererHTML, tokens: Sequence[Token], index: int, options: OptionsDict, env: MutableMapping[str, Any]
) -> str:
    token = tokens[index]
    if not token.info:
        return "<li>"
    return f'<li><span class="ks-mark">{escape(token.info)}{escape(token.markup)}</span> '


def _render_numbered(
    renderer: RendererHTML, tokens: Sequence[Token], index: int, options: OptionsDict, env: MutableMapping[str, Any]
) -> str:
    return '<ol class="ks-marked">\n'


def _door() -> MarkdownIt:
    door = MarkdownIt("zero", {"html": False}).enable(["list", "emphasis", "link", "escape"])
    door.validateLink = is_safe  # type: ignore[method-assign]
    door.inline.ruler.before("link", "footnote", _footnote)
    door.add_render_rule("footnote", _render_footnote)
    door.add_render_rule("list_item_open", _render_item)
    door.add_render_rule("ordered_list_open", _render_numbered)
    return door


_DOOR = _door()


def _html(text: str, prose: Prose | None) -> Markup:
    return Markup(_BETWEEN_PARAGRAPHS.sub("\n", _DOOR.render(text, {"prose": prose})).strip())


@lru_cache(maxsize=4096)
def _without_footnotes(text: str) -> Markup:
    """Text that reads the same on every page: editions of one municipality share much of it."""
    return _paragraphs(text) if _has_no_markdown(text) else _html(text, None)


def _has_no_markdown(text: str) -> bool:
    """Whether a text is nothing but paragraphs, which the door would only wrap, as most are."""
    return bool(text) and not _SIGN.search(text) and text[0] != "\n" and not _AT_AN_END.search(f"\n{text}\n")


def _paragraphs(text: str) -> Markup:
    inner = _BETWEEN_PARAGRAPHS.sub("</p>\n<p>", escapeHtml(text))
    return Markup(f"<p>{inner}</p>")
