"""What the page of changes between two editions shows."""

from __future__ import annotations

from markupsafe import escape

from kanalstrategi.changes import Difference, Where, compare
from kanalstrategi.changes.library import Held
from kanalstrategi.changes.report import Line, count, groups
from kanalstrategi.components import Prose
from kanalstrategi.components.changes import Way
from kanalstrategi.i18n import Catalog
from kanalstrategi.pages.draft import Draft, Site, uri_of_changes, uri_of_strategy
from kanalstrategi.pages.page import Page, Place
from kanalstrategi.pages.wording import names_of_two
from kanalstrategi.site import Municipality, Strategy
from kanalstrategi.strategy.passages import CHAPTERS


def page(before: Strategy, after: Strategy, municipality: Municipality, site: Site) -> Page:
    """The page beside the newer of two editions."""
    words = site.words
    draft = Draft(site, uri_of_changes(municipality.slug, after.slug), after.file, Prose())
    slugs = (before.slug, after.slug)
    names = names_of_two(before.edition.document, after.edition.document, slugs, words)
    pages = [
        (strategy, escape(words("changes.see", name=name)), draft.link(uri_of_strategy(municipality.slug, strategy.slug)))
        for strategy, name in zip((before, after), names, strict=True)
    ]

    def ways(line: Line) -> list[Way]:
        """To the passage in both editions, where it stands in them."""
        where = line.change.where
        return [
            Way(text, f"{page}#{target}")
            for (strategy, text, page), anchor in zip(pages, (where.before, where.after), strict=True)
            if (target := _anchor(strategy, anchor, where))
        ]

    return draft.render(
        "pages/changes/page.html.jinja",
        title=words("changes.page_title", municipality=municipality.name, before=names[0], after=names[1]),
        description=words("changes.description", municipality=municipality.name, before=names[0], after=names[1]),
        place=Place(after.file, after.edition.span.line),
        retelling=True,
        view=lambda: dict(
            **_changes(before, after, words),
            ways=ways,
            before_name=names[0],
            after_name=names[1],
            before_link=pages[0][2],
            after_link=pages[1][2],
        ),
    )


def _changes(before: Strategy, after: Strategy, words: Catalog) -> dict[str, object]:
    changes = compare(before.edition, after.edition)
    difference = Difference(Held(before.file, before.edition), Held(after.file, after.edition), changes, is_pair=True)
    return {"groups": groups(changes, words), "counted": count([difference], words)}


def _anchor(strategy: Strategy, anchor: str | None, where: Where) -> str | None:
    """Where to look in an edition: the passage, or its chapter when the change is about no passage."""
    if where.before or where.after:
        return anchor if anchor in strategy.passages else None
    chapter = CHAPTERS.get(where.chapter)
    return chapter if chapter in strategy.passages else None
