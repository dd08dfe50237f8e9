"""The clock that the page moves: `clock.json` in the data folder, {"offset_seconds": n}.

The service reads that file itself; the sandbox only stores it and dates its messages by it. Expiry of callback queries
and updates, flood control and retries go by real time.
"""

import json
import time
from pathlib import Path


class Clock:
    """Real time plus an offset in seconds that survives in the file."""

    def __init__(self, folder: Path) -> None:
        self._file = folder / "clock.json"
        self.offset_seconds = self._read()

    def now(self) -> int:
        """UNIX time as the sandbox's people see it."""
        return int(time.time() + self.offset_seconds)

    def set(self, offset_seconds: float) -> None:
        """Store a new offset; readers see the old file or the new one, never half of it."""
        self.offset_seconds = offset_seconds
        temporary = self._file.with_suffix(".json.new")
        temporary.write_text(json.dumps({"offset_seconds": offset_seconds}), encoding="utf-8")
        temporary.replace(self._file)

    def _read(self) -> float:
        if not self._file.exists():
            return 0.0
        return float(json.loads(self._file.read_text(encoding="utf-8"))["offset_seconds"])
