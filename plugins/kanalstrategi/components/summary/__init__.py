"""The short version, signed by whoever wrote it."""

from __future__ import annotations

from markupsafe import Markup

from kanalstrategi.components.html import Html
from kanalstrategi.components.page import PageInMaking
from kanalstrategi.components.prose import prose_blocks
from kanalstrategi.strategy.document import Summary

_SUMMARY = Html('<div class="ks-summary">\n{}\n<p class="ks-summary__author">{}</p>\n</div>')


def summary(page: PageInMaking, summary: Summary) -> Markup:
    return _SUMMARY(prose_blocks(page, summary.text), page.words(f"summary.by.{summary.author.value}"))
