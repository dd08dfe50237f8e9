"""The Bot API side: one call from the request to its answer, through faults, limits and the journal."""

import asyncio
import inspect
import logging
import time
from dataclasses import dataclass
from typing import Any

from starlette.requests import Request
from starlette.responses import FileResponse, Response

from bot.sandbox.connections import Connections
from bot.sandbox.core import Sandbox
from bot.sandbox.errors import ApiError, Json, NotFound, TooManyRequests, Unauthorized
from bot.sandbox.faults import Fault
from bot.sandbox.files import Upload
from bot.sandbox.methods import METHODS
from bot.sandbox.methods.method import Method
from bot.sandbox.params import read
from bot.sandbox.wire import Answer, read_request

log = logging.getLogger(__name__)
_UNPARSABLE = {"message": {"message_id": "not a number", "chat": 7, "date": None, "text": ["no", "text"]}}


@dataclass(frozen=True, slots=True)
class Call:
    """A request as it was understood: the method if there is such a one, its raw parameters, its files."""

    name: str
    method: Method | None
    raw: dict[str, Any]
    uploads: dict[str, Upload]

    @property
    def chat(self) -> int | None:
        value = str(self.raw.get("chat_id", ""))
        return int(value) if value.lstrip("-").isdigit() else None


class BotApi:
    """Answers /bot<token>/<method> and /file/bot<token>/<path>."""

    def __init__(self, box: Sandbox, connections: Connections) -> None:
        self._box = box
        self._connections = connections

    async def call(self, request: Request) -> Response:
        """One method call."""
        if request.path_params["token"] != self._box.world.token:
            return _answer(Unauthorized())
        name = request.path_params["method"]
        try:
            raw, uploads = await read_request(request)
        except ApiError as error:
            return _answer(error)
        method = METHODS.get(name.lower())
        call = Call(method.name if method else name, method, raw, uploads)
        fault = self._box.faults.strike(call.name, call.chat)
        if fault is None:
            return _answer(await self._apply(call, None))
        return await self._apply_faulty(request, call, fault)

    async def file(self, request: Request) -> Response:
        """A file's bytes."""
        if request.path_params["token"] != self._box.world.token:
            return _answer(Unauthorized())
        stored = self._box.files.by_path(request.path_params["path"])
        if stored is None:
            return _answer(NotFound())
        return FileResponse(self._box.files.disk_path(stored), media_type="application/octet-stream")

    async def _apply_faulty(self, request: Request, call: Call, fault: Fault) -> Response:
        kind = fault.kind
        if kind in ("error", "429"):
            refusal = TooManyRequests(int(fault.number)) if kind == "429" else _error(fault)
            self._journal(call, refusal, fault)
            return _answer(refusal)
        if kind == "applied":
            await self._apply(call, fault)
            return _answer(_error(fault))
        if kind == "delay":
            await asyncio.sleep(fault.number / 1000)
        if kind == "malformed update" and call.name == "getUpdates":
            self._box.updates.push_raw(dict(_UNPARSABLE))
        if kind.endswith("before"):
            self._journal(call, None, fault)
        else:
            outcome = await self._apply(call, fault)
            if not kind.endswith("after"):
                return _answer(outcome)
        return await self._silence(request, reset=kind.startswith("reset"))

    async def _apply(self, call: Call, fault: Fault | None) -> Any:
        """Perform the call and note it; the result, or the ApiError that it met."""
        try:
            if call.method is None:
                raise NotFound
            args = read(call.method.parameters, call.raw, call.uploads)
            outcome = call.method.handler(self._box, {**args, "uploads": call.uploads})
            if inspect.isawaitable(outcome):
                outcome = await outcome
        except ApiError as error:
            outcome = error
        except Exception:
            log.exception("the sandbox failed at %s", call.name)
            outcome = ApiError(500, "Internal Server Error: the sandbox failed, see its log")
        self._journal(call, outcome, fault)
        return outcome

    def _journal(self, call: Call, outcome: Any, fault: Fault | None) -> None:
        refused = isinstance(outcome, ApiError)
        known = {parameter.name for parameter in call.method.parameters} if call.method else set()
        self._box.journal.record(
            at=time.monotonic(),
            time=time.time(),
            method=call.name,
            params={**call.raw, **{name: {"file": up.name, "size": len(up.data)} for name, up in call.uploads.items()}},
            unknown=sorted(name for name in call.raw if name not in known),
            chat=call.chat,
            ok=outcome is not None and not refused,
            result=None if refused else _noted(call.name, outcome),
            error=outcome.body() if refused else None,
            applied=not refused and not (fault is not None and fault.kind.endswith("before")),
            fault=fault.name if fault else None,
        )
        self._box.save()

    async def _silence(self, request: Request, *, reset: bool) -> Response:
        """Never answer: break the connection off, or wait until the client gives up."""
        client = request.client
        if reset and client is not None:
            self._connections.reset((client.host, client.port))
        while (await request.receive())["type"] != "http.disconnect":
            pass
        return Response(status_code=499)


def _noted(name: str, outcome: Any) -> Any:
    """What the journal keeps of a result: of polled updates only their ids."""
    if name != "getUpdates" or not isinstance(outcome, list):
        return outcome
    return [update.get("update_id") if isinstance(update, dict) else update for update in outcome]


def _error(fault: Fault) -> ApiError:
    code = int(fault.number)
    names = {400: "Bad Request", 403: "Forbidden", 404: "Not Found", 409: "Conflict", 502: "Bad Gateway"}
    return ApiError(code, fault.text or names.get(code, "Internal Server Error"))


def _answer(outcome: Any) -> Response:
    if isinstance(outcome, ApiError):
        headers = {}
        if isinstance(outcome, TooManyRequests):
            headers["Retry-After"] = str(outcome.parameters["retry_after"])
        return Answer(outcome.body(), status_code=outcome.code, headers=headers)
    body: Json = {"ok": True, "result": outcome}
    return Answer(body)
