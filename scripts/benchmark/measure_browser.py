"""What a reader's browser fetches and waits for: the first search, and the comparison on a slowed phone."""

from __future__ import annotations

import gzip
import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from benchmark.finger import NETWORKS, answers, phone
from benchmark.peers import Peer
from benchmark.session import Session

COMPARISON = "sammenligning/"
SEARCHED = "telefon"
BETWEEN_KEYS = 120
"""Milliseconds between the letters that somebody types."""

Fetched = dict[str, tuple[int, int]]
"""The files that a browser fetched, with their bytes as files and as sent."""

_COMPRESSED = {".html", ".css", ".js", ".json", ".svg"}


def search(session: Session) -> None:
    """The bytes that the first search fetches, as files and as a server sends them."""
    with _site(session) as (site, fetched), _browser(session) as browser:
        if browser is None:
            return
        page = browser.new_page()
        page.goto(site)
        _settle(page, fetched)
        fetched.clear()
        page.locator(".ks-search-open").first.click()
        page.locator(".ks-search input").first.press_sequentially(SEARCHED, delay=BETWEEN_KEYS)
        page.locator(".ks-search li").first.wait_for(timeout=60_000)
        _settle(page, fetched)
        session.add("search/ours/bytes", sum(plain for plain, _ in fetched.values()))
        session.add("search/ours/sent", sum(sent for _, sent in fetched.values()))
        session.add("search/ours/files", len(fetched))
        session.say(f"search/ours: {_largest(fetched)}")


def comparison(session: Session) -> None:
    """The comparison's bytes as a server sends them, and when it answers a finger on a slowed phone, with scripts and without."""
    with _site(session) as (site, fetched), _browser(session) as browser:
        page = (_built(session).site / COMPARISON / "index.html").read_bytes()
        session.add("comparison/ours/page", len(gzip.compress(page, 9, mtime=0)))
        if brotli := shutil.which("brotli"):
            packed = subprocess.run([brotli, "--stdout", "-"], input=page, capture_output=True, check=True).stdout
            session.add("comparison/ours/brotli", len(packed))
        if browser is None:
            return
        address = f"{site}{COMPARISON}"
        for name in NETWORKS:
            for _ in range(session.runs):
                fetched.clear()
                _work(session, browser, address, name, fetched)
                _touch(session, browser, address, name)
                _touch(session, browser, address, f"{name}/unscripted")
        session.add("comparison/ours/sent", sum(sent for _, sent in fetched.values()))
        session.say(f"comparison/ours: {_largest(fetched)}")


def _work(session: Session, browser: Any, address: str, network: str, fetched: Fetched) -> None:
    """The processor time of the page until nothing more is fetched, touched by nobody."""
    with phone(browser, network) as (page, tools):
        tools.send("Performance.enable", {"timeDomain": "threadTicks"})
        page.goto(address, timeout=300_000)
        _settle(page, fetched)
        metrics = {each["name"]: each["value"] for each in tools.send("Performance.getMetrics")["metrics"]}
        session.add(f"comparison/{network}/work", metrics["TaskDuration"])
        session.say(f"comparison/{network}: {metrics['TaskDuration']:.2f} s of work")


def _touch(session: Session, browser: Any, address: str, network: str) -> None:
    kind, _, off = network.partition("/")
    found = answers(browser, address, kind, scripts=not off)
    for name, seconds in asdict(found).items():
        session.add(f"comparison/{network}/{name}", seconds)
    told = f"seen after {found.seen:.2f} s, answers after {found.first:.2f} s, every touch at once after {found.every:.2f} s"
    session.say(f"comparison/{network}: {told}")


def _settle(page: Any, fetched: Fetched) -> None:
    """Wait until nothing more is fetched for a second."""
    before = -1
    while before != len(fetched):
        before = len(fetched)
        page.wait_for_timeout(1000)


def _largest(fetched: Fetched) -> str:
    files = sorted(fetched.items(), key=lambda item: -item[1][0])
    return f"{len(files)} files: " + ", ".join(f"{path} {plain} ({sent})" for path, (plain, sent) in files[:6])


def _built(session: Session) -> Peer:
    peer = session.peer("ours")
    if not peer.pages():
        session.run("browser/ours", peer.command(), peer.folder, "clock")
    return peer


@contextmanager
def _site(session: Session) -> Iterator[tuple[str, Fetched]]:
    """The built site on this machine, compressed as hosts do it, with what was fetched: plain bytes, sent bytes."""
    fetched: Fetched = {}
    root = _built(session).site

    class Handler(SimpleHTTPRequestHandler):
        def __init__(self, *given: Any) -> None:
            super().__init__(*given, directory=str(root))

        def do_GET(self) -> None:
            file = Path(self.translate_path(self.path))
            file = file / "index.html" if file.is_dir() else file
            if not file.is_file():
                self.send_error(404)
                return
            plain = file.read_bytes()
            packed = file.suffix in _COMPRESSED
            sent = gzip.compress(plain, 9, mtime=0) if packed else plain
            fetched[file.relative_to(root).as_posix()] = (len(plain), len(sent))
            self.send_response(200)
            self.send_header("Content-Type", self.guess_type(file))
            self.send_header("Content-Length", str(len(sent)))
            if packed:
                self.send_header("Content-Encoding", "gzip")
            self.end_headers()
            self.wfile.write(sent)

        def log_message(self, *words: Any) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/", fetched
        server.shutdown()


@contextmanager
def _browser(session: Session) -> Iterator[Any]:
    """The installed browser, or None when there is none."""
    import browser as finder  # scripts/browser.py
    from playwright.sync_api import sync_playwright

    path = finder.find()
    if path is None:
        session.say("no browser: not measured")
        yield None
        return
    options = ["--no-sandbox"] if sys.platform == "linux" and os.geteuid() == 0 else []
    with sync_playwright() as playwright:
        held = playwright.chromium.launch(executable_path=path, args=options)
        yield held
        held.close()
