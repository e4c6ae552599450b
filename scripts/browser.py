"""Find the browser that the tests look at the pages in. Not run by itself: test.py imports it."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from environment import Problem

VARIABLE = "KANALSTRATEGI_BROWSER"
COMMANDS = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "microsoft-edge",
    "chrome",
    "msedge",
)
MAC_APPS = ("Google Chrome", "Chromium", "Microsoft Edge")
WINDOWS_FOLDERS = ("PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA")
WINDOWS_PROGRAMS = (
    "Google/Chrome/Application/chrome.exe",
    "Microsoft/Edge/Application/msedge.exe",
    "Chromium/Application/chrome.exe",
)
ADVICE = {
    "darwin": "hent Google Chrome, fx med 'brew install --cask google-chrome'",
    "win32": "hent Google Chrome, fx med 'winget install Google.Chrome'",
    "linux": "installér Chromium ('sudo apt-get install chromium' på Debian, "
    "'sudo snap install chromium' på Ubuntu)",
}


def find_or_install() -> str:
    """The path of a browser. Where nobody is there to install one (a CI container), do it."""
    path = find()
    if path is None and may_install():
        install()
        path = find()
    if path is None:
        advice = ADVICE.get(sys.platform, ADVICE["linux"])
        raise Problem(f"Prøverne kræver en browser: {advice}, eller sæt {VARIABLE} til en.")
    return path


def find() -> str | None:
    chosen = os.environ.get(VARIABLE)
    if chosen:
        path = shutil.which(chosen)
        if path is None:
            raise Problem(f"{VARIABLE} peger på {chosen}, som ikke er et program.")
        return os.path.abspath(path)  # not resolved: a snap's link leads to the snap program
    return next((path for path in map(shutil.which, places()) if path), None)


def places() -> Iterator[str]:
    """Where a browser may be, as commands and as paths."""
    yield from COMMANDS
    if sys.platform == "darwin":
        for folder in (Path("/Applications"), Path.home() / "Applications"):
            for app in MAC_APPS:
                yield str(folder / f"{app}.app" / "Contents" / "MacOS" / app)
    if sys.platform == "win32":
        for folder in filter(None, map(os.environ.get, WINDOWS_FOLDERS)):
            for program in WINDOWS_PROGRAMS:
                yield str(Path(folder) / program)


def may_install() -> bool:
    is_root = hasattr(os, "geteuid") and os.geteuid() == 0
    return is_root and shutil.which("apt-get") is not None


def install() -> None:
    """Install Chromium, and a font: without one all text is empty boxes of the wrong width."""
    print("Installerer Chromium med apt-get …")
    quietly = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    packages = ("chromium", "fonts-liberation")
    for command in (("update",), ("install", "--yes", "--no-install-recommends", *packages)):
        done = subprocess.run(
            ["apt-get", "--quiet", *command],
            env=quietly,
            capture_output=True,
            encoding="utf-8",
            errors="replace",
        )
        if done.returncode != 0:
            print(done.stderr.strip(), file=sys.stderr)
            return
