"""See `scripts/bench.py`, which calls this with the libraries of the tests' lock."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from pathlib import Path

from benchmark import measure_browser, measure_build, measure_check, measure_serve, peers, profiling, record, report
from benchmark.running import HAS_USAGE, Failed
from benchmark.session import Session

MEASURES: dict[str, Callable[[Session], None]] = {
    "build": measure_build.build,
    "growth": measure_build.growth,
    "check": measure_check.check,
    "serve": measure_serve.serve,
    "search": measure_browser.search,
    "comparison": measure_browser.comparison,
}
EDITIONS = 392


def main() -> int:
    given = _arguments()
    given.work.mkdir(parents=True, exist_ok=True)
    if given.install:
        peers.install(given.work)
    there = peers.installed(given.work)
    names = [name for name in peers.PEERS if name in given.peers and name in there]
    for name in given.peers:
        if name not in there:
            Session.say(f"{name} is not installed, and is left out (--install gets it)")
    if not HAS_USAGE:
        Session.say("this system does not say what a process took: processor time and memory are left out")
    session = Session(given.work.resolve(), 1 if given.quick else given.runs, names, given.editions)
    if given.profile:
        print(profiling.profile(session, given.profile))
        return 0
    for name in given.only:
        Session.say(f"— {name}")
        MEASURES[name](session)
    print("", report.builders(session.series, tuple(peers.PEERS)), "", report.table(session.series), sep="\n")
    if not given.quick and given.editions == EDITIONS:
        record.keep(session, given.only)
    return 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="bench.py", description="How fast we are, beside others.")
    parser.add_argument("--runs", type=int, default=3, help="how often each build is run, in turn (3)")
    parser.add_argument("--quick", action="store_true", help="run everything once, and write nothing")
    parser.add_argument("--only", type=_some(MEASURES), default=list(MEASURES), help=", ".join(MEASURES))
    parser.add_argument("--peers", type=_some(peers.PEERS), default=list(peers.PEERS), help=", ".join(peers.PEERS))
    parser.add_argument("--editions", type=int, default=EDITIONS, help="the size of the country (392)")
    parser.add_argument("--profile", nargs="?", const="build", choices=profiling.COMMANDS, help="where our time goes")
    parser.add_argument("--install", action="store_true", help="get Zensical and Hugo first")
    parser.add_argument("--work", type=Path, default=peers.ROOT / ".bench", help="the folder to work in (.bench)")
    return parser.parse_args()


def _some(known: dict[str, object]) -> Callable[[str], list[str]]:
    def read(text: str) -> list[str]:
        names = text.split(",")
        for name in names:
            if name not in known:
                raise argparse.ArgumentTypeError(f"{name} is none of {', '.join(known)}")
        return [name for name in known if name in names]

    return read


if __name__ == "__main__":
    try:
        sys.exit(main())
    except Failed as failed:
        sys.exit(str(failed))
