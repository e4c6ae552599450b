"""How the characters of a Word run look: as the run says itself, as the style of its characters says, as that of its paragraph."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, Final

from docx.oxml.ns import qn

from kanalstrategi.intake.word_styles import Styles

_OFF: Final = ("0", "false", "off")


class Look:
    """What is said of a run, the nearest first. Bold and italic of a whole paragraph are told by its style instead."""

    def __init__(self, run: Any, styles: Styles | None, paragraph: Sequence[Any]) -> None:
        own = run.find(qn("w:rPr"))
        self._own = [own, *(styles.of_characters(own) if styles else ())]
        self._all = [*self._own, *paragraph]

    @property
    def bold(self) -> bool:
        return _is_on(self._own, "w:b")

    @property
    def italic(self) -> bool:
        return _is_on(self._own, "w:i")

    @property
    def hidden(self) -> bool:
        return _is_on(self._all, "w:vanish")

    @property
    def struck(self) -> bool:
        return _is_on(self._all, "w:strike") or _is_on(self._all, "w:dstrike")

    @property
    def height(self) -> str:
        """`superscript`, `subscript`, or nothing of the kind."""
        return next((str(each.get(qn("w:val"))) for each in _said(self._all, "w:vertAlign")), "")


def _is_on(looks: Iterable[Any], name: str) -> bool:
    return next((each.get(qn("w:val"), "true") not in _OFF for each in _said(looks, name)), False)


def _said(looks: Iterable[Any], name: str) -> Iterable[Any]:
    return (found for each in looks if each is not None and (found := each.find(qn(name))) is not None)
