"""The look-alike as a process of its own, forked off one that has imported it."""

import asyncio
import os
import signal
from dataclasses import dataclass
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path

from bot.sandbox.__main__ import main
from bot.sandbox.process import ServerProcess
from tests.journeys.nursery import NURSERY

_START_SECONDS = 30.0


@dataclass(slots=True)
class ForkedServer(ServerProcess):
    """`python -m bot.sandbox`, begun at once."""

    _forked: BaseProcess | None = None

    async def start(self) -> None:
        told, tells = NURSERY.Pipe(duplex=False)
        arguments = ["--port", str(self.port), "--data", str(self.data), "--token", self.token]
        self._forked = NURSERY.Process(
            target=_serve, args=(tells, [*arguments, *(["--seed"] if self.seed else [])]), daemon=True
        )
        self._forked.start()
        tells.close()
        with os.fdopen(os.dup(told.fileno()), "rb") as lines, told:
            line = await asyncio.wait_for(asyncio.to_thread(lines.readline), _START_SECONDS)
        if not line.startswith(b"sandbox http"):
            raise RuntimeError(f"the sandbox did not start: {line.decode() or 'see its message above'}")

    async def _end(self, how: signal.Signals) -> None:
        process, self._forked = self._forked, None
        if process is None:
            return
        if process.exitcode is None:
            assert process.pid is not None
            os.kill(process.pid, how)
        await asyncio.to_thread(process.join)


def _serve(tells: Connection, arguments: list[str]) -> int:
    os.chdir(Path("/"))
    os.dup2(tells.fileno(), 1)
    tells.close()
    return main(arguments)
