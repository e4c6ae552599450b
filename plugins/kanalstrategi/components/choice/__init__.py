"""Which municipalities the comparison shows: a form that its script shows, for without one there is nothing to choose."""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup

from kanalstrategi.components.comparison import Column
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


def choice(page: PageInMaking, municipalities: Iterable[Column], fitting: int) -> Markup:
    """`municipalities` are the columns of the comparison, of which `fitting` stand without scrolling."""
    words = page.words
    boxes = lines(*(_BOX(each.slug, each.name) for each in municipalities))
    return _CHOICE(
        words("choice.some"), words("choice.all"), fitting, words("choice.open"), words("choice.municipalities"),
        boxes, words("choice.reset"),
    )
