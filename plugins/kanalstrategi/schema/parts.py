"""Parts of the model as schemas of mappings and lists, and the definitions that they lead to."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import Enum
from types import NoneType, UnionType
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

from pydantic import StringConstraints
from pydantic.fields import FieldInfo

from kanalstrategi.i18n import Catalog
from kanalstrategi.schema.examples import example
from kanalstrategi.schema.values import KEY_ALONE, Schema, cell_of, choice_of, form_of, or_nothing, text_of
from kanalstrategi.strategy.annotations import form_in, is_list, model_of
from kanalstrategi.strategy.fields import Part
from kanalstrategi.strategy.forms import Form
from kanalstrategi.strategy.nodes import may_be_lost, may_be_of_nothing
from kanalstrategi.strategy.text import PROSE, Block


@dataclass
class Parts:
    """Walks the model from one kind of file on and collects the definitions on the way, outer before inner."""

    words: Catalog
    definitions: dict[str, Schema] = field(default_factory=dict)

    def mapping(self, model: type[Part]) -> Schema:
        annotations = get_type_hints(model, include_extras=True)
        fields = {name: info for name, info in model.model_fields.items() if info.alias in model.keys()}
        fields = {name: info for name, info in fields.items() if info.alias != PROSE}
        required = [str(info.alias) for info in fields.values() if info.is_required()]
        return {
            "type": "object",
            "properties": {info.alias: self._field(info, annotations[name]) for name, info in fields.items()},
            **({"required": required} if required else {}),
            **self._together(model),
            "additionalProperties": False,
            "errorMessage": self._keys([str(info.alias) for info in fields.values()], required),
        }

    def _together(self, model: type[Part]) -> Schema:
        """Keys that are all there, or another in place of them."""
        if not model.instead:
            return {}
        together, instead = list(model.together), [model.instead]
        message = self.words("schema.keys.together", together=self.words.joined(together), instead=model.instead)
        return {
            "if": {"anyOf": [{"required": [key]} for key in together]},
            "then": {"required": together, "errorMessage": message},
            "else": {"required": instead, "errorMessage": message},
        }

    def _keys(self, keys: list[str], required: list[str]) -> str:
        if not required:
            return self.words("schema.keys.any", keys=", ".join(keys))
        optional = [key for key in keys if key not in required]
        if not optional:
            return self.words("schema.keys.all", required=self.words.joined(required))
        return self.words("schema.keys.some", required=self.words.joined(required), optional=", ".join(optional))

    def _field(self, info: FieldInfo, annotation: Any) -> Schema:
        value = self._value(annotation)
        if "items" in value:
            value["items"] = {"title": info.title, **value["items"]}
        return {
            "title": info.title,
            "description": info.description,
            "markdownDescription": self._explained(info, annotation),
            **({"examples": [example(info.examples[0], annotation)]} if info.examples else {}),
            **(or_nothing(value) if may_be_lost(info) else value),
        }

    def _explained(self, info: FieldInfo, annotation: Any) -> str:
        form = form_in(annotation)
        is_prose = model_of(info.annotation) is Block
        sentences = [
            info.description,
            self.words(f"schema.form.{form.name}") if form else None,
            self.words("schema.list") if is_list(info.annotation) and not is_prose else None,
            self.words("schema.required" if info.is_required() else "schema.optional"),
        ]
        return "\n\n".join(sentence for sentence in sentences if sentence)

    def _value(self, annotation: Any) -> Schema:
        origin, inner = get_origin(annotation), get_args(annotation)
        if origin is Annotated:
            return self._annotated(inner[0], inner[1:])
        if origin in (Union, UnionType):
            (held,) = (member for member in inner if member is not NoneType)
            return self._value(held)
        if origin is tuple:
            item = self._value(inner[0])
            if NoneType in get_args(inner[0]):
                item = or_nothing(item)
            least = {} if may_be_of_nothing(annotation) else {"minItems": 1}
            return {"type": "array", "items": item, **least, "errorMessage": self.words("schema.list")}
        if issubclass(annotation, Enum):
            return self._defined(annotation.__name__, lambda: choice_of(annotation, self.words))
        return self._defined(annotation.__name__, lambda: self._part(annotation))

    def _annotated(self, held: Any, extras: tuple[Any, ...]) -> Schema:
        form = next((extra for extra in extras if isinstance(extra, Form)), None)
        if form:
            return self._defined(form.name, lambda: form_of(form, self.words))
        if held is str:
            may_be_empty = any(isinstance(extra, StringConstraints) and not extra.min_length for extra in extras)
            return self._defined("cell", lambda: cell_of(self.words)) if may_be_empty else self._text()
        if get_origin(held) is tuple:
            return self._one_or_several(get_args(held)[0])
        return self._value(held)

    def _one_or_several(self, item: Any) -> Schema:
        """A list that may be written as the one text in it: running text, a line of a figure."""
        alone = self._text()
        several = {"if": {"type": "array"}, "then": {"items": self._value(item), "minItems": 1}, "else": alone}
        return self._defined("text" if model_of(item) else "line", lambda: {"anyOf": [several], **KEY_ALONE})

    def _part(self, model: type[Part]) -> Schema:
        if not model.text_key:
            return self.mapping(model)
        return {"if": {"type": "object"}, "then": self.mapping(model), "else": self._text()}

    def _text(self) -> Schema:
        return self._defined("words", lambda: text_of(self.words))

    def _defined(self, name: str, make: Callable[[], Schema]) -> Schema:
        if name not in self.definitions:
            self.definitions[name] = {}
            self.definitions[name] = make()
        return {"$ref": f"#/definitions/{name}"}
