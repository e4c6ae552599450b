"""The run: pages and states shared out between some browsers, checks by the tags of the state."""

from __future__ import annotations

import os
import queue
import re
import threading
import time
import tomllib
from collections import defaultdict
from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from accessibility.browsing import Visit, browser, visit
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
) -> Report:
    """Look at the pages of a built folder, all of them unless some are named."""
    wanted = tuple(pages) if pages is not None else pages_of(folder)
    names = tuple(checks) if checks is not None else tuple(CHECKS)
    report = Report(wanted, tuple(state.name for state in states))
    report.rules = {name: len(CHECKS[name].RULES) for name in names}
    decisions = Decisions(reviewed)
    # The longest pages first, so that no browser is left with one at the end.
    by_size = sorted(wanted, key=lambda page: -(folder / page).stat().st_size)
    work: queue.SimpleQueue[tuple[State, str]] = queue.SimpleQueue()
    for state in states:
        for page in by_size:
            work.put((state, page))
    with served(folder) as home:
        run = _Run(folder, home, work, names, report, decisions)
        threads = [threading.Thread(target=run.worker) for _ in range(min(os.cpu_count() or 1, 4, len(wanted)))]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    if run.broken:
        raise run.broken[0]
    report.unused = decisions.unused if pages is None and checks is None else ()
    report.findings = sorted(set(report.findings))
    return report


class Decisions:
    """What a human decided about what axe leaves open: rule, where and why."""

    def __init__(self, file: Path) -> None:
        held: list[dict[str, str]] = tomllib.loads(file.read_text(encoding="utf-8")).get("decided", []) if file.is_file() else []
        self._held = held
        self._used: set[int] = set()

    def __contains__(self, finding: Finding) -> bool:
        for index, each in enumerate(self._held):
            if finding.rule == each["rule"] and re.search(each["where"], f"{finding.page} · {finding.state} · {finding.where} · {finding.html}"):
                self._used.add(index)
                return True
        return False

    @property
    def unused(self) -> tuple[str, ...]:
        return tuple(f"{each['rule']}: {each['where']}" for index, each in enumerate(self._held) if index not in self._used)


class _Run:
    def __init__(
        self, folder: Path, home: str, work: queue.SimpleQueue[tuple[State, str]], checks: Sequence[str], report: Report, decisions: Decisions
    ) -> None:
        self.folder, self.home, self.work, self.checks = folder, home, work, checks
        self.report, self.decisions = report, decisions
        self.measured: dict[str, set[str]] = defaultdict(set)
        self.lock = threading.Lock()
        self.broken: list[BaseException] = []

    def worker(self) -> None:
        try:
            with ExitStack() as stack:
                started = stack.enter_context(browser())
                context, current = None, None
                while not self.broken:
                    try:
                        state, page = self.work.get_nowait()
                    except queue.Empty:
                        break
                    if state is not current:
                        if context:
                            context.close()
                        context, current = started.new_context(viewport=state.screen, **state.options), state  # type: ignore[arg-type]
                        context.set_default_timeout(SECONDS_TO_WAIT * 1000)
                    assert context
                    with visit(context, self.folder, self.home, page, self.measured[state.name]) as opened:
                        opened.inside, opened.colours = state.inside, state.colours
                        if state.prepare(opened):
                            self.look(opened, state)
        except BaseException as error:  # a thread must hand its failure on
            self.broken.append(error)

    def look(self, opened: Visit, state: State) -> None:
        for name in sorted(self.checks, key=lambda name: (LAST.index(name) if name in LAST else -1, name)):
            tag = CHECKS[name].TAG
            if tag not in state.tags and not (tag == "motion" and "always" in state.tags):
                continue
            began = time.monotonic()
            if name == "axe":
                answer = CHECKS[name].run(opened)
                found = answer["found"]
                self.report.axe, self.report.rules["axe"] = answer["version"], answer["rules"]
            else:
                found = CHECKS[name].check(opened)
            with self.lock:
                self.report.seconds[name] = self.report.seconds.get(name, 0) + time.monotonic() - began
                for each in found:
                    self.note(name, opened, state, each)
        with self.lock:
            self.report.stops += opened.stops

    def note(self, check: str, opened: Visit, state: State, each: dict[str, Any]) -> None:
        source = source_of(each["classes"], opened.path)
        is_open = bool(each.get("open"))
        finding = Finding(check, each["rule"], opened.path, state.name, each["where"], each["html"], each["message"], source, is_open)
        if is_open and finding in self.decisions:
            self.report.reviewed += 1
        else:
            self.report.findings.append(finding)
