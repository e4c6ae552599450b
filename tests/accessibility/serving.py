"""A built folder on 127.0.0.1, under exactly the policy that the site asks for."""

from __future__ import annotations

import threading
from base64 import b64encode
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from hashlib import sha256
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

POLICY = (
    "default-src 'none'; style-src 'self'{sheet}; script-src 'self'; img-src 'self'; font-src 'self'; "
    "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
"""A page may hold its styles only as the site's own sheet, letter by letter."""


class _Handler(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def __init__(self, *arguments: Any, directory: str, policy: str) -> None:
        self._policy = policy
        super().__init__(*arguments, directory=directory)

    def end_headers(self) -> None:
        self.send_header("Content-Security-Policy", self._policy)
        super().end_headers()

    def log_message(self, format: str, *arguments: object) -> None:
        pass


def _policy(folder: Path) -> str:
    sheet = folder / "assets" / "kanalstrategi.css"
    allowed = f" 'sha256-{b64encode(sha256(sheet.read_bytes()).digest()).decode()}'" if sheet.is_file() else ""
    return POLICY.replace("{sheet}", allowed)


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The address of the folder; ends with a slash."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Handler, directory=str(folder), policy=_policy(folder)))
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
