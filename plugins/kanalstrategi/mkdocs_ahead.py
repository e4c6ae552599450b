"""The pages of a large site, made by several processes a little ahead of MkDocs, which asks for them one by one.

A process is a copy of this one with the library in it, so nothing is sent to it but pages' numbers, and a page is
made by the same function here and there. What it makes it leaves in a file, and answers with the file's name: a
process that is lost in the middle of a long answer would keep the one that asked waiting for the rest. Where a
process cannot be copied safely (on Windows, on macOS), all pages are made here.
"""

from __future__ import annotations

import multiprocessing
import os
import pickle
import signal
import sys
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import partial
from itertools import groupby
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from mkdocs.exceptions import PluginError

from kanalstrategi.i18n import Catalog
from kanalstrategi.pages import Made, Page

ENOUGH: Final = 100
"""Pages for which it pays to start processes."""

WAITING: Final = 3
"""Runs of pages, for each process, that are being made or wait to be asked for: what is made too early only takes room."""

Make = Callable[[], Made]

_makes: dict[int, Make] = {}
"""How each page is made, by its number: in a process that makes them, what it was born with."""


class Ahead:
    """Pages that are made in order by other processes; one that is asked for out of turn is made here.

    The pages of a municipality are made together, for its editions have much in common.
    """

    def __init__(self, pages: Iterable[Page], processes: int, words: Catalog) -> None:
        held = list(pages)
        self._makes = {number: page.made for number, page in enumerate(held)}
        self._words = words
        self._processes = processes if len(held) >= ENOUGH and sys.platform == "linux" else 1
        self._next = 0
        self._made: deque[Made] = deque()
        self._begun: deque[Future[Path]] = deque()
        self._to_begin = deque(_runs(held))
        self._pool: ProcessPoolExecutor | None = None
        self._answers: TemporaryDirectory[str] | None = None
        self._held = held

    def pages(self) -> Iterator[tuple[Page, Make]]:
        """The pages, once, and how each is made: whoever takes them lets go of each when it is written."""
        for number, page in enumerate(self._held):
            yield page, partial(self._make, number)
        self._held = []

    def close(self) -> None:
        if self._pool:
            self._pool.shutdown(cancel_futures=True)
        if self._answers:
            self._answers.cleanup()
        self._pool = self._answers = None

    def _make(self, number: int) -> Made:
        in_turn = self._processes > 1 and number == self._next
        made = self._taken() if in_turn else self._makes[number]()
        del self._makes[number]
        return made

    def _taken(self) -> Made:
        self._next += 1
        if not self._made:
            self._made.extend(self._next_run())
        return self._made.popleft()

    def _next_run(self) -> list[Made]:
        if self._pool is None or self._answers is None:
            copied = multiprocessing.get_context("fork")
            self._answers = TemporaryDirectory(prefix="kanalstrategi-")
            self._pool = ProcessPoolExecutor(self._processes, copied, _begin, (self._makes,))
        try:
            while self._to_begin and len(self._begun) < WAITING * self._processes:
                self._begun.append(self._pool.submit(_make_all, self._to_begin.popleft(), self._answers.name))
            answer = self._begun.popleft().result()
        except BrokenProcessPool:
            self.close()
            raise PluginError(self._words("build.process_ended")) from None
        made: list[Made] = pickle.loads(answer.read_bytes())
        answer.unlink()
        return made


def _runs(pages: list[Page]) -> Iterator[range]:
    """The numbers of the pages that lie in the same folder of the site, one after the other."""
    start = 0
    for _, run in groupby(pages, lambda page: page.uri.split("/")[:2]):
        end = start + sum(1 for _ in run)
        yield range(start, end)
        start = end


def processors() -> int:
    """How many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _make_all(numbers: range, folder: str) -> Path:
    """The file in the folder that holds what is made of the pages."""
    answer = Path(folder, str(numbers.start))
    answer.write_bytes(pickle.dumps([_makes.pop(number)() for number in numbers]))
    return answer


def _begin(makes: dict[int, Make]) -> None:
    """Ctrl-C is for the process that asks, and when that one is gone, this one goes too."""
    _makes.update(makes)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = multiprocessing.parent_process()
    assert parent is not None
    threading.Thread(target=lambda: (parent.join(), os._exit(1)), daemon=True).start()
