"""The remarks on a passage, under it, with the way to the hearing, the municipality's answers and what they led to."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from markupsafe import Markup, escape

from kanalstrategi.components.html import EMPTY, Html, lines, together
from kanalstrategi.components.page import PageInMaking
from kanalstrategi.components.prose import prose_blocks
from kanalstrategi.site.remarks import TiedQuote, TiedRemark
from kanalstrategi.strategy.anchoring import Likeness
from kanalstrategi.strategy.hearing import Change, Remark

_LED = Html('<p class="ks-changed">{}{} <a href="{}" aria-label="{}">{}</a></p>')
_LED_TO = Html(" <span{}>{}</span>")
_REMARKS = Html(
    '<div class="ks-remarks">\n<p class="ks-remarks__lead">{}\n<a href="{}" aria-label="{}: {}">{}</a></p>\n{}\n</div>'
)
_QUOTED = Html('<p class="ks-quote-state">{} <q{}>{}</q> {}</p>')
_LIST = Html("<ul>\n{}\n</ul>")
_REMARK = Html("<li>{}\n</li>")
_KINDS = Html('<p class="ks-remark__kind">{}</p>')
_KIND = Html('<span class="ks-chip">{}</span> ')
_QUOTES = Html('<div class="ks-quoted"><p class="ks-byline">{}</p>\n{}\n</div>')
_QUOTE = Html("<blockquote{}{}><p>{}</p></blockquote>")
_CITE = Html(' cite="{}"')
_STATE = Html('<p class="ks-quote-state">{}</p>')
_LIKENESS = Html("<strong>{}</strong>{}{}")
_MOVED = Html(' <a href="{}">{}</a>')
_NOW = Html(" {} <q{}>{}</q>")
_ANSWER = Html(
    '<div class="ks-answer"><p><strong>{}</strong> <span class="ks-chip ks-chip--{}">{}</span>{}</p>\n{}\n</div>'
)
_DAY = Html(' <time datetime="{}">{}</time>')
_CHANGED = Html('<p class="ks-changed">{} <a href="{}">{}</a>{}</p>')
_CHANGED_TO = Html(": <span{}>{}</span>")
_UNANSWERED = Html('<p class="ks-unanswered">{}</p>')


@dataclass(frozen=True)
class Remarks:
    """The remarks on one passage from one response, and where the hearing page shows them."""

    party: str
    heading: str
    remarks: tuple[TiedRemark, ...]
    uri: str
    anchor: str
    quotes: tuple[TiedQuote, ...] = ()
    """What the response quotes of the passage, where it does not stand there word for word."""
    general: bool = False
    """Whether they are about the strategy as a whole."""

    @property
    def answered(self) -> int:
        return sum(tied.remark.answer is not None for tied in self.remarks)


@dataclass(frozen=True)
class Led:
    """A remark that a passage was changed for."""

    party: str
    what: str | None
    uri: str
    anchor: str


@dataclass(frozen=True)
class ChangedPlace:
    """Where a change that an answer tells of is to be seen."""

    uri: str
    anchor: str
    name: str


@dataclass
class Beside:
    """What stands beside the passages of an edition. The page takes it passage by passage; what is left comes last."""

    remarks: dict[str, list[Remarks]] = field(default_factory=dict)
    changes: dict[str, list[Led]] = field(default_factory=dict)
    taken: set[str] = field(default_factory=set)

    def at(self, anchor: str) -> tuple[list[Remarks], list[Led]]:
        self.taken.add(anchor)
        return self.remarks.get(anchor, []), self.changes.get(anchor, [])

    @property
    def left(self) -> list[str]:
        return sorted((self.remarks.keys() | self.changes.keys()) - self.taken)


@dataclass(frozen=True)
class Said:
    """What was said of an edition in its hearings, as one page shows it."""

    page: PageInMaking
    edition_uri: str
    name_of: Callable[[str], str]
    """What a passage of the edition is called."""
    changed: Callable[[Change], ChangedPlace]
    beside: Beside

    def here(self, anchor: str) -> Markup:
        """What stands beside a passage of the edition: changes made because of a remark, and the remarks on it."""
        groups, changes = self.beside.at(anchor)
        if not groups and not changes:
            return EMPTY
        return lines(*(self._led(led, anchor) for led in changes), *(self._group(group, anchor) for group in groups))

    def _led(self, led: Led, anchor: str) -> Markup:
        words = self.page.words
        what = _LED_TO(self.page.danish, led.what) if led.what else EMPTY
        name = words("change.remark.name", party=led.party, passage=self.name_of(anchor))
        href = self.page.link(led.uri, led.anchor)
        return _LED(words("change.because", party=led.party), what, href, name, words("change.remark"))

    def _group(self, group: Remarks, anchor: str) -> Markup:
        words = self.page.words
        href, link = self.page.link(group.uri, group.anchor), words("remarks.link", party=group.party)
        quotes = (
            _QUOTED(words("quote.in_response"), self.page.danish, tied.quote.exact, self.state(tied))
            for tied in group.quotes
        )
        remarks = _LIST(lines(*(_REMARK(self.one(tied)) for tied in group.remarks)))
        name = group.heading or self.name_of(anchor)
        return _REMARKS(self._count(group), href, link, name, link, lines(*quotes, remarks))

    def _count(self, group: Remarks) -> str:
        """How many remarks there are and how many are answered, as one sentence."""
        words, number, answered = self.page.words, len(group.remarks), group.answered
        count = words("remarks.general" if group.general else "remarks.count", n=number, party=group.party)
        if answered == number == 1:
            return f"{count}, {words('remarks.one_answered')}."
        if answered:
            return f"{count}, {words('remarks.answered', n=answered)}."
        return f"{count}, {words('remarks.one_waits' if number == 1 else 'remarks.none_answered')}."

    def one(self, tied: TiedRemark) -> Markup:
        """A remark with the quotes of its own and its answer."""
        kinds = together([_KIND(self.page.words(f"remark.{kind.value}")) for kind in tied.remark.kinds])
        return lines(
            _KINDS(kinds), self.quotes(tied.quotes), prose_blocks(self.page, tied.remark.text), self.answer(tied.remark)
        )

    def quotes(self, quotes: Sequence[TiedQuote]) -> Markup:
        """Quotes of the strategy, each with how it stands there now."""
        if not quotes:
            return EMPTY
        return _QUOTES(self.page.words("hearing.quote"), lines(*(self._quote(tied) for tied in quotes)))

    def _quote(self, tied: TiedQuote) -> Markup:
        cite = _CITE(self.page.link(self.edition_uri, tied.place)) if tied.place else EMPTY
        as_it_was = tied.found.likeness is Likeness.EXACT and not tied.moved
        state = EMPTY if as_it_was else _STATE(self.state(tied))
        return lines(_QUOTE(cite, self.page.danish, tied.quote.exact), state)

    def state(self, tied: TiedQuote) -> Markup:
        """Whether a quoted passage is as it was."""
        words, found, moved, now = self.page.words, tied.found, EMPTY, EMPTY
        if tied.moved and tied.place:
            moved = _MOVED(self.page.link(self.edition_uri, tied.place), self.name_of(tied.place))
        if found.likeness in (Likeness.NORMALISED, Likeness.NEAR):
            now = _NOW(words("quote.now"), self.page.danish, found.words)
        likeness = "moved" if tied.moved else found.likeness.value
        said = words(f"quote.{likeness}", percent=found.percent)
        # A paragraph that is all bold looks like a heading.
        return _LIKENESS(said, moved, now) if moved or now else escape(said)

    def answer(self, remark: Remark) -> Markup:
        """The municipality's answer with what it led to, or that there is none yet."""
        words, answer = self.page.words, remark.answer
        if not answer:
            return _UNANSWERED(words("answer.none"))
        day = _DAY(answer.day.isoformat(), words.date(answer.day)) if answer.day else EMPTY
        changes = (self._changed(change) for change in answer.changes)
        return _ANSWER(
            words("answer.lead"),
            answer.status.name.lower(),
            words(f"answer.{answer.status.value}"),
            day,
            lines(prose_blocks(self.page, answer.reason), *changes),
        )

    def _changed(self, change: Change) -> Markup:
        place = self.changed(change)
        what = _CHANGED_TO(self.page.danish, change.what) if change.what else EMPTY
        return _CHANGED(self.page.words("change.made"), self.page.link(place.uri, place.anchor), place.name, what)
