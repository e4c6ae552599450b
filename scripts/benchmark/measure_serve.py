"""The loop of an author: from the moment a file is saved until the changed page is served."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

from benchmark.peers import ELSEWHERE, Peer
from benchmark.running import processor_time
from benchmark.session import SETTINGS, Session

PAGE = "kommuner/birkebjerg/2010-2013/"
SAVED = {"ours": "strategier/birkebjerg/2010-2013.yml", "material": "content/kommuner/birkebjerg/2010-2013.md"}
_SUMMARY = re.compile(r"(Kommunen vil helst have)[^,]*,")
SETTLING = 1.0
"""Seconds between two rounds: a server has done what it does after answering."""
_PATIENCE = 900
_BETWEEN_LOOKS = 0.01


def serve(session: Session) -> None:
    """Ours and `mkdocs serve --dirty` as often as asked for, plain `mkdocs serve` twice: it takes its time."""
    mkdocs = [sys.executable, "-m", "mkdocs", "serve", "--dev-addr"]
    if "ours" in session.names:
        peer = session.peer("ours")
        ours = [sys.executable, ELSEWHERE, peer.folder, "serve", "--port", "{port}"]
        _loop(session, peer, "ours", ours, session.runs)
    if "material" in session.names:
        peer = session.peer("material")
        _loop(session, peer, "dirty", [*mkdocs, "127.0.0.1:{port}", "--dirty"], session.runs)
        _loop(session, peer, "material", [*mkdocs, "127.0.0.1:{port}"], min(2, session.runs), warm_up=0)


def _loop(session: Session, peer: Peer, name: str, command: list[object], rounds: int, warm_up: int = 1) -> None:
    """Save so many times. The first time after the start may fill caches, and is not counted where it does."""
    file = peer.folder / SAVED["ours" if name == "ours" else "material"]
    with _server(command, peer, session.work / "serve.log") as (address, pid):
        _wait(address, "Kommunen vil helst have")
        for number in range(rounds + warm_up):
            time.sleep(SETTLING)
            words, before = f"helst have prøve {time.time_ns()}", processor_time(pid)
            start = time.perf_counter()
            _save(file, words)
            _wait(address, words)
            clock = time.perf_counter() - start
            time.sleep(SETTLING)
            taken = processor_time(pid) - before
            session.say(f"serve/{name}: served after {clock:.2f} s, {taken:.2f} s of processor")
            if number >= warm_up:
                session.add(f"serve/{name}/clock", clock)
                session.add(f"serve/{name}/processor", taken)


@contextmanager
def _server(command: list[object], peer: Peer, log: Path) -> Iterator[tuple[str, int]]:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    words = [str(part).replace("{port}", str(port)) for part in command]
    with log.open("wb") as out:
        process = subprocess.Popen(
            words, cwd=peer.folder, env={**os.environ, **SETTINGS}, stdout=out, stderr=out, start_new_session=True
        )
    try:
        yield f"http://127.0.0.1:{port}/{PAGE}", process.pid
    finally:
        if os.name == "nt":
            process.terminate()
        else:
            os.killpg(process.pid, signal.SIGTERM)
        process.wait()


def _save(file: Path, words: str) -> None:
    text = file.read_text(encoding="utf-8")
    changed = _SUMMARY.sub(f"Kommunen vil {words},", text, count=1)
    if changed == text:
        raise SystemExit(f"{file.name} does not say what the benchmark changes")
    file.write_text(changed, encoding="utf-8")


def _wait(address: str, words: str) -> None:
    """Until the page is served with the words in it."""
    end = time.monotonic() + _PATIENCE
    while time.monotonic() < end:
        try:
            if words in urlopen(address, timeout=_PATIENCE).read().decode():
                return
        except (URLError, OSError):
            time.sleep(0.2)
        time.sleep(_BETWEEN_LOOKS)
    raise SystemExit(f"{address} never said: {words}")
