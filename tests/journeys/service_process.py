"""The service as a process of its own, forked off one that has imported it."""

import asyncio
import os
import signal
import sys
from collections.abc import Mapping
from pathlib import Path

from bot.__main__ import main
from tests.journeys import unlimited
from tests.journeys.nursery import NURSERY


class ServiceProcess:
    """`python -m bot run --clock CLOCK`, or with `hurried` the same without Telegram's pace, begun at once."""

    def __init__(self, *, hurried: bool, clock: Path, folder: Path, env: Mapping[str, str], log: Path) -> None:
        self._process = NURSERY.Process(target=_serve, args=(hurried, clock, folder, dict(env), log), daemon=True)
        self._process.start()

    @property
    def returncode(self) -> int | None:
        """What it ended with, negative for a signal; None while it lives."""
        return self._process.exitcode

    def send_signal(self, number: signal.Signals) -> None:
        assert self._process.pid is not None
        os.kill(self._process.pid, number)

    async def wait(self, seconds: float | None = None) -> bool:
        """Waits for its end; False when it still lives after so long."""
        await asyncio.to_thread(self._process.join, seconds)
        return self._process.exitcode is not None


def _serve(hurried: bool, clock: Path, folder: Path, env: Mapping[str, str], log: Path) -> None:
    os.chdir(folder)
    os.environ.clear()
    os.environ.update(env)
    with log.open("ab") as out:
        os.dup2(out.fileno(), 1)
        os.dup2(out.fileno(), 2)
    sys.exit(unlimited.main(clock) if hurried else main(["run", "--clock", str(clock)]))
