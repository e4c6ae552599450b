"""The parts of an edition that hold parts like themselves: sections, and channels with what belongs to each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from kanalstrategi.components.contact import contact
from kanalstrategi.components.html import EMPTY, Html, lines
from kanalstrategi.components.items import items
from kanalstrategi.components.prose import prose_blocks
from kanalstrategi.components.remarks import Said
from kanalstrategi.components.tools import headed
from kanalstrategi.pages.draft import Draft
from kanalstrategi.strategy.channels import Channel
from kanalstrategi.strategy.edition import Edition
from kanalstrategi.strategy.sections import Section
from kanalstrategi.strategy.statements import Guidelines, InitiativeGroup, ServiceTargetGroup
from kanalstrategi.strategy.text import Text

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
    """What an edition's page asks for them."""

    page: Draft
    edition: Edition
    said: Said

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
        yield self._audiences(part)
        yield prose_blocks(page, part.text)
        yield self.said.here(part.anchor)
        yield self._labelled("purpose", part.purpose)
        yield self.guidelines(part.guidelines, part.anchor, lower)
        yield self._labelled("exceptions", part.exceptions)
        yield self._labelled("responsibility", part.responsibility)
        yield contact(page, part)
        yield items(page, part.goals, lower, self.said)
        for inner in part.channels:
            yield self.channel(inner, lower)

    def _kind(self, part: Channel) -> Markup:
        words = self.page.words
        if not part.common and not part.role:
            return EMPTY
        role = _ROLE(words(f"role.{part.role.value}")) if part.role else EMPTY
        return _KIND(role, EMPTY.join(_COMMON(words(f"channel.{common.value}")) for common in part.common))

    def _audiences(self, part: Channel) -> Markup:
        if not part.reaches:
            return EMPTY
        groups = self.edition.audiences.groups if self.edition.audiences else ()
        reached = (_AUDIENCE(self.page.danish, each.anchor, each.name) for each in groups if each.id in part.reaches)
        return _FACTS(self.page.words("channel_part.audiences"), lines(*reached))

    def _labelled(self, name: str, text: Text) -> Markup:
        return _LABELLED(self.page.words(f"channel_part.{name}"), prose_blocks(self.page, text)) if text else EMPTY
