"""What recurs in the chapters of an edition's page: how they open, themes, sections, and channels with what belongs to each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from kanalstrategi.components.absence import absence
from kanalstrategi.components.contact import contact
from kanalstrategi.components.excerpts import excerpts
from kanalstrategi.components.html import EMPTY, Html, lines, together
from kanalstrategi.components.items import items
from kanalstrategi.components.prose import prose_blocks
from kanalstrategi.components.remarks import Said
from kanalstrategi.components.tools import headed
from kanalstrategi.pages.draft import Draft
from kanalstrategi.site import Municipality, Strategy, silence
from kanalstrategi.strategy.channels import Channel, Ranking
from kanalstrategi.strategy.definitions import Excerpt
from kanalstrategi.strategy.edition import Edition
from kanalstrategi.strategy.glossary import GlossaryEntry
from kanalstrategi.strategy.passages import CHAPTERS
from kanalstrategi.strategy.sections import Chapter, Section
from kanalstrategi.strategy.statements import Guidelines, InitiativeGroup, ServiceTargetGroup
from kanalstrategi.strategy.text import Text
from kanalstrategi.strategy.vocabulary import Theme

_LOWEST = 6

_BYLINE = Html('<p class="ks-byline">{}</p>')
_KIND = Html('<p class="ks-channel-kind">{}{}</p>')
_ROLE = Html('<span class="ks-chip ks-chip--role">{}</span> ')
_COMMON = Html('<span class="ks-chip">{}</span> ')
_FACTS = Html('<dl class="ks-facts"><div class="ks-facts__row"><dt>{}</dt>\n{}\n</div></dl>')
_LABELLED = Html('<dl class="ks-facts"><div class="ks-facts__row"><dt>{}</dt><dd>{}\n</dd></div></dl>')
_AUDIENCE = Html('<dd{}><a href="#{}">{}</a></dd>')


@dataclass(frozen=True)
class Parts:
    """An edition as its page shows it, and what the chapters have in common."""

    page: Draft
    strategy: Strategy
    municipality: Municipality
    said: Said
    glossary: Sequence[GlossaryEntry]
    """The words of the glossary that stand in it."""
    excerpts: Mapping[Theme, Sequence[Excerpt]]

    @property
    def edition(self) -> Edition:
        return self.strategy.edition

    def chapter(self, name: str, part: Any = None) -> Markup:
        """The heading of a chapter of the page, by the field that fills it."""
        return headed(self.page, 2, CHAPTERS[name], self.title(name), part)

    def title(self, name: str) -> str:
        return self.page.words(f"chapter.{name}")

    def opening(self, name: str, part: Chapter) -> Iterator[Markup]:
        """The document's own heading and text of a chapter; a heading that only repeats the title is left out."""
        if self.has_own_heading(name, part):
            yield self.page.heading(3, f"{CHAPTERS[name]}-i-dokumentet", part.heading or "", "da")
        yield prose_blocks(self.page, part.text)
        yield self.said.here(CHAPTERS[name])

    def has_own_heading(self, name: str, part: Chapter) -> bool:
        return bool(part.heading) and part.heading != self.title(name)

    def inner(self, name: str, part: Chapter) -> Markup:
        """The heading of what is a chapter in the document and stands inside one of the page's."""
        title, language = part.heading or self.title(name), "da" if part.heading else None
        return headed(self.page, 3, CHAPTERS[name], title, part, language)

    def theme_heading(self, theme: Theme) -> Markup:
        return self.page.heading(3, theme.anchor, self.page.words(f"theme.{theme.value}"))

    def themes(self, *themes: Theme) -> Iterator[Markup]:
        """What the document says about themes that have no chapter."""
        for theme in themes:
            if quoted := self.excerpts.get(theme):
                yield self.theme_heading(theme)
                yield excerpts(self.page, quoted)

    def quoted(self, theme: Theme) -> Markup:
        return excerpts(self.page, self.excerpts.get(theme, ()))

    def silence(self, theme: Theme) -> Markup:
        """That the document is silent about a theme, where it is."""
        return absence(self.page, silence(self.strategy, theme))

    def sections(self, parts: Iterable[Section], level: int = 3) -> Iterator[Markup]:
        return (self.section(part, level) for part in parts)

    def section(self, part: Section, level: int) -> Markup:
        """A section and those inside it, each a level lower."""
        return lines(*self._section(part, level))

    def channel(self, part: Channel, level: int) -> Markup:
        """A channel and its sub-channels."""
        return lines(*self._channel(part, level))

    def guidelines(self, part: Guidelines | None, owner: str, level: int) -> Markup:
        """Guidelines of a channel, or of all of them; `owner` is the address of what they are for."""
        if not part:
            return EMPTY
        heading = self.page.heading(level, f"retningslinjer-{owner}", part.heading, "da") if part.heading else EMPTY
        lower = min(level + 1, _LOWEST) if part.heading else level
        return lines(heading, prose_blocks(self.page, part.text), items(self.page, part.items, lower, self.said))

    def groups(self, groups: Sequence[ServiceTargetGroup | InitiativeGroup], name: str, level: int) -> Markup:
        """Statements under headings of their own; `level` is that of the headings."""
        return lines(*(self._group(group, f"{name}-{number}", level) for number, group in enumerate(groups, start=1)))

    def _group(self, group: ServiceTargetGroup | InitiativeGroup, id: str, level: int) -> Markup:
        heading = self.page.heading(level, id, group.heading, "da") if group.heading else EMPTY
        lower = level + 1 if group.heading else level
        return lines(heading, prose_blocks(self.page, group.text), items(self.page, group.items, lower, self.said))

    def _section(self, part: Section, level: int) -> Iterator[Markup]:
        words = self.page.words
        yield headed(self.page, level, part.anchor, part.heading or part.editors_heading or "", part, "da")
        if not part.heading:
            yield _BYLINE(words("editors.heading"))
        if part.written_for:
            readers = words.joined([words(f"reader.{reader.value}") for reader in part.written_for])
            yield _BYLINE(words("section.written_for", readers=readers))
        yield prose_blocks(self.page, part.text)
        yield self.said.here(part.anchor)
        for inner in part.sections:
            yield self.section(inner, min(level + 1, _LOWEST))

    def _channel(self, part: Channel, level: int) -> Iterator[Markup]:
        page, lower = self.page, min(level + 1, _LOWEST)
        title = f"{part.number} {part.name}" if part.number else part.name
        yield headed(page, level, part.anchor, title, part, "da", called=part.name)
        yield self._kind(part)
        yield self.audiences(part)
        yield prose_blocks(page, part.text)
        yield self.said.here(part.anchor)
        yield self._labelled("purpose", part.purpose)
        yield self.guidelines(part.guidelines, part.anchor, lower)
        yield self._labelled("exceptions", part.exceptions)
        yield self._labelled("responsibility", part.responsibility)
        yield contact(page, part)
        yield items(page, part.goals, lower, self.said)
        yield items(page, part.service_targets, lower, self.said)
        for inner in part.channels:
            yield self.channel(inner, lower)

    def _kind(self, part: Channel) -> Markup:
        words = self.page.words
        if not part.common and not part.role:
            return EMPTY
        role = _ROLE(words(f"role.{part.role.value}")) if part.role else EMPTY
        return _KIND(role, together([_COMMON(words(f"channel.{common.value}")) for common in part.common]))

    def audiences(self, part: Channel | Ranking) -> Markup:
        """The audiences that a channel or an order of channels is for."""
        if not part.reaches:
            return EMPTY
        groups = self.edition.audiences.groups if self.edition.audiences else ()
        reached = (_AUDIENCE(self.page.danish, each.anchor, each.name) for each in groups if each.id in part.reaches)
        label = "audiences" if isinstance(part, Channel) else "order_for"
        return _FACTS(self.page.words(f"channel_part.{label}"), lines(*reached))

    def _labelled(self, name: str, text: Text) -> Markup:
        return _LABELLED(self.page.words(f"channel_part.{name}"), prose_blocks(self.page, text)) if text else EMPTY
