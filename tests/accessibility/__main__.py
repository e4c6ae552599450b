"""See `scripts/audit.py`, which calls this with the libraries of the lock."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from accessibility.browsing import ROOT
from accessibility.run import audit
from accessibility.states import STATES
from accessibility.transcripts import renew

FIGURES = ROOT / "plugins" / "kanalstrategi" / "pages" / "inserts" / "audit.json"


def main() -> int:
    parser = argparse.ArgumentParser(prog="audit.py", description="Look at every page of a built folder as its readers do.")
    parser.add_argument("folder", nargs="?", type=Path, default=ROOT / "site", help="the built folder, else site/")
    parser.add_argument("--page", action="append", help="only this page; may be given more than once")
    parser.add_argument("--state", action="append", choices=[state.name for state in STATES], help="only this state")
    parser.add_argument("--check", action="append", help="only this check, by its file in tests/accessibility/checks/")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the whole report")
    parser.add_argument("--figures", type=Path, nargs="?", const=FIGURES, metavar="FILE", help="write the figures for the page about accessibility")
    parser.add_argument("--transcripts", action="store_true", help="write tests/transcripts/ anew, and look at nothing else")
    given = parser.parse_args()
    if not (given.folder / "index.html").is_file():
        parser.error(f"there is no built site in {given.folder}: run scripts/build.py")
    if given.transcripts:
        for name in renew(given.folder):
            print(name)
        return 0
    states = [state for state in STATES if not given.state or state.name in given.state]
    report = audit(given.folder, given.page, states, given.check)
    print(report.text())
    for each in report.unused if not given.state else ():
        print(f"reviewed.toml decides what nothing asks for any more: {each}")
    if given.json:
        given.json.write_text(report.json() + "\n", encoding="utf-8")
    if given.figures:
        given.figures.write_text(json.dumps(report.figures(), ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return 1 if report.failed else 0


if __name__ == "__main__":
    sys.exit(main())
