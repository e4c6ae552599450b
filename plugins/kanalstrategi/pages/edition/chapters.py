"""The chapters of an edition's page that tell what the municipality wants and does: from its vision to its follow-up."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from kanalstrategi.components.facts import facts
from kanalstrategi.components.html import EMPTY, Html, lines
from kanalstrategi.components.items import items
from kanalstrategi.components.prose import prose_blocks
from kanalstrategi.components.targets import amount, holds_from_day_to_day
from kanalstrategi.components.tools import headed, link
from kanalstrategi.pages.edition.facts import follow_up_facts
from kanalstrategi.pages.edition.front import ranked_for
from kanalstrategi.pages.edition.parts import Parts
from kanalstrategi.site.comparison import cell
from kanalstrategi.site.evidence import StatedTarget, targets
from kanalstrategi.strategy.channels import Ranking
from kanalstrategi.strategy.edition import BudgetLine
from kanalstrategi.strategy.passages import CHAPTERS
from kanalstrategi.strategy.vocabulary import Absence, Coverage, Theme

_BYLINE = Html('<p class="ks-byline">{}</p>')
_VISION = Html('<div class="ks-vision">\n{}\n</div>')
_TARGETS = Html('<ul class="ks-way">\n{}\n</ul>')
_TARGET = Html('<li><a href="#{}"><strong>{}{}</strong> <span{}>{}</span>{}</a></li>')
_DEADLINE = Html("<span{}>{}</span>")
_BY = Html(" ({})")
_PARAGRAPH = Html("<p>{}</p>")
_PLACES = Html('<ul class="ks-way"{}>\n{}\n</ul>')
_PLACE = Html('<li><a href="#{}">{}</a></li>')
_RANKING = Html('<div id="{}">\n{}\n</div>')
_RANKS = Html('<ol class="ks-marked"{}>\n{}\n</ol>')
_RANK = Html('<li><span class="ks-mark">{}.</span> {}</li>')
_ABSENT = Html('<p class="ks-plain-absence">{}</p>')
_TASKS = Html("<ul{}>\n{}\n</ul>")
_TASK = Html("<li>{}</li>")
_BUDGET = Html('<ul class="ks-items">\n{}\n</ul>')
_BUDGET_LINE = Html('<li id="{}"><span{}>{}: <strong>{}</strong>{}{}</span>{}\n</li>')


def vision(parts: Parts) -> Iterator[Markup]:
    page, words, statements = parts.page, parts.page.words, parts.edition.vision
    yield parts.chapter("vision", statements[0] if statements else None)
    for statement in statements:
        title = statement.heading or words("vision.unlabelled")
        yield headed(page, 3, statement.anchor, title, statement, "da")
        if not statement.labelled:
            yield _BYLINE(words("vision.not_called"))
        yield _VISION(prose_blocks(page, statement.text))
        yield parts.said.here(statement.anchor)
    if not statements:
        yield parts.quoted(Theme.VISION)
    yield parts.silence(Theme.VISION)


def goals(parts: Parts) -> Iterator[Markup]:
    page, words, groups = parts.page, parts.page.words, parts.edition.goals
    yield parts.chapter("goals", groups[0] if groups else None)
    for number, group in enumerate(groups, start=1):
        title, language = group.heading or words(f"level.{group.level.value}"), "da" if group.heading else None
        yield headed(page, 3, f"maal-gruppe-{number}", title, group, language)
        yield prose_blocks(page, group.text)
        yield items(page, group.goals, 4, parts.said)
        yield prose_blocks(page, group.closing)
    yield parts.said.here(CHAPTERS["goals"])
    if not groups:
        yield parts.quoted(Theme.GOALS)
    yield parts.silence(Theme.GOALS)
    if stated := targets(parts.strategy):
        yield page.heading(3, "alle-maaltal", words("targets.all"))
        yield _TARGETS(lines(*[_target(parts, each) for each in stated]))
    yield parts.silence(Theme.TARGETS)


def _target(parts: Parts, stated: StatedTarget) -> Markup:
    page, words, target = parts.page, parts.page.words, stated.target
    comparator = f"{words(f'comparator.{target.comparator.value}')} " if target.comparator else ""
    deadline = _DEADLINE(page.danish, target.deadline) if target.deadline else words("absence.ikke-angivet")
    by = EMPTY if holds_from_day_to_day(stated.item, target) else _BY(deadline)
    return _TARGET(stated.item.anchor, comparator, amount(page, target), page.danish, target.what, by)


def principles(parts: Parts) -> Iterator[Markup]:
    page, groups = parts.page, parts.edition.principles
    yield parts.chapter("principles", groups[0] if groups else None)
    for number, group in enumerate(groups, start=1):
        if group.heading and group.heading != parts.title("principles"):
            yield page.heading(3, f"principper-{number}", group.heading, "da")
        yield prose_blocks(page, group.text)
        yield items(page, group.principles, 4, parts.said)
        yield prose_blocks(page, group.closing)
    yield parts.said.here(CHAPTERS["principles"])
    yield parts.silence(Theme.PRINCIPLES)


def channels(parts: Parts) -> Iterator[Markup]:
    page, channels = parts.page, parts.edition.channels
    yield parts.chapter("channels", channels)
    if channels:
        yield from parts.opening("channels", channels)
        yield from parts.sections(channels.sections)
        level = 4 if parts.has_own_heading("channels", channels) else 3
        for enquiry in channels.enquiry_types:
            yield headed(page, level, enquiry.anchor, enquiry.name, enquiry, "da")
            yield prose_blocks(page, enquiry.text)
            yield parts.said.here(enquiry.anchor)
        yield prose_blocks(page, channels.reasons)
        for ranking in channels.rankings:
            yield _RANKING(ranking.anchor, lines(*_ranking(parts, ranking)))
        yield parts.guidelines(channels.guidelines, CHAPTERS["channels"], 3)
        for part in channels.channels:
            yield parts.channel(part, 3)
    else:
        yield parts.silence(Theme.RANKING)
    guidelines = cell(parts.strategy, Theme.GUIDELINES)
    if not guidelines.evidence or guidelines.notes:
        yield parts.theme_heading(Theme.GUIDELINES)
        yield parts.silence(Theme.GUIDELINES)
    yield from parts.themes(Theme.COST)


def _ranking(parts: Parts, ranking: Ranking) -> Iterator[Markup]:
    yield prose_blocks(parts.page, ranking.text)
    if ranking.applies_to and not ranking.text:
        yield ranked_for(parts, ranking)
    if not ranking.applies_to or ranking.text:
        yield parts.audiences(ranking)
    ranks = [_RANK(place.place_number, place.name) for place in ranking.ranks]
    yield _RANKS(parts.page.danish, lines(*ranks))
    yield parts.said.here(ranking.anchor)


def criteria(parts: Parts) -> Iterator[Markup]:
    page, said = parts.page, parts.said
    criteria, service_targets = parts.edition.criteria, parts.edition.service_targets
    yield parts.chapter("criteria", criteria)
    if criteria:
        yield from parts.opening("criteria", criteria)
        yield items(page, criteria.items, 4, said)
        yield from parts.sections(criteria.sections)
    if service_targets:
        yield parts.inner("service_targets", service_targets)
        yield prose_blocks(page, service_targets.text)
        yield items(page, service_targets.items, 4, said)
        yield parts.groups(service_targets.groups, f"{CHAPTERS['service_targets']}-gruppe", 4)
        yield from parts.sections(service_targets.sections, 4)
    at_channels = [channel for channel in parts.strategy.channels if channel.service_targets]
    if at_channels:
        yield _PARAGRAPH(page.words("criteria.at_channels"))
        yield _PLACES(page.danish, lines(*[_PLACE(channel.anchor, channel.name) for channel in at_channels]))
    yield parts.silence(Theme.CRITERIA)


def initiatives(parts: Parts) -> Iterator[Markup]:
    initiatives, coverage = parts.edition.initiatives, parts.edition.document.coverage
    yield parts.chapter("initiatives", initiatives)
    if initiatives:
        yield from parts.opening("initiatives", initiatives)
        level = 4 if parts.has_own_heading("initiatives", initiatives) else 3
        yield parts.groups(initiatives.groups, CHAPTERS["initiatives"], level)
        yield from parts.sections(initiatives.sections)
    else:
        absence = Absence.NOT_STATED if coverage is Coverage.WHOLE else Absence.NOT_AVAILABLE
        yield _ABSENT(parts.page.words(f"absence.{absence.value}"))


def organisation(parts: Parts) -> Iterator[Markup]:
    page, organisation = parts.page, parts.edition.organisation
    yield parts.chapter("organisation", organisation)
    if organisation:
        yield from parts.opening("organisation", organisation)
        level = 4 if organisation.heading else 3
        yield from parts.sections(organisation.sections, level)
        yield prose_blocks(page, organisation.task_lists_text)
        for listed in organisation.task_lists:
            yield headed(page, level, listed.anchor, listed.heading, listed, "da")
            yield _TASKS(page.danish, lines(*map(_TASK, listed.tasks)))
            yield parts.said.here(listed.anchor)
    yield parts.quoted(Theme.ORGANISATION)
    yield parts.silence(Theme.ORGANISATION)
    yield from parts.themes(Theme.STAFF)


def economy(parts: Parts) -> Iterator[Markup]:
    if not (economy := parts.edition.economy):
        return
    yield parts.chapter("economy", economy)
    yield from parts.opening("economy", economy)
    if economy.lines:
        yield _BUDGET(lines(*[_budget_line(parts, line) for line in economy.lines]))
    yield from parts.sections(economy.sections)


def _budget_line(parts: Parts, line: BudgetLine) -> Markup:
    when, note = f" ({line.when})" if line.when else "", f". {line.note}" if line.note else ""
    more = lines(link(parts.page, line.anchor, line.name), parts.said.here(line.anchor))
    return _BUDGET_LINE(line.anchor, parts.page.danish, line.name, line.amount.written, when, note, more)


def follow_up(parts: Parts) -> Iterator[Markup]:
    page, follow_up = parts.page, parts.edition.follow_up
    yield parts.chapter("follow_up", follow_up)
    if follow_up:
        yield from parts.opening("follow_up", follow_up)
        if rows := list(follow_up_facts(follow_up, page.words)):
            yield facts(page, rows)
        yield from parts.sections(follow_up.sections)
    yield parts.quoted(Theme.FOLLOW_UP)
    yield parts.silence(Theme.FOLLOW_UP)
