"""Sources of time. Business time is injected everywhere, so that tests and the sandbox can move it."""

import json
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

Now = Callable[[], datetime]


def real_now() -> datetime:
    """Aware UTC."""
    return datetime.now(UTC)


def shifted_now(file: Path) -> Now:
    """Real time moved by the `offset_seconds` in a JSON file, read when that changes (the sandbox's clock)."""
    seen: dict[str, float] = {"mtime": -1.0, "offset": 0.0}

    def now() -> datetime:
        try:
            mtime = file.stat().st_mtime
            if mtime != seen["mtime"]:
                seen["offset"] = float(json.loads(file.read_text(encoding="utf-8"))["offset_seconds"])
                seen["mtime"] = mtime
        except (OSError, ValueError, KeyError, TypeError):
            pass  # not written yet or half-way through: the last known offset stays
        return real_now() + timedelta(seconds=seen["offset"])

    return now
