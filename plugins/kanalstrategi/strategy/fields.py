"""The types of single fields: which text is a number, a day, a time or an id.

Every type reads the author's text and raises a `PydanticCustomError` whose type is the code of a
finding (KS208 to KS217, KS224, KS240, KS241, KS244); the sentence of the finding stands in the catalogue.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, time
from decimal import Decimal
from functools import cache
from sys import intern
from typing import Annotated, Any, ClassVar, Final

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, GetCoreSchemaHandler, StringConstraints
from pydantic.fields import FieldInfo
from pydantic_core import CoreSchema, PydanticCustomError
from pydantic_core.core_schema import no_info_after_validator_function
from slugify import slugify

from kanalstrategi.diagnostics import Span
from kanalstrategi.source import PLACE, Marks
from kanalstrategi.strategy import forms
from kanalstrategi.strategy.moments import clock, closing_clock, day
from kanalstrategi.strategy.number_words import number_of


def field(alias: str, title: str, meaning: str, example: str = "", **options: Any) -> Any:
    """Declare a field: its key in the YAML, its title, what it means, and an example, all in Danish."""
    return Field(alias=alias, title=title, description=meaning, examples=[example] if example else None, **options)


_NOT_KEPT: Final = frozenset[str]()
_set, _drop = object.__setattr__, object.__delattr__


class Part(BaseModel):
    """Something an author wrote as keys and values; frozen, and it knows its place in the file."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", populate_by_name=False, arbitrary_types_allowed=True, defer_build=True
    )

    text_key: ClassVar[str | None] = None
    """The key that a text alone stands for, where an author may write one instead of keys and values."""

    together: ClassVar[tuple[str, ...]] = ()
    """Keys that are all there or none of them."""

    instead: ClassVar[str | None] = None
    """The key that has to be there when those of `together` are not."""

    place: Marks | None = Field(default=None, alias=PLACE, exclude=True, repr=False)

    def __eq__(self, other: object) -> bool:
        """As pydantic compares models: by their fields. A part keeps nothing else, so that what was asked of it changes nothing."""
        return type(self) is type(other) and self.__dict__ == other.__dict__

    def model_post_init(self, _: object) -> None:
        """Let go of what weighs more than the words do: the set of written fields, and a dict with its own table of keys.

        A value that is set by itself begins a dict whose keys a part shares with all parts of its class.
        """
        values = self.__dict__
        _drop(self, "__dict__")
        _set(self, "__pydantic_fields_set__", _NOT_KEPT)
        _set(self, "place", values["place"])
        self.__dict__.update(values)

    @property
    def span(self) -> Span:
        assert self.place is not None, "only a decoded part has a place"
        return self.place.span

    def span_of(self, alias: str) -> Span:
        """The span of the value under a key, or of the whole part where the key is not written."""
        assert self.place is not None, "only a decoded part has a place"
        return self.place.span_of(alias)

    def span_at(self, name: str) -> Span:
        """The span of the value of a field, by the field's name in code."""
        return self.span_of(type(self).model_fields[name].alias or "")

    @classmethod
    @cache
    def keys(cls) -> dict[str, FieldInfo]:
        """The fields an author can write, by key, in the order of declaration."""
        return {info.alias: info for name, info in cls.model_fields.items() if info.alias and name != "place"}


def slug(text: str) -> str:
    """Text as an address: `Ærø & Øst` becomes `aeroe-oest`."""
    return slugify(text, replacements=[["æ", "ae"], ["Æ", "ae"], ["ø", "oe"], ["Ø", "oe"], ["å", "aa"], ["Å", "aa"]])


def suggested_id(written: str) -> str:
    """An id for what an author wrote as one; a footnote is often marked by stars."""
    return slug(written[:60]) or (("stjerne", "to-stjerner")[len(written) > 1] if set(written) == {"*"} else "afsnit-1")


def _identifier(value: object) -> object:
    if isinstance(value, str) and not forms.ID.match(value):
        raise PydanticCustomError("KS212", "id", {"suggestion": suggested_id(value)})
    return value


def _year(value: object) -> object:
    if isinstance(value, str):
        if not forms.YEAR.match(value):
            meant = re.search(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])", value)
            raise PydanticCustomError("KS209", "year", {"suggestion": meant.group() if meant else "2026"})
        return int(value)
    return value


def _whole(value: object) -> object:
    if isinstance(value, str):
        if not forms.WHOLE.match(value):
            whole = re.sub(r"(?<=[0-9])\.(?=[0-9]{3}(?![0-9]))", "", value)
            meant = re.search(r"(?<![0-9.,])[1-9][0-9]{0,5}(?![0-9]|[.,][0-9])", whole)
            if value.strip() == "0":
                raise PydanticCustomError("KS259", "nought")
            word = number_of(value.casefold())
            raise PydanticCustomError("KS210", "whole", {"suggestion": meant.group() if meant else str(word or "")})
        return int(value)
    return value


def _yes_no(value: object) -> object:
    if isinstance(value, str):
        if not forms.YES_NO.match(value):
            raise PydanticCustomError("KS211", "yes or no")
        return value.casefold() == "ja"
    return value


