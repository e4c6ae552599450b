"""Municipalities as a list of cards, each one link with what it leads to."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup

from kanalstrategi.components.html import EMPTY, Html, lines

_CARDS = Html('<ul class="ks-cards">\n{}\n</ul>')
_CARD = Html(
    '<li class="ks-cards__card"><a class="ks-cards__link" href="{}"><span lang="da">{}</span></a>\n<p>{}</p>\n{}</li>'
)
_NOTE = Html('<p class="ks-cards__note">{}</p>')


@dataclass(frozen=True)
class Card:
    name: str
    href: str
    document: str
    note: str


def municipality_cards(cards: Iterable[Card]) -> Markup:
    return _CARDS(lines(*(_card(card) for card in cards)))


def _card(card: Card) -> Markup:
    return _CARD(card.href, card.name, card.document, _NOTE(card.note) if card.note else EMPTY)
