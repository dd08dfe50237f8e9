"""The service as a process of its own, forked off one that has imported it."""

import asyncio
import os
import signal
import sys
from collections.abc import Mapping
from pathlib import Path

from bot.__main__ import main
from bot.app import Parts, run
from bot.delivery.limits import UNLIMITED, Limits
from bot.now import shifted_now
from bot.settings import load_settings
from tests.journeys.nursery import NURSERY


class ServiceProcess:
    """What `python -m bot run --clock CLOCK` starts. `hurried`: it sends at once, because a story about what is said
    need not keep the pace of a message a second that Telegram asks for. `lesson`: learning is over when this file is
    there."""

    def __init__(
        self, *, hurried: bool, clock: Path, folder: Path, env: Mapping[str, str], log: Path, lesson: Path | None = None
    ) -> None:
        arguments = (hurried, clock, folder, dict(env), log, lesson)
        self._process = NURSERY.Process(target=_serve, args=arguments, daemon=True)
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


class CommandProcess:
    """`python -m bot COMMAND`, begun at once: what it ends with and says."""

    def __init__(self, command: str, *, folder: Path, env: Mapping[str, str], log: Path) -> None:
        self._process = NURSERY.Process(target=_command, args=(command, folder, dict(env), log), daemon=True)
        self._log = log
        self._process.start()

    async def result(self, seconds: float) -> tuple[int, list[str]]:
        """Its exit code and its lines. Raises TimeoutError, and ends it, where it takes longer."""
        await asyncio.to_thread(self._process.join, seconds)
        if self._process.exitcode is None:
            self._process.kill()
            raise TimeoutError(self._log.read_text(encoding="utf-8"))
        return self._process.exitcode, self._log.read_text(encoding="utf-8").splitlines()


def _command(command: str, folder: Path, env: Mapping[str, str], log: Path) -> None:
    _settle(folder, env, log)
    sys.exit(main([command]))


def _serve(hurried: bool, clock: Path, folder: Path, env: Mapping[str, str], log: Path, lesson: Path | None) -> None:
    _settle(folder, env, log)
    from tests.journeys.remembered import SOURCES, held_until  # which the nursery has read, and tests need not read

    sources = SOURCES if lesson is None else held_until(lesson)
    limits, gathering = (UNLIMITED, {"gather_seconds": 0.0}) if hurried else (Limits(), {})
    asyncio.run(run(load_settings(os.environ), parts=Parts(shifted_now(clock), limits, sources=sources, **gathering)))


def _settle(folder: Path, env: Mapping[str, str], log: Path) -> None:
    """As if it had been started there, with nothing but this environment."""
    os.chdir(folder)
    os.environ.clear()
    os.environ.update(env)
    with log.open("ab") as out:
        os.dup2(out.fileno(), 1)
        os.dup2(out.fileno(), 2)
