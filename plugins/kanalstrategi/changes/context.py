"""Where the comparison is while it walks: the part a change will be about, and whose words they are."""

from __future__ import annotations

from typing import NamedTuple

from kanalstrategi.changes.change import Significance, Where
from kanalstrategi.changes.titles import title_of
from kanalstrategi.strategy.fields import Part
from kanalstrategi.strategy.sections import Addressed


class Context(NamedTuple):
    chapter: str
    kind: str = ""
    label: str = ""
    before: str | None = None
    after: str | None = None
    fields: tuple[str, ...] = ()
    is_editors: bool = False
    is_inside: bool = False

    @property
    def where(self) -> Where:
        return Where(*self[:6])

    def significance(self, *, editorial: bool = False) -> Significance:
        return Significance.EDITORIAL if editorial or self.is_editors else Significance.SUBSTANCE

    def editors(self) -> Context:
        return self._replace(is_editors=True)

    def into(self, *titles: str) -> Context:
        return self._replace(fields=(*self.fields, *titles))

    def beside(self, title: str) -> Context:
        """In the same part as the field that was last gone into, under another title."""
        return self._replace(fields=(*self.fields[:-1], title))

    def inside(self, title: str) -> Context:
        """Inside a part that there is one of; a chapter's own part needs no other name than the chapter's."""
        if not self.kind and not self.fields and not self.is_inside:
            return self._replace(is_inside=True)
        return self.into(title)

    def of(self, kind: str) -> Context:
        return self._replace(kind=kind, fields=())

    def named(self, kind: str, label: str) -> Context:
        """At something with a name of its own inside a passage, whose address it shares."""
        return self._replace(kind=kind, label=label, fields=())

    def at(self, old: Part | None, new: Part | None) -> Context:
        """At an item of a list. What has neither an address nor a parent with a name is known by its own."""
        item = old or new
        assert item is not None
        if not isinstance(item, Addressed) and self.kind:
            return self
        before, after = self.before, self.after
        if isinstance(item, Addressed):
            before = old.anchor if isinstance(old, Addressed) else None
            after = new.anchor if isinstance(new, Addressed) else None
        kind, label = type(item).__name__.lower(), title_of(item)
        return Context(self.chapter, kind, label, before, after, (), self.is_editors, self.is_inside)
