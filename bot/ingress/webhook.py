"""The webhook's endpoint: 200 only after the update is durable."""

import hmac
import json
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"
MAX_BODY = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Webhook:
    """POST /telegram/webhook."""

    secret: str
    receive: Callable[[list[Any]], Awaitable[None]]

    async def post(self, request: Request) -> Response:
        """Starlette's endpoint: a method, because it takes an object that can be called for an application."""
        given = request.headers.get(SECRET_HEADER, "")
        if not hmac.compare_digest(given.encode("utf-8"), self.secret.encode("utf-8")):
            return Response(status_code=403)
        body = await _body(request)
        if body is None:
            return Response(status_code=413)
        try:
            raw = json.loads(body)
        except (ValueError, RecursionError):
            return Response(status_code=400)
        if not isinstance(raw, dict):
            return Response(status_code=400)
        await self.receive([raw])
        return Response(status_code=200)


async def _body(request: Request) -> bytes | None:
    """The body, or None as soon as it is larger than any update."""
    parts: list[bytes] = []
    size = 0
    async for part in request.stream():
        size += len(part)
        if size > MAX_BODY:
            return None
        parts.append(part)
    return b"".join(parts)
