"""How to reach a channel or a place of help: for whom, telephone, addresses and opening hours, as facts."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from kanalstrategi.components.html import EMPTY, Html, lines
from kanalstrategi.components.page import PageInMaking
from kanalstrategi.strategy.channels import Channel, HelpPlace

_LIST = Html('<dl class="ks-facts">\n{}\n</dl>')
_ROW = Html('<div class="ks-facts__row"><dt>{}</dt>\n{}\n</div>')
_LINK = Html('<dd><a href="{}">{}</a></dd>')
_VALUE = Html("<dd{}>{}</dd>")
_BREAK = Markup("<br>")


def contact(page: PageInMaking, part: Channel | HelpPlace) -> Markup:
    rows = lines(*(_ROW(page.words(f"contact.{label}"), values) for label, values in _rows(page, part)))
    return _LIST(rows) if rows else EMPTY


def telephone_address(number: str) -> str:
    return "tel:" + "".join(sign for sign in number if sign.isdigit() or sign == "+")


def _rows(page: PageInMaking, part: Channel | HelpPlace) -> Iterator[tuple[str, Markup]]:
    if isinstance(part, HelpPlace) and part.whom:
        yield "whom", _VALUE(page.danish, part.whom)
    if isinstance(part, HelpPlace) and part.helper:
        yield "helper", _VALUE(page.danish, part.helper)
    if part.telephone:
        yield "telephone", _LINK(telephone_address(part.telephone), part.telephone)
    if part.mail:
        yield "mail", _LINK(f"mailto:{part.mail}", part.mail)
    if part.address:
        yield "address", _VALUE(page.danish, _BREAK.join(part.address.splitlines()))
    if part.web:
        yield "web", _LINK(part.web, part.web)
    if part.opening_hours:
        yield "opening_hours", lines(*(_VALUE(page.danish, f"{hours.days}: {hours.written}") for hours in part.opening_hours))
    if part.closed:
        yield "closed", lines(*(_VALUE(page.danish, day) for day in part.closed))
    if part.appointment:
        yield "appointment", _VALUE(page.danish, part.appointment)
