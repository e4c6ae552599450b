"""Markdown to blocks, by way of the HTML that markdown-it-py makes of it; HTML inside it is HTML."""

from __future__ import annotations

from typing import Any

from markdown_it import MarkdownIt
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.front_matter import front_matter_plugin

from kanalstrategi.intake.blocks import LeftOut, Reading, Refusal
from kanalstrategi.intake.html import read_text
from kanalstrategi.intake.plain import text_of


def read(data: bytes) -> Reading | Refusal:
    text = text_of(data)
    if text is None:
        return Refusal("not_text")
    parser = MarkdownIt("commonmark").enable(["table", "strikethrough"]).use(footnote_plugin).use(front_matter_plugin)
    tokens: list[Any] = parser.parse(text)
    front = [LeftOut("front_matter", " ".join(token.content.split())) for token in tokens if token.type == "front_matter"]
    html = parser.renderer.render(tokens, parser.options, {})
    reading = read_text(f"<html><body>{html}</body></html>")
    return Reading(reading.blocks, reading.footnotes, (*front, *reading.left_out), reading.doubts)


__all__ = ["read"]
