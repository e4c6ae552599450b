"""Which municipalities the comparison shows: a form that its script shows, for without one there is nothing to choose."""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup

from kanalstrategi.components.html import Html, lines
from kanalstrategi.components.page import PageInMaking

_CHOICE = Html("""\
<form class="ks-choice" hidden data-some="{}" data-all="{}" data-fitting="{}">
<details>
<summary>{}</summary>
<fieldset>
<legend>{}</legend>
<div class="ks-choice__boxes">
{}
</div>
</fieldset>
<button type="reset">{}</button>
</details>
<p role="status"></p>
</form>""")
_BOX = Html('<label><input type="checkbox" name="kommune" value="{}"> <span lang="da">{}</span></label>')


def choice(page: PageInMaking, municipalities: Iterable[tuple[str, str]], fitting: int) -> Markup:
    """`municipalities` are the slugs and names, in the order of the columns, of which `fitting` stand without scrolling."""
    words = page.words
    boxes = lines(*(_BOX(slug, name) for slug, name in municipalities))
    return _CHOICE(
        words("choice.some"), words("choice.all"), fitting, words("choice.open"), words("choice.municipalities"),
        boxes, words("choice.reset"),
    )
