"""The service's lives, one after another, as a test begins and ends them."""

import asyncio
import contextlib
import json
import os
import signal
import sys
from collections.abc import AsyncIterator, Awaitable, Iterable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any

import httpx

from storage.database import Database
from tests.faults.ledger import Ledger
from tests.journeys.town import ROOT, Town
from tests.waiting import until

LIFE_SECONDS = 120.0


@dataclass(slots=True)
class Lives:
    """`begin` one, wait until it is `over`, or `kill` or `stop` it; a life follows the other without a pause."""

    town: Town
    nursery: asyncio.subprocess.Process
    pid: int = 0

    async def begin(self, **plan: Any) -> None:
        """A new process; its plan says when it kills itself (see `tests.faults`)."""
        assert self.nursery.stdin is not None
        self.nursery.stdin.write(json.dumps(plan).encode() + b"\n")
        self.pid = int(await self._said("born"))

    async def serves(self) -> None:
        """Waits until the present life is ready to serve."""
        async with httpx.AsyncClient(trust_env=False, verify=False) as http:

            async def ready() -> bool:
                with contextlib.suppress(httpx.TransportError):
                    return (await http.get(f"http://127.0.0.1:{self.town.port}/readyz")).status_code == 200
                return False

            await until(ready, seconds=LIFE_SECONDS)

    async def over(self) -> int:
        """Waits for the end of the present life; what it ended with."""
        return int(await self._said("ended"))

    async def kill(self) -> None:
        """kill -9 from outside."""
        os.kill(self.pid, signal.SIGKILL)
        assert await self.over() == -signal.SIGKILL

    async def stop(self) -> None:
        os.kill(self.pid, signal.SIGTERM)
        assert await self.over() == 0

    async def _said(self, what: str) -> str:
        assert self.nursery.stdout is not None
        line = (await asyncio.wait_for(self.nursery.stdout.readline(), LIFE_SECONDS)).decode().split()
        assert line[:1] == [what], f"{line}\n{self.town.log()[-4000:]}"
        return line[1]


async def learn_examples() -> None:
    """So that no life begins with it: the first one after a change of the examples learns them anew."""
    learning = await asyncio.create_subprocess_exec(sys.executable, "-m", "intents", "train", cwd=ROOT)
    assert await learning.wait() == 0


@asynccontextmanager
async def lives(town: Town) -> AsyncIterator[Lives]:
    """A nursery for the town's service; nothing of it is left afterwards."""
    with (town.folder / "service.out").open("ab") as log:
        nursery = await asyncio.create_subprocess_exec(
            sys.executable,
            *("-m", "tests.faults"),
            cwd=ROOT,
            env=town.environment(),
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            stderr=log,
        )
    try:
        yield Lives(town, nursery)
    finally:
        assert nursery.stdin is not None
        nursery.stdin.close()
        await nursery.wait()


async def all_told(stories: Iterable[Awaitable[None]], *services: Lives) -> None:
    """Every story to its end; one that does not come there fails with what the services have left undone."""
    try:
        await asyncio.gather(*stories)
    except AssertionError as error:
        left = (await read_ledger(services[0].town)).left()
        logs = "\n".join(service.town.log()[-4000:] for service in services)
        raise AssertionError(f"{error}\n{left}\n{logs}") from None


async def when_settled(town: Town) -> Ledger:
    """The books once nothing is left to do."""

    async def probe() -> Ledger | None:
        ledger = await read_ledger(town)
        return ledger if ledger.settled else None

    return await until(probe, seconds=LIFE_SECONDS)


async def read_ledger(town: Town) -> Ledger:
    database = Database.open(town.database_url)
    try:
        return await Ledger.read(database, town.sandbox)
    finally:
        await database.dispose()
