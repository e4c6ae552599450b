"""A comparison as one HTML document that needs nothing beside it: to open, to send, to keep as an artifact."""

from __future__ import annotations

from collections.abc import Sequence

from kanalstrategi.changes import Difference
from kanalstrategi.changes.report import SIGNS, count, sections
from kanalstrategi.components import environment
from kanalstrategi.i18n import Catalog
from kanalstrategi.pages.draft import Draft, Site


def standalone(differences: Sequence[Difference], words: Catalog, *, before: str, after: str) -> str:
    """The whole document. Its only styles are those of the marks, and there is no script."""
    draft = Draft(Site(words), "index.md")
    html = draft.template(
        "pages/changes/sections.html.jinja",
        sections=sections(differences, words),
        signs=SIGNS,
        counted=count(differences, words),
        before=before,
        after=after,
        ways=lambda line: (),
    )
    blocks = draft.blocks((html,))
    content = "\n".join(str(getattr(block, "html", block)) for block in blocks)
    template = environment(words.language).get_template("pages/changes/document.html.jinja")
    return template.render(t=words, content=content, before=before, after=after)
