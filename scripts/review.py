"""Everything that a proposed change goes through, as one command: what CI does on any host, and you before it.

    python3 scripts/review.py BASE [--out FOLDER] [--without-tests]

BASE is what the change will be merged into, for example main. In the folder (review/) stand afterwards the site as it
would be (site/), what changed in words (kommentar/aendringer.md and aendringer.html) and nothing else. The first begins
with what is not in order.
"""

import argparse
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Callable, Dict, List

import environment

OK, FOUND = 0, 1
LEFT = {"site", "kommentar", "aendringer.html"}
"""What stands in the folder afterwards."""
MOST_CHARACTERS = 60_000
"""What the hosts take as a comment, and room for what they add."""
FAILED = "## Hvad er ændret\n\n**Der kunne ikke sammenlignes.** Se hvorfor i loggen. Det betyder ikke, at alt er ens.\n"


def main() -> int:
    options = arguments()
    base = common_ancestor(options.base)
    out = options.out.resolve()
    comment = out / "kommentar" / "aendringer.md"
    make_room(out)
    comment.parent.mkdir(parents=True)
    comment.write_text(FAILED, encoding="utf-8")  # stands, if nothing comes after it
    environment.prepare(environment.BUILD_LOCK)
    steps: Dict[str, Callable[[], bool]] = {
        "Hvad er ændret": lambda: compare(base, out),
        "Tjek af filerne": lambda: check(base),
        "Siderne, bygget strengt": lambda: build(out),
    }
    if not options.without_tests:
        steps["Prøverne"] = test
    failed = [name for name, step in steps.items() if not done(name, step)]
    comment.write_text(said(failed, comment.read_text(encoding="utf-8")), encoding="utf-8")
    print(f"\nIkke i orden: {', '.join(failed)}." if failed else "\nAlt er i orden.")
    for name, path in (("Siderne", out / "site"), ("Ændringerne", out / "aendringer.html")):
        if path.exists():
            print(f"{name} står i {shown(path)}.")
    return FOUND if failed else OK


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Prøv et forslag, før det bliver flettet ind.")
    parser.add_argument("base", metavar="BASE", help="det, forslaget skal flettes ind i, for eksempel main")
    parser.add_argument("--out", type=Path, default=environment.ROOT / "review", help="mappen til resultatet")
    parser.add_argument("--without-tests", action="store_true", help="spring prøverne over")
    return parser.parse_args()


def make_room(out: Path) -> None:
    """Empty the folder of an earlier result; any other folder is left alone."""
    if out.is_dir() and {each.name for each in out.iterdir()} - LEFT:
        raise environment.Problem(f"I {shown(out)} ligger der andet end et tidligere resultat. Vælg en anden mappe med --out.")
    shutil.rmtree(str(out), ignore_errors=True)


def said(failed: List[str], changed: str) -> str:
    """The comment: what is not in order, and what changed, as much of it as a comment holds."""
    first = f"**Ikke i orden:** {', '.join(failed)}. Se hvorfor i loggen.\n\n" if failed else ""
    if len(first) + len(changed) <= MOST_CHARACTERS:
        return first + changed
    last = "\n\nResten er der ikke plads til her. Det hele står i aendringer.html.\n"
    room = MOST_CHARACTERS - len(first) - len(last)
    return first + changed[: changed.rindex("\n", 0, room)] + last


def common_ancestor(base: str) -> str:
    """Where the change left BASE: what others have merged since is no part of it."""
    asked = ["git", "merge-base", "--end-of-options", base, "HEAD"]
    found = subprocess.run(asked, cwd=str(environment.ROOT), stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    if found.returncode != 0:
        raise environment.Problem(
            f"Git kan ikke finde, hvor forslaget skiltes fra {base}. Skriv navnet på en gren, for eksempel main. "
            "Er projektet kun hentet delvist, så skriv git fetch --unshallow først."
        )
    return found.stdout.decode().strip()


def done(name: str, step: Callable[[], bool]) -> bool:
    """Run a step under its name; the others run whatever becomes of it."""
    print(f"\n=== {name}")
    return step()


def compare(base: str, out: Path) -> bool:
    """Write what changed for a comment and as a page. Differences are no failure; a comparison that failed is."""
    made = []
    for form, path in (("markdown", out / "kommentar" / "aendringer.md"), ("html", out / "aendringer.html")):
        code = kanalstrategi("diff", base, "--format", form, "--out", str(path))
        made.append(code in (OK, FOUND))
    if not all(made):
        (out / "kommentar" / "aendringer.md").write_text(FAILED, encoding="utf-8")
    return all(made)


def check(base: str) -> bool:
    form: List[str] = ["--format", "github"] if os.environ.get("GITHUB_ACTIONS") == "true" else []
    return kanalstrategi("check", "--since", base, *form, "strategier") == OK


def build(out: Path) -> bool:
    return environment.run("-m", "mkdocs", "build", "--strict", "--site-dir", str(out / "site")) == OK


def test() -> bool:
    return subprocess.run([sys.executable, str(environment.ROOT / "scripts" / "test.py")]).returncode == OK


def kanalstrategi(*arguments: str) -> int:
    return environment.run("-m", "kanalstrategi.cli", *arguments)


def shown(path: Path) -> str:
    return os.path.relpath(str(path), str(environment.ROOT))


if __name__ == "__main__":
    environment.run_script(main)
