"""What this machine's disk does, so that the figures of the service can be judged."""

import os
import time
from pathlib import Path

_SECONDS = 1.5


def fsyncs_per_second(folder: Path) -> float:
    """Appends and syncs one byte after another."""
    path = folder / "fsync-probe"
    count, began = 0, time.perf_counter()
    with path.open("wb") as file:
        while time.perf_counter() - began < _SECONDS:
            file.write(b"x")
            file.flush()
            os.fsync(file.fileno())
            count += 1
    path.unlink()
    return count / (time.perf_counter() - began)
