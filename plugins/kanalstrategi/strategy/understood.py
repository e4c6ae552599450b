"""What a file with mistakes in it says beside them, so that one mistake does not hide another of another kind.

The value is looked at by the rules and thrown away: no page is made of it. Where a mistake may hold what another
part points at, there is none.
"""

from __future__ import annotations

from typing import Any, Final, TypeVar

from pydantic import ValidationError
from pydantic.fields import FieldInfo

from kanalstrategi.source import Mapping, Node
from kanalstrategi.strategy.annotations import model_of
from kanalstrategi.strategy.decode import as_meant, as_values, problems_of
from kanalstrategi.strategy.fields import Part, slug
from kanalstrategi.strategy.nodes import words_of
from kanalstrategi.strategy.problems import Loc, Problems
from kanalstrategi.strategy.twice import without, written_twice

Model = TypeVar("Model", bound=Part)

_ELSEWHERE: Final = frozenset(("KS230", "KS260", "KS261", "KS262", "KS263"))
"""What is said of parts that stand in the place of others, where nothing that points at them finds them."""

_WHOLE_DAY: Final = {"fra": "00:00", "til": "24:00"}
"""Opening hours that hold whatever the other of the two times is; one without the other is no opening hour."""

_MOST: Final = 3
"""How often it is looked at anew: below a misspelt key there may be another."""


def understood(node: Node | None, model: type[Model]) -> Model | None:
    """The tree as a `model`, its mistakes left out or made good; `None` where that cannot be done for sure."""
    for _ in range(_MOST):
        if not isinstance(node, Mapping):
            return None
        if twice := [item for item, _ in written_twice(node)]:
            node = without(node, twice)
        try:
            return model.model_validate(as_values(node, model))
        except ValidationError as error:
            problems = problems_of(error)
        explaining = Problems(node, model, set())
        if {finding.code for finding in explaining.findings(problems)} & _ELSEWHERE:
            return None
        if not explaining.meant:
            return _validated(as_values(node, model), model, explaining, problems)
        node = as_meant(node, explaining.meant)
    return None


def _validated(
    values: Any, model: type[Model], explaining: Problems, problems: list[tuple[str, Loc, dict[str, Any]]]
) -> Model | None:
    for kind, loc, context in problems:
        if kind == "missing":
            place = (*loc, context["key"]) if context else loc
            spot = explaining.locate(place[:-1])
            owner = spot.inner if spot.entry else model
            info = owner.keys().get(str(place[-1])) if owner else None
            is_done = _made_good(_held(values, place[:-1]), place[-1], info, "")
        elif kind == "extra_forbidden" and loc[-1] in model.keys() and _held(values, loc[:-1]).get(loc[-1]) is None:
            return None  # A chapter in the wrong place, and what it holds is beside it.
        elif kind == "extra_forbidden" and _moved_out(values, loc, model):
            continue
        else:
            is_done = _left_out(values, loc, explaining.locate(loc).info, is_unknown=kind == "extra_forbidden")
        if not is_done:
            return None
    try:
        return model.model_validate(values)
    except ValidationError:
        return None


def _held(values: Any, loc: Loc) -> Any:
    """What stands at the place; steps that only pydantic knows of are passed over."""
    for step in loc:
        if _has(values, step):
            values = values[step]
    return values


def _has(values: Any, step: str | int) -> bool:
    return step in values if isinstance(values, dict) else isinstance(values, list) and isinstance(step, int) and step < len(values)


def _moved_out(values: dict[str, Any], loc: Loc, model: type[Part]) -> bool:
    """A chapter that stands inside another, where it belongs (KS233)."""
    key, holder = str(loc[-1]), _held(values, loc[:-1])
    if key not in model.keys() or key in values or not isinstance(holder, dict) or key not in holder:
        return False
    values[key] = holder.pop(key)
    return True


def _left_out(values: Any, loc: Loc, info: FieldInfo | None, *, is_unknown: bool) -> bool:
    holder, place = None, None
    for step in loc:
        if _has(values, step):
            holder, place, values = values, step, values[step]
    if holder is None or not (isinstance(values, str) or values is None):
        return False
    if isinstance(holder, dict) and place in _WHOLE_DAY and "dage" in holder:
        holder[place] = _WHOLE_DAY[place]
        return True
    if isinstance(holder, dict) and (is_unknown or (info and not info.is_required())):
        del holder[place]
        return True
    return _made_good(holder, place, info, values or "")


def _made_good(holder: Any, place: Any, info: FieldInfo | None, written: str) -> bool:
    """Something that fits where something has to stand; false where it may be what another part is found by."""
    if info is None or not isinstance(holder, (dict, list)):
        return False
    if place == "id":
        meant = slug(written) if written else ""
    else:
        examples = [] if model_of(info.annotation) else info.examples or []
        meant = str((words_of(info.annotation) or examples or [""])[0])
    if not meant or meant.isdigit():  # A number has its place in a row of numbers.
        return False
    holder[place] = meant
    return True
