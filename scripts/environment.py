"""The environment that the scripts run in: `.venv` in the clone, with exactly the locked libraries.

Not run by itself: every script imports it.
"""

import compileall
import hashlib
import importlib.util
import io
import os
import platform
import re
import signal
import subprocess
import sys
import sysconfig
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import NoReturn

# The scripts parse on Python 3.6 and later, and nothing in them runs before this.
OLDEST_PYTHON = (3, 11)
if sys.version_info < OLDEST_PYTHON:
    sys.exit(
        f"Kanalstrategier kræver Python {OLDEST_PYTHON[0]}.{OLDEST_PYTHON[1]} eller nyere, "
        f"men dette er Python {platform.python_version()}."
    )

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "plugins"
BUILD_LOCK = ROOT / "requirements" / "build.txt"
TEST_LOCK = ROOT / "requirements" / "test.txt"  # holds everything in BUILD_LOCK too
VENV = ROOT / ".venv"

SETTINGS = {
    "NO_MKDOCS_2_WARNING": "1",
    "DISABLE_MKDOCS_2_WARNING": "true",
    "PYTHONUTF8": "1",
    "PIP_DISABLE_PIP_VERSION_CHECK": "1",
}
PROBE = (
    "import mkdocs.__main__, pip, sys; from importlib.util import find_spec;"
    "sys.exit(find_spec('kanalstrategi') is None)"
)
SIGNS_OF_NO_NETWORK = ("connection broken by", "Failed to connect", "ConnectionError", "timed out")
SECONDS_TO_TIDY_UP = 10


class Problem(Exception):
    """Something the user can mend; the message says what, in Danish."""


def run_script(main: Callable[[], int]) -> NoReturn:
    """Run a script's main: Danish letters on every terminal, and no traceback for a Problem."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace", line_buffering=True)
    try:
        sys.exit(main())
    except Problem as problem:
        sys.exit(str(problem))
    except KeyboardInterrupt:
        sys.exit(130)


def prepare(lock: Path) -> None:
    """Make `.venv` hold the libraries of the lock, doing nothing when it already does."""
    if not holds(lock):
        make(lock)
    # pip compiles what it installs, but not a package in place; else it is compiled at every start where Python may not
    # write, as in many containers. What is compiled already is left alone.
    compileall.compile_dir(PACKAGE, quiet=2)


def make(lock: Path) -> None:
    if lock == BUILD_LOCK or not holds(BUILD_LOCK):
        print("Laver et miljø i .venv (kun første gang, eller når noget er ændret) …")
        create_environment(VENV)
    install(lock)
    for held in (BUILD_LOCK, lock):
        stamp_of(held).write_text(fingerprint(held), encoding="utf-8")


def holds(lock: Path) -> bool:
    """Whether `.venv` was finished with this lock and still works."""
    stamp = stamp_of(lock)
    return stamp.is_file() and stamp.read_text(encoding="utf-8") == fingerprint(lock) and works()


def stamp_of(lock: Path) -> Path:
    return VENV / f"{lock.stem}.stamp"


def fingerprint(lock: Path) -> str:
    """What the environment depends on; its place too, which the commands in it hold."""
    digest = hashlib.sha256()
    for part in (lock.read_bytes(), (PACKAGE / "pyproject.toml").read_bytes()):
        digest.update(hashlib.sha256(part).digest())
    digest.update(f"{platform.python_version()} {ROOT}".encode())
    return digest.hexdigest()


def works() -> bool:
    try:
        probe = subprocess.run(
            [python_of(VENV), "-c", PROBE], cwd=ROOT, env=child_environment(), capture_output=True
        )
    except OSError:
        return False
    return probe.returncode == 0


def python_of(environment: Path) -> Path:
    """The Python inside an environment."""
    if os.name == "nt":
        return environment / "Scripts" / "python.exe"
    return environment / "bin" / "python"


def child_environment() -> dict[str, str]:
    return {**os.environ, **SETTINGS}


def create_environment(path: Path) -> None:
    """Make an empty environment with pip in it, in place of what may be there."""
    if not (importlib.util.find_spec("venv") and importlib.util.find_spec("ensurepip")):
        raise Problem(
            "Denne Python mangler venv; på Debian og Ubuntu får du det med "
            "'sudo apt-get install python3-venv'."
        )
    import venv

    try:
        venv.EnvBuilder(clear=True, symlinks=os.name != "nt", with_pip=True).create(path)
    except (OSError, subprocess.CalledProcessError) as error:
        raise Problem(
            f"Miljøet i {path.name} kunne ikke laves ({error}). "
            "Luk programmer, der bruger mappen, og prøv igen."
        ) from error


def install(lock: Path) -> None:
    """Install the locked libraries, then this project's own package in place."""
    total = len(set(re.findall(r"^([\w.-]+)==", lock.read_text(encoding="utf-8"), re.MULTILINE)))
    print(f"Henter biblioteker ({total}) …")
    python = python_of(VENV)
    pip_install(python, "--require-hashes", "--requirement", str(lock))
    pip_install(python, "--no-deps", "--no-build-isolation", "--editable", str(PACKAGE))
    make_package_path_relative()


