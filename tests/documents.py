"""The five sources as the files that municipalities have: Word, HTML, Markdown and PDF."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from conftest import SOURCES
from docx import Document
from word_documents import saved

GAP = re.compile(r" {3,}")


@dataclass(frozen=True)
class Piece:
    """A heading, a paragraph, an item or the rows of a table, as a source shows it."""

    kind: str
    text: str
    rows: tuple[tuple[str, ...], ...] = ()


def pieces(file: str) -> Iterator[Piece]:
    for index, group in enumerate((SOURCES / file).read_text(encoding="utf-8").strip().split("\n\n")):
        lines = [line.strip() for line in group.split("\n")]
        rows = tuple(tuple(GAP.split(line)) for line in lines)
        if len(rows) > 1 and len(rows[0]) > 1 and len({len(row) for row in rows}) == 1:
            yield Piece("table", "", rows)
            continue
        for line in lines:
            is_short = len(lines) == 1 and len(line) < 90 and not line.endswith((".", ":", ","))
            kind = "item" if line.startswith("- ") else "title" if index == 0 else "heading" if is_short else "text"
            yield Piece(kind, " ".join(line.removeprefix("- ").split()))


def as_word(file: str) -> bytes:
    document: Any = Document()
    for piece in pieces(file):
        match piece.kind:
            case "title" | "heading":
                document.add_heading(piece.text, 0 if piece.kind == "title" else 1)
            case "item":
                document.add_paragraph(piece.text, style="List Bullet")
            case "table":
                table = document.add_table(len(piece.rows), len(piece.rows[0]))
                for row, texts in zip(table.rows, piece.rows, strict=True):
                    for cell, text in zip(row.cells, texts, strict=True):
                        cell.text = text
            case _:
                document.add_paragraph(piece.text)
    return saved(document)


def as_html(file: str, style: str = "") -> str:
    written = []
    for piece in pieces(file):
        text = html.escape(piece.text)
        match piece.kind:
            case "title":
                written.append(f"<h1>{text}</h1>")
            case "heading":
                written.append(f"<h2>{text}</h2>")
            case "item":
                written.append(f"<ul><li>{text}</li></ul>")
            case "table":
                rows = ("".join(f"<td>{html.escape(cell)}</td>" for cell in row) for row in piece.rows)
                written.append(f"<table border>{''.join(f'<tr>{row}</tr>' for row in rows)}</table>")
            case _:
                written.append(f"<p>{text}</p>")
    main = "".join(written).replace("</ul><ul>", "")
    return f"<!doctype html><html lang=da><meta charset=utf-8><style>{style}</style><main>{main}</main></html>"


def as_markdown(file: str) -> str:
    written = []
    for piece in pieces(file):
        text = re.sub(r"([\\`*_{}\[\]<>#+.!|()-])", r"\\\1", piece.text)
        match piece.kind:
            case "title":
                written.append(f"# {text}")
            case "heading":
                written.append(f"## {text}")
            case "item":
                written.append(f"- {text}")
            case "table":
                head, *rows = piece.rows
                lines = [f"| {' | '.join(row)} |" for row in (head, ("---",) * len(head), *rows)]
                written.append("\n".join(lines))
            case _:
                written.append(text)
    return "\n\n".join(written) + "\n"
