"""Access to the TCP connection of a request, which ASGI hides: to break it off in the middle, as networks do."""

import asyncio
import socket
import struct
from typing import Any

from uvicorn.protocols.http.h11_impl import H11Protocol

Peer = tuple[str, int]


class Connections:
    """The open connections by the client's address and port."""

    def __init__(self) -> None:
        self._open: dict[Peer, asyncio.Transport] = {}

    def reset(self, peer: Peer) -> None:
        """Break a connection off with RST: the client sees "connection reset by peer"."""
        transport = self._open.get(peer)
        if transport is None:
            return
        sock = transport.get_extra_info("socket")
        if sock is not None:
            sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        transport.abort()

    def protocol(self) -> type[H11Protocol]:
        """The HTTP protocol class for uvicorn that keeps this table."""
        table = self._open

        class Remembering(H11Protocol):
            _peer: Peer | None = None

            def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
                super().connection_made(transport)
                peer: Any = transport.get_extra_info("peername")
                if peer:
                    self._peer = (str(peer[0]), int(peer[1]))
                    table[self._peer] = transport

            def connection_lost(self, exc: Exception | None) -> None:
                if self._peer is not None:
                    table.pop(self._peer, None)
                super().connection_lost(exc)

        return Remembering
