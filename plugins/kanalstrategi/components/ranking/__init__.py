"""Channels in the order the municipality gives them: seen as steps, read as a numbered list."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from markupsafe import Markup

from kanalstrategi.components.html import Html, lines
from kanalstrategi.components.page import PageInMaking
from kanalstrategi.strategy.channels import Channel, Rank, Ranking

LAST_STEP: Final = 6

_RANKING = Html('<ol class="ks-ranking">\n{}\n</ol>')
_STEP = Html(
    '<li class="ks-ranking__step ks-ranking__step--{}"><span class="ks-ranking__place">{}.</span> '
    '<span class="ks-ranking__name"{}>{}</span></li>'
)
_LINK = Html('<a href="#kanal-{}">{}</a>')
_CHANNELS = Html('<ul class="ks-channels">\n{}\n</ul>')
_CHANNEL = Html('<li><a href="#{}"{}>{}</a></li>')


def ranking(page: PageInMaking, ranking: Ranking) -> Markup:
    return _RANKING(lines(*(_step(page, rank) for rank in ranking.ranks)))


def _step(page: PageInMaking, rank: Rank) -> Markup:
    place = rank.place_number
    name = _LINK(rank.channel, rank.name) if rank.channel else rank.name
    return _STEP(min(place, LAST_STEP), place, page.danish, name)


def channel_list(page: PageInMaking, channels: Iterable[Channel]) -> Markup:
    """The same without an order."""
    return _CHANNELS(lines(*(_CHANNEL(channel.anchor, page.danish, channel.name) for channel in channels)))