def make_package_path_relative() -> None:
    """Keep letters like ø out of the file that points to the package.

    The file is written as UTF-8, but Python 3.11 and 3.12 read it in the machine's own
    encoding, so on Windows they would not find a clone under C:\\Users\\Søren.
    """
    site_packages = Path(sysconfig.get_path("purelib", "venv", {"base": str(VENV)}))
    pointer = site_packages / "kanalstrategi.pth"
    pointer.write_text(os.path.relpath(PACKAGE, site_packages), encoding="utf-8")


def pip_install(python: Path, *arguments: str) -> None:
    """Run `pip install`, showing how far it is; its own words are kept for when it fails."""
    command = [str(python), "-m", "pip", "install", "--retries", "2", *arguments]
    with subprocess.Popen(
        command,
        cwd=ROOT,
        env=child_environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
    ) as process:
        output = list(show_progress(process.stdout or ()))
    if process.returncode != 0:
        raise Problem(explain("".join(output)))


def show_progress(lines: Iterable[str]) -> Iterator[str]:
    """Pass pip's lines on, with one line on a terminal that follows what pip is doing."""
    shown = sys.stdout.isatty()
    count = 0
    for line in lines:
        if shown and line.startswith("Collecting "):
            count += 1
            print(f"\r  {count}: {line.split()[1]:<60}", end="", flush=True)
        elif shown and line.startswith("Installing collected packages"):
            print(f"\r  {'Lægger dem ind …':<60}", end="", flush=True)
        yield line
    if shown:
        print(f"\r{'':<70}\r", end="", flush=True)


def explain(pip_output: str) -> str:
    if any(sign in pip_output for sign in SIGNS_OF_NO_NETWORK):
        return (
            "Bibliotekerne kunne ikke hentes, for der er ikke hul igennem til nettet; prøv igen, "
            "når der er. (Bag en proxy: sæt HTTPS_PROXY, og sæt PIP_CERT til dens certifikat.)"
        )
    last_lines = "".join(f"\n  {line}" for line in pip_output.strip().splitlines()[-8:])
    return f"Bibliotekerne kunne ikke lægges ind. pip siger:{last_lines}"


def run(*arguments: str, **settings: str) -> int:
    """Run the environment's Python in the clone's root and return its exit code."""
    with subprocess.Popen(
        [python_of(VENV), *arguments], cwd=ROOT, env={**child_environment(), **settings}
    ) as process:
        signal.signal(signal.SIGTERM, lambda *_: process.terminate())
        try:
            code = process.wait()
        except KeyboardInterrupt:
            code = wait_after_interrupt(process)
    return code if code >= 0 else 128 - code


def wait_after_interrupt(process: subprocess.Popen[bytes]) -> int:
    """A terminal sends Ctrl-C to the child as well: let it tidy up, but don't wait for ever."""
    try:
        return process.wait(timeout=SECONDS_TO_TIDY_UP)
    except subprocess.TimeoutExpired:
        process.terminate()
        return process.wait()
