"""The first chapters of an edition's page: the short version, facts, how to reach the municipality, and help."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from kanalstrategi.components.contact import contact
from kanalstrategi.components.facts import facts
from kanalstrategi.components.html import Html, lines, together
from kanalstrategi.components.prose import prose_blocks
from kanalstrategi.components.ranking import channel_list, ranking
from kanalstrategi.components.summary import summary as shown_summary
from kanalstrategi.components.tools import headed
from kanalstrategi.pages.draft import uri_of_changes, uri_of_hearing, uri_of_strategy
from kanalstrategi.pages.edition.facts import document_facts
from kanalstrategi.pages.edition.parts import Parts
from kanalstrategi.pages.hearing.view import state
from kanalstrategi.pages.wording import names_of_two
from kanalstrategi.site.library import HeldHearing, Municipality, Strategy
from kanalstrategi.strategy.channels import Ranking
from kanalstrategi.strategy.edition import Audience
from kanalstrategi.strategy.passages import CHAPTERS
from kanalstrategi.strategy.vocabulary import Theme

_NOTE = Html('<div class="ks-note">{}\n</div>')
_OLDER = Html('<p>{} <a href="{}">{}</a></p>')
_WAY = Html('<p class="ks-way"><a href="{}">{}</a></p>')
_PARAGRAPH = Html("<p>{}</p>")
_IN_HEARING = Html('<p>{} {} <a href="{}" aria-label="{}">{}</a></p>')
_COVERAGE = Html('<div class="ks-note"><p{}>{}</p></div>')
_HEARINGS = Html('<p class="ks-way">{}</p>')
_HEARING = Html('<a href="{}"><span{}>{}</span>: {}</a> ')
_RANKED_FOR = Html("<p>{} <q{}>{}</q>.</p>")
_AUDIENCE = Html('<a href="#{}-{}">{}</a>')


def older(parts: Parts) -> Iterator[Markup]:
    """That there is a newer edition, and the way to what it changed."""
    words, link, municipality, strategy = parts.page.words, parts.page.link, parts.municipality, parts.strategy
    newer = next((each for each in municipality.strategies if municipality.before(each) is strategy), None)
    if not newer:
        return
    other = municipality.newest if _is_at_least(strategy, municipality.current, municipality) else municipality.current
    is_draft = other.edition.document.is_draft
    said = _OLDER(
        words("edition.older_than_draft" if is_draft else "edition.older"),
        link(uri_of_strategy(municipality.slug, other.slug)),
        words("edition.read_draft" if is_draft else "edition.current"),
    )
    changes = link(uri_of_changes(municipality.slug, newer.slug))
    yield _NOTE(lines(said, _WAY(changes, words("edition.replaced"))))


def _is_at_least(strategy: Strategy, other: Strategy, municipality: Municipality) -> bool:
    """Whether an edition is the other or newer."""
    places = {each.slug: place for place, each in enumerate(municipality.strategies)}
    return places[strategy.slug] <= places[other.slug]


def not_final(parts: Parts) -> Iterator[Markup]:
    """That the edition is a draft, and which hearings about it can be answered now."""
    page, strategy, words = parts.page, parts.strategy, parts.page.words
    if strategy.edition.document.is_draft:
        said, current = words("edition.draft"), parts.municipality.current
        if strategy is not current and _is_at_least(strategy, current, parts.municipality):
            uri = page.link(uri_of_strategy(strategy.municipality_slug, current.slug))
            yield _NOTE(_OLDER(said, uri, words("edition.not_the_draft")))
        else:
            yield _NOTE(_PARAGRAPH(said))
    for held in strategy.hearings:
        if (procedure := held.hearing.procedure).is_open:
            how = page.link(uri_of_hearing(strategy.municipality_slug, strategy.slug, held.slug), "saadan")
            name = words("edition.hearing.name", title=procedure.title)
            in_hearing = words("edition.in_hearing")
            yield _NOTE(_IN_HEARING(in_hearing, state(procedure, words), how, name, words("edition.hearing")))


def summary(parts: Parts) -> Iterator[Markup]:
    page, summary = parts.page, parts.edition.summary
    yield parts.chapter("summary", summary)
    yield shown_summary(page, summary) if summary else _PARAGRAPH(page.words("summary.none"))
    yield parts.said.here(CHAPTERS["summary"])


def document(parts: Parts) -> Iterator[Markup]:
    page, strategy, words = parts.page, parts.strategy, parts.page.words
    document = strategy.edition.document
    yield parts.chapter("document", document)
    yield facts(page, document_facts(strategy, words))
    if document.coverage_note:
        yield _COVERAGE(page.danish, document.coverage_note)
    if strategy.hearings:
        yield _HEARINGS(together([_hearing(parts, held) for held in strategy.hearings]))
    yield parts.said.here(CHAPTERS["document"])
    if before := parts.municipality.before(strategy):
        changes = page.link(uri_of_changes(strategy.municipality_slug, strategy.slug))
        slugs = before.slug, strategy.slug
        name, _ = names_of_two(before.edition.document, document, slugs, words)
        yield _WAY(changes, words("changes.link", name=name))


def _hearing(parts: Parts, held: HeldHearing) -> Markup:
    page, strategy, hearing = parts.page, parts.strategy, held.hearing
    said = page.words("hearing.remarks", n=len(hearing.remarks))
    if hearing.remarks:
        said += f", {page.words('remarks.answered', n=hearing.answered)}"
    uri = uri_of_hearing(strategy.municipality_slug, strategy.slug, held.slug)
    return _HEARING(page.link(uri), page.danish, hearing.procedure.title, said)


def how_to_reach(parts: Parts) -> Iterator[Markup]:
    page, words, channels = parts.page, parts.page.words, parts.edition.channels
    yield headed(page, 2, "kontakt", words("chapter.contact"), channels)
    if channels and channels.rankings:
        for each in channels.rankings:
            yield ranked_for(parts, each) if each.applies_to else _PARAGRAPH(words("contact.ranked"))
            yield ranking(page, each)
    elif channels and channels.channels:
        yield _PARAGRAPH(words("contact.unranked"))
        yield channel_list(page, channels.channels)
    if not channels or not channels.rankings:
        yield parts.silence(Theme.RANKING)
    yield from parts.themes(Theme.ATTENDANCE, Theme.TELEPHONE)


def ranked_for(parts: Parts, ranking: Ranking) -> Markup:
    """What a ranking is for."""
    one = ranking.reaches[0] if len(ranking.reaches) == 1 else None
    name = _AUDIENCE(Audience.prefix, one, ranking.applies_to) if one else ranking.applies_to
    return _RANKED_FOR(parts.page.words("contact.ranked_for"), parts.page.danish, name)


def help(parts: Parts) -> Iterator[Markup]:
    page, help = parts.page, parts.edition.help
    yield parts.chapter("help", help)
    if help:
        yield from parts.opening("help", help)
        level = 4 if parts.has_own_heading("help", help) else 3
        for place in help.places:
            yield headed(page, level, place.anchor, place.name, place, "da")
            yield prose_blocks(page, place.text)
            yield contact(page, place)
            yield parts.said.here(place.anchor)
        yield from parts.sections(help.sections)
    yield parts.quoted(Theme.HELP)
    yield parts.silence(Theme.HELP)
    yield from parts.themes(Theme.DISABILITY)
    if not parts.excerpts.get(Theme.DISABILITY):
        yield parts.theme_heading(Theme.DISABILITY)
        yield parts.silence(Theme.DISABILITY)
