"""Make the locks in `requirements/` anew. For maintainers: after a change in an `.in` file.

    python3 scripts/lock.py              keep the locked versions that still fit
    python3 scripts/lock.py --upgrade    take the newest of everything

Other arguments are passed on to `uv pip compile`.
"""

import subprocess
import sys
import tempfile
from pathlib import Path

import environment

OPTIONS = (
    "--universal",
    "--python-version=3.11",
    "--generate-hashes",
    "--no-emit-index-url",
    "--no-header",
    "--no-config",
    "--no-python-downloads",
    "--quiet",
)


def main() -> int:
    with tempfile.TemporaryDirectory() as folder:
        print("Henter uv i et miljø, der smides ud igen …")
        environment.create_environment(Path(folder))
        python = environment.python_of(Path(folder))
        environment.pip_install(python, "uv")
        for lock in (environment.BUILD_LOCK, environment.TEST_LOCK):
            print(f"Låser {lock.name} …")
            make(lock, python, sys.argv[1:])
    return 0


def make(lock: Path, python: Path, options: list[str]) -> None:
    """Write one lock; paths are relative, for uv repeats them in its comments."""
    target = lock.relative_to(environment.ROOT)
    source = target.with_suffix(".in").as_posix()
    command = [str(python), "-m", "uv", "pip", "compile", *OPTIONS, *options, source]
    done = subprocess.run([*command, "--output-file", target.as_posix()], cwd=environment.ROOT)
    if done.returncode != 0:
        raise environment.Problem(f"uv kunne ikke løse {source}; se beskeden ovenfor.")
    refuse_addresses(lock)


def refuse_addresses(lock: Path) -> None:
    """A lock says what, never from where: each machine fetches from the index it is set up with."""
    text = lock.read_text(encoding="utf-8")
    if "://" in text or str(environment.ROOT) in text:
        raise environment.Problem(f"{lock.name} nævner en adresse eller en mappe på denne maskine.")


if __name__ == "__main__":
    environment.run_script(main)
