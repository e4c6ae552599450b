"""A client of YAML's language server: what an editor asks, over standard input and output."""

from __future__ import annotations

import json
import os
import subprocess
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
SETTINGS = {"yaml": {"validate": True, "hover": True, "completion": True, "schemaStore": {"enable": False}}}


@dataclass
class LanguageServer:
    """The server on a workspace; every request waits for its answer."""

    program: Path
    workspace: Path
    settings: dict[str, Any] = field(default_factory=lambda: SETTINGS)

    def __enter__(self) -> LanguageServer:
        guard = HERE / "no_network.cjs"
        self._process = subprocess.Popen(
            ["node", "--require", str(guard), str(self.program), "--stdio"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            cwd=self.workspace,
            env={"PATH": os.environ["PATH"], "HOME": str(self.workspace)},
        )
        self._last = 0
        self._opened: set[str] = set()
        self._published: dict[str, list[dict[str, Any]]] = {}
        folder = self.workspace.as_uri()
        markup = {"documentationFormat": ["markdown", "plaintext"], "snippetSupport": True}
        capabilities = {
            "textDocument": {"completion": {"completionItem": markup}, "hover": {"contentFormat": ["markdown"]}},
            "workspace": {"configuration": True},
        }
        self.ask(
            "initialize",
            processId=None,
            rootUri=folder,
            capabilities=capabilities,
            workspaceFolders=[{"uri": folder, "name": "library"}],
        )
        self.tell("initialized")
        self.tell("workspace/didChangeConfiguration", settings=self.settings)
        # This request is answered once the settings are fetched and read.
        self.ask("textDocument/codeLens", textDocument={"uri": folder})
        return self

    def __exit__(self, *_: object) -> None:
        self.ask("shutdown")
        self.tell("exit")
        self._process.wait(timeout=10)
        for stream in (self._process.stdin, self._process.stdout, self._process.stderr):
            assert stream
            stream.close()

    # --- What an editor does

    def problems(self, files: dict[str, str]) -> dict[str, list[dict[str, Any]]]:
        """Open files for the first time, by path, and wait for what is underlined in each."""
        opened = {path: self._open(path, text) for path, text in files.items() if not self._is_open(path)}
        assert len(opened) == len(files), "what is told of a file again may be old"
        while not self._published.keys() >= set(opened.values()):
            self._receive()
        return {path: self._published[uri] for path, uri in opened.items()}

    def complete(self, path: str, text: str) -> dict[str, dict[str, Any]]:
        """What is offered where the text has a `¦`, by label."""
        uri, position = self._at_cursor(path, text)
        answer = self.ask("textDocument/completion", textDocument={"uri": uri}, position=position)
        return {item["label"]: item for item in answer["items"]}

    def hover(self, path: str, text: str) -> str:
        """What is said of the word after the `¦`."""
        uri, position = self._at_cursor(path, text)
        answer = self.ask("textDocument/hover", textDocument={"uri": uri}, position=position)
        return answer["contents"]["value"] if answer else ""

    def _at_cursor(self, path: str, text: str) -> tuple[str, dict[str, int]]:
        before, cursor, after = text.partition("¦")
        assert cursor, "the text marks no place"
        position = {"line": before.count("\n"), "character": len(before.rpartition("\n")[2])}
        return self._open(path, before + after), position

    def _is_open(self, path: str) -> bool:
        return (self.workspace / path).as_uri() in self._opened

    def _open(self, path: str, text: str) -> str:
        uri = (self.workspace / path).as_uri()
        if uri in self._opened:
            self.tell("textDocument/didClose", textDocument={"uri": uri})
        self._opened.add(uri)
        self._last += 1
        document = {"uri": uri, "languageId": "yaml", "version": self._last, "text": text}
        self.tell("textDocument/didOpen", textDocument=document)
        return uri

    # --- The protocol

    def ask(self, method: str, **params: Any) -> Any:
        self._last += 1
        number = self._last
        self._send({"id": number, "method": method, "params": params or None})
        while (message := self._receive()).get("id") != number or "method" in message:
            pass
        if "error" in message:
            raise AssertionError(f"{method}: {message['error']}")
        return message.get("result")

    def tell(self, method: str, **params: Any) -> None:
        self._send({"method": method, "params": params})

    def _send(self, message: dict[str, Any]) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self._process.stdin
        self._process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        self._process.stdin.flush()

    def _receive(self) -> dict[str, Any]:
        """The next message; what the server asks of the editor is answered on the way."""
        stream = self._process.stdout
        assert stream
        length = 0
        while line := stream.readline().strip():
            name, _, value = line.partition(b":")
            if name.lower() == b"content-length":
                length = int(value)
        if not length:
            assert self._process.stderr
            raise AssertionError("the language server ended: " + self._process.stderr.read().decode())
        message: dict[str, Any] = json.loads(stream.read(length))
        method = message.get("method")
        if method == "textDocument/publishDiagnostics":
            self._published[message["params"]["uri"]] = message["params"]["diagnostics"]
        elif method and "id" in message:
            answer: Any = None
            if method == "workspace/configuration":
                answer = [self.settings.get(item["section"]) for item in message["params"]["items"]]
            self._send({"id": message["id"], "result": answer})
        return message
