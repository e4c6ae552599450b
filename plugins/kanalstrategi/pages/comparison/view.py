"""What the comparison shows: the current strategy of every municipality."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from kanalstrategi.components.choice import choice
from kanalstrategi.components.comparison import FITTING, Column, Link, Row, Shown, TargetRow, comparison, target_table
from kanalstrategi.components.html import Html, lines
from kanalstrategi.i18n import Catalog
from kanalstrategi.pages.draft import PAGES, Draft, Site, uri_of_strategy
from kanalstrategi.pages.page import Page
from kanalstrategi.pages.wording import listed_name, place_in_ranking, target_value, value_in_words
from kanalstrategi.site import Evidence, Library, Strategy, cell
from kanalstrategi.site.comparison import described, ranked
from kanalstrategi.site.evidence import targets
from kanalstrategi.strategy.passages import one_line, quoted_line
from kanalstrategi.strategy.text import Text
from kanalstrategi.strategy.vocabulary import Absence, CommonChannel, Kind, Theme


_LEAD = Html('<p class="ks-lead">{}</p>')
_HINT = Html('<p class="ks-hint">{}</p>')
_PARAGRAPH = Html("<p>{}</p>")
_MEANINGS = Html('<dl class="ks-facts">\n{}\n</dl>')
_MEANING = Html('<div class="ks-facts__row"><dt>{}</dt><dd>{}</dd></div>')


def page(library: Library, site: Site) -> Page:
    draft, words = Draft(site, PAGES["comparison"]), site.words
    strategies = tuple(municipality.current for municipality in library.municipalities)
    return draft.page(
        title=words("comparison.title"),
        description=words("comparison.description"),
        place=None,
        wide=True,
        retelling=True,
        pieces=lambda: _pieces(strategies, draft, words),
    )


def _pieces(strategies: tuple[Strategy, ...], draft: Draft, words: Catalog) -> Iterator[Markup]:
    columns = [_column(strategy, draft, words) for strategy in strategies]
    yield _LEAD(words("comparison.intro"))
    yield choice(draft, columns, FITTING)
    yield draft.heading(2, "naar-der-ikke-staar-noget", words("comparison.reading"))
    yield _MEANINGS(lines(*(_meaning(absence, words) for absence in Absence)))
    yield draft.heading(2, "temaer", words("comparison.themes"))
    if len(columns) > FITTING:
        yield _HINT(words("comparison.scroll"))
    themes = _themes(strategies, draft)
    yield comparison(draft, "temaer", words("comparison.themes_caption"), words("comparison.theme"), columns, themes)
    yield draft.heading(2, "kanaler", words("comparison.matrix"))
    yield _PARAGRAPH(words("comparison.matrix_intro"))
    matrix = _matrix(strategies, draft)
    yield comparison(draft, "kanaler", words("comparison.matrix_caption"), words("comparison.channel"), columns, matrix)
    yield draft.heading(2, "maaltal", words("comparison.targets"))
    yield _PARAGRAPH(words("comparison.targets_intro"))
    stated = _targets(strategies, draft, words)
    yield target_table(draft, "maaltal", words("comparison.targets_caption"), stated, len(columns))


def _column(strategy: Strategy, draft: Draft, words: Catalog) -> Column:
    edition = strategy.edition
    document = listed_name(edition.document, words)
    return Column(strategy.municipality_slug, edition.municipality, _href(draft, strategy), document)


def _meaning(absence: Absence, words: Catalog) -> Markup:
    name = words(f"absence.{absence.value}")
    return _MEANING(name[:1].upper() + name[1:], words(f"absence_meaning.{absence.value}"))


def _themes(strategies: tuple[Strategy, ...], draft: Draft) -> Iterator[Row]:
    for number, theme in enumerate(Theme, 1):
        yield Row(draft.words(f"theme.{theme.value}"), [_cell(each, theme, draft) for each in strategies], f"tema-{number}")


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


def _matrix(strategies: tuple[Strategy, ...], draft: Draft) -> Iterator[Row]:
    """A row for every common channel that a strategy ranks or describes."""
    for channel in CommonChannel:
        row = [_place(strategy, channel, draft) for strategy in strategies]
        if any(shown.links for shown in row):
            yield Row(draft.words(f"channel.{channel.value}"), row)


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


def _targets(strategies: tuple[Strategy, ...], draft: Draft, words: Catalog) -> Iterator[TargetRow]:
    for strategy in strategies:
        for stated in targets(strategy):
            yield TargetRow(
                strategy.municipality_slug,
                strategy.edition.municipality,
                stated.target,
                target_value(stated.target, words),
                _prose(stated.item.text),
                _href(draft, strategy, stated.item.anchor),
                strategy.edition.document.is_draft,
            )


def _prose(text: Text) -> str:
    return one_line(" ".join(block.prose or "" for block in text))
