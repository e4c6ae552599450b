"""The search as many small files, so that a reader fetches only what the search needs.

A reader's script folds a word, fetches the file of its first letters, and learns which sections hold
words that begin so; then it fetches the texts of those pages that it shows. Sections are numbered through
the whole site, page by page. The script's part is `frame/search/search.js`.

    soegning/sider.json      {"starts": [each page's first section, …, how many there are], "words": [<xx>, …]}
    soegning/ord/<xx>.json   {word: [[gaps between the sections that hold it], [pages with it in their title]]}
    soegning/side/<n>.json   {"url", "title", "sections": [[address in the page, heading, text], …]}

A gap is below 0 where the word stands in the section's heading.
"""

from __future__ import annotations

import json
from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Final

from kanalstrategi.pages import SearchEntry

FOLDER: Final = "soegning"
PREFIX: Final = 2
"""How many letters of a word say which file it is in."""

SHOWN: Final = 1200
"""How much of a section's text a page's file holds: enough for an excerpt; every word is searched."""

_SEARCHED: Final = bytes(
    ord(sign.lower() if sign in "ÅåØøÆæ" or (sign.isascii() and sign.isalnum()) else " ") for sign in map(chr, range(256))
)
"""What every character of Latin-1 is to a search: a small letter, a digit, or a space between words."""


class SearchIndex:
    """Takes the pages of a site one by one, and gives each one's file at once and the words' files at the end."""

    def __init__(self) -> None:
        self._starts = array("I", [0])
        # Twice the number of each section that holds a word, and one more where it stands in the heading: packed,
        # because a country has some millions of them.
        self._held: dict[bytes, array[int]] = defaultdict(lambda: array("I"))
        self._called: dict[bytes, array[int]] = defaultdict(lambda: array("I"))

    def add(self, url: str, title: str, entries: Iterable[SearchEntry]) -> tuple[str, str]:
        """Take in a page; returns the path and the content of its file."""
        page, number = len(self._starts) - 1, self._starts[-1]
        for word in _words(title):
            self._called[word].append(page)
        sections, held = [], self._held
        for entry in entries:
            headed = _words(entry.title)
            for word in headed:
                held[word].append(2 * number + 1)
            for word in _words(entry.text) - headed:
                held[word].append(2 * number)
            sections.append((entry.anchor, entry.title, entry.text[:SHOWN]))
            number += 1
        self._starts.append(number)
        return f"{FOLDER}/side/{page}.json", _json({"url": url, "title": title, "sections": sections})

    def files(self) -> Iterator[tuple[str, str]]:
        """The files that need all pages: path and content."""
        shards: dict[str, list[bytes]] = defaultdict(list)
        for word in sorted(self._held.keys() | self._called.keys()):
            if len(word) >= PREFIX:
                shards[word[:PREFIX].decode()].append(word)
        yield f"{FOLDER}/sider.json", _json({"starts": self._starts.tolist(), "words": list(shards)})
        for start, words in shards.items():
            found = {
                word.decode(): (_gaps(self._held.get(word, ())), list(self._called.get(word, ()))) for word in words
            }
            yield f"{FOLDER}/ord/{start}.json", _json(found)


def _gaps(held: Iterable[int]) -> list[int]:
    gaps, last = [], -1
    for packed in held:
        number = packed >> 1
        gaps.append(last - number if packed & 1 else number - last)
        last = number
    return gaps


@lru_cache(maxsize=256)
def _words(text: str) -> frozenset[bytes]:
    """The words of a text as they are searched: "aa" is an older spelling of å, and not every keyboard has æ, ø and å.

    Headings are nearly the same on all pages, and many sections in all editions of a municipality.
    """
    try:
        letters = text.encode("latin-1")
    except UnicodeEncodeError:  # A few letters of other alphabets are ours when they are small; the rest part words.
        letters = text.lower().encode("latin-1", "replace")
    searched = letters.translate(_SEARCHED)
    return frozenset(searched.replace(b"\xe5", b"aa").replace(b"\xf8", b"oe").replace(b"\xe6", b"ae").split())


_json: Final = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
