"""python -m bot.sandbox: run the look-alike as a process of its own.

The first line on standard output is the address, e.g. "sandbox http://127.0.0.1:8081" (with --port 0 the port is free).
"""

import argparse
import asyncio
import logging
import socket
import sys
from collections.abc import Sequence
from pathlib import Path

import uvicorn

from bot.sandbox.connections import Connections
from bot.sandbox.core import Sandbox, open_sandbox
from bot.sandbox.errors import ControlError
from bot.sandbox.seed import seed_world
from bot.sandbox.server import build_app
from bot.sandbox.world import SANDBOX_TOKEN

#: `.sandbox/` beside the packages: the project root.
DEFAULT_DATA = Path(__file__).resolve().parents[2] / ".sandbox"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run until interrupted; 2 for wrong arguments, 1 when the folder or the port cannot be had."""
    options = _parser().parse_args(arguments)
    logging.basicConfig(level=options.log_level.upper(), format="%(levelname)s %(name)s %(message)s")
    logging.getLogger("httpx").setLevel(logging.WARNING)
    try:
        listener = _listener(options.host, options.port)
    except OSError as error:
        print(f"sandbox: {options.host}:{options.port} cannot be used: {error.strerror}", file=sys.stderr)
        return 1
    try:
        asyncio.run(_serve(options, listener))
    except ControlError as error:
        print(f"sandbox: {error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 0
    return 0


def _listener(host: str, port: int) -> socket.socket:
    """A listening socket. It names TCP, for only then asyncio sets TCP_NODELAY, without which answers wait 40 ms."""
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    try:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind((host, port))
        listener.listen(512)
    except OSError:
        listener.close()
        raise
    return listener


class _Server(uvicorn.Server):
    """Ends those who wait for news first: the page's stream and a long poll would go on by themselves."""

    def __init__(self, config: uvicorn.Config, box: Sandbox) -> None:
        super().__init__(config)
        self._box = box

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        self._box.stop_waiting()
        await super().shutdown(sockets)


async def _serve(options: argparse.Namespace, listener: socket.socket) -> None:
    box = open_sandbox(options.data, options.token)
    if options.seed and len(box.world.users) == 1:
        seed_world(box)
    box.save()
    connections = Connections()
    config = uvicorn.Config(
        build_app(box, connections, options.service),
        http=connections.protocol(),
        ws="none",
        log_level="warning",
        access_log=False,
        timeout_graceful_shutdown=1,
        timeout_keep_alive=75,
    )
    print(f"sandbox http://{options.host}:{listener.getsockname()[1]}", flush=True)
    await _Server(config, box).serve(sockets=[listener])


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m bot.sandbox", description="A Telegram look-alike of our own.")
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=8081, help="0: any free port")
    parser.add_argument("--data", type=Path, default=DEFAULT_DATA, help="its folder (default: .sandbox/)")
    parser.add_argument("--token", type=_token, default=SANDBOX_TOKEN)
    parser.add_argument("--seed", action="store_true", help="fill an empty sandbox with people and the staff group")
    parser.add_argument("--service", metavar="URL", help="pass /healthz, /readyz and /metrics on to the service there")
    parser.add_argument("--log-level", default="warning")
    return parser


def _token(text: str) -> str:
    number, colon, rest = text.partition(":")
    if not (number.isdigit() and colon and rest):
        raise argparse.ArgumentTypeError("a token looks like 7000000001:AA…")
    return text


if __name__ == "__main__":
    sys.exit(main())
