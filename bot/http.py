"""GET /healthz, /readyz, /metrics and, in webhook mode, POST /telegram/webhook."""

import asyncio
import socket
from collections.abc import Awaitable, Callable, Mapping

import uvicorn
from starlette.applications import Starlette
from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from bot.errors import OperatorError

WEBHOOK_PATH = "/telegram/webhook"

Parts = Callable[[], Awaitable[Mapping[str, bool]]]
Endpoint = Callable[[Request], Awaitable[Response]]


def application(
    parts: Parts, metrics: Callable[[Mapping[str, bool]], Awaitable[bytes]], webhook: Endpoint | None
) -> Starlette:
    """`parts` says for each part of the service whether it is well; ready means all of them are."""

    async def healthz(_request: Request) -> Response:
        return JSONResponse({"alive": True})

    async def readyz(_request: Request) -> Response:
        found = dict(await parts())
        return JSONResponse(found, status_code=200 if all(found.values()) else 503)

    async def metrics_page(_request: Request) -> Response:
        return Response(await metrics(await parts()), media_type="text/plain; version=0.0.4")

    routes = [Route("/healthz", healthz), Route("/readyz", readyz), Route("/metrics", metrics_page)]
    if webhook is not None:
        routes.append(Route(WEBHOOK_PATH, webhook, methods=["POST"]))
    return Starlette(routes=routes, exception_handlers={ClientDisconnect: _gone_away})


async def _gone_away(_request: Request, _error: Exception) -> Response:
    """The client left in the middle of its request: nobody reads this, and it will send it again."""
    return Response(status_code=499)


def listen(host: str, port: int) -> socket.socket:
    """The socket, bound before anything else starts. Raises OperatorError when that cannot be."""
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        server = socket.socket(family, kind, protocol)
        server.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        server.bind(address)
    except (socket.gaierror, UnicodeError):  # the second: a name that no name server could be asked for
        raise OperatorError("http-host-unusable", where="HTTP_HOST", host=host) from None
    except OSError as error:
        key = "http-port-taken" if error.errno in (98, 48, 13) else "http-host-unusable"
        raise OperatorError(key, where="HTTP_PORT", host=host, port=str(port)) from None
    server.listen(128)
    return server


async def serve(app: Starlette, server_socket: socket.socket, stop: asyncio.Event) -> None:
    """Until `stop`. Signals are the wiring's business, not the server's."""
    config = uvicorn.Config(app, log_config=None, access_log=False, lifespan="off", timeout_graceful_shutdown=5)
    server = uvicorn.Server(config)
    server.install_signal_handlers = lambda: None  # type: ignore[attr-defined]
    serving = asyncio.create_task(server._serve([server_socket]))
    await stop.wait()
    server.should_exit = True
    await serving
