"""`kanalstrategi check` of the whole library, beside parsing the same files with PyYAML's C loader.

Both as whole commands, and as work inside one process: what importing costs is counted in neither, and each has
read one file before, so that catalogues and the like are there.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

from benchmark.peers import Peer
from benchmark.session import SETTINGS, Session

_TIMED = """
import contextlib, io, os, sys, time
def taken():
    own = os.times()
    return own.user + own.system + own.children_user + own.children_system
{before}
work(sys.argv[1:2])
start = taken()
work(sys.argv[2:])
print(taken() - start)
"""
_CHECK = """
from kanalstrategi.cli import main
def work(paths):
    with contextlib.redirect_stdout(io.StringIO()):
        sys.argv[1:] = []
        assert main(["check", *paths]) == 0
"""
_PARSE = """
import pathlib, yaml
def work(paths):
    for path in paths:
        path = pathlib.Path(path)
        for file in sorted(path.rglob("*.yml")) if path.is_dir() else [path]:
            yaml.load(file.read_bytes(), Loader=yaml.CSafeLoader)
"""
_PARSE_ALL = f"import sys{_PARSE}work(sys.argv[1:])"


def check(session: Session) -> None:
    peer = session.peer("ours")
    one = sorted((peer.folder / "strategier").glob("*/*.yml"))[0].relative_to(peer.folder)
    for _ in range(session.runs):
        for name, code in (("ours", _CHECK), ("parser", _PARSE)):
            _forget(peer)
            command = [sys.executable, "-c", _TIMED.format(before=code), str(one), "strategier"]
            session.add(f"check/{name}/work", float(_output(command, session, peer.folder)))
        _forget(peer)
        session.run("check/ours", [sys.executable, "-m", "kanalstrategi.cli", "check", "strategier"], peer.folder)
        session.run("check/parser", [sys.executable, "-c", _PARSE_ALL, "strategier"], peer.folder)


def _forget(peer: Peer) -> None:
    """Remove what earlier runs remember, but not the site: others measure it."""
    shutil.rmtree(peer.folder / ".cache", ignore_errors=True)


def _output(command: list[str], session: Session, folder: object) -> str:
    done = subprocess.run(command, cwd=str(folder), env={**os.environ, **SETTINGS}, capture_output=True, text=True)
    if done.returncode:
        raise SystemExit(f"{done.stdout}\n{done.stderr}")
    session.say(f"{command[3]} and its country: {done.stdout.strip()} s of processor")
    return done.stdout.strip().splitlines()[-1]
