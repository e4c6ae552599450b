"""`kanalstrategi import`: a document of another program becomes an edition, and a report says what went where."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from kanalstrategi import check
from kanalstrategi.cli.exit_codes import FOUND, OK, WRONG_USE
from kanalstrategi.cli.writing import write_new
from kanalstrategi.i18n import Catalog, catalog
from kanalstrategi.intake import Imported, Refusal, import_document
from kanalstrategi.intake.blocks import LeftOut, Where
from kanalstrategi.intake.facts import folder_of
from kanalstrategi.strategy.fields import slug
from kanalstrategi.strategy.municipalities import coded, named


def arguments(parser: argparse.ArgumentParser, words: Catalog) -> None:
    name = words("cli.import.name")
    parser.add_argument("file", metavar=words("cli.import.out.name"), type=Path, help=words("cli.import.file"))
    parser.add_argument("--kommune", dest="municipality", metavar=name, help=words("cli.import.municipality"))
    parser.add_argument("--udgave", dest="edition", metavar=name, help=words("cli.import.edition"))
    parser.add_argument(
        "--strategies", type=Path, default=Path("strategier"), metavar=words("cli.folder"), help=words("cli.new.strategies")
    )
    parser.add_argument("--out", type=Path, metavar=words("cli.import.out.name"), help=words("cli.import.out"))


def run(options: argparse.Namespace, words: Catalog) -> int:
    """Returns 0 when the edition is written, 1 when the document cannot become one, 2 when something has to be said first."""
    path: Path = options.file
    if not path.exists():
        return _say(words("cli.no_such_path", path=path.as_posix()), WRONG_USE)
    if path.is_dir():
        return _say(words("intake.refused.folder", file=path.as_posix()), WRONG_USE)
    try:
        imported = import_document(path.read_bytes(), path.name, _official(options.municipality))
    except OSError:
        return _say(words("intake.refused.unreadable", file=path.as_posix()), FOUND)
    except ImportError as error:
        return _say(words("cli.import.not_installed", library=error.name), WRONG_USE)
    if isinstance(imported, Refusal):
        return _say(words(f"intake.refused.{imported.kind}", file=path.as_posix(), **imported.values), FOUND)
    municipality = imported.placement.facts.municipality
    if municipality is None:
        return _say(words("cli.import.no_municipality", file=path.as_posix()), WRONG_USE)
    name = slug(options.edition or "") or imported.placement.facts.edition
    out: Path = options.out or options.strategies / folder_of(municipality) / f"{name}.yml"
    text = imported.text(catalog("da")("intake.head", file=path.name, path=out.as_posix()))
    try:
        write_new(out, text.encode())
    except FileExistsError:
        return _say(words("cli.import.exists", out=out.as_posix()), FOUND)
    except OSError as error:
        return _say(words("cli.not_written", path=out.as_posix(), reason=error.strerror), FOUND)
    print("\n".join(_report(imported, text, path, out, words)))
    return OK


def _official(written: str | None) -> str | None:
    """The municipality's own name, where a person has only begun it or written its code."""
    municipality = (coded(written) or named(written)) if written else None
    return municipality.name if municipality else written


def _say(message: str, code: int) -> int:
    print(message, file=sys.stderr)
    return code


def _report(imported: Imported, text: str, path: Path, out: Path, words: Catalog) -> Iterator[str]:
    yield words("cli.import.read", file=path.name, format=words(f"intake.format.{imported.format}"))
    yield words("cli.import.written", out=out.as_posix())
    proof = imported.proof
    if not proof.lost and not proof.added:
        yield words("cli.import.all_words", n=proof.words.total(), words=words.number(proof.words.total()))
    if proof.lost:
        yield words("cli.import.lost", words=", ".join(proof.lost))
    if proof.added:
        yield words("cli.import.added", words=", ".join(proof.added))
    yield from ("", words("cli.import.placed"))
    for chapter, group in groupby(imported.placement.placed, key=lambda placed: placed.chapter):
        yield f"  {words(f'chapter.{chapter}')}"
        for placed in group:
            unsure = "" if placed.sure else words("cli.import.unsure")
            place = _place(placed.where, words) if placed.where.number else ""
            yield f"    »{placed.heading}«{place}{unsure}"
    yield from _left_out(imported.placement.left_out, words)
    yield from ("", words("cli.import.to_do"))
    _, report = check({f"{slug(out.parent.name) or 'kommune'}/{slug(out.stem) or 'udgave'}.yml": text.encode()})
    steps = [
        words("cli.import.fill_in", key=finding.values["key"], line=finding.span.line)
        for finding in report
        if finding.code == "KS231"
    ]
    if notes := text.count(": tjek\n"):
        steps.append(words("cli.import.look", n=notes))
    steps += [words("cli.import.check", out=out.as_posix()), words("cli.import.summary")]
    yield from (f"  {number}. {step}" for number, step in enumerate(steps, 1))


def _left_out(left_out: tuple[LeftOut, ...], words: Catalog) -> Iterator[str]:
    """What did not come along, kind by kind, with its words."""
    if not left_out:
        return
    yield from ("", words("cli.import.left_out"))
    kinds = dict.fromkeys(each.kind for each in left_out)
    for kind in kinds:
        yield f"  {words(f'intake.left_out.{kind}')}"
        same = [each for each in left_out if each.kind == kind]
        yield from (f"    »{each.text}«{_place(each.where, words)}" for each in same)


def _place(where: Where, words: Catalog) -> str:
    return f", {words(f'intake.unit.{where.unit}', n=where.number, heading=where.heading)}" if where.unit else ""
