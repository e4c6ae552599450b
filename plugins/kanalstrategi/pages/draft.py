"""A page while its template runs: it collects headings, makes links and cuts the result into blocks."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from markupsafe import Markup

from kanalstrategi.components import Prose, environment
from kanalstrategi.i18n import Catalog
from kanalstrategi.pages.page import Blocks, Heading, Page, Place
from kanalstrategi.pages.taking_part import TakingPart

_HEADING_MARK = re.compile("\0(\\d+)\0")
_BLANK_LINES = re.compile(r"\n\s*\n")


@dataclass(frozen=True)
class Site:
    """What every page needs to know of the site it will stand in."""

    words: Catalog
    edit_url: str | None = None
    """Where a file is edited, with `{path}` and `{line}` to be filled in; without it, no edit links."""
    folder: str = "strategier"
    """The library's folder in the repository."""
    directory_urls: bool = True
    """Whether `a/b.md` is served as `a/b/` or as `a/b.html`."""
    taking_part: TakingPart = TakingPart()
    """How readers comment on a passage."""
    name: str = ""
    url: str | None = None
    """Where the site will stand; without it, addresses are relative."""
    publisher: str | None = None
    """The authority that publishes the site."""

    def edit_address(self, place: Place) -> str | None:
        if not self.edit_url:
            return None
        return self.edit_url.replace("{path}", place.file).replace("{line}", str(place.line))

    def address(self, target: str, *, seen_from: str) -> str:
        """The relative address of a page, seen from another; both are given as `.md` paths."""
        return _address(target, seen_from, self.directory_urls)


@lru_cache(maxsize=256)
def _address(target: str, seen_from: str, directory_urls: bool) -> str:
    """A page often leads many times to the same one."""
    start = _served(seen_from, directory_urls)
    folder = start if directory_urls else posixpath.dirname(start)
    path = posixpath.relpath(_served(target, directory_urls) or ".", folder or ".")
    if not directory_urls:
        return path
    return "./" if path == "." else f"{path}/"


def _served(uri: str, directory_urls: bool) -> str:
    stem = uri.removesuffix(".md")
    if not directory_urls:
        return f"{stem}.html"
    return posixpath.dirname(stem) if posixpath.basename(stem) == "index" else stem


