"""Git at the edge, by its plumbing: which files a revision holds, and their bytes."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

_FILE_MODES = ("100644", "100755")


class GitError(Exception):
    """What Git could not do; `key` is the sentence of the catalogue that says it."""

    def __init__(self, key: str, **values: str) -> None:
        super().__init__(key)
        self.key, self.values = key, values


@dataclass(frozen=True)
class Entry:
    """A file in a revision: its path below what was asked for, and the name of its content."""

    path: str
    oid: str


@dataclass(frozen=True)
class Repository:
    """The repository that a folder stands in."""

    folder: Path
    prefix: str
    """The way from the top of the repository to the folder; empty or ending in a slash."""

    @classmethod
    def around(cls, folder: Path) -> Repository:
        prefix = _git(folder, "rev-parse", "--show-prefix").decode().removesuffix("\n")
        return cls(folder, prefix)

    def commit(self, revision: str) -> str:
        """The commit that a revision names."""
        try:
            found = _git(self.folder, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
        except GitError as error:
            if error.key != "cli.git.failed":
                raise
            raise GitError("cli.git.unknown_revision", revision=revision) from error
        return found.decode().strip()

    def short(self, commit: str) -> str:
        """A commit's name as people write it, and as the hosts of Git make it a link."""
        return _git(self.folder, "rev-parse", "--short", commit).decode().strip()

    def is_folder(self, commit: str, path: str, revision: str) -> bool:
        """Whether a path (from the top of the repository; empty for the whole) is a folder of a commit."""
        try:
            kind = _git(self.folder, "cat-file", "-t", f"{commit}:{path}").decode().strip()
        except GitError as error:
            if error.key != "cli.git.failed":
                raise
            raise GitError("cli.git.no_such_path", revision=revision, path=path or "/") from error
        return kind == "tree"

    def entries(self, commit: str, path: str) -> list[Entry]:
        """Every file below a folder of a commit; no links, no submodules."""
        listed = _git(self.folder, "ls-tree", "-r", "-z", "--full-tree", f"{commit}:{path}")
        found = []
        for line in listed.decode("utf-8", "surrogateescape").split("\0"):
            meta, _, name = line.partition("\t")
            if meta and meta.split()[0] in _FILE_MODES:
                found.append(Entry(name, meta.split()[2]))
        return found

    def oid(self, commit: str, path: str) -> str:
        return _git(self.folder, "rev-parse", "--verify", "--quiet", f"{commit}:{path}").decode().strip()

    def blobs(self, oids: Iterable[str]) -> dict[str, bytes]:
        """The contents by their names, all from one call."""
        asked = sorted(set(oids))
        if not asked:
            return {}
        data = _git(self.folder, "cat-file", "--batch", stdin="".join(f"{oid}\n" for oid in asked).encode())
        found: dict[str, bytes] = {}
        start = 0
        for _ in asked:
            end = data.index(b"\n", start)
            head = data[start:end].split()
            if len(head) != 3:
                raise GitError("cli.git.failed", said=data[start:end].decode(errors="replace"))
            size = int(head[2])
            found[head[0].decode()] = data[end + 1 : end + 1 + size]
            start = end + 1 + size + 1
        return found


def _git(folder: Path, *arguments: str, stdin: bytes | None = None) -> bytes:
    """What Git answers. Its words for people are asked for in English, so that they can be known again."""
    settings = {**os.environ, "LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0", "GIT_TERMINAL_PROMPT": "0"}
    try:
        done = subprocess.run(
            ["git", "-C", str(folder), "--no-replace-objects", *arguments],
            input=stdin,
            capture_output=True,
            env=settings,
            check=False,
        )
    except FileNotFoundError as error:
        raise GitError("cli.git.missing") from error
    if done.returncode == 0:
        return done.stdout
    said = done.stderr.decode("utf-8", "replace").strip()
    if "not a git repository" in said:
        raise GitError("cli.git.no_repository", folder=folder.as_posix())
    raise GitError("cli.git.failed", said=said.splitlines()[-1] if said else f"git {arguments[0]}")
