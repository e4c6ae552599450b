"""What a Word file holds beside its running text: headers and footers, comments, and words that no reader reached."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any, Final

from docx.oxml import parse_xml
from docx.oxml.ns import qn

from kanalstrategi.intake.blocks import LeftOut, Reading, words_in
from kanalstrategi.intake.characters import clean, levelled
from kanalstrategi.intake.word_inline import links_of, text_of

_WATERMARK: Final = "{urn:schemas-microsoft-com:vml}textpath"
_MC: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_WORD: Final = re.compile(r"\w+")


def margins(part: Any) -> Iterator[LeftOut]:
    """The words of headers and footers, each once."""
    seen: set[tuple[str, str]] = set()
    for relation in part.rels.values():
        kind = relation.reltype.rpartition("/")[2]
        if kind not in ("header", "footer"):
            continue
        for element in _root(relation.target_part).iter(qn("w:p")):
            behind = "".join(each.get("string", "") for each in element.iter(_WATERMARK))
            text = text_of(element, links_of(relation.target_part)) or clean(behind)
            if text and (kind, text) not in seen:
                seen.add((kind, text))
                yield LeftOut(kind, text)


def comments(part: Any) -> Iterator[LeftOut]:
    for relation in part.rels.values():
        if relation.reltype.rpartition("/")[2] == "comments":
            for comment in _root(relation.target_part).iter(qn("w:comment")):
                if text := " ".join(filter(None, (text_of(each, {}) for each in comment.iter(qn("w:p"))))):
                    yield LeftOut("comment", text)


def unread(body: Any, reading: Reading) -> Iterator[LeftOut]:
    """The words of the body that reached neither the blocks nor the list of what is left out: none, unless Word
    has a corner that is not known here."""
    within = [*reading.blocks, *(block for note in reading.footnotes for block in note.blocks)]
    known = Counter(_WORD.findall(levelled(" ".join("".join(run.text for run in words) for block in within for words in words_in(block)))))
    known += Counter(_WORD.findall(levelled(" ".join(each.text for each in reading.left_out))))
    said = Counter(_WORD.findall(levelled(" ".join(_raw(body)))))
    letters = Counter("".join(said.elements())) - Counter("".join(known.elements()))
    if (missing := said - known) and letters:
        yield LeftOut("unread", " ".join(missing.elements()))


def _raw(body: Any) -> Iterator[str]:
    """All characters of the body, paragraph by paragraph, of two versions of one thing only the first."""
    for paragraph in body.iter(qn("w:p")):
        own = paragraph.iter(qn("w:t"), qn("w:tab"), qn("w:br"), qn("w:cr"), qn("w:noBreakHyphen"))
        pieces = (each for each in own if next(each.iterancestors(qn("w:p"))) is paragraph and not _is_hidden(each))
        if next(paragraph.iterancestors(f"{_MC}Fallback"), None) is None:
            yield clean("".join(each.text or "" if each.tag == qn("w:t") else " " for each in pieces))


def _is_hidden(element: Any) -> bool:
    """Whether characters are hidden or moved away; these are named on their own."""
    run = next(element.iterancestors(qn("w:r")), None)
    hidden = run is not None and run.find(f"{qn('w:rPr')}/{qn('w:vanish')}") is not None
    return hidden or next(element.iterancestors(qn("w:moveFrom")), None) is not None


def _root(part: Any) -> Any:
    return part.element if hasattr(part, "element") else parse_xml(part.blob)
