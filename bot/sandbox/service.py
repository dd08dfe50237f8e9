"""The service's own /healthz, /readyz and /metrics, shown on the page's port too: one address answers everything."""

import httpx
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot.sandbox.wire import Answer

PATHS = ("/healthz", "/readyz", "/metrics")
_SECONDS = 2.0


class ServiceWindow:
    """Asks the service at `url` afresh each time; while it does not answer, the answer is 503."""

    def __init__(self, url: str) -> None:
        self._url = url.rstrip("/")

    def routes(self) -> list[Route]:
        return [Route(path, self._passed_on, methods=["GET"]) for path in PATHS]

    async def _passed_on(self, request: Request) -> Response:
        try:
            async with httpx.AsyncClient(timeout=_SECONDS, trust_env=False, verify=False) as http:
                said = await http.get(self._url + request.url.path)
        except httpx.HTTPError:
            return Answer({"alive": False}, status_code=503)
        return Response(said.content, said.status_code, media_type=said.headers.get("content-type"))
