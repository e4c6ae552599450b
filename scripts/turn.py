"""One build at a time in a clone. Not run by itself: build.py imports it."""

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

SECONDS_BETWEEN_TRIES = 0.1


@contextmanager
def own_turn(lock: Path) -> Iterator[None]:
    """Wait until nobody else holds the lock, and hold it; the system lets go of it when the process ends, however."""
    lock.parent.mkdir(parents=True, exist_ok=True)
    with lock.open("a") as file:
        if not take(file):
            print("En anden bygning er i gang her; venter, til den er færdig …")
            while not take(file):
                time.sleep(SECONDS_BETWEEN_TRIES)
        yield


if os.name == "nt":
    import msvcrt

    def take(file: IO[str]) -> bool:
        file.seek(0)
        try:
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def take(file: IO[str]) -> bool:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True