@dataclass
class Draft:
    """One page in the making. Templates call its methods; `render` makes the page of it."""

    site: Site
    uri: str
    file: str | None = None
    prose: Prose = field(default_factory=Prose)
    headings: list[Heading] = field(default_factory=list)
    taking_part: TakingPart | None = None
    """How readers comment on a passage of this page, if they can."""
    danish: Markup = field(init=False)
    own: Markup = field(init=False)
    _over: list[Heading] = field(default_factory=list)
    """The last heading, and those it stands under."""
    _paths: dict[str, str] = field(default_factory=dict)
    """The headings that each heading stands under, by its id."""

    def __post_init__(self) -> None:
        language = self.words.language
        self.danish = Markup("" if language == "da" else ' lang="da"')
        self.own = Markup("" if language == "da" else f' lang="{language}"')

    @property
    def words(self) -> Catalog:
        return self.site.words

    def heading(self, level: int, id: str, text: str, language: str | None = None) -> Markup:
        """A heading, outside all other elements."""
        heading = Heading(level, id, text, language if language != self.words.language else None)
        while self._over and self._over[-1].level >= level:
            self._over.pop()
        self._paths.setdefault(id, "".join([f"{above.text}: " for above in self._over]))
        self._over.append(heading)
        self.headings.append(heading)
        return Markup(f"\0{len(self.headings) - 1}\0")

    def path_to(self, id: str, text: str) -> str:
        """What a heading is called where its own words may stand elsewhere too: with the headings it stands under."""
        return f"{self._paths.get(id, '')}{text}"

    def link(self, target: str, anchor: str = "") -> str:
        """The address of a page of ours, and of a place on it."""
        fragment = f"#{anchor}" if anchor else ""
        return fragment if target == self.uri and fragment else self.site.address(target, seen_from=self.uri) + fragment

    def export(self, path: str) -> str:
        """The address of a file of the site that is no page: an export."""
        start = self.site.address(PAGES["home"], seen_from=self.uri).removesuffix("index.html").removesuffix("/") or "."
        return f"{start}/{path}"

    def edit(self, part: Any) -> str | None:
        """Where the words of a part are edited: its file, at its line."""
        return self.site.edit_address(Place(self.file, part.span.line)) if self.file else None

    def comment(self, id: str, text: str, edit: str | None) -> tuple[tuple[str, str], ...]:
        """The ways to comment on a passage of this page: an address each, and what the link is called."""
        if not self.taking_part:
            return ()
        path = f"{self.site.address(self.uri, seen_from=PAGES['home'])}#{id}"
        return self.taking_part.comment(path, text, edit, self.words)

    def render(
        self,
        template: str,
        title: str,
        description: str,
        place: Place | None,
        *,
        view: Callable[[], Mapping[str, Any]],
        danish_title: bool = False,
        wide: bool = False,
        retelling: bool = False,
    ) -> Page:
        """The page that a template makes. `view` is what it shows; it is asked when somebody reads the page's blocks."""

        def pieces() -> Iterable[str]:
            return (self.template(template, **view()),)

        return self.page(
            title, description, place, pieces=pieces, danish_title=danish_title, wide=wide, retelling=retelling
        )

    def page(
        self,
        title: str,
        description: str,
        place: Place | None,
        *,
        pieces: Callable[[], Iterable[str]],
        danish_title: bool = False,
        wide: bool = False,
        retelling: bool = False,
    ) -> Page:
        """The page. `pieces` is what stands on it; it is asked when somebody reads the page's blocks."""
        language = "da" if danish_title and self.words.language != "da" else None

        def blocks() -> Blocks:
            return self.blocks(pieces())

        return Page(self.uri, title, blocks, description, place, language, wide, retelling)

    def template(self, template: str, **view: Any) -> str:
        """A template's output, its headings still marks that `blocks` cuts at."""
        made = environment(self.words.language).get_template(template)
        return made.render(page=self, t=self.words, danish=self.danish, **view)

    def blocks(self, pieces: Iterable[str]) -> Blocks:
        """What stands on a page, a piece under the other, cut at its headings."""
        blocks: list[Heading | Markup] = []
        held: list[str] = []
        for piece in pieces:
            if "\0" not in piece:
                held.append(piece)
                continue
            first, *headed = _HEADING_MARK.split(piece)
            held.append(first)
            for number, text in zip(headed[::2], headed[1::2], strict=True):
                blocks += _block(held)
                blocks.append(self.headings[int(number)])
                held = [text]
        return (*blocks, *_block(held))


def _block(pieces: list[str]) -> Iterator[Markup]:
    """The pieces as a block of HTML without blank lines, if they say anything. What is one already stays as it is: it may be large."""
    text = pieces[0] if len(pieces) == 1 else "\n".join(pieces)
    if _BLANK_LINES.search(text):
        text = _BLANK_LINES.sub("\n", text)
    if text and (text[0].isspace() or text[-1].isspace()):
        text = text.strip()
    if text:
        yield text if isinstance(text, Markup) else Markup(text)


def uri_of_municipality(slug: str) -> str:
    return f"kommuner/{slug}/index.md"


def uri_of_strategy(municipality: str, slug: str) -> str:
    return f"kommuner/{municipality}/{slug}/index.md"


def uri_of_hearing(municipality: str, strategy: str, hearing: str) -> str:
    return f"kommuner/{municipality}/{strategy}/{hearing}.md"


def uri_of_changes(municipality: str, slug: str) -> str:
    """What changed in an edition since the one before it."""
    return f"kommuner/{municipality}/{slug}/aendringer.md"


def uri_of_hearing_note(municipality: str, strategy: str, hearing: str) -> str:
    return f"kommuner/{municipality}/{strategy}/{hearing}/hoeringsnotat.md"


PAGES: Mapping[str, str] = {
    "home": "index.md",
    "municipalities": "kommuner/index.md",
    "comparison": "sammenligning.md",
    "hearings": "hoeringer.md",
    "glossary": "ordliste.md",
    "data": "data.md",
}
"""The pages that there is one of."""
