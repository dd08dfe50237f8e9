"""Work that nobody waits for to the end, or that has none."""

import os
import time
from pathlib import Path


def begin_and_wait(folder: str) -> None:
    """Leaves the number of its process in the folder, and takes far longer than any test."""
    (Path(folder) / str(os.getpid())).touch()
    time.sleep(600)


def take_all_memory() -> bytes:
    """More than any machine has."""
    return bytes(2**60)
