"""A child process that is started again when it dies, and that never outlives its parent."""

from __future__ import annotations

import asyncio
import ctypes
import signal
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from bot.operator_text import sentence

#: What a command of this program ends with when a person has to mend something first: trying again would not help.
MUST_BE_MENDED = 2
_FIRST_PAUSE, _LONGEST_PAUSE = 0.5, 30.0
_SETTLED_SECONDS = 30.0
_GRACE_SECONDS = 10.0
_PR_SET_PDEATHSIG = 1
_LIBC = ctypes.CDLL(None) if sys.platform == "linux" else None


class GaveUp(Exception):
    """The child could not start at all; `code` is what it ended with."""

    def __init__(self, name: str, code: int) -> None:
        super().__init__(name, code)
        self.name = name
        self.code = code


@dataclass(slots=True)
class Child:
    """`python -m <module> <arguments>` with an environment of its own; `name` is a text key.

    With `awaits_line` the first line on its standard output says that it is ready; it is not shown.
    """

    name: str
    arguments: tuple[str, ...]
    env: Mapping[str, str]
    folder: Path
    say: Callable[[str], None]
    awaits_line: bool = False
    ready: asyncio.Event = field(default_factory=asyncio.Event)
    pid: int | None = None

    async def run(self) -> None:
        """Keep it running until cancelled; then it is stopped by its process id.

        Raises GaveUp when its first start fails before it is ready, or when it says that something must be mended.
        """
        pause = _FIRST_PAUSE
        first = True
        while True:
            started = asyncio.get_running_loop().time()
            code = await self._once()
            never_ready = self.awaits_line and not self.ready.is_set()
            if first and (code == MUST_BE_MENDED or never_ready):
                raise GaveUp(self.name, code)
            first = False
            if asyncio.get_running_loop().time() - started > _SETTLED_SECONDS:
                pause = _FIRST_PAUSE
            self.say(sentence("terminal-died", name=sentence(self.name), reason=_reason(code), seconds=pause))
            await asyncio.sleep(pause)
            pause = min(pause * 2, _LONGEST_PAUSE)

    async def _once(self) -> int:
        """Start it and wait for its end; its exit code (negative: the signal that ended it)."""
        process = await asyncio.create_subprocess_exec(
            sys.executable,
            "-m",
            *self.arguments,
            env=self.env,
            cwd=self.folder,
            stdin=asyncio.subprocess.DEVNULL,
            stdout=asyncio.subprocess.PIPE if self.awaits_line else None,
            # A group of its own: Ctrl-C reaches the launcher alone, which then ends the children in order.
            start_new_session=True,
            preexec_fn=_end_with_parent,
        )
        self.pid = process.pid
        try:
            if process.stdout is not None:
                await self._pass_on(process.stdout)
            return await process.wait()
        finally:
            self.pid = None
            await _end(process)

    async def _pass_on(self, output: asyncio.StreamReader) -> None:
        while line := await output.readline():
            if self.ready.is_set():
                self.say(line.decode(errors="replace").rstrip())
            self.ready.set()


async def _end(process: asyncio.subprocess.Process) -> None:
    """SIGTERM, and SIGKILL for what is still there after a while."""
    if process.returncode is not None:
        return
    process.terminate()
    try:
        await asyncio.wait_for(process.wait(), _GRACE_SECONDS)
    except TimeoutError:
        process.kill()
        await process.wait()


def _end_with_parent() -> None:
    """Linux ends the child when the launcher is killed outright; elsewhere it would keep its port until it is ended."""
    if _LIBC is not None:
        _LIBC.prctl(_PR_SET_PDEATHSIG, signal.SIGTERM)


def _reason(code: int) -> str:
    if code < 0:
        return sentence("terminal-signal", signal=signal.Signals(-code).name)
    return sentence("terminal-exit-code", code=code)
