"""The HTTP application: Bot API, control API, page."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from starlette.applications import Starlette
from starlette.requests import ClientDisconnect, Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles

from bot.sandbox.api import BotApi
from bot.sandbox.connections import Connections
from bot.sandbox.control import Control
from bot.sandbox.core import Sandbox
from bot.sandbox.errors import ApiError, ControlError
from bot.sandbox.service import ServiceWindow
from bot.sandbox.wire import Answer

PAGE = Path(__file__).parent / "page"


def build_app(box: Sandbox, connections: Connections, service: str | None = None) -> Starlette:
    """The application for an open sandbox; it closes the sandbox when it ends. `service`: where the service listens."""
    api = BotApi(box, connections)
    routes: list[BaseRoute] = [
        Route("/bot{token}/{method}", api.call, methods=["GET", "POST"]),
        Route("/file/bot{token}/{path:path}", api.file, methods=["GET"]),
        *Control(box).routes(),
        *(ServiceWindow(service).routes() if service else ()),
        Route("/", _to_page, methods=["GET"]),
        Mount("/page", StaticFiles(directory=PAGE, html=True, check_dir=False)),
    ]

    @asynccontextmanager
    async def lifespan(app: Starlette) -> AsyncIterator[None]:
        yield
        await box.close()

    return Starlette(
        routes=routes,
        lifespan=lifespan,
        exception_handlers={ControlError: _control_error, ApiError: _api_error, ClientDisconnect: _gone_away},
    )


async def _to_page(request: Request) -> Response:
    return RedirectResponse("/page/")


async def _control_error(request: Request, error: Exception) -> Response:
    assert isinstance(error, ControlError)
    return Answer({"error": str(error)}, status_code=error.status)


async def _api_error(request: Request, error: Exception) -> Response:
    """Rules of Telegram that a wish of the control API breaks (an empty text, a broken picture)."""
    assert isinstance(error, ApiError)
    return Answer({"error": error.description}, status_code=400)


async def _gone_away(request: Request, error: Exception) -> Response:
    """The client left in the middle of its request: nobody reads this."""
    return Response(status_code=499)
