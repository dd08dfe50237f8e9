"""What stands before several replicas: each connection is led to one that lives."""

import asyncio
import contextlib
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from itertools import count

Streams = tuple[asyncio.StreamReader, asyncio.StreamWriter]


@asynccontextmanager
async def door(*ports: int) -> AsyncIterator[int]:
    """Its port; whoever comes is led to the next living one of `ports`."""
    turns = count()
    guests: set[asyncio.Task[None]] = set()

    async def welcome(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        guest = asyncio.current_task()
        assert guest is not None
        guests.add(guest)
        guest.add_done_callback(guests.discard)
        first = next(turns)
        for turn in range(len(ports)):
            with contextlib.suppress(OSError):
                there = await asyncio.open_connection("127.0.0.1", ports[(first + turn) % len(ports)])
                await asyncio.gather(_carry(reader, there[1]), _carry(there[0], writer))
                return
        writer.close()

    server = await asyncio.start_server(welcome, "127.0.0.1", 0)
    try:
        yield int(server.sockets[0].getsockname()[1])
    finally:
        server.close()
        for guest in guests:
            guest.cancel()


async def _carry(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """Everything from one side to the other, until either ends."""
    with contextlib.suppress(OSError):
        while part := await reader.read(65536):
            writer.write(part)
            await writer.drain()
    writer.close()
