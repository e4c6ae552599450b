"""Build the whole site into `site/`. Run it after a change, and before publishing.

    python3 scripts/build.py

A build with warnings fails, and a failed build leaves the former `site/` as it was. Of two builds at once, one waits.
When nothing has changed since the last one, nothing is done.
"""

import shutil
import time
from pathlib import Path

import built
import environment
from turn import own_turn

LOCK = environment.ROOT / ".cache" / "build.lock"
SITE = environment.ROOT / "site"
NEW_SITE = SITE.with_name("site.new")
OLD_SITE = SITE.with_name("site.old")
SWAP_TRIES = 20
WHERE = "Åbn site/index.html, eller se siderne med: python3 scripts/serve.py"


def main() -> int:
    if built.is_current(SITE):
        print("Intet er ændret, siden site/ blev bygget.\n" + WHERE)
        return 0
    environment.prepare(environment.BUILD_LOCK)
    with own_turn(LOCK):
        return build_and_publish()


def build_and_publish() -> int:
    finish_interrupted_swap()
    started = time.monotonic()
    sources = built.read()
    try:
        code = build(NEW_SITE)
        if code == 0:
            swap_in_new_site()
            built.remember(SITE, sources)
    finally:
        shutil.rmtree(NEW_SITE, ignore_errors=True)
    print(summary(time.monotonic() - started) if code == 0 else failure())
    return code


def build(site_dir: Path) -> int:
    return environment.run(
        "-m", "mkdocs", "build", "--strict", "--clean", "--site-dir", str(site_dir)
    )


def finish_interrupted_swap() -> None:
    if OLD_SITE.exists() and not SITE.exists():
        move(OLD_SITE, SITE)


def swap_in_new_site() -> None:
    """Put the new site in place of the old one; on failure the old one stays."""
    shutil.rmtree(OLD_SITE, ignore_errors=True)
    if SITE.exists():
        move(SITE, OLD_SITE)
    try:
        move(NEW_SITE, SITE)
    except environment.Problem:
        finish_interrupted_swap()
        raise
    shutil.rmtree(OLD_SITE, ignore_errors=True)


def move(source: Path, target: Path) -> None:
    """Rename a folder; try again, for on Windows a virus scanner may hold a file in it a moment."""
    for _ in range(SWAP_TRIES):
        try:
            source.rename(target)
            return
        except OSError:
            time.sleep(0.1)
    raise environment.Problem(
        f"Mappen {source.name} kunne ikke omdøbes til {target.name}: "
        "luk programmer, der har filer i den åbne, og byg igen."
    )


def summary(seconds: float) -> str:
    pages = sum(1 for _ in SITE.rglob("*.html"))
    megabytes = sum(file.stat().st_size for file in SITE.rglob("*") if file.is_file()) / 1_000_000
    return (
        f"Færdig: {pages} sider i site/ ({decimal(megabytes)} MB) på {decimal(seconds)} sekunder.\n{WHERE}"
    )


def failure() -> str:
    kept = "site/ er, som den var." if SITE.exists() else "Der er ikke lavet noget site/."
    return f"Siderne blev ikke bygget; se beskederne ovenfor. {kept}"


def decimal(number: float) -> str:
    return f"{number:.1f}".replace(".", ",")


if __name__ == "__main__":
    environment.run_script(main)
