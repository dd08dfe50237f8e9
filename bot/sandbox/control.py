"""The control API under /sandbox: for the page, for tests, for benches. JSON in, JSON out; errors are {"error": text}.

GET   /sandbox/state                       bot, users, chats with members and topics, clock, limits, faults, webhook,
                                           commands, pending_updates, polling (a getUpdates call waits), seq (the number
                                           of the last event)
GET   /sandbox/events?since=N&timeout=S    {"events": [...], "next": N}; waits up to S seconds (default 20, at most 60)
                                           for the first one; without `since` answers at once with the present number
GET   /sandbox/stream?since=N              the same as server-sent events (id: number, data: the event)
        events: {"seq", "kind", "chat_id", "thread", "message_id", "message": as below} with kind message | edited |
        deleted | reaction | pin | unpin; and topic {"change", "topic"}, tap, callback_answer {"callback_id", "text",
        "show_alert"}, chat {"chat"}, user {"user"}, clock {"offset_seconds"}, chat_action {"action"}, reset
GET   /sandbox/chats/{id}/messages?thread=T&limit=L&before=M
                                           the last L (default 200) messages, oldest first; thread=general: General only
GET   /sandbox/files/{file_id}             a file's bytes, shown in place
POST  /sandbox/users                       {id?, first_name, last_name?, username?, language_code?, started?} -> a user
POST  /sandbox/chats                       {id?, type: supergroup|group, title, is_forum?, members: [{user_id, status?,
                                           anonymous?, rights?}], bot?: {status, right: bool, …}} -> the chat; silent
PATCH /sandbox/chats/{id}                  {title?, is_forum?, available_reactions?, permissions?,
                                           bot?: {status, right: bool, …}, members?: [{user_id, status, …}], by?,
                                           migrate?: true} -> the chat (the new one after a migration); tells the bot as
                                           Telegram would
POST  /sandbox/act                         see `acts`; multipart: field `act` (JSON) and files
GET   /sandbox/callbacks/{id}?timeout=S    {"callback_id", "answered", "text", "show_alert", "url"}; waits up to S s
GET   /sandbox/clock, POST {offset_seconds} or {advance_seconds}
GET   /sandbox/faults, POST [rules] or {"rules": [...], "add"?: true}; see `faults`
GET   /sandbox/journal?since=N&method=M&chat=C&limit=L
POST  /sandbox/limits                      see `limits.LimitSettings` -> all values; GET shows them
POST  /sandbox/raw_update                  any JSON, queued as it is (malformed too) -> {"update_id"}
POST  /sandbox/update_ids                  {next}: number the following updates from there (after a quiet week)
POST  /sandbox/privacy                     {enabled}: BotFather's privacy mode
POST  /sandbox/reset                       {seed?: bool}: everything is forgotten; then the world of `seed` if wished
"""

import json
import time
from collections.abc import AsyncIterator
from typing import Any

from starlette.requests import Request
from starlette.responses import FileResponse, Response, StreamingResponse
from starlette.routing import Route

from bot.sandbox.act_table import ACTS
from bot.sandbox.acts import perform
from bot.sandbox.core import Sandbox
from bot.sandbox.errors import ControlError, Json
from bot.sandbox.model import as_json
from bot.sandbox.people import change_chat, create_chat, create_user
from bot.sandbox.posting import privacy_mode, topic_of
from bot.sandbox.seed import seed_world
from bot.sandbox.view import chat_view, message_view, user_view
from bot.sandbox.wire import Answer, read_act

MAX_WAIT_SECONDS = 60.0


