"""The numbers beside the targets, as a table that is read on a terminal and in a file alike."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from statistics import median

from benchmark.session import Series

Measured = Callable[[Series], float | None]


@dataclass(frozen=True)
class Row:
    """One line: what it is, how it follows from the series, how it is written, and what it must not exceed."""

    what: str
    measured: Measured
    target: float | None = None
    unit: str = ""
    digits: int = 3


def ratio(ours: str, other: str) -> Measured:
    """The median of the ratios of paired runs; a series that is shorter is compared by its median."""

    def of(series: Series) -> float | None:
        one, two = series.get(ours), series.get(other)
        if not one or not two or not median(two):
            return None
        if len(one) == len(two):
            return median(a / b for a, b in zip(one, two, strict=True))
        return median(one) / median(two)

    return of


def value(name: str, scale: float = 1) -> Measured:
    return lambda series: median(series[name]) / scale if series.get(name) else None


def exponent(small: str, large: str, times: float) -> Measured:
    """How the larger follows from the smaller: 1 is in proportion, less is better."""
    grown = ratio(large, small)
    return lambda series: math.log(found) / math.log(times) if (found := grown(series)) else None


def added(small: str, large: str) -> Measured:
    def of(series: Series) -> float | None:
        return median(series[large]) - median(series[small]) if series.get(small) and series.get(large) else None

    return of


ROWS = (
    Row("full cold build, of Material: processor time", ratio("build/ours/processor", "build/material/processor"), 0.10),
    Row("full cold build, of Material: clock", ratio("build/ours/clock", "build/material/clock")),
    Row("full cold build, of Zensical: processor time", ratio("build/ours/processor", "build/zensical/processor"), 0.11),
    Row("full cold build, of Zensical: clock", ratio("build/ours/clock", "build/zensical/clock")),
    Row("full cold build, of Hugo: processor time", ratio("build/ours/processor", "build/hugo/processor"), 1.0),
    Row("full cold build, of Hugo: clock", ratio("build/ours/clock", "build/hugo/clock"), 1.5),
    Row("second build, nothing changed, of Material: clock", ratio("rebuild/ours/clock", "build/material/clock"), 0.03),
    Row("second build, of Material: processor time", ratio("rebuild/ours/processor", "build/material/processor")),
    Row("saved to served, of `mkdocs serve`: clock", ratio("serve/ours/clock", "serve/material/clock"), 0.007),
    Row("saved to served, of `mkdocs serve --dirty`: clock", ratio("serve/ours/clock", "serve/dirty/clock"), 0.25),
    Row("saved to served, of `--dirty`: processor time", ratio("serve/ours/processor", "serve/dirty/processor")),
    Row("saved to served", value("serve/ours/clock"), unit="s", digits=2),
    Row("check, of parsing with the C loader: work", ratio("check/ours/work", "check/parser/work"), 2.0, digits=2),
    Row("check, of parsing: whole commands", ratio("check/ours/processor", "check/parser/processor"), digits=2),
    Row("growth from one to ten times the editions: exponent", exponent("growth/middle/processor", "growth/large/processor", 10), 0.95, digits=2),
    Row("growth from a quarter to the whole: exponent", exponent("growth/small/processor", "growth/middle/processor", 4), digits=2),
    Row("peak memory of a build, largest process", value("build/ours/memory"), 130, "MB", 0),
    Row("peak memory of a build, all processes", value("build/ours/memory_of_all"), None, "MB", 0),
    Row("peak memory at ten times the editions, largest process", value("growth/large/memory"), 650, "MB", 0),
    Row("peak memory at ten times the editions, all processes", value("growth/large/memory_of_all"), None, "MB", 0),
    Row("average strategy page, around its article", value("page/ours/frame", 1000), 15, "kB", 1),
    Row("average strategy page, all of it", value("page/ours/bytes", 1000), None, "kB", 1),
    Row("growth of a page from a quarter to ten times the editions", added("growth/small/same", "growth/large/same"), 0.5, "bytes", 0),
    Row("first search: bytes fetched, as files", value("search/ours/bytes", 1000), 500, "kB", 0),
    Row("first search: bytes fetched, compressed", value("search/ours/sent", 1000), None, "kB", 0),
    Row("first search: files fetched", value("search/ours/files"), None, "", 0),
    Row("comparison: the page, compressed", value("comparison/ours/page", 1000), None, "kB", 0),
    Row("comparison: the page, compressed by brotli", value("comparison/ours/brotli", 1000), None, "kB", 0),
    Row("comparison: all that it fetches, compressed", value("comparison/ours/sent", 1000), 400, "kB", 0),
    Row("comparison on a slowed phone: processor time of the page", value("comparison/slow4g/work"), None, "s", 2),
    Row("comparison on a slowed phone, Slow 4G: is seen", value("comparison/slow4g/seen"), None, "s", 2),
    Row("comparison on a slowed phone, Slow 4G: answers every finger", value("comparison/slow4g/every"), 2.0, "s", 2),
    Row("the same with scripts off: is seen", value("comparison/slow4g/unscripted/seen"), None, "s", 2),
    Row("the same with scripts off: answers every finger", value("comparison/slow4g/unscripted/every"), None, "s", 2),
    Row("comparison on a slowed phone, Fast 4G: answers every finger", value("comparison/fast4g/every"), None, "s", 2),
)


def table(series: Series) -> str:
    """What was measured, row by row, as a table of Markdown."""
    lines = [("what", "measured", "at most", "met")]
    for row in ROWS:
        found = row.measured(series)
        if found is None:
            continue
        met = "" if row.target is None else "yes" if found <= row.target else "**no**"
        target = "" if row.target is None else _written(row.target, row, exact=True)
        lines.append((row.what, _written(found, row), target, met))
    return _table(lines)


def builders(series: Series, names: tuple[str, ...]) -> str:
    """The builders beside each other: medians of the cold build, and the bytes of an average page."""
    lines = [("builder", "processor, of Material", "clock, of Material", "processor s", "peak MB", "kB a page")]
    for name in names:
        if f"build/{name}/clock" not in series:
            continue
        cells = (
            (ratio(f"build/{name}/processor", "build/material/processor"), 3),
            (ratio(f"build/{name}/clock", "build/material/clock"), 3),
            (value(f"build/{name}/processor"), 2),
            (value(f"build/{name}/memory_of_all"), 0),
            (value(f"page/{name}/bytes", 1000), 1),
        )
        found = ((measured(series), digits) for measured, digits in cells)
        lines.append((name, *("–" if each is None else f"{each:.{digits}f}" for each, digits in found)))
    return _table(lines) if len(lines) > 1 else ""


def _written(number: float, row: Row, *, exact: bool = False) -> str:
    if row.target == 0.5 and exact:
        return "none"
    text = f"{number:g}" if exact else f"{number:.{row.digits}f}"
    return f"{text} {row.unit}".strip()


def _table(lines: list[tuple[str, ...]]) -> str:
    widths = [max(len(line[column]) for line in lines) for column in range(len(lines[0]))]
    rows = ["| " + " | ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)) + " |" for line in lines]
    rule = "| " + " | ".join("-" * width for width in widths) + " |"
    return "\n".join([rows[0], rule, *rows[1:]])
