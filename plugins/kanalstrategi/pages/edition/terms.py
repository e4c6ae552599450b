"""What words mean, on an edition's page: those of the glossary that stand in it, and those that it explains itself."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from kanalstrategi.components.html import EMPTY, Html, lines
from kanalstrategi.components.page import PageInMaking
from kanalstrategi.components.prose import prose_blocks, prose_inline
from kanalstrategi.pages.edition.parts import Parts
from kanalstrategi.strategy.channels import EnquiryType
from kanalstrategi.strategy.definitions import Scale, Term
from kanalstrategi.strategy.glossary import GlossaryEntry

_PARAGRAPH = Html("<p>{}</p>")
_TERMS = Html('<dl class="ks-terms">\n{}\n</dl>')
_ENTRY = Html("<div><dt{}>{}</dt>\n<dd{}>{}\n</dd></div>")
_TERM = Html('<div id="{}"><dt{}>{}</dt>\n<dd><q{}>{}</q>{}</dd></div>')
_SCALE = Html('<div id="{}"><dt{}>{}</dt>\n{}\n<dd>{}</dd></div>')
_STEP = Html("<dd{}>{}: {}</dd>")
_ENQUIRY = Html("<div><dt{}>{}</dt><dd>{}</dd></div>")
_PLACE = Html('<a href="#{}" aria-label="{}">{}</a>')
_SPACE = Html(" {}")
_NONE = Html('<p class="ks-plain-absence">{}</p>')


def terms(parts: Parts) -> Iterator[Markup]:
    page, words, edition = parts.page, parts.page.words, parts.edition
    yield page.heading(2, "ordforklaringer", words("chapter.terms"))
    if parts.glossary:
        yield _PARAGRAPH(words("terms.editors"))
        yield _TERMS(lines(*[_entry(page, entry) for entry in parts.glossary]))
        yield _PARAGRAPH(words("terms.own"))
    enquiries = edition.channels.enquiry_types if edition.channels else ()
    own = [
        *[_term(page, term) for term in edition.terms],
        *[_scale(page, scale) for scale in edition.scales],
        *[_enquiry(page, enquiry) for enquiry in enquiries],
    ]
    if edition.terms_heading:
        yield page.heading(3, "begreber", edition.terms_heading, "da")
    yield prose_blocks(page, edition.terms_text)
    yield _TERMS(lines(*own)) if own else _NONE(words("terms.none"))
    for part in (*edition.terms, *edition.scales):
        yield parts.said.here(part.anchor)


def _entry(page: PageInMaking, entry: GlossaryEntry) -> Markup:
    name = f"{entry.name} ({entry.expansion})" if entry.expansion else entry.name
    return _ENTRY(page.danish, name, page.danish, prose_inline(page, entry.meaning))


def _term(page: PageInMaking, term: Term) -> Markup:
    place = _SPACE(_place(page, term.passage, term.name)) if term.passage else EMPTY
    return _TERM(term.anchor, page.danish, term.name, page.danish, term.meaning, place)


def _scale(page: PageInMaking, scale: Scale) -> Markup:
    steps = lines(*[_STEP(page.danish, step.name, step.meaning) for step in scale.steps])
    return _SCALE(scale.anchor, page.danish, scale.name, steps, _place(page, scale.passage, scale.name))


def _enquiry(page: PageInMaking, enquiry: EnquiryType) -> Markup:
    return _ENQUIRY(page.danish, enquiry.name, _place(page, enquiry.anchor, enquiry.name))


def _place(page: PageInMaking, anchor: str, name: str) -> Markup:
    """The way to where the document explains a word."""
    return _PLACE(anchor, page.words("excerpt.name", quote=name), page.words("excerpt.link"))
