"""A quote as the W3C's TextQuoteSelector has it: the words, and where it helps, what stood before and after."""

from __future__ import annotations

from typing import Annotated, Any, ClassVar

from pydantic import BeforeValidator, SerializerFunctionWrapHandler, model_serializer

from kanalstrategi.source import PLACE, Placed
from kanalstrategi.strategy.fields import Part, Words, field


class Quote(Part):
    """Words of an edition, as a response quotes them. They stay as they were when the text is changed."""

    text_key: ClassVar[str | None] = "citat"

    exact: Words = field("citat", "Citat", "De ord i strategien, svaret gengiver, ordret.", "Ring til os.")
    before: Words | None = field(
        "før",
        "Før",
        "De ord, der stod lige før. Skrives, når citatet står flere steder.",
        "Er du i tvivl?",
        default=None,
    )
    after: Words | None = field("efter", "Efter", "De ord, der stod lige efter.", "Vi hjælper dig.", default=None)

    @model_serializer(mode="wrap")
    def written(self, plain: SerializerFunctionWrapHandler) -> Any:
        """As an author would write it: text alone where nothing stands around it."""
        return plain(self) if self.before or self.after else self.exact


def _from_text(value: Any) -> Any:
    return {Quote.text_key: str(value), PLACE: value.marks} if isinstance(value, Placed) else value


Quotes = tuple[Annotated[Quote, BeforeValidator(_from_text)], ...]
"""Quotes, each written as its words alone or with those around it."""
