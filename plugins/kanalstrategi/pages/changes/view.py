"""What the page of changes between two editions shows."""

from __future__ import annotations

from markupsafe import escape

from kanalstrategi.changes import Difference, compare
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
    links = [draft.link(uri_of_strategy(municipality.slug, strategy.slug)) for strategy in (before, after)]

    def view() -> dict[str, object]:
        names_of_links = [escape(words("changes.see", name=name)) for name in names]
        sides = tuple(zip(map(_addresses, (before, after)), names_of_links, links, strict=True))

        def ways(line: Line) -> list[Way]:
            """To the passage in both editions, where it stands in them, or to its chapter when the change is about no passage."""
            where = line.change.where
            is_passage = where.before or where.after
            targets = (where.before, where.after) if is_passage else (CHAPTERS.get(where.chapter),) * 2
            return [
                Way(text, f"{page}#{target}")
                for (addresses, text, page), target in zip(sides, targets, strict=True)
                if target in addresses
            ]

        return dict(
            **_changes(before, after, words),
            ways=ways,
            before_name=names[0],
            after_name=names[1],
            before_link=links[0],
            after_link=links[1],
        )

    return draft.render(
        "pages/changes/page.html.jinja",
        title=words("changes.page_title", municipality=municipality.name, before=names[0], after=names[1]),
        description=words("changes.description", municipality=municipality.name, before=names[0], after=names[1]),
        place=Place(after.file, after.edition.span.line),
        retelling=True,
        view=view,
    )


def _changes(before: Strategy, after: Strategy, words: Catalog) -> dict[str, object]:
    changes = compare(before.edition, after.edition)
    difference = Difference(Held(before.file, before.edition), Held(after.file, after.edition), changes, is_pair=True)
    return {"groups": groups(changes, words), "counted": count([difference], words)}


def _addresses(strategy: Strategy) -> set[str]:
    """Where a change can lead to in an edition."""
    chapters = {anchor for name, anchor in CHAPTERS.items() if getattr(strategy.edition, name)}
    return chapters.union(each.anchor for each in strategy.addressed)