def _kle(value: object) -> object:
    if isinstance(value, str) and not forms.KLE.match(value):
        raise PydanticCustomError("KS214", "KLE")
    return value


def _municipality_code(value: object) -> object:
    if isinstance(value, str):
        if not forms.MUNICIPALITY_CODE.match(value):
            raise PydanticCustomError("KS215", "code")
        return value.removeprefix("0") if len(value) == 4 else value
    return value


def _web_address(value: object) -> object:
    if isinstance(value, str) and not forms.WEB_ADDRESS.match(value):
        host = len(value) < 300 and re.fullmatch(r"(?:[\w-]+\.)+[a-z]{2,}(?:/\S*)?", value)
        suggestion = f"https://{value}" if host else "https://www.kommune.dk/kanalstrategi"
        if meant := re.fullmatch(r"h?t{1,2}ps?[:;]?/{1,3}((?:[\w-]+\.)+[a-z]{2,}(?:/\S*)?)", value[:300], re.IGNORECASE):
            suggestion = f"https://{meant[1]}"
        raise PydanticCustomError("KS216", "address", {"suggestion": suggestion})
    return value


_LETTERS_LIKE_DIGITS: Final = str.maketrans("OolI", "0011")
_TELEPHONE: Final = re.compile(r"(?<![\d+])(?:\+45 ?)?\d{2}(?: ?\d{2}){3}(?![\d])")


def _telephone(value: object) -> object:
    if isinstance(value, str) and not forms.TELEPHONE.match(value):
        meant = _TELEPHONE.findall(value[:200].translate(_LETTERS_LIKE_DIGITS))
        raise PydanticCustomError("KS240", "telephone", {"suggestion": meant[0] if len(meant) == 1 else "12 34 56 78"})
    return value


def _mail(value: object) -> object:
    if isinstance(value, str) and not forms.MAIL.match(value):
        plain = re.sub(r" *(?:\((?:at|a|@)\)|\[(?:at|a|@)\]) *", "@", value[:200].removeprefix("mailto:"), flags=re.IGNORECASE)
        plain = re.sub(r"\s*@\s*", "@", plain)
        meant = [word for word in re.split(r"[\s,;<>]+", plain) if forms.MAIL.match(word)]
        raise PydanticCustomError("KS241", "mail", {"suggestion": meant[0] if meant else "hoering@kommune.dk"})
    return value


@dataclass(frozen=True, slots=True)
class Amount:
    """A number with its unit, and the words it was written in: `80 %`, `1,5`, `2.526 brugere`."""

    number: Decimal
    unit: str
    written: str


def _amount(value: object) -> object:
    if isinstance(value, Amount):
        return value
    match = forms.AMOUNT.match(value) if isinstance(value, str) else None
    if not match:
        raise PydanticCustomError("KS217", "amount", {"suggestion": _meant(str(value)[:60])})
    number = Decimal(match[1].replace(".", "").replace(",", "."))
    return Amount(number, match[2] or "", match.string)


def _meant(value: str) -> str:
    """The amount inside a longer text, or with the comma that a decimal needs."""
    comma = re.sub(r"(?<=[0-9])\.(?=[0-9]{1,2}(?![0-9]))", ",", value)
    comma = re.sub(r"(?i)(?<!\w)(?:kr\.?|dkk)\s*([0-9][0-9.]*(?:,[0-9]+)?)(?!\s*(?:mi|t\.))", r"\1 kr", comma)
    match = re.search(r"[0-9][0-9.]*(?:,[0-9]+)?(?:\s*%|\s+(?:mio|mill|mia)\.?\s+kr|\s+[^\W\d_]+)?(?![-–0-9])", comma)
    return match.group() if match and forms.AMOUNT.match(match.group()) else "80 %"


class Held:
    """Text that is held once: the editions of a municipality say much of the same, and a country has many."""

    @staticmethod
    def __get_pydantic_core_schema__(source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """As an `AfterValidator` would, but for the signature of `intern`, which that reads anew for each field."""
        return no_info_after_validator_function(intern, handler(source))


Words = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1), Held]
Identifier = Annotated[str, BeforeValidator(_identifier), forms.ID]
Year = Annotated[int, BeforeValidator(_year), forms.YEAR]
Day = Annotated[date, BeforeValidator(day), forms.DAY]
Clock = Annotated[time, BeforeValidator(clock), forms.CLOCK]
ClosingClock = Annotated[time, BeforeValidator(closing_clock), forms.CLOSING_CLOCK]
Whole = Annotated[int, BeforeValidator(_whole), forms.WHOLE]
YesNo = Annotated[bool, BeforeValidator(_yes_no), forms.YES_NO]
KleNumber = Annotated[str, BeforeValidator(_kle), forms.KLE]
MunicipalityCode = Annotated[str, BeforeValidator(_municipality_code), forms.MUNICIPALITY_CODE]
Telephone = Annotated[str, BeforeValidator(_telephone), forms.TELEPHONE]
Mail = Annotated[str, BeforeValidator(_mail), forms.MAIL]
WebAddress = Annotated[str, BeforeValidator(_web_address), forms.WEB_ADDRESS]
Quantity = Annotated[Amount, BeforeValidator(_amount), forms.AMOUNT]
