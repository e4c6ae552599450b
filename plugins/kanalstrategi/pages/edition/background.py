"""The last chapters of an edition's page: background and data, what words mean, sources and what is missing from them."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from kanalstrategi.components.excerpts import excerpts
from kanalstrategi.components.facts import facts
from kanalstrategi.components.html import EMPTY, Html, lines
from kanalstrategi.components.prose import note, prose_blocks, prose_inline
from kanalstrategi.components.readability import readability as shown_readability
from kanalstrategi.components.tools import headed, link
from kanalstrategi.language.readability import readability as measured
from kanalstrategi.pages.edition.facts import measurement_facts, source_facts
from kanalstrategi.pages.edition.parts import Parts
from kanalstrategi.strategy.definitions import Annex, Gap
from kanalstrategi.strategy.edition import Audience
from kanalstrategi.strategy.passages import CHAPTERS
from kanalstrategi.strategy.vocabulary import Theme

_AUDIENCES = Html('<ul class="ks-marked"{}>\n{}\n</ul>')
_AUDIENCE = Html('<li id="{}">{}<strong>{}</strong>{}\n</li>')
_NUMBER = Html('<span class="ks-mark">{}</span> ')
_PARAGRAPH = Html("<p>{}</p>")
_LIST = Html("<ul>\n{}\n</ul>")
_GAP = Html("<li><strong>{}</strong> ({}): <span{}>{}</span></li>")
_ANNEX = Html("<li>{}: {}{}</li>")
_ANNEX_HERE = Html('<a href="#{}"{}>{}</a>')
_ANNEX_NAMED = Html("<span{}>{}</span>")
_ADDRESS = Html(', <a href="{}">{}</a>')
_FOOTNOTES = Html('<ul class="ks-footnotes">\n{}\n</ul>')
_FOOTNOTE = Html(
    '<li id="{}"><div class="ks-footnotes__text"{}><span class="ks-mark">{}</span> {}\n</div>\n'
    '<a href="#{}-ref" aria-label="{}">{}</a></li>'
)


def background(parts: Parts) -> Iterator[Markup]:
    page, words, edition = parts.page, parts.page.words, parts.edition
    yield parts.chapter("sections")
    yield from _audiences(parts)
    if not edition.scope:
        yield from parts.themes(Theme.SCOPE)
    for name, chapter in (("scope", edition.scope), ("frame", edition.frame)):
        if chapter:
            yield parts.inner(name, chapter)
            yield prose_blocks(page, chapter.text)
            yield parts.said.here(CHAPTERS[name])
            yield from parts.sections(chapter.sections, 4)
    yield from parts.sections(edition.sections)
    if edition.measurements:
        yield page.heading(3, "maalinger", words("chapter.measurements"))
    for measurement in edition.measurements:
        yield headed(page, 4, measurement.anchor, measurement.title, measurement, "da")
        yield facts(page, measurement_facts(measurement, words))
        yield parts.said.here(measurement.anchor)
    yield parts.silence(Theme.MEASUREMENT)
    if quoted := parts.excerpts.get(Theme.FRAME):
        yield _PARAGRAPH(words("frame.not_own"))
        yield excerpts(page, quoted)


def _audiences(parts: Parts) -> Iterator[Markup]:
    page, audiences = parts.page, parts.edition.audiences
    if not audiences:
        yield from parts.themes(Theme.AUDIENCES)
        return
    yield parts.inner("audiences", audiences)
    yield prose_blocks(page, audiences.text)
    if audiences.groups:
        yield _AUDIENCES(page.danish, lines(*[_audience(parts, group) for group in audiences.groups]))
    yield prose_blocks(page, audiences.closing)
    yield parts.said.here(CHAPTERS["audiences"])
    yield from parts.sections(audiences.sections, 4)


def _audience(parts: Parts, group: Audience) -> Markup:
    page = parts.page
    number = _NUMBER(group.number) if group.number else EMPTY
    more = lines(
        link(page, group.anchor, group.name), prose_inline(page, group.text), parts.said.here(group.anchor)
    )
    return _AUDIENCE(group.anchor, number, group.name, more)


def readability(parts: Parts) -> Iterator[Markup]:
    found = measured(parts.edition)
    if found.whole.measurable:
        yield parts.page.heading(3, "laesbarhed", parts.page.words("chapter.readability"))
        yield shown_readability(parts.page, found)


def remarks_left(parts: Parts) -> Iterator[Markup]:
    """The remarks on what is no longer in the edition, or stands in none of its chapters."""
    page, said = parts.page, parts.said
    left = said.beside.left
    if left:
        yield page.heading(2, "bemaerkninger", page.words("remarks.left"))
    for anchor in left:
        yield page.heading(3, f"bemaerkninger-{anchor}", said.name_of(anchor))
        yield said.here(anchor)


def sources(parts: Parts) -> Iterator[Markup]:
    page, words, edition = parts.page, parts.page.words, parts.edition
    yield headed(page, 2, "kilder", words("chapter.sources"), edition.document.origin)
    yield facts(page, source_facts(edition.document, words))
    for each in edition.notes:
        yield note(page, each)
    if edition.gaps:
        yield page.heading(3, "mangler", words("sources.gaps"))
        yield _LIST(lines(*[_gap(parts, gap) for gap in edition.gaps]))
    if edition.annexes:
        yield page.heading(3, "bilag", words("sources.annexes"))
        yield _LIST(lines(*[_annex(parts, annex) for annex in edition.annexes]))


def _gap(parts: Parts, gap: Gap) -> Markup:
    page, words = parts.page, parts.page.words
    return _GAP(words(f"theme.{gap.theme.value}"), words(f"absence.{gap.kind.value}"), page.danish, gap.text)


def _annex(parts: Parts, annex: Annex) -> Markup:
    words, danish = parts.page.words, parts.page.danish
    available = words("annex.available") if annex.available else words("annex.missing")
    address = _ADDRESS(annex.address, annex.address) if annex.address else EMPTY
    name = _ANNEX_HERE(annex.passage, danish, annex.name) if annex.passage else _ANNEX_NAMED(danish, annex.name)
    return _ANNEX(name, available, address)


def footnotes(parts: Parts) -> Iterator[Markup]:
    page, words, edition = parts.page, parts.page.words, parts.edition
    if not edition.footnotes:
        return
    yield page.heading(2, "fodnoter", words("chapter.footnotes"))
    yield _FOOTNOTES(
        lines(
            *[
                _FOOTNOTE(
                    each.anchor, page.danish, each.mark, prose_inline(page, each.text), each.anchor,
                    words("footnote.back.name", mark=each.mark), words("footnote.back"),
                )
                for each in edition.footnotes
            ]
        )
    )
