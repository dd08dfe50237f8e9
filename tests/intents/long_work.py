"""Work that nobody waits for to the end."""

import os
import time
from pathlib import Path


def begin_and_wait(folder: str) -> None:
    """Leaves the number of its process in the folder, and takes far longer than any test."""
    (Path(folder) / str(os.getpid())).touch()
    time.sleep(600)
