"""The run: pages and states shared out between some browsers, checks by the tags of the state."""

from __future__ import annotations

import os
import re
import time
import tomllib
from collections import defaultdict
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from itertools import groupby
from multiprocessing import get_context
from operator import itemgetter
from pathlib import Path

from accessibility.browsing import Tab, Visit, browser
from accessibility.checks import CHECKS
from accessibility.report import Finding, Report, source_of
from accessibility.serving import served
from accessibility.states import STATES, State

REVIEWED = Path(__file__).parent / "reviewed.toml"
SECONDS_TO_WAIT = 30
LAST = ("focus", "back", "keyboard")
"""The checks that leave the page as they did not find it."""


def pages_of(folder: Path) -> tuple[str, ...]:
    return tuple(path.relative_to(folder).as_posix() for path in sorted(folder.rglob("*.html")) if path.parent.name != "was")


def audit(
    folder: Path,
    pages: Sequence[str] | None = None,
    states: Sequence[State] = STATES,
    checks: Sequence[str] | None = None,
    reviewed: Path = REVIEWED,
    browsers: int = max(2, os.cpu_count() or 1),
) -> Report:
    """Look at the pages of a built folder, all of them unless some are named."""
    wanted = tuple(pages) if pages is not None else pages_of(folder)
    names = tuple(checks) if checks is not None else tuple(CHECKS)
    report = Report(wanted, tuple(state.name for state in states))
    report.rules = {name: len(CHECKS[name].RULES) for name in names}
    # The longest pages first, dealt out in turn, so that no browser is left with them all.
    by_size = sorted(wanted, key=lambda page: -(folder / page).stat().st_size)
    units = [(state, page) for state in states for page in by_size]
    hands = max(1, min(browsers, 4, len(wanted)))
    used: set[int] = set()
    with served(folder) as home:
        shares = [_Share(folder, home, units[hand::hands], names, reviewed) for hand in range(hands)]
        for done in _in_processes(shares) if hands > 1 else map(_look, shares):
            report.findings += done.findings
            report.reviewed += done.reviewed
            report.stops += done.stops
            report.axe = done.axe or report.axe
            report.rules |= done.rules
            used |= done.used
            for name, took in done.seconds.items():
                report.seconds[name] = report.seconds.get(name, 0) + took
    if pages is None and checks is None:
        report.unused = Decisions(reviewed).unused(used)
    report.findings = sorted(set(report.findings))
    return report


class Decisions:
    """What a human decided about what axe leaves open: rule, where and why."""

    def __init__(self, file: Path) -> None:
        held: list[dict[str, str]] = tomllib.loads(file.read_text(encoding="utf-8")).get("decided", []) if file.is_file() else []
        self._held = held
        self.used: set[int] = set()

    def __contains__(self, finding: Finding) -> bool:
        for index, each in enumerate(self._held):
            if finding.rule == each["rule"] and re.search(each["where"], f"{finding.page} · {finding.state} · {finding.where} · {finding.html}"):
                self.used.add(index)
                return True
        return False

    def unused(self, used: set[int]) -> tuple[str, ...]:
        return tuple(f"{each['rule']}: {each['where']}" for index, each in enumerate(self._held) if index not in used)


@dataclass(frozen=True)
class _Share:
    """What one browser looks at."""

    folder: Path
    home: str
    units: list[tuple[State, str]]
    checks: Sequence[str]
    reviewed: Path


@dataclass
class _Done:
    """What it found."""

    findings: list[Finding] = field(default_factory=list)
    reviewed: int = 0
    used: set[int] = field(default_factory=set)
    stops: int = 0
    axe: str = ""
    rules: dict[str, int] = field(default_factory=dict)
    seconds: dict[str, float] = field(default_factory=dict)


def _in_processes(shares: Sequence[_Share]) -> Iterator[_Done]:
    """A process for each share: threads would share one core."""
    with ProcessPoolExecutor(len(shares), mp_context=get_context("spawn")) as pool:
        yield from pool.map(_look, shares)


def _look(share: _Share) -> _Done:
    done, decisions = _Done(), Decisions(share.reviewed)
    measured: dict[str, set[str]] = defaultdict(set)
    checks = sorted(share.checks, key=lambda name: (LAST.index(name) if name in LAST else -1, name))
    with browser() as started:
        for state, units in groupby(share.units, key=itemgetter(0)):
            context = started.new_context(viewport=state.screen, **state.options)  # type: ignore[arg-type]
            context.set_default_timeout(SECONDS_TO_WAIT * 1000)
            tab = Tab(context, share.folder, share.home, measured[state.name])
            for _, page in units:
                opened = tab.visit(page)
                opened.inside, opened.colours, opened.again = state.inside, state.colours, state.again
                if state.prepare(opened):
                    for name in checks:
                        if CHECKS[name].TAG in state.tags or (CHECKS[name].TAG == "motion" and "always" in state.tags):
                            _check(name, opened, state, done, decisions)
                    done.stops += opened.stops
            context.close()
    done.used = decisions.used
    return done


def _check(name: str, opened: Visit, state: State, done: _Done, decisions: Decisions) -> None:
    began = time.monotonic()
    if name == "axe":
        answer = CHECKS[name].run(opened)
        found = answer["found"]
        done.axe, done.rules["axe"] = answer["version"], answer["rules"]
    else:
        found = CHECKS[name].check(opened)
    done.seconds[name] = done.seconds.get(name, 0) + time.monotonic() - began
    for each in found:
        source, is_open = source_of(each["classes"], opened.path), bool(each.get("open"))
        finding = Finding(name, each["rule"], opened.path, state.name, each["where"], each["html"], each["message"], source, is_open)
        if is_open and finding in decisions:
            done.reviewed += 1
        else:
            done.findings.append(finding)