class Control:
    """The routes under /sandbox."""

    def __init__(self, box: Sandbox) -> None:
        self._box = box

    def routes(self) -> list[Route]:
        get, post = ["GET"], ["POST"]
        return [
            Route("/sandbox/state", self.state, methods=get),
            Route("/sandbox/events", self.events, methods=get),
            Route("/sandbox/stream", self.stream, methods=get),
            Route("/sandbox/chats/{chat_id:int}/messages", self.messages, methods=get),
            Route("/sandbox/chats/-{chat_id:int}/messages", self.group_messages, methods=get),
            Route("/sandbox/files/{file_id}", self.file, methods=get),
            Route("/sandbox/users", self.add_user, methods=post),
            Route("/sandbox/chats", self.add_chat, methods=post),
            Route("/sandbox/chats/-{chat_id:int}", self.patch_chat, methods=["PATCH"]),
            Route("/sandbox/act", self.act, methods=post),
            Route("/sandbox/callbacks/{callback_id}", self.callback, methods=get),
            Route("/sandbox/clock", self.clock, methods=["GET", "POST"]),
            Route("/sandbox/faults", self.faults, methods=["GET", "POST"]),
            Route("/sandbox/journal", self.journal, methods=get),
            Route("/sandbox/limits", self.limits, methods=["GET", "POST"]),
            Route("/sandbox/raw_update", self.raw_update, methods=post),
            Route("/sandbox/update_ids", self.update_ids, methods=post),
            Route("/sandbox/privacy", self.privacy, methods=post),
            Route("/sandbox/reset", self.reset, methods=post),
        ]

    async def state(self, request: Request) -> Response:
        box, world = self._box, self._box.world
        return Answer(
            {
                "bot": {**user_view(world.bot), "token": world.token, "privacy": privacy_mode(box)},
                "users": [user_view(user) for user in world.users.values() if not user.is_bot],
                "chats": [chat_view(world, chat) for _, chat in sorted(world.chats.items())],
                "clock": self._clock_view(),
                "limits": as_json(box.limits.settings),
                "faults": box.faults.view(),
                "webhook": box.webhook.info(),
                "profile": box.profile.everything(),
                "pending_updates": len(box.updates.pending),
                "polling": box.updates.polling,
                "seq": box.events.seq,
            }
        )

    async def events(self, request: Request) -> Response:
        if "since" not in request.query_params:
            return Answer({"events": [], "next": self._box.events.seq})
        since = _query_number(request, "since", 0)
        events = await self._box.events.wait(since, _timeout(request, 20.0))
        return Answer({"events": events, "next": events[-1]["seq"] if events else since})

    async def stream(self, request: Request) -> Response:
        since = _query_number(request, "since", int(request.headers.get("last-event-id") or self._box.events.seq))
        headers = {"Cache-Control": "no-store", "X-Accel-Buffering": "no"}
        return StreamingResponse(self._stream(since), media_type="text/event-stream", headers=headers)

    async def _stream(self, since: int) -> AsyncIterator[str]:
        yield ": open\n\n"
        while not self._box.events.closed:
            events = await self._box.events.wait(since, 15.0)
            for event in events:
                since = event["seq"]
                yield f"id: {since}\ndata: {json.dumps(event)}\n\n"
            if not events:
                yield ": still here\n\n"

    async def messages(self, request: Request) -> Response:
        return self._messages(request, request.path_params["chat_id"])

    async def group_messages(self, request: Request) -> Response:
        return self._messages(request, -request.path_params["chat_id"])

    def _messages(self, request: Request, chat_id: int) -> Response:
        world = self._box.world
        world.chat(chat_id)
        found = sorted(world.live_messages(chat_id), key=lambda message: message.id)
        if thread := request.query_params.get("thread"):
            wanted = None if thread == "general" else _query_number(request, "thread", 0)
            found = [message for message in found if topic_of(message) == wanted]
        if "before" in request.query_params:
            before = _query_number(request, "before", 0)
            found = [message for message in found if message.id < before]
        last = found[-_query_number(request, "limit", 200) :]
        return Answer({"messages": [message_view(world, message) for message in last]})

    async def file(self, request: Request) -> Response:
        stored = self._box.files.files.get(request.path_params["file_id"])
        if stored is None:
            raise ControlError("no such file", 404)
        # Pictures and sound are shown in place; anything else only downloads, so that no file can run in the page.
        mime = stored.mime or "application/octet-stream"
        shown = mime.split("/")[0] in ("image", "video", "audio") and mime != "image/svg+xml"
        return FileResponse(
            self._box.files.disk_path(stored),
            media_type=mime if shown else "application/octet-stream",
            headers={"X-Content-Type-Options": "nosniff"},
            filename=None if shown else stored.name or "file",
        )

    async def add_user(self, request: Request) -> Response:
        user = create_user(self._box, await _body(request))
        return self._saved(user_view(user))

    async def add_chat(self, request: Request) -> Response:
        chat = create_chat(self._box, await _body(request))
        return self._saved(chat_view(self._box.world, chat))

    async def patch_chat(self, request: Request) -> Response:
        chat = self._box.world.chat(-request.path_params["chat_id"])
        changed = change_chat(self._box, chat, await _body(request))
        return self._saved(chat_view(self._box.world, changed))

    async def act(self, request: Request) -> Response:
        wish, uploads = await read_act(request)
        return self._saved(perform(self._box, wish, uploads, ACTS))

    async def callback(self, request: Request) -> Response:
        callback_id = request.path_params["callback_id"]
        deadline = time.monotonic() + _timeout(request, 0.0)
        since = self._box.events.seq
        while True:
            callback = self._box.world.callbacks.get(callback_id)
            if callback is None:
                raise ControlError("no such callback", 404)
            left = deadline - time.monotonic()
            if callback.answer is not None or left <= 0 or self._box.events.closed:
                answered = callback.answer is not None
                return Answer({"callback_id": callback.id, "answered": answered, **(callback.answer or {})})
            for event in await self._box.events.wait(since, left):
                since = event["seq"]

    async def clock(self, request: Request) -> Response:
        if request.method == "POST":
            wish = await _body(request)
            offset = _float(wish.get("offset_seconds", self._box.clock.offset_seconds))
            self._box.clock.set(offset + _float(wish.get("advance_seconds", 0)))
            self._box.events.emit("clock", **self._clock_view())
        return Answer(self._clock_view())

    def _clock_view(self) -> Json:
        return {"offset_seconds": self._box.clock.offset_seconds, "now": self._box.clock.now()}

    async def faults(self, request: Request) -> Response:
        if request.method == "POST":
            wish = await _json(request)
            rules = wish.get("rules", []) if isinstance(wish, dict) else wish
            if not isinstance(rules, list) or not all(isinstance(rule, dict) for rule in rules):
                raise ControlError("a list of rules is expected")
            adding = isinstance(wish, dict) and wish.get("add")
            self._box.faults.add(rules) if adding else self._box.faults.replace(rules)
        return Answer({"rules": self._box.faults.view()})

    async def journal(self, request: Request) -> Response:
        chat = request.query_params.get("chat")
        entries = self._box.journal.select(
            since=_query_number(request, "since", 0),
            method=request.query_params.get("method"),
            chat=None if chat is None else _query_number(request, "chat", 0),
            limit=_query_number(request, "limit", 50_000),
        )
        return Answer({"entries": entries})

    async def limits(self, request: Request) -> Response:
        if request.method == "POST":
            self._box.change_limits(self._box.limits.settings.changed(await _body(request)))
        return self._saved(as_json(self._box.limits.settings))

    async def raw_update(self, request: Request) -> Response:
        return self._saved({"update_id": self._box.updates.push_raw(await _json(request))})

    async def update_ids(self, request: Request) -> Response:
        wish = await _body(request)
        if not isinstance(wish.get("next"), int):
            raise ControlError("'next' must be a number")
        self._box.updates.restart_ids(wish["next"])
        return self._saved({"next": wish["next"]})

    async def privacy(self, request: Request) -> Response:
        enabled = bool((await _body(request)).get("enabled"))
        self._box.profile.set("privacy", None, "", enabled)
        return self._saved({"enabled": enabled})

    async def reset(self, request: Request) -> Response:
        wish = await _body(request)
        await self._box.reset()
        if wish.get("seed"):
            seed_world(self._box)
        self._box.events.emit("reset")
        return self._saved({"seq": self._box.events.seq})

    def _saved(self, body: Any) -> Response:
        self._box.save()
        return Answer(body)


async def _json(request: Request) -> Any:
    body = await request.body()
    try:
        return json.loads(body) if body else {}
    except ValueError:
        raise ControlError("the body is no JSON") from None


async def _body(request: Request) -> Json:
    value = await _json(request)
    if not isinstance(value, dict):
        raise ControlError("an object is expected")
    return value


def _query_number(request: Request, name: str, default: int) -> int:
    try:
        return int(request.query_params.get(name, default))
    except ValueError:
        raise ControlError(f"{name!r} must be a number") from None


def _timeout(request: Request, default: float) -> float:
    return min(max(_float(request.query_params.get("timeout", default)), 0.0), MAX_WAIT_SECONDS)


def _float(value: Any) -> float:
    try:
        return float(value)
    except (TypeError, ValueError):
        raise ControlError(f"{value!r} is no number") from None
