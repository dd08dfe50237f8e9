"""The sandbox as a child process: started, killed, started again on the same port with the same files."""

import asyncio
import contextlib
import secrets
import signal
import socket
import sys
from dataclasses import dataclass
from pathlib import Path

from bot.sandbox.world import SANDBOX_TOKEN

ROOT = Path(__file__).resolve().parents[2]
_START_SECONDS = 30.0


@dataclass(slots=True)
class ServerProcess:
    """`python -m bot.sandbox` on a fixed port; `data` is its folder."""

    data: Path
    port: int
    token: str = SANDBOX_TOKEN
    seed: bool = True
    _process: asyncio.subprocess.Process | None = None

    @property
    def base_url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    async def start(self) -> None:
        """Start it and return when it answers."""
        command = ["-m", "bot.sandbox", "--port", str(self.port), "--data", str(self.data), "--token", self.token]
        if self.seed:
            command.append("--seed")
        self._process = await asyncio.create_subprocess_exec(
            sys.executable, *command, cwd=ROOT, stdout=asyncio.subprocess.PIPE
        )
        assert self._process.stdout is not None
        line = await asyncio.wait_for(self._process.stdout.readline(), _START_SECONDS)
        if not line.startswith(b"sandbox http"):
            raise RuntimeError(f"the sandbox did not start: {line.decode() or 'see its message above'}")

    async def kill(self) -> None:
        """kill -9."""
        await self._end(signal.SIGKILL)

    async def stop(self) -> None:
        await self._end(signal.SIGTERM)

    async def _end(self, how: signal.Signals) -> None:
        process, self._process = self._process, None
        if process is None:
            return
        if process.returncode is None:
            process.send_signal(how)
        await process.wait()


# Below those that systems give to whoever calls out: a server that is started later finds its port still free.
_PORTS = range(20000, 32000)


def free_port() -> int:
    """A port that nobody uses at this moment."""
    while True:
        port = secrets.choice(_PORTS)
        with socket.socket() as probe, contextlib.suppress(OSError):
            probe.bind(("127.0.0.1", port))
            return port
