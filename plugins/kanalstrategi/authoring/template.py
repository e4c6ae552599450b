"""A file to begin with, from the model: every field once, with its meaning and an example.

What must be there stands ready, what may be there is turned off. A set of fields that can stand in several places is
written out in one of them, and the others say where.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from pydantic.fields import FieldInfo

from kanalstrategi.authoring.lines import explained, indented, item, plain, sentences, turned_off
from kanalstrategi.i18n import Catalog
from kanalstrategi.strategy.annotations import is_list, model_of
from kanalstrategi.strategy.definitions import Annex, Measurement, Step, Term
from kanalstrategi.strategy.fields import Part, slug
from kanalstrategi.strategy.nodes import words_of
from kanalstrategi.strategy.sections import Chapter, Section
from kanalstrategi.strategy.text import PROSE, Block, Table

Filled = Mapping[str, "str | Filled"]
"""What is known already, by key."""

_POINTERS: Final = {"passage", "channel", "reaches", "quote", "quotes"}
_QUOTED: Final[Mapping[type[Part], set[str]]] = {
    Term: {"meaning"},
    Step: {"meaning"},
    Annex: {"name"},
    Measurement: {"sample", "response_rate", "caveat"},
}
"""Fields that hold an address, or words of the document that are checked: no example could be right in them."""

_FACTS: Final = {"telephone", "mail", "address", "web", "closed", "appointment"}
"""Fields whose example would be taken for a fact: told of wherever they can stand, and written out nowhere."""

_NAMES: Final = ("heading", "name", "title", "mark", "party", "applies_to", "text")
"""The fields that an id is best made from, in that order."""

_DEEPEST: Final = 2
"""How many blocks inside each other are turned off; in the innermost everything is there, to be kept or deleted."""


@dataclass(frozen=True)
class _Place:
    """A field on its way down the model: the keys, how many blocks around it are turned off, and what is known."""

    path: tuple[str, ...]
    blocks: int
    known: str | Filled | None

    @property
    def is_open(self) -> bool:
        """Whether it stands in what an author has to fill in."""
        return self.blocks == 0

    def under(self, key: str) -> _Place:
        known = self.known.get(key) if isinstance(self.known, Mapping) else None
        return _Place((*self.path, key), self.blocks, known)

    def turned_off(self) -> _Place:
        return _Place(self.path, self.blocks + 1, None)


@dataclass(frozen=True)
class Template:
    """The template of one kind of file."""

    root: type[Part]
    words: Catalog

    def lines(self, names: tuple[str, ...], filled: Filled) -> list[str]:
        """The root's fields, by their names in code; those with fields of their own under the heading of a chapter."""
        found: list[str] = []
        for name in names:
            info = self.root.model_fields[name]
            if model_of(info.annotation) not in (None, Block):
                found += ["", f"## ===== {self._heading(name, info)} ====="]
            found += self._entry(self.root, name, _Place((), 0, filled).under(str(info.alias)))
        return found

    def often(self) -> list[str]:
        """What is explained once, before everything else."""
        width = max((len(key) for key, _ in self._often), default=0) + 2
        found = []
        for key, meaning in self._often:
            found += explained(f"  {f'{key}:':<{width}}{meaning}", hanging=" " * (width + 2))
        return found

    @cached_property
    def _often(self) -> tuple[tuple[str, str], ...]:
        """What is said of a key in several places, by key and meaning."""
        said = Counter(
            (str(info.alias), self._said(path, info))
            for model, path in {self.root: (), **self._homes}.items()
            for name, info in model.model_fields.items()
            if info.alias in model.keys() and name not in _FACTS and (path or not model_of(info.annotation))
        )
        return tuple(pair for pair, times in said.items() if times > 1)

    def _said(self, path: tuple[str, ...], info: FieldInfo) -> str:
        """What stands above a field: its meaning, the words to choose from, and where it is written out."""
        said = [info.description or ""]
        inner = model_of(info.annotation)
        if choices := words_of(info.annotation):
            said.append(self.words("template.choices", words=", ".join(choices)))
        if inner and self._is_elsewhere(inner, (*path, str(info.alias))):
            said.append(self.words("template.as_under", key=self._homes[inner][0]))
        return " ".join(said)

    def _heading(self, name: str, info: FieldInfo) -> str:
        key = f"chapter.{name}"
        return self.words(key) if key in self.words else info.title or ""

    @cached_property
    def _homes(self) -> dict[type[Part], tuple[str, ...]]:
        """Where each set of fields is written out: at the outermost of its places, the first of several."""
        homes: dict[type[Part], tuple[str, ...]] = {}
        queue: list[tuple[type[Part], tuple[str, ...]]] = [(self.root, ())]
        while queue:
            model, path = queue.pop(0)
            for key, info in model.keys().items():
                inner = model_of(info.annotation)
                if inner and inner is not Block and inner not in homes:
                    homes[inner] = (*path, key)
                    queue.append((inner, homes[inner]))
            if not queue and Section in homes and Table not in homes:
                queue.append((Block, (*homes[Section], str(Section.model_fields["text"].alias))))
        return homes

    def _is_elsewhere(self, inner: type[Part], path: tuple[str, ...]) -> bool:
        """A chapter of the page is always written out."""
        return len(path) > 1 and inner is not Block and self._homes[inner] != path

    def _fields(self, model: type[Part], place: _Place) -> list[str]:
        keys = model.keys()
        names = [name for name, info in model.model_fields.items() if info.alias in keys and info.alias != PROSE]
        aliases = [str(model.model_fields[name].alias) for name in names]
        return [
            line
            for name, key in zip(names, aliases, strict=True)
            for line in self._entry(model, name, place.under(key))
        ]

    def _entry(self, model: type[Part], name: str, place: _Place) -> list[str]:
        """A field with what is said of it above, or only that where nothing can be shown."""
        info, key = model.model_fields[name], place.path[-1]
        inner, said = model_of(info.annotation), self._said(place.path[:-1], info)
        above = [] if (key, said) in self._often else explained(said)
        must = info.is_required() or key in model.together
        is_the_documents = name in _POINTERS or name in _QUOTED.get(model, ())
        if inner and self._is_elsewhere(inner, place.path):
            told = explained(f"{key}: {said}") if above else []
            return [*told, f"{key}:", *indented(item(self._needed(inner, place)))] if must else told
        if place.known is None and not inner and (is_the_documents or (place.is_open and must)):
            said = f"{said} {self.words('template.example', example=self._example(info))}" if info.examples else said
            return [*explained(said), f"{key}:"] if must else explained(f"{key}: {said}")
        example = "" if words_of(info.annotation) else self.words("template.example", example=self._example(info))
        told = explained(f"{key}: {said} {example}")
        is_set = inner is not None and inner is not Block
        if not must and (name.startswith("editors_") or (len(place.path) > 1 and name.endswith("_heading"))):
            return told
        written = [] if is_set else [*above, *self._value(model, name, place)]
        if not (must or is_set or place.is_open) and place.known is None and above and len(told) < len(written):
            return told  # an example that was overlooked would stand in the document
        if must or place.known is not None or (not place.is_open and (not is_set or place.blocks == _DEEPEST)):
            return [*above, *self._value(model, name, place)]
        return [*above, *turned_off(self._value(model, name, place.turned_off()))]

    def _needed(self, model: type[Part], place: _Place) -> list[str]:
        """Only the fields that must be there, of a set that is written out elsewhere, under an id of its own."""
        keys = {str(info.alias): name for name, info in model.model_fields.items()}
        needed = [(key, keys[key]) for key, info in model.keys().items() if info.is_required()]
        lines = [line for key, name in needed for line in self._value(model, name, place.under(key))]
        return [f"{line}-2" if line.startswith("id: ") else line for line in lines]

    def _value(self, model: type[Part], name: str, place: _Place) -> list[str]:
        """A key with what is known, or with an example."""
        info, key = model.model_fields[name], place.path[-1]
        inner = model_of(info.annotation)
        if isinstance(place.known, str):
            return [f"{key}: {plain(place.known)}"]
        if inner is Block:
            return [f"{key}: |", *indented(sentences(self._example(info)))]
        if inner and is_list(info.annotation):
            return [f"{key}:", *indented(self._items(inner, place))]
        if inner:
            return [f"{key}:", *indented(self._fields(inner, place))]
        if name == "id":
            return [f"{key}: {self._id(model)}"]
        if name == "heading" and issubclass(model, Chapter):
            return [f"{key}: {self.root.keys()[place.path[0]].title}"]
        example = self._example(info)
        return [f"{key}: {example if is_list(info.annotation) else plain(example)}"]

    def _items(self, model: type[Part], place: _Place) -> Iterator[str]:
        yield from item(self._fields(model, place))
        if model is Section:
            yield from explained(self.words("template.blocks"))
            yield from turned_off(item(self._with_blocks(model, place.turned_off())))

    def _with_blocks(self, model: type[Part], place: _Place) -> list[str]:
        """A part whose running text is a list, with one of each block that can stand in it."""
        text = model.model_fields["text"]
        inside = place.under(str(text.alias))
        blocks = [f"- {self._example(text)}"]
        for key, info in Block.keys().items():
            inner = model_of(info.annotation)
            if inner and key != PROSE:
                fields = self._fields(inner, inside.under(key))
                blocks += [*explained(info.description or ""), f"- {key}:", *indented(fields, 4)]
        return [f"id: {self._id(model)}-2", f"{text.alias}:", *indented(blocks)]

    def _example(self, info: FieldInfo) -> str:
        return str((info.examples or words_of(info.annotation) or ["…"])[0])

    def _id(self, model: type[Part]) -> str:
        named = (info for name in _NAMES if (info := model.model_fields.get(name)) and info.examples)
        info = next(named, model.model_fields["id"])
        return "-".join(slug(self._example(info)).split("-")[:3])
