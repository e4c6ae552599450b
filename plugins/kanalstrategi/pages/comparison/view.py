"""What the comparison shows: the current strategy of every municipality."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kanalstrategi.i18n import Catalog
from kanalstrategi.pages.draft import PAGES, Draft, Site, uri_of_strategy
from kanalstrategi.pages.page import Page
from kanalstrategi.pages.wording import document_name, place_in_ranking, target_value, value_in_words
from kanalstrategi.site import Evidence, Library, Strategy, cell
from kanalstrategi.site.comparison import described, ranked, targets
from kanalstrategi.strategy.passages import one_line, quoted_line
from kanalstrategi.strategy.text import Text
from kanalstrategi.strategy.vocabulary import Absence, CommonChannel, Kind, Theme

FITTING = 6
"""How many municipalities stand side by side without scrolling; more scroll sideways in their region."""


@dataclass(frozen=True)
class Column:
    """A municipality with the way to its current strategy."""

    slug: str
    name: str
    href: str
    document: str

    @property
    def slug_and_name(self) -> tuple[str, str]:
        return self.slug, self.name


@dataclass(frozen=True)
class Link:
    """A line of a cell; `quoted` when it is a passage of the document, `danish` when its words are the document's."""

    text: str
    href: str
    danish: bool = True
    quoted: bool = False


@dataclass(frozen=True)
class Shown:
    """A cell as it is shown: its lines, and in which way the document is silent."""

    links: tuple[Link, ...]
    absence: Absence | None = None


def page(library: Library, site: Site) -> Page:
    draft, words = Draft(site, PAGES["comparison"]), site.words
    strategies = tuple(municipality.current for municipality in library.municipalities)
    return draft.render(
        "pages/comparison/page.html.jinja",
        title=words("comparison.title"),
        description=words("comparison.description"),
        place=None,
        wide=True,
        view=lambda: dict(
            columns=[
                Column(
                    each.municipality_slug,
                    each.edition.municipality,
                    _href(draft, each),
                    document_name(each.edition.document, words),
                )
                for each in strategies
            ],
            themes=[(theme.value, [_cell(each, theme, draft) for each in strategies]) for theme in Theme],
            matrix=list(_matrix(strategies, draft)),
            targets=list(_targets(strategies, draft, words)),
            fitting=FITTING,
            absences=[absence.value for absence in Absence],
        ),
    )


def _href(draft: Draft, strategy: Strategy, anchor: str = "") -> str:
    return draft.link(uri_of_strategy(strategy.municipality_slug, strategy.slug), anchor)


def _cell(strategy: Strategy, theme: Theme, draft: Draft) -> Shown:
    stated = cell(strategy, theme)
    links = tuple(_link(strategy, evidence, draft) for evidence in stated.evidence)
    return Shown(links, stated.absence)


def _link(strategy: Strategy, evidence: Evidence, draft: Draft) -> Link:
    text = value_in_words(evidence.value, draft.site.words)
    quoted = isinstance(evidence.value, str) and len(text) > 40
    return Link(
        quoted_line(text), _href(draft, strategy, evidence.anchor), not isinstance(evidence.value, Kind), quoted
    )


def _matrix(strategies: tuple[Strategy, ...], draft: Draft) -> Iterator[tuple[str, list[Shown]]]:
    """A row for every common channel that a strategy ranks or describes."""
    for channel in CommonChannel:
        row = [_place(strategy, channel, draft) for strategy in strategies]
        if any(shown.links for shown in row):
            yield channel.value, row


def _place(strategy: Strategy, channel: CommonChannel, draft: Draft) -> Shown:
    words = draft.site.words
    links = []
    for each in ranked(strategy, channel):
        text = place_in_ranking(each, words)
        links.append(Link(text, _href(draft, strategy, each.anchor), danish=False))
    if not links:
        links = [
            Link(words("matrix.named"), _href(draft, strategy, each.anchor), danish=False)
            for each in described(strategy, channel)
        ]
    absence = None if links else cell(strategy, Theme.RANKING).absence or Absence.NOT_STATED
    return Shown(tuple(links), absence)


def _targets(strategies: tuple[Strategy, ...], draft: Draft, words: Catalog) -> Iterator[dict[str, object]]:
    for strategy in strategies:
        for stated in targets(strategy):
            yield {
                "municipality": strategy.edition.municipality,
                "slug": strategy.municipality_slug,
                "target": stated.target,
                "value": target_value(stated.target, words),
                "words": _prose(stated.item.text),
                "href": _href(draft, strategy, stated.item.anchor),
            }


def _prose(text: Text) -> str:
    return one_line(" ".join(block.prose or "" for block in text))
