"""A large site is made by several processes: the same bytes, a clean end, and a clear word when one is lost."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from conftest import ROOT, build, copy_project
from kanalstrategi.i18n import catalog

sys.path.insert(0, str(ROOT / "scripts"))
from benchmark import country

from test_determinism import BUILT_AT

pytestmark = pytest.mark.skipif(not Path("/proc").is_dir(), reason="looks at the processes of Linux")

EDITIONS = 60
SECONDS_TO_WAIT = 60


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    project = copy_project(tmp_path_factory.mktemp("large") / "project")
    shutil.rmtree(project / "strategier")
    country.write(project / "strategier", ROOT / "strategier", EDITIONS)
    return project


def with_processes(project: Path, number: int) -> Path:
    config = project / "mkdocs.yml"
    kept = [line for line in config.read_text(encoding="utf-8").splitlines() if "processes:" not in line]
    place = next(index for index, line in enumerate(kept) if "strategies: strategier" in line)
    config.write_text("\n".join([*kept[:place], f"      processes: {number}", *kept[place:], ""]), encoding="utf-8")
    return project


@pytest.fixture
def building(large: Path, tmp_path: Path) -> Iterator[subprocess.Popen[str]]:
    """A build by two processes, halfway: they are there and pages are being written."""
    command = [sys.executable, "-m", "mkdocs", "build", "-f", with_processes(large, 2) / "mkdocs.yml", "-d", tmp_path / "site"]
    begun = subprocess.Popen(
        [str(part) for part in command],
        cwd=large,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONUTF8": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        start_new_session=True,
    )
    until = time.monotonic() + SECONDS_TO_WAIT
    while not (children(begun.pid) and any((tmp_path / "site").rglob("aendringer/index.html"))):
        assert begun.poll() is None and time.monotonic() < until, begun.communicate()[0]
        time.sleep(0.005)
    yield begun
    if begun.poll() is None:
        os.killpg(begun.pid, signal.SIGKILL)
    begun.communicate()


def children(parent: int) -> list[int]:
    tasks = Path(f"/proc/{parent}/task").glob("*/children")
    return [int(child) for task in tasks for child in task.read_text().split()]


def is_running(process: int) -> bool:
    try:
        return "\nState:\tZ" not in Path(f"/proc/{process}/status").read_text()
    except (FileNotFoundError, ProcessLookupError):
        return False


def wait_until_gone(processes: list[int]) -> None:
    until = time.monotonic() + SECONDS_TO_WAIT
    while left := [process for process in processes if is_running(process)]:
        assert time.monotonic() < until, f"still running: {left}"
        time.sleep(0.05)


def test_several_processes_make_the_same_bytes_as_one(large: Path) -> None:
    one = build(with_processes(large, 1), SOURCE_DATE_EPOCH=BUILT_AT).files()
    several = build(with_processes(large, 3), SOURCE_DATE_EPOCH=BUILT_AT).files()
    assert one.keys() == several.keys()
    assert not [path for path in one if one[path] != several[path]]


@pytest.mark.parametrize("later", [0, 0.01, 0.02, 0.05, 0.1, 0.2])
def test_a_lost_process_is_told_in_plain_words(later: float, building: subprocess.Popen[str]) -> None:
    """At whatever moment it is lost: one that was lost in the middle of its answer once kept the build waiting for ever."""
    time.sleep(later)
    os.kill(children(building.pid)[0], signal.SIGKILL)
    said, _ = building.communicate(timeout=SECONDS_TO_WAIT)
    assert building.returncode == 1 and "Traceback" not in said
    assert catalog("da")("build.process_ended") in " ".join(said.split())


def test_ctrl_c_ends_every_process(building: subprocess.Popen[str]) -> None:
    workers = children(building.pid)
    os.killpg(building.pid, signal.SIGINT)
    said, _ = building.communicate(timeout=SECONDS_TO_WAIT)
    assert building.returncode != 0 and "Traceback" not in said
    wait_until_gone(workers)


def test_a_killed_build_leaves_no_process_behind(building: subprocess.Popen[str]) -> None:
    workers = children(building.pid)
    os.kill(building.pid, signal.SIGKILL)
    wait_until_gone(workers)
