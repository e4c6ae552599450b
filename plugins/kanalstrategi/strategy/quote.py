"""A quote as the W3C's TextQuoteSelector has it: the words, and where it helps, what stood before and after."""

from __future__ import annotations

from typing import Any, ClassVar

from pydantic import SerializerFunctionWrapHandler, model_serializer

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
